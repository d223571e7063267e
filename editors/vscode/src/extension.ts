// Where VS Code enters and leaves: puts the parts together and starts the server.
import * as vscode from "vscode";
import { commands } from "./commands.js";
import { watchInterpreters } from "./environment.js";
import { Keys } from "./keys.js";
import { Server } from "./server.js";
import { Settings } from "./settings.js";
import { showStatus } from "./status.js";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("docstring-lsp", { log: true });
  const settings = new Settings(context.extension);
  const running = new Server(log, settings, new Keys(context.secrets), context.extensionPath);
  server = running;
  context.subscriptions.push(log, running, showStatus(running));
  for (const [name, act] of Object.entries(commands(running, log))) {
    context.subscriptions.push(vscode.commands.registerCommand(name, act));
  }
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      // The user's own settings go with the start, so that a workspace cannot pass its off as such.
      if (settings.personal.some((name) => change.affectsConfiguration(name))) {
        void running.restart();
      } else if (change.affectsConfiguration("python.defaultInterpreterPath")) {
        void running.relocate();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  await running.restart();
  context.subscriptions.push(await watchInterpreters(() => void running.relocate()));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
