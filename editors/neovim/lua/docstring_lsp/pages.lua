--- Pages beside the code: what the server answers with, and documents without a file that it opens.
local M = {}

--- Opens a window with a new page in it.
---@param name? string what the server calls it
---@return integer bufnr
local function open(name)
  vim.cmd.vnew()
  local page = vim.api.nvim_get_current_buf()
  if name then
    vim.api.nvim_buf_set_name(page, name)
  end
  vim.bo[page].buftype = 'nofile'
  vim.bo[page].bufhidden = 'wipe'
  vim.bo[page].swapfile = false
  vim.bo[page].filetype = 'markdown'
  return page
end

--- Shows a text to read.
---@param markdown string
function M.show(markdown)
  local page = open()
  vim.api.nvim_buf_set_lines(page, 0, -1, false, vim.split(markdown, '\n'))
  vim.bo[page].modifiable = false
end

--- Answers the server's wish to have a document shown: one without a file gets a window of its
--- own, beside the code, and grows there.
---@param failure lsp.ResponseError?
---@param params lsp.ShowDocumentParams
---@param context lsp.HandlerContext
---@return lsp.ShowDocumentResult
function M.on_show_document(failure, params, context)
  if not vim.startswith(params.uri, 'untitled:') then
    return vim.lsp.handlers['window/showDocument'](failure, params, context)
  end
  open(params.uri)
  return { success = true }
end

return M
