// The settings as the server is told them: only what somebody set. A default that was sent too
// would win over the project's own pyproject.toml.
import * as vscode from "vscode";
import type { ConfigurationParams } from "vscode-languageclient/node";

export const SECTION = "docstringLsp";

/** Settings that this side uses itself. */
const OWN = ["server.", "trace."];

export class Settings {
  /** The names of what only the user can set, and which the server is told when it starts. */
  readonly personal: readonly string[];
  private readonly names: readonly string[];

  constructor(extension: vscode.Extension<unknown>) {
    const contributed: Record<string, { scope: string }> = extension.packageJSON.contributes.configuration.properties;
    this.names = Object.keys(contributed)
      .map((name) => name.slice(SECTION.length + 1))
      .filter((name) => !OWN.some((prefix) => name.startsWith(prefix)));
    this.personal = Object.keys(contributed).filter((name) =>
      ["application", "machine"].includes(contributed[name]?.scope ?? ""),
    );
  }

  /** Answers `workspace/configuration`. */
  answer(params: ConfigurationParams): unknown[] {
    return params.items.map(({ section, scopeUri }) =>
      section === SECTION ? this.section(scopeUri ? vscode.Uri.parse(scopeUri) : undefined) : null,
    );
  }

  /** What is set for a place, and beside it what the user's own settings say. */
  section(scope?: vscode.Uri): object {
    const configuration = vscode.workspace.getConfiguration(SECTION, scope ?? null);
    const all: Nested = {};
    const user: Nested = {};
    for (const name of this.names) {
      const found = configuration.inspect(name);
      const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
      put(all, name, value);
      put(user, name, found?.globalValue);
    }
    return { ...all, userSettings: user };
  }
}

type Nested = { [name: string]: unknown };

function put(target: Nested, name: string, value: unknown): void {
  if (value === undefined) {
    return;
  }
  const [last = name, ...outer] = name.split(".").reverse();
  let inner = target;
  for (const part of outer.reverse()) {
    const next = (inner[part] ?? {}) as Nested;
    inner[part] = next;
    inner = next;
  }
  inner[last] = value;
}
