import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { locate, ServerNotFoundError } from "../src/locate.js";

const folder = mkdtempSync(join(tmpdir(), "locate-"));
const program = join(folder, "docstring-lsp");
writeFileSync(program, "");
chmodSync(program, 0o755);
const around = { path: folder, extensions: [""], workspaceFolder: folder, interpreters: [] as string[] };

test("an empty setting finds the program on the PATH", () => {
  const found = locate([], around);
  assert.deepEqual([found.program, found.args], [program, ["serve"]]);
});

test("the workspace's environment comes before the PATH", () => {
  const bin = join(folder, ".venv", "bin");
  mkdirSync(bin, { recursive: true });
  const own = join(bin, "docstring-lsp");
  writeFileSync(own, "", { mode: 0o755 });
  const interpreters = ["python", join(folder, "nowhere", "python"), join(bin, "python")];
  const found = locate([], { ...around, interpreters });
  assert.deepEqual([found.program, found.args], [own, ["serve"]]);
  assert.match(found.origin, /beside the interpreter .*\.venv/);
  assert.equal(locate([program], { ...around, interpreters }).program, program);
});

test("an environment without the server is passed over", () => {
  assert.equal(locate([], { ...around, interpreters: [join(tmpdir(), "python")] }).program, program);
});

test("a setting is taken with its arguments", () => {
  const found = locate([program, "serve", "--log", "x"], around);
  assert.deepEqual([found.program, found.args], [program, ["serve", "--log", "x"]]);
});

test("a setting may give a name on the PATH", () => {
  assert.equal(locate(["docstring-lsp"], around).program, program);
});

test("the workspace folder is filled in", () => {
  assert.equal(locate(["${workspaceFolder}/docstring-lsp"], around).program, program);
});

test("a leading tilde is the home folder", () => {
  assert.throws(() => locate(["~/no-such-program"], around), {
    message: new RegExp(`^"${homedir()}/no-such-program"`),
  });
});

const refused: [string, string[], Partial<typeof around>][] = [
  ["nothing on the PATH", [], { path: tmpdir() }],
  ["an empty PATH", [], { path: "" }],
  ["relative folders of the PATH", [], { path: [".", "bin", ""].join(delimiter) }],
  ["a program that is not there", [join(folder, "other")], {}],
  ["a folder", [folder], {}],
  ["a relative path", ["bin/docstring-lsp"], {}],
];
for (const [what, setting, change] of refused) {
  test(`refuses ${what}`, () => {
    assert.throws(() => locate(setting, { ...around, ...change }), ServerNotFoundError);
  });
}

test("refuses a file that is not executable", () => {
  const other = join(folder, "sub");
  mkdirSync(other);
  writeFileSync(join(other, "docstring-lsp"), "", { mode: 0o644 });
  assert.throws(() => locate([], { ...around, path: other }), ServerNotFoundError);
});
