--- The buffer commands: their names, what they take, and what each has done.
local M = {}

local docstrings = require('docstring_lsp')

---@param bufnr integer
---@return docstring_lsp.Style[]
local function styles(bufnr)
  return docstrings.ask_now(bufnr, 'docstringLsp.selectStyle', vim.empty_dict()).styles or {}
end

--- The types of document that the server can write.
---@param bufnr integer
---@return { name: string }[]
local function documents(bufnr)
  return docstrings.ask_now(bufnr, 'docstringLsp.deliver', { list = true }).types or {}
end

--- The names that begin with what is typed.
---@param named { name: string }[]
---@param typed string
---@return string[]
local function matching(named, typed)
  local names = vim.tbl_map(function(each)
    return each.name
  end, named)
  return vim.tbl_filter(function(name)
    return vim.startswith(name, typed)
  end, names)
end

---@param call vim.api.keyset.create_user_command.command_args
---@return string?
local function style_of(call)
  return call.args ~= '' and call.args or nil
end

---@class docstring_lsp.Command
---@field run fun(call: table)
---@field options vim.api.keyset.user_command
---@field complete? fun(bufnr: integer): { name: string }[] what the argument may be

---@type table<string, docstring_lsp.Command>
local COMMANDS = {
  DocstringGenerate = {
    run = function(call)
      local ranged = call.range > 0
      docstrings.generate({
        style = style_of(call),
        replace = call.bang,
        first = ranged and call.line1 or nil,
        last = ranged and call.line2 or nil,
      })
    end,
    complete = styles,
    options = {
      nargs = '?',
      bang = true,
      range = true,
      desc = 'Write the docstring under the cursor, or of every definition in the range',
    },
  },
  DocstringGenerateFile = {
    run = function(call)
      docstrings.generate_file(style_of(call))
    end,
    complete = styles,
    options = { nargs = '?', desc = 'Write every missing docstring of the file' },
  },
  DocstringGenerateWorkspace = {
    run = function(call)
      docstrings.generate_workspace(style_of(call))
    end,
    complete = styles,
    options = { nargs = '?', desc = 'Write every missing docstring of the workspace' },
  },
  DocstringConvertWorkspace = {
    run = function(call)
      docstrings.convert_workspace(style_of(call))
    end,
    complete = styles,
    options = { nargs = '?', desc = 'Rewrite every docstring of the workspace in one style' },
  },
  DocstringStyle = {
    run = function(call)
      docstrings.select_style(style_of(call))
    end,
    complete = styles,
    options = { nargs = '?', desc = 'Show or set the docstring style' },
  },
  DocstringDeliver = {
    run = function(call)
      docstrings.deliver(call.fargs)
    end,
    complete = documents,
    options = { nargs = '*', desc = 'Write documents about the project' },
  },
  DocstringAsk = {
    run = function(call)
      docstrings.ask(call.args)
    end,
    options = { nargs = '+', desc = 'Have a sentence answered' },
  },
  DocstringScript = {
    run = function(call)
      docstrings.script(style_of(call))
    end,
    options = { nargs = '*', desc = 'Write a narrated tour of the project' },
  },
  DocstringBible = {
    run = function(call)
      docstrings.bible(call.bang)
    end,
    options = { nargs = 0, bang = true, desc = 'Open the bible; with ! extend it first' },
  },
  DocstringCompare = {
    run = function()
      docstrings.compare()
    end,
    options = { nargs = 0, desc = 'Show what each model writes for the definition' },
  },
  DocstringStats = {
    run = function()
      docstrings.stats()
    end,
    options = { nargs = 0, desc = 'Show what models have taken and cost this month' },
  },
  DocstringCancel = {
    run = function()
      docstrings.cancel()
    end,
    options = { nargs = 0, desc = 'Stop what docstring-lsp has under way' },
  },
}

--- Makes the buffer's commands.
---@param bufnr integer
function M.on_attach(bufnr)
  for name, command in pairs(COMMANDS) do
    local options = vim.tbl_extend('error', {}, command.options)
    if command.complete then
      options.complete = function(typed)
        return matching(command.complete(bufnr), typed)
      end
    end
    vim.api.nvim_buf_create_user_command(bufnr, name, command.run, options)
  end
end

--- Takes the buffer's commands away.
---@param bufnr integer
function M.on_detach(bufnr)
  if not vim.api.nvim_buf_is_valid(bufnr) then
    return
  end
  local present = vim.api.nvim_buf_get_commands(bufnr, {})
  for name in pairs(COMMANDS) do
    if present[name] then
      vim.api.nvim_buf_del_user_command(bufnr, name)
    end
  end
end

return M
