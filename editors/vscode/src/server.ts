// The running server: starts it, stops it, starts it anew, and tells what state it is in.
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, State } from "vscode-languageclient/node";
import { interpreters } from "./environment.js";
import type { Keys } from "./keys.js";
import { type Command, INSTALL_COMMAND, locate, ServerNotFoundError, surroundings } from "./locate.js";
import { SECTION, type Settings } from "./settings.js";

export const SELECTOR = [
  { scheme: "file", language: "python" },
  { scheme: "untitled", language: "python" },
  { scheme: "vscode-notebook-cell", language: "python" },
];

export type Condition =
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly client: LanguageClient; readonly version: string }
  | { readonly kind: "stopped"; readonly reason: string; readonly notFound?: boolean };

/**
 * The one server of this window.
 *
 * @param folder Where its process stands.
 */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Condition>();
  private client: LanguageClient | undefined;
  private command: Command | undefined;
  private queue: Promise<void> = Promise.resolve();
  private latest: Condition = { kind: "stopped", reason: "not started" };

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly folder: string,
  ) {}

  get condition(): Condition {
    return this.latest;
  }

  /** The client, once it runs; the reason is shown to the user where it does not. */
  async ready(): Promise<LanguageClient | undefined> {
    await this.queue;
    if (this.latest.kind === "stopped") {
      void this.offerHelp(this.latest.reason, this.latest.notFound === true);
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

  /** Asks for the key of a model's vendor, and starts the server anew with it. */
  async setKey(): Promise<void> {
    if (await this.keys.ask()) {
      await this.restart();
    }
  }

  /** Starts the server anew if it would be found elsewhere now. */
  async relocate(): Promise<void> {
    const found = await find().catch(() => undefined);
    if (found?.program !== this.command?.program) {
      await this.restart();
    }
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
      this.command = undefined;
      this.command = await find();
      const client = this.makeClient(this.command, await this.keys.all());
      this.client = client;
      await client.start();
      client.onDidChangeState(({ newState }) => this.follow(client, newState));
      this.follow(client, client.state);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.error(reason);
      const notFound = error instanceof ServerNotFoundError;
      this.become({ kind: "stopped", reason, notFound });
      void this.offerHelp(reason, notFound);
    }
  }

  private makeClient({ program, args, origin }: Command, userKeys: Record<string, string>): LanguageClient {
    this.log.info(`Starting ${[program, ...args].join(" ")}, ${origin}`);
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      traceOutputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: { ...this.settings.section(), userKeys },
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
    const offers = notFound ? [INSTALL, SETTINGS, AGAIN] : [AGAIN, SETTINGS, LOGS];
    const chosen = await vscode.window.showErrorMessage(`docstring-lsp: ${reason}`, ...offers);
    if (chosen === INSTALL) {
      const terminal = vscode.window.createTerminal("docstring-lsp");
      terminal.show();
      // Typed and not run: whoever installs presses Enter.
      terminal.sendText(INSTALL_COMMAND, false);
    } else if (chosen === SETTINGS) {
      await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.server.command`);
    } else if (chosen === AGAIN) {
      await this.restart();
    } else if (chosen === LOGS) {
      this.log.show();
    }
  }
}

const INSTALL = "Install in Terminal";
const SETTINGS = "Open Settings";
const AGAIN = "Try Again";
const LOGS = "Show Logs";

/** Finds the server for this window. */
async function find(): Promise<Command> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const setting = vscode.workspace.getConfiguration(SECTION).get<string[]>("server.command", []);
  return locate(setting, surroundings(folder?.fsPath, await interpreters(folder)));
}
