// Finds the program that is the server: from the setting, else in the workspace's environment,
// else on the PATH. Knows no VS Code.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join, sep } from "node:path";

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Where the command comes from, for the log. */
  readonly origin: string;
}

export interface Surroundings {
  readonly path: string;
  readonly extensions: readonly string[];
  readonly workspaceFolder: string | undefined;
  /** The interpreters of the workspace, the likeliest first. */
  readonly interpreters: readonly string[];
}

/** The server cannot be found; the message says what to do. */
export class ServerNotFoundError extends Error {}

const NAME = "docstring-lsp";
export const INSTALL_COMMAND = `uv tool install ${NAME}`;

export function locate(setting: readonly string[], around: Surroundings): Command {
  if (setting.length === 0) {
    return find(around);
  }
  const [first = "", ...args] = setting.map((part) => fill(part, around.workspaceFolder));
  const origin = "set in docstringLsp.server.command";
  const program = isAbsolute(first) ? first : first.includes(sep) ? undefined : onPath(first, around);
  if (program === undefined || !isExecutable(program)) {
    throw new ServerNotFoundError(
      `"${first}", ${origin}, is not a program that can be run: give its full path, or a name on the PATH.`,
    );
  }
  return { program, args, origin };
}

function find(around: Surroundings): Command {
  const args = ["serve"];
  for (const interpreter of around.interpreters.filter((path) => isAbsolute(path))) {
    const program = inFolders(NAME, [dirname(interpreter), join(dirname(interpreter), "Scripts")], around);
    if (program !== undefined) {
      return { program, args, origin: `found beside the interpreter ${interpreter}` };
    }
  }
  const program = onPath(NAME, around);
  if (program === undefined) {
    throw new ServerNotFoundError(
      `The program ${NAME} is not on the PATH, nor in an environment of the workspace. Install it with ` +
        `"${INSTALL_COMMAND}" or "pipx install ${NAME}", or name it in the setting docstringLsp.server.command.`,
    );
  }
  return { program, args, origin: "found on the PATH" };
}

/** What is around this process. */
export function surroundings(workspaceFolder: string | undefined, interpreters: readonly string[]): Surroundings {
  const windows = process.platform === "win32";
  return {
    path: process.env.PATH ?? "",
    extensions: windows ? (process.env.PATHEXT ?? ".EXE;.CMD").split(";") : [""],
    workspaceFolder,
    interpreters,
  };
}

/** Fills in the workspace's folder and a leading tilde. */
export function fill(part: string, workspaceFolder: string | undefined): string {
  const home = part === "~" || part.startsWith("~/") ? homedir() + part.slice(1) : part;
  return home.replaceAll("${workspaceFolder}", workspaceFolder ?? "");
}

// Relative entries of the PATH are skipped: they would name programs of whatever folder is open.
function onPath(name: string, around: Surroundings): string | undefined {
  return inFolders(
    name,
    around.path.split(delimiter).filter((folder) => isAbsolute(folder)),
    around,
  );
}

function inFolders(name: string, folders: readonly string[], { extensions }: Surroundings): string | undefined {
  return folders.flatMap((folder) => extensions.map((end) => join(folder, name + end))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
