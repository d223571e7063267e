// Where VS Code enters and leaves: puts the parts together and starts the server.
import * as vscode from "vscode";
import { commands } from "./commands.js";
import { Server } from "./server.js";
import { SECTION, Settings } from "./settings.js";
import { showStatus } from "./status.js";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("docstring-lsp", { log: true });
  const running = new Server(log, new Settings(context.extension), context.extensionPath);
  server = running;
  context.subscriptions.push(log, running, showStatus(running));
  for (const [name, act] of Object.entries(commands(running, log))) {
    context.subscriptions.push(vscode.commands.registerCommand(name, act));
  }
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.server`)) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  await running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
