// Bundles the extension into dist/extension.js (`--production`: minified), or its tests into
// dist/test/ (`--tests`).
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const production = process.argv.includes("--production");
const tests = process.argv.includes("--tests");

const common = {
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["vscode"],
  logLevel: "info",
};

if (tests) {
  const entryPoints = readdirSync("test").map((name) => `test/${name}`);
  await build({ ...common, entryPoints, outdir: "dist/test" });
} else {
  const { metafile } = await build({
    ...common,
    metafile: true,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    minify: production,
    sourcemap: !production,
  });
  copyFileSync("../../LICENSE", "LICENSE");
  writeFileSync("dist/NOTICES.txt", notices(Object.keys(metafile.inputs)));
}

/** The licences of the packages that went into the bundle, which ask to be kept with it. */
function notices(inputs) {
  const packages = inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  const folders = [...new Set(packages.filter((folder) => folder !== undefined))].sort();
  return folders
    .map((folder) => {
      const licence = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const text = licence ? readFileSync(`${folder}/${licence}`, "utf8") : license;
      return `${name} ${version}\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
