--- What one can have done, by the buffer commands or from Lua: each function asks the server to run
--- one of its own commands.
---
--- The server answers with edits that Neovim applies; nothing here reads or writes Python.
local M = {}

local pages = require('docstring_lsp.pages')

local NAME = 'docstring_lsp'

---@class docstring_lsp.Style
---@field name string
---@field title string

---@class docstring_lsp.Styles
---@field style string
---@field reason string
---@field styles docstring_lsp.Style[]

---@type table<integer, table<string|integer, true>> client id to the tokens of its running work
local running = {}

---@param message string
---@param level integer
local function tell(message, level)
  vim.notify('docstring-lsp: ' .. message, level)
end

---@param bufnr integer
---@return vim.lsp.Client?
local function client_of(bufnr)
  local client = vim.lsp.get_clients({ bufnr = bufnr, name = NAME })[1]
  if not client then
    tell('no server is attached to this buffer; see :checkhealth docstring_lsp', vim.log.levels.ERROR)
  end
  return client
end

--- Runs a command of the server.
---@param bufnr integer
---@param command string
---@param argument table
---@param done? fun(result: any)
local function run(bufnr, command, argument, done)
  local client = client_of(bufnr)
  if not client then
    return
  end
  if next(argument) == nil then
    argument = vim.empty_dict()
  end
  local call = { title = command, command = command, arguments = { argument } }
  client:exec_cmd(call, { bufnr = bufnr }, function(failure, result)
    if failure then
      tell(failure.message, vim.log.levels.ERROR)
    elseif done then
      done(result)
    end
  end)
end

---@class docstring_lsp.GenerateOptions
---@field style? string the style to write in; the project's when left out
---@field replace? boolean write anew also where a docstring stands
---@field first? integer first line of a range, counted from 1
---@field last? integer last line of that range

--- Writes the docstring of the definition under the cursor, or of every one in a range of lines.
---@param options? docstring_lsp.GenerateOptions
function M.generate(options)
  options = options or {}
  local bufnr = vim.api.nvim_get_current_buf()
  local client = client_of(bufnr)
  if not client then
    return
  end
  local argument = {
    uri = vim.uri_from_bufnr(bufnr),
    style = options.style,
    replace = options.replace or nil,
  }
  if options.first then
    argument.range = {
      start = { line = options.first - 1, character = 0 },
      ['end'] = { line = options.last or options.first, character = 0 },
    }
  else
    argument.position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  end
  run(bufnr, 'docstringLsp.generate', argument)
end

--- Writes every missing docstring of the current file.
---@param style? string
function M.generate_file(style)
  local bufnr = vim.api.nvim_get_current_buf()
  run(bufnr, 'docstringLsp.generateFile', { uri = vim.uri_from_bufnr(bufnr), style = style })
end

--- Writes every missing docstring of the workspace; `cancel` stops it.
---@param style? string
function M.generate_workspace(style)
  run(vim.api.nvim_get_current_buf(), 'docstringLsp.generateWorkspace', { style = style })
end

--- Rewrites the docstrings of the workspace in one style, the project's when left out; `cancel` stops it.
---@param style? string
function M.convert_workspace(style)
  run(vim.api.nvim_get_current_buf(), 'docstringLsp.convertWorkspace', { style = style })
end

--- Sets the style to write in; without one, shows the styles and asks.
---@param style? string
function M.select_style(style)
  local bufnr = vim.api.nvim_get_current_buf()
  local function set(name)
    run(bufnr, 'docstringLsp.selectStyle', { style = name }, function()
      tell('writing in the style ' .. name, vim.log.levels.INFO)
    end)
  end
  if style then
    return set(style)
  end
  ---@param styles docstring_lsp.Styles
  run(bufnr, 'docstringLsp.selectStyle', {}, function(styles)
    vim.ui.select(styles.styles, {
      prompt = ('Docstring style (now %s: %s)'):format(styles.style, styles.reason),
      kind = 'docstring_lsp.style',
      format_item = function(item)
        return item.name == styles.style and item.title .. ' (current)' or item.title
      end,
    }, function(choice)
      if choice then
        set(choice.name)
      end
    end)
  end)
