// The running server: starts it, stops it, starts it anew, and tells what state it is in.
import * as vscode from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { INSTALL_COMMAND, locate, ServerNotFoundError, surroundings } from "./locate.js";
import { SECTION, type Settings } from "./settings.js";

export const SELECTOR = [
  { scheme: "file", language: "python" },
  { scheme: "untitled", language: "python" },
];

export type Condition =
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly client: LanguageClient; readonly version: string }
  | { readonly kind: "stopped"; readonly reason: string };

/**
 * The one server of this window.
 *
 * @param folder Where its process stands.
 */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Condition>();
  private client: LanguageClient | undefined;
  private queue: Promise<void> = Promise.resolve();
  private latest: Condition = { kind: "stopped", reason: "not started" };

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly settings: Settings,
    private readonly folder: string,
  ) {}

  get condition(): Condition {
    return this.latest;
  }

  /** The client, once it runs; the reason is shown to the user where it does not. */
  async ready(): Promise<LanguageClient | undefined> {
    await this.queue;
    if (this.latest.kind === "stopped") {
      void vscode.window.showErrorMessage(`docstring-lsp is not running: ${this.latest.reason}`);
    }
    return this.latest.kind === "running" ? this.latest.client : undefined;
  }

  /** Starts the server, or stops it first where it runs. One start at a time. */
  restart(): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.halt();
      await this.launch();
    });
    return this.queue;
  }

  stop(): Promise<void> {
    this.queue = this.queue.then(() => this.halt());
    return this.queue;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private become(condition: Condition): void {
    this.latest = condition;
    this.changed.fire(condition);
  }

  private async launch(): Promise<void> {
    this.become({ kind: "starting" });
    try {
      const client = this.makeClient();
      this.client = client;
      await client.start();
      client.onDidChangeState(({ newState }) => this.follow(client, newState));
      this.follow(client, client.state);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.error(reason);
      this.become({ kind: "stopped", reason });
      void this.offerHelp(reason, error instanceof ServerNotFoundError);
    }
  }

  private makeClient(): LanguageClient {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const setting = vscode.workspace.getConfiguration(SECTION).get<string[]>("server.command", []);
    const { program, args, origin } = locate(setting, surroundings(folder));
    this.log.info(`Starting ${[program, ...args].join(" ")}, ${origin}`);
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      traceOutputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: this.settings.section(),
      middleware: { workspace: { configuration: (params) => this.settings.answer(params) } },
    };
    // Not in the workspace: `python -m` would import what lies there.
    const server = { command: program, args: [...args], options: { cwd: this.folder } };
    return new LanguageClient(SECTION, "docstring-lsp", server, options);
  }

  private follow(client: LanguageClient, state: State): void {
    if (client !== this.client) {
      return;
    }
    if (state === State.Running) {
      const version = client.initializeResult?.serverInfo?.version ?? "";
      this.become({ kind: "running", client, version });
    } else if (state === State.Starting) {
      this.become({ kind: "starting" });
    } else {
      this.become({ kind: "stopped", reason: "it ended; the log may say why" });
    }
  }

  private async halt(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.warn(`The server did not stop in order: ${String(error)}`);
    }
    this.become({ kind: "stopped", reason: "stopped" });
  }

  private async offerHelp(reason: string, notFound: boolean): Promise<void> {
    const copy = "Copy Install Command";
    const settings = "Open Settings";
    const logs = "Show Logs";
    const offers = notFound ? [copy, settings] : [settings, logs];
    const chosen = await vscode.window.showErrorMessage(`docstring-lsp: ${reason}`, ...offers);
    if (chosen === copy) {
      await vscode.env.clipboard.writeText(INSTALL_COMMAND);
    } else if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.server.command`);
    } else if (chosen === logs) {
      this.log.show();
    }
  }
}
