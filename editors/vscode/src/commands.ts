// What the palette offers: each command asks the server to run one of its own.
import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  type LanguageClient,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from "vscode-languageclient/node";
import type { Server } from "./server.js";
import { SECTION } from "./settings.js";

/** What the server answers to `docstringLsp.selectStyle`. */
export interface Styles {
  readonly style: string;
  readonly reason: string;
  readonly styles: readonly { readonly name: string; readonly title: string }[];
}

type Argument = Readonly<Record<string, unknown>>;

/** The commands, by their name in the palette. They differ from the server's own names, which
 * the language client registers for the whole window. */
export function commands(server: Server, log: vscode.LogOutputChannel): Record<string, () => unknown> {
  return {
    "docstring-lsp.generate": () => generate(server, {}),
    "docstring-lsp.generateInStyle": () => generateInStyle(server),
    "docstring-lsp.rewrite": () => generate(server, { replace: true }),
    "docstring-lsp.generateFile": () => generateFile(server),
    "docstring-lsp.generateWorkspace": () => generateWorkspace(server),
    "docstring-lsp.convertWorkspace": () => convertWorkspace(server),
    "docstring-lsp.selectStyle": () => selectStyle(server),
    "docstring-lsp.compare": () => compare(server),
    "docstring-lsp.stats": () => stats(server),
    "docstring-lsp.deliver": () => deliver(server),
    "docstring-lsp.ask": () => ask(server),
    "docstring-lsp.script": () => script(server),
    "docstring-lsp.bibleOpen": () => bible(server, "docstringLsp.bible.open"),
    "docstring-lsp.bibleBootstrap": () => bible(server, "docstringLsp.bible.bootstrap"),
    "docstring-lsp.debugInformation": () => debugInformation(server, log),
    "docstring-lsp.setKey": () => server.setKey(),
    "docstring-lsp.restart": () => server.restart(),
    "docstring-lsp.showLogs": () => log.show(),
  };
}

/** Returns the styles and which one is in use. */
export async function askStyles(client: LanguageClient): Promise<Styles> {
  return (await run(client, "docstringLsp.selectStyle", {})) as Styles;
}

async function generate(server: Server, options: Argument): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const client = await server.ready();
  if (!editor || !client) {
    return;
  }
  const convert = client.code2ProtocolConverter;
  const place = editor.selection.isEmpty
    ? { position: convert.asPosition(editor.selection.active) }
    : { range: convert.asRange(editor.selection) };
  const uri = convert.asUri(editor.document.uri);
  await tellFailure(() => run(client, "docstringLsp.generate", { uri, ...place, ...options }));
}

async function generateInStyle(server: Server): Promise<void> {
  const style = await pickStyle(server, "Write the docstring in style");
  if (style !== undefined) {
    await generate(server, { style });
  }
}

async function generateFile(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const client = await server.ready();
  if (document && client) {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    await tellFailure(() => run(client, "docstringLsp.generateFile", { uri }));
  }
}

async function generateWorkspace(server: Server): Promise<void> {
  const client = await server.ready();
  if (client) {
    await tellFailure(async () => runWithProgress(client, "docstringLsp.generateWorkspace", {}));
  }
}

/** Says the docstrings of the workspace in the style that is picked. */
async function convertWorkspace(server: Server): Promise<void> {
  const style = await pickStyle(server, "Convert the docstrings of the workspace to");
  const client = style === undefined ? undefined : await server.ready();
  if (client) {
    await tellFailure(async () => runWithProgress(client, "docstringLsp.convertWorkspace", { style }));
  }
}

/** Shows what each model that is set up writes for the definition under the cursor. */
async function compare(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const client = await server.ready();
  if (editor && client) {
    const convert = client.code2ProtocolConverter;
    const uri = convert.asUri(editor.document.uri);
    const position = convert.asPosition(editor.selection.active);
    await showPage(async () => runWithProgress(client, "docstringLsp.compare", { uri, position }));
  }
}

/** Shows what models have taken and cost this month. */
async function stats(server: Server): Promise<void> {
  const client = await server.ready();
  if (client) {
    await showPage(() => run(client, "docstringLsp.stats", {}));
  }
}

/** What the server answers to `docstringLsp.deliver` when it is asked for the types. */
interface Types {
  readonly types: readonly { readonly name: string; readonly title: string; readonly summary: string }[];
}