end

--- Shows a page that the server answers with, unless it has opened it itself.
---@param command string
---@param argument table
local function show_page(command, argument)
  run(vim.api.nvim_get_current_buf(), command, argument, function(result)
    if result and (result.markdown or '') ~= '' and not result.uri then
      pages.show(result.markdown)
    end
  end)
end

--- Shows what each model that is set up writes for the definition under the cursor.
function M.compare()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = client_of(bufnr)
  if client then
    local place = vim.lsp.util.make_position_params(0, client.offset_encoding).position
    show_page('docstringLsp.compare', { uri = vim.uri_from_bufnr(bufnr), position = place })
  end
end

--- Shows what models have taken and cost this month.
function M.stats()
  show_page('docstringLsp.stats', {})
end

--- Writes documents about the project, by the names of their types; without one, asks which.
---@param types string[]
function M.deliver(types)
  if #types > 0 then
    return show_page('docstringLsp.deliver', { types = types, show = true })
  end
  run(vim.api.nvim_get_current_buf(), 'docstringLsp.deliver', { list = true }, function(known)
    vim.ui.select(known.types, {
      prompt = 'Document',
      kind = 'docstring_lsp.deliverable',
      format_item = function(item)
        return item.title .. ': ' .. item.summary
      end,
    }, function(choice)
      if choice then
        show_page('docstringLsp.deliver', { types = { choice.name }, show = true })
      end
    end)
  end)
end

--- Has a sentence answered; "this" is the definition under the cursor.
---@param task string
function M.ask(task)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = client_of(bufnr)
  if client then
    local place = vim.lsp.util.make_position_params(0, client.offset_encoding).position
    local uri = vim.uri_from_bufnr(bufnr)
    show_page('docstringLsp.ask', { task = task, uri = uri, position = place, show = true })
  end
end

--- Writes a narrated tour of the project, about a line or what its entry points show.
---@param line? string
function M.script(line)
  show_page('docstringLsp.script', { line = line, show = true })
end

--- Opens the project's bible, begun where there is none.
---@param extend? boolean add what the project names and explains first
function M.bible(extend)
  local command = extend and 'docstringLsp.bible.bootstrap' or 'docstringLsp.bible.open'
  run(vim.api.nvim_get_current_buf(), command, {})
end

--- Returns what the server answers to a command within a second, for completion.
---@param bufnr integer
---@param command string
---@param argument table
---@return table
function M.ask_now(bufnr, command, argument)
  local client = vim.lsp.get_clients({ bufnr = bufnr, name = NAME })[1]
  local call = { command = command, arguments = { argument } }
  local answer = client and client:request_sync('workspace/executeCommand', call, 1000, bufnr)
  return answer and answer.result or {}
end

--- Stops the work that the server has under way for the current buffer's project.
function M.cancel()
  local client = client_of(vim.api.nvim_get_current_buf())
  if not client then
    return
  end
  local tokens = vim.tbl_keys(running[client.id] or {})
  for _, token in ipairs(tokens) do
    client:notify('window/workDoneProgress/cancel', { token = token })
  end
  tell(#tokens == 0 and 'nothing is under way' or 'stopping', vim.log.levels.INFO)
end

--- Remembers the work that runs, so that `cancel` can name it.
---@param client_id integer
---@param params lsp.ProgressParams
function M.on_progress(client_id, params)
  local kind = type(params.value) == 'table' and params.value.kind
  running[client_id] = running[client_id] or {}
  if kind == 'begin' then
    running[client_id][params.token] = true
  elseif kind == 'end' then
    running[client_id][params.token] = nil
  end
end

return M
