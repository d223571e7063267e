-- Gives every buffer the server attaches to its commands, and takes them away again.
if vim.g.loaded_docstring_lsp or vim.fn.has('nvim-0.11') == 0 then
  return
end
vim.g.loaded_docstring_lsp = true

local group = vim.api.nvim_create_augroup('docstring_lsp', {})

---@param event { buf: integer, data: { client_id: integer } }
local function is_ours(event)
  local client = vim.lsp.get_client_by_id(event.data.client_id)
  return client ~= nil and client.name == 'docstring_lsp'
end

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  desc = 'Make the buffer commands of docstring-lsp',
  callback = function(event)
    if is_ours(event) then
      require('docstring_lsp.commands').on_attach(event.buf)
    end
  end,
})

vim.api.nvim_create_autocmd('LspDetach', {
  group = group,
  desc = 'Take the buffer commands of docstring-lsp away',
  callback = function(event)
    if is_ours(event) then
      require('docstring_lsp.commands').on_detach(event.buf)
    end
  end,
})

vim.api.nvim_create_autocmd('LspProgress', {
  group = group,
  desc = 'Remember which work of docstring-lsp can be cancelled',
  callback = function(event)
    if is_ours(event) then
      require('docstring_lsp').on_progress(event.data.client_id, event.data.params)
    end
  end,
})
