-- Works through one file in a real Neovim, as its user would; writes what happened as JSON.
--
-- usage: nvim --headless FILE -S drive_neovim.lua, with $RECORD the file to write

local record = { steps = {} }
local WAIT, POLL = 30000, 20

local function finish(failure)
  record.failure = failure
  record.messages = vim.fn.execute('messages')
  local file = assert(io.open(vim.env.RECORD, 'w'))
  file:write(vim.json.encode(record))
  file:close()
  for _, client in ipairs(vim.lsp.get_clients()) do
    client:stop()
  end
  vim.wait(3000, function()
    return #vim.lsp.get_clients() == 0
  end, POLL)
  vim.cmd('qall!')
end

local function wait_for(what, condition)
  if not vim.wait(WAIT, condition, POLL) then
    error('waited in vain for: ' .. what)
  end
end

local function text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), '\n')
end

--- Runs an act and waits until it changed the buffer.
local function until_changed(bufnr, what, act)
  local before = text(bufnr)
  act()
  wait_for(what, function()
    return text(bufnr) ~= before
  end)
end

local function go_to(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search(pattern, 'W') > 0, pattern)
end

--- Saves, and keeps what stands on the disk then.
local function save(step)
  vim.cmd.write()
  local file = assert(io.open(vim.api.nvim_buf_get_name(0)))
  record.steps[step] = file:read('a')
  file:close()
end

local function attach(bufnr)
  wait_for('a client', function()
    local client = vim.lsp.get_clients({ bufnr = bufnr, name = 'docstring_lsp' })[1]
    return client and client.initialized
  end)
  local client = vim.lsp.get_clients({ bufnr = bufnr })[1]
  record.server = client.server_info
  record.root = client.root_dir
  wait_for('diagnostics', function()
    return #vim.diagnostic.get(bufnr) > 0
  end)
  record.diagnostics = vim.tbl_map(function(diagnostic)
    return {
      line = diagnostic.lnum + 1,
      code = diagnostic.code,
      message = diagnostic.message,
      source = diagnostic.source,
    }
  end, vim.diagnostic.get(bufnr))
  record.commands = vim.tbl_keys(vim.api.nvim_buf_get_commands(bufnr, {}))
end

local function quick_fix(bufnr)
  go_to('def quote')
  local offered = {}
  until_changed(bufnr, 'the quick fix', function()
    vim.lsp.buf.code_action({
      context = { only = { 'quickfix' }, diagnostics = {} },
      apply = true,
      filter = function(action)
        table.insert(offered, action.title)
        return action.title:find('`quote`', 1, true) ~= nil
      end,
    })
  end)
  record.quick_fixes = offered
  save('quick_fix')
end

local function command(bufnr)
  go_to('def parse_weight')
  until_changed(bufnr, ':DocstringGenerate', function()
    vim.cmd('DocstringGenerate numpy')
  end)
  save('command')
end

local function select_style(bufnr)
  local asked
  vim.ui.select = function(items, options, choose)
    asked = { prompt = options.prompt, items = vim.tbl_map(options.format_item, items) }
    choose(vim.iter(items):find(function(item)
      return item.name == 'sphinx'
    end))
  end
  vim.cmd('DocstringStyle')
  wait_for('the list of styles', function()
    return asked ~= nil
  end)
  record.styles = asked
  record.completed = vim.fn.getcompletion('DocstringStyle n', 'cmdline')
  wait_for('the style to be set', function()
    return vim.fn.execute('messages'):find('writing in the style sphinx', 1, true) ~= nil
  end)
end

local function whole_file(bufnr)
  until_changed(bufnr, ':DocstringGenerateFile', function()
    vim.cmd('DocstringGenerateFile')
  end)
  wait_for('nothing to be missing, and two styles to be told of', function()
    local codes = vim.tbl_map(function(diagnostic)
      return diagnostic.code
    end, vim.diagnostic.get(bufnr))
    return #codes > 0 and vim.iter(codes):all(function(code)
      return code == 'DL500'
    end)
  end)
  save('file')
end

local function workspace()
  local other = vim.fs.joinpath(vim.fn.getcwd(), 'rates.py')
  vim.cmd('DocstringGenerateWorkspace')
  wait_for(':DocstringGenerateWorkspace', function()
    return vim.fn.bufexists(other) == 1 and vim.bo[vim.fn.bufnr(other)].modified
  end)
  vim.cmd('wall')
  local file = assert(io.open(other))
  record.steps.workspace = file:read('a')
  file:close()
end

--- Runs a command that opens a page beside the file, and returns what stands on it once it does
--- not grow any more.
local function page_of(command)
  local first = vim.api.nvim_get_current_win()
  local before, since = '', 0
  vim.cmd(command)
  wait_for(command, function()
    if vim.bo.filetype ~= 'markdown' or text(0) ~= before then
      before, since = vim.bo.filetype == 'markdown' and text(0) or '', vim.uv.now()
    end
    return before ~= '' and vim.uv.now() - since > 500
  end)
  record.pages = vim.list_extend(record.pages or {}, { vim.fn.expand('%:t') })
  local page = text(0)
  vim.cmd.close()
  vim.api.nvim_set_current_win(first)
  return page
end

local function pages()
  record.document = page_of('DocstringDeliver tool-outline')
  record.answer = page_of('DocstringAsk explain parse_weight')
end

local function health()
  vim.cmd('checkhealth docstring_lsp')
  record.health = text(0)
  vim.cmd.bwipeout()
  vim.cmd.help('docstring-lsp')
  record.help = vim.fn.expand('%:t')
  vim.cmd.helpclose()
end

local function main()
  local bufnr = vim.api.nvim_get_current_buf()
  attach(bufnr)
  quick_fix(bufnr)
  command(bufnr)
  select_style(bufnr)
  whole_file(bufnr)
  workspace()
  pages()
  health()
end

vim.schedule(function()
  local ok, failure = xpcall(main, debug.traceback)
  finish(not ok and failure or nil)
end)
