--- `:checkhealth docstring_lsp`: what would keep the server from starting, and what it runs with.
local M = {}

local NAME = 'docstring_lsp'

---@param config vim.lsp.Config
local function check_executable(config)
  if type(config.cmd) ~= 'table' then
    vim.health.info('cmd is a function: what it starts cannot be checked')
    return
  end
  local program = config.cmd[1]
  local found = vim.fn.exepath(program)
  if found == '' then
    vim.health.error(('`%s` is not executable, so no buffer will get a server'):format(program), {
      'Install it where Neovim finds it: `uv tool install docstring-lsp` or `pipx install docstring-lsp`',
      "Or name its full path: `vim.lsp.config('docstring_lsp', { cmd = { '/path/to/docstring-lsp', 'serve' } })`",
    })
    return
  end
  local ok, answer = pcall(function()
    return vim.system({ found, '--version' }, { text = true, timeout = 10000 }):wait()
  end)
  if ok and answer.code == 0 then
    vim.health.ok(('%s: %s'):format(found, vim.trim(answer.stdout)))
  else
    local reason = ok and vim.trim(answer.stderr or '') or tostring(answer)
    vim.health.error(('%s cannot be run: %s'):format(found, reason))
  end
end

--- What a server says of itself.
---@param client vim.lsp.Client
local function check_server(client)
  local bufnr = next(client.attached_buffers)
  local argument = bufnr and { uri = vim.uri_from_bufnr(bufnr) } or vim.empty_dict()
  local answer = client:request_sync('workspace/executeCommand', {
    command = 'docstringLsp.debugInformation',
    arguments = { argument },
  }, 5000)
  local told = answer and answer.result
  if not told then
    local reason = answer and answer.err and answer.err.message or 'nothing within five seconds'
    vim.health.error('the server does not say what it is: ' .. reason)
    return
  end
  vim.health.ok(('docstring-lsp %s on Python %s, %s'):format(told.version, told.python, told.executable))
  vim.health.info(('style: %s (%s)'):format(told.style, told.styleReason))
end

---@param config vim.lsp.Config
local function check_clients(config)
  if vim.lsp.is_enabled and not vim.lsp.is_enabled(NAME) then
    vim.health.warn('it is not enabled', { "Add `vim.lsp.enable('docstring_lsp')` to init.lua" })
    return
  end
  local clients = vim.lsp.get_clients({ name = NAME })
  if #clients == 0 then
    vim.health.info('no server runs yet: it starts with the first buffer of type '
      .. table.concat(config.filetypes or { 'any' }, ', '))
    return
  end
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_count(client.attached_buffers)
    local version = client.server_info and client.server_info.version or 'unknown version'
    local noun = buffers == 1 and 'buffer' or 'buffers'
    vim.health.ok(('client %d (%s) is attached to %d %s, root %s'):format(
      client.id, version, buffers, noun, client.root_dir or 'none'))
    check_server(client)
    vim.health.info('position encoding: ' .. client.offset_encoding)
    vim.health.info('settings: ' .. vim.inspect(client.settings or {}))
  end
end

function M.check()
  vim.health.start('docstring_lsp: Neovim')
  if vim.fn.has('nvim-0.11') == 0 then
    vim.health.error('Neovim 0.11 or newer is needed, for `vim.lsp.config`')
    return
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))

  vim.health.start('docstring_lsp: server')
  local config = vim.lsp.config[NAME]
  if not config then
    vim.health.error('`lsp/docstring_lsp.lua` is not on the runtime path', {
      'Install the folder `editors/neovim` as a plugin; see its README',
    })
    return
  end
  check_executable(config)

  vim.health.start('docstring_lsp: client')
  check_clients(config)
end

return M
