-- Works in Neovim as a person would, with the settings that docs/editors.md gives, and writes down what came of it.
local settings, report = vim.env.JOURNEY_SETTINGS, vim.env.JOURNEY_REPORT

-- Neovim 0.7, which long-lived systems still have, lacks what the settings use.
vim.g.do_filetype_lua = 1
vim.lsp.start = vim.lsp.start
  or function(config)
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
local format = vim.lsp.buf.format or vim.lsp.buf.formatting_sync

local function waitFor(what, condition)
  if not vim.wait(30000, condition, 50) then
    error('waited in vain for ' .. what)
  end
end

local function findings()
  return vim.tbl_map(function(each)
    return { code = each.code, message = each.message, line = each.lnum + 1, severity = each.severity }
  end, vim.diagnostic.get(0))
end

local function errors()
  return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local function putCursorOn(text, further)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. text, 'cW')
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + (further or 0))
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params or vim.lsp.util.make_position_params(), 30000)
  local _, answer = next(answers or {})
  return answer and answer.result
end

local function replace(from, to)
  vim.cmd('silent %s/\\V' .. from .. '/' .. to .. '/')
end

local function session()
  local said = {}
  waitFor('the server', function()
    return #vim.tbl_values(vim.lsp.buf_get_clients(0)) > 0
  end)
  waitFor('findings', function()
    return #errors() > 0
  end)
  said.findings = findings()

  putCursorOn('signup.full_nam', 7)
  local offered = ask('textDocument/completion')
  said.completion = vim.tbl_map(function(item)
    return item.label
  end, offered.items or offered)

  replace('full_nam,', 'full_name,')
  waitFor('the finding to go', function()
    return #errors() == 0
  end)

  putCursorOn('create_deal')
  said.hover = ask('textDocument/hover').contents.value

  putCursorOn('system crm', 7)
  vim.lsp.buf.rename('deals')
  waitFor('the new name', function()
    return vim.fn.search('\\Vdeals.create_deal', 'nw') > 0
  end)

  format()
  waitFor('the canonical form', function()
    return vim.fn.search('^  stage visit', 'nw') > 0
  end)
  said.text = lines()
  return said
end

dofile(settings)
vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.schedule(function()
      local fine, said = pcall(session)
      vim.fn.writefile({ vim.json.encode(fine and said or { failure = said }) }, report)
      vim.cmd('silent! wall')
      vim.cmd('qall!')
    end)
  end,
})