/** Writes documents about the project, of the types that are picked. */
async function deliver(server: Server): Promise<void> {
  const client = await server.ready();
  const known = client && ((await tellFailure(() => run(client, "docstringLsp.deliver", { list: true }))) as Types);
  if (!client || !known) {
    return;
  }
  const items = known.types.map(({ name, title, summary }) => ({ label: title, detail: summary, name }));
  const options = { canPickMany: true as const, title: "Documents about the project" };
  const chosen = await vscode.window.showQuickPick(items, options);
  if (chosen?.length) {
    const types = chosen.map(({ name }) => name);
    await showPage(async () => runWithProgress(client, "docstringLsp.deliver", { types, show: true }));
  }
}

/** Has a sentence answered; "this" is the definition under the cursor. */
async function ask(server: Server): Promise<void> {
  const client = await server.ready();
  const task = client && (await vscode.window.showInputBox({ title: "Ask", prompt: "What is to be done?" }));
  if (!client || !task) {
    return;
  }
  const editor = vscode.window.activeTextEditor;
  const convert = client.code2ProtocolConverter;
  const place = editor
    ? { uri: convert.asUri(editor.document.uri), position: convert.asPosition(editor.selection.active) }
    : {};
  await showPage(async () => runWithProgress(client, "docstringLsp.ask", { task, show: true, ...place }));
}

/** Writes a narrated tour of the project. */
async function script(server: Server): Promise<void> {
  const client = await server.ready();
  const prompt = "What it is about; empty for what the entry points show";
  const line = client && (await vscode.window.showInputBox({ title: "Walkthrough script", prompt }));
  if (client && line !== undefined) {
    await showPage(async () => runWithProgress(client, "docstringLsp.script", { line, show: true }));
  }
}

/** Opens the bible, begun or extended first. */
async function bible(server: Server, command: string): Promise<void> {
  const client = await server.ready();
  if (client) {
    await tellFailure(() => run(client, command, {}));
  }
}

/** Opens the page that the server answers with, beside the editor; one that it opened itself is there already. */
async function showPage(ask: () => Promise<unknown>): Promise<void> {
  const told = (await tellFailure(ask)) as { readonly markdown?: string; readonly uri?: string } | undefined;
  if (told?.markdown && told.uri === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: told.markdown });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  }
}

async function selectStyle(server: Server): Promise<void> {
  const style = await pickStyle(server, "Docstring style");
  const client = style === undefined ? undefined : await server.ready();
  if (style === undefined || !client) {
    return;
  }
  await tellFailure(() => run(client, "docstringLsp.selectStyle", { style }));
  const keep = "Keep for This Workspace";
  const message = `Docstrings are written in the style ${style} until the server is restarted.`;
  const chosen = await vscode.window.showInformationMessage(message, keep);
  if (chosen === keep) {
    const configuration = vscode.workspace.getConfiguration(SECTION);
    await configuration.update("style", style, vscode.ConfigurationTarget.Workspace);
  }
}

/** Logs what the server says of itself, and shows the log: to read, or to copy into a report. */
async function debugInformation(server: Server, log: vscode.LogOutputChannel): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const client = await server.ready();
  if (!client) {
    return;
  }
  const argument = document ? { uri: client.code2ProtocolConverter.asUri(document.uri) } : {};
  const told = await tellFailure(() => run(client, "docstringLsp.debugInformation", argument));
  if (told !== undefined) {
    log.info(JSON.stringify({ editor: vscode.version, ...(told as object) }, null, 2));
    log.show();
  }
}

async function pickStyle(server: Server, title: string): Promise<string | undefined> {
  const client = await server.ready();
  const known = client && (await tellFailure(() => askStyles(client)));
  if (!known) {
    return undefined;
  }
  const items = known.styles.map(({ name, title: label }) => ({
    label,
    name,
    description: name === known.style ? `current: ${known.reason}` : "",
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.name;
}

async function run(client: LanguageClient, command: string, argument: Argument): Promise<unknown> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
}

/** Shows how far the server is, with a way to cancel. */
function runWithProgress(client: LanguageClient, command: string, argument: Argument): Thenable<unknown> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: "docstring-lsp" };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    const token = randomUUID();
    let seen = 0;
    const reports = client.onProgress(WorkDoneProgress.type, token, (value) => {
      if (value.kind !== "end") {
        const percentage = value.percentage ?? seen;
        progress.report({ message: value.message ?? "", increment: percentage - seen });
        seen = percentage;
      }
    });
    const stop = cancel.onCancellationRequested(() =>
      client.sendNotification(WorkDoneProgressCancelNotification.type, { token }),
    );
    try {
      const params = { command, arguments: [argument], workDoneToken: token };
      return await client.sendRequest(ExecuteCommandRequest.type, params);
    } finally {
      reports.dispose();
      stop.dispose();
    }
  });
}

async function tellFailure<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`docstring-lsp: ${message}`);
    return undefined;
  }
}
