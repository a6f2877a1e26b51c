import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder, type TestFolder } from './run-cli.ts';

const MAIL = `system mail "Mail" uses smoove

message hello via mail {
  topic news
  subject "Hello"
  body file "./hello.html"
}
`;

/** With a channel that there isn't: only where something is found are settings asked how grave it is. */
const JOURNEY = SHOP.replace('system crm', 'import { hello } from "./mail.journey"\n\nsystem crm')
  .replace('crm.create_deal', 'send hello\n      crm.create_deal')
  .replace('on web', 'on webb');

/** A folder with a journey that sends a message whose text is in a file of its own, and a cache of the test's own. */
function shop(): TestFolder & { check(...args: string[]): Promise<string>; entries(): string[] } {
  const folder = testFolder({ 'shop.journey': JOURNEY, 'mail.journey': MAIL, 'hello.html': '<p>Hello</p>' });
  const cache = testFolder();
  const env = { XDG_CACHE_HOME: cache.path, LOCALAPPDATA: cache.path };
  return {
    ...folder,
    check: async (...args) =>
      (await runCli(['check', 'shop.journey', ...args], { cwd: folder.path, env })).stdout,
    entries: () =>
      readdirSync(cache.path, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .map((file) => join(cache.path, file)),
  };
}

/** Makes the kept answer tell of a file more than there is, so that it shows whether it was what was said. */
function mark(entries: readonly string[]): void {
  const [entry = ''] = entries;
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('"files":1', '"files":77'));
}

describe('journey check, a second time', () => {
  it('says what it said before, where all that it looked at is as it was', async () => {
    const folder = shop();
    const said = await folder.check();
    expect(await folder.check()).toBe(said);
    mark(folder.entries());
    expect(await folder.check()).toContain('77 files');
    expect(await folder.check('--no-cache')).toBe(said);
  });

  it.each([
    ['the journey', 'shop.journey', JOURNEY.replace('Looks fine', 'Looks good')],
    ['a file that it imports', 'mail.journey', MAIL.replace('"Hello"', '"Hello there"')],
    ['the text of a message', 'hello.html', '<p>Hello {{nobody.knows}}</p>'],
    ['settings that were not there', 'journey.json', '{}'],
  ])('checks again after a change of %s', async (_, file, text) => {
    const folder = shop();
    await folder.check();
    mark(folder.entries());
    folder.write(file, text);
    expect(await folder.check()).not.toContain('77 files');
  });

  it('is another question in another language, or with other severities', async () => {
    const folder = shop();
    await folder.check();
    mark(folder.entries());
    expect(await folder.check('--lang', 'he')).not.toContain('77');
    expect(await folder.check('--severity', 'J0411=off')).not.toContain('77');
  });

  it('takes a kept answer that is broken for none', async () => {
    const folder = shop();
    const said = await folder.check();
    for (const entry of folder.entries()) writeFileSync(entry, '{ half');
    expect(await folder.check()).toBe(said);
  });
});
