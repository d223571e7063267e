// The keys of models' vendors, in the editor's own secret storage: asked for, kept, handed over.
import * as vscode from "vscode";

/** Providers that take a key, as the server calls them. */
const PROVIDERS = ["anthropic", "openai", "openai-chat", "gemini", "compatible", "lm-studio", "ollama"];

const PREFIX = "docstring-lsp.key.";

export class Keys {
  constructor(private readonly storage: vscode.SecretStorage) {}

  /** Every key that is kept, by its provider. */
  async all(): Promise<Record<string, string>> {
    const kept: Record<string, string> = {};
    for (const provider of PROVIDERS) {
      const key = await this.storage.get(PREFIX + provider);
      if (key) {
        kept[provider] = key;
      }
    }
    return kept;
  }

  /** Asks for a key and keeps it; an empty one is forgotten. Returns whether anything changed. */
  async ask(): Promise<boolean> {
    const provider = await vscode.window.showQuickPick(PROVIDERS, { placeHolder: "Whose key?" });
    if (!provider) {
      return false;
    }
    const prompt = `The key of ${provider}; nothing to forget the one that is kept`;
    const key = await vscode.window.showInputBox({ prompt, password: true, ignoreFocusOut: true });
    if (key === undefined) {
      return false;
    }
    if (key.trim()) {
      await this.storage.store(PREFIX + provider, key.trim());
    } else {
      await this.storage.delete(PREFIX + provider);
    }
    return true;
  }
}
