// The workspace's own Python environment, where it has one that may be used. Asks the Python
// extension if it is there, and does without it if not.
import { join } from "node:path";
import * as vscode from "vscode";
import { fill } from "./locate.js";

const PATIENCE = 3000;

/** The part of the Python extension's interface that is used here. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath?(resource?: vscode.Uri): { readonly path: string } | undefined;
    readonly onDidChangeActiveEnvironmentPath?: vscode.Event<unknown>;
  };
}

/**
 * The interpreters of a folder, the likeliest first: the one selected in the Python extension, the
 * one its setting names, those of the usual folders.
 *
 * A workspace that is not trusted has none: its environment is a program of its author's.
 */
export async function interpreters(folder: vscode.Uri | undefined): Promise<string[]> {
  if (folder === undefined || !vscode.workspace.isTrusted) {
    return [];
  }
  const selected = (await pythonExtension())?.environments?.getActiveEnvironmentPath?.(folder)?.path;
  const named = vscode.workspace.getConfiguration("python", folder).get<string>("defaultInterpreterPath");
  const inside = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  const usual = [".venv", "venv"].map((name) => join(folder.fsPath, name, ...inside));
  const set = [selected, named].filter((path) => path !== undefined);
  return [...set.map((path) => fill(path, folder.fsPath)), ...usual];
}

/** Calls back when another interpreter was selected. */
export async function watchInterpreters(changed: () => void): Promise<vscode.Disposable> {
  const event = (await pythonExtension())?.environments?.onDidChangeActiveEnvironmentPath;
  return event?.(changed) ?? new vscode.Disposable(() => undefined);
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  if (extension === undefined || extension.isActive) {
    return extension?.exports;
  }
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  // A Python extension that fails to start is not our user's trouble.
  const active = Promise.resolve(extension.activate()).catch(() => undefined);
  return Promise.race([active, late]);
}
