import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { neovimExecutable } from '../../src/programs/index.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const home = temporaryFolder('neovim');

const JOURNEY = `system crm "CRM" uses pipedrive
system landing "דף נחיתה" uses form
journey shop "חנות" {
timezone "Asia/Jerusalem"
stage visit "ביקור" {
automation capture "קליטה" {
on landing.signed_up as signup
crm.create_deal(title: signup.full_nam, person: signup)
}
}
}
`;

interface Session {
  readonly failure?: string;
  readonly findings: readonly { readonly code: string; readonly message: string; readonly line: number }[];
  readonly completion: readonly string[];
  readonly hover: string;
  readonly text: readonly string[];
}

let session: Session;

beforeAll(async () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(home.path, name), text);
    return join(home.path, name);
  };
  const settings = /```lua\n([^]*?)```/.exec(readFileSync(join(root, 'docs/editors.md'), 'utf8'))?.[1] ?? '';
  const command = file(
    'journey',
    `#!/bin/sh\nexec "${process.execPath}" "${root}/packages/cli/bin/journey.mjs" "$@"\n`,
  );
  chmodSync(command, 0o755);
  const report = join(home.path, 'report.json');
  const script = fileURLToPath(new URL('session.lua', import.meta.url));
  const editor = spawn(
    neovimExecutable() ?? 'nvim',
    ['--headless', '--clean', '-n', '-u', script, file('shop.journey', JOURNEY)],
    {
      env: {
        ...process.env,
        PATH: `${home.path}${delimiter}${process.env['PATH'] ?? ''}`,
        XDG_STATE_HOME: home.path,
        XDG_CACHE_HOME: home.path,
        JOURNEY_SETTINGS: file('settings.lua', settings),
        JOURNEY_REPORT: report,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  await once(editor, 'exit');
  session = JSON.parse(readFileSync(report, 'utf8')) as Session;
  expect(session.failure).toBeUndefined();
}, 120_000);

afterAll(() => {
  home.remove();
});

describe('Neovim, with the settings of docs/editors.md', () => {
  test('shows findings', () => {
    expect(session.findings).toContainEqual({
      code: 'J0205',
      line: 8,
      message: 'signup has no "full_nam". Did you mean "full_name"?',
      severity: 1,
    });
  });

  test('completes the fields of what a trigger brings', () => {
    expect(session.completion).toEqual(expect.arrayContaining(['full_name', 'email', 'phone']));
  });

  test('shows what an action takes', () => {
    expect(session.hover).toContain('action create_deal(');
  });

  test('renames a system, and brings the file into the canonical form', () => {
    expect(session.text).toEqual([
      'system deals "CRM" uses pipedrive',
      'system landing "דף נחיתה" uses form',
      '',
      'journey shop "חנות" {',
      '  timezone "Asia/Jerusalem"',
      '  stage visit "ביקור" {',
      '    automation capture "קליטה" {',
      '      on landing.signed_up as signup',
      '      deals.create_deal(title: signup.full_name, person: signup)',
      '    }',
      '  }',
      '}',
    ]);
  });
});
