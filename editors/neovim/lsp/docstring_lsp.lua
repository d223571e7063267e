--- What `vim.lsp.enable('docstring_lsp')` starts. Change it with `vim.lsp.config('docstring_lsp', …)`.
---@type vim.lsp.Config
return {
  cmd = { 'docstring-lsp', 'serve' },
  filetypes = { 'python' },
  root_markers = { 'docstring-lsp.toml', 'pyproject.toml', 'setup.cfg', 'setup.py', '.git' },
  settings = { docstringLsp = vim.empty_dict() },
}
