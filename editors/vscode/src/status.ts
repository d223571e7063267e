// The entry in the language status of a Python file: whether the server runs, and how to get at it.
import * as vscode from "vscode";
import { type Condition, SELECTOR, type Server } from "./server.js";

export function showStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("docstring-lsp.status", SELECTOR);
  item.name = "docstring-lsp";
  const show = (condition: Condition) => Object.assign(item, face(condition));
  show(server.condition);
  return vscode.Disposable.from(item, server.onDidChange(show));
}

type Face = Pick<vscode.LanguageStatusItem, "busy" | "command" | "detail" | "severity" | "text">;

function face(condition: Condition): Face {
  const text = "docstring-lsp";
  const severity = vscode.LanguageStatusSeverity;
  switch (condition.kind) {
    case "starting": {
      const command = { command: "docstring-lsp.showLogs", title: "Show Logs" };
      return { text, detail: "starting", busy: true, severity: severity.Information, command };
    }
    case "running": {
      const command = { command: "docstring-lsp.selectStyle", title: "Select Style" };
      return { text, detail: condition.version, busy: false, severity: severity.Information, command };
    }
    case "stopped": {
      const command = { command: "docstring-lsp.restart", title: "Restart Server" };
      return { text, detail: condition.reason, busy: false, severity: severity.Error, command };
    }
  }
}
