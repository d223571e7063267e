--- What `vim.lsp.enable('docstring_lsp')` starts. Change it with `vim.lsp.config('docstring_lsp', …)`.
---@type vim.lsp.Config
return {
  cmd = { 'docstring-lsp', 'serve' },
  filetypes = { 'python' },
  root_markers = { 'docstring-lsp.toml', 'pyproject.toml', 'setup.cfg', 'setup.py', '.git' },
  handlers = {
    ['window/showDocument'] = function(...)
      return require('docstring_lsp.pages').on_show_document(...)
    end,
  },
  settings = { docstringLsp = vim.empty_dict() },
}
