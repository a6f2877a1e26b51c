import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const journey = (version: string, more = ''): string => `system site uses form
system mail uses smoove
message hi via mail category utility { subject "Hi" body "Welcome!" }
message tip via mail category utility { subject "A tip" body "Begin here." }
automation care(who: contact) { send tip to who }
journey j { timezone "UTC"
version 2 { under way: ${version} }
stage begin { automation greet { on site.signed_up send hi run care(who: customer) } }
stage end
}
${more}`;

const codes = async (version: string): Promise<string[]> =>
  (await findings(journey(version), /^J0(201|41[3-6])/)).map((line) => line.split(' ')[1] ?? '');

describe('what had another name in an earlier version', () => {
  test('is a stage, an automation or a message', async () => {
    const source = 'move map early -> begin map welcome -> greet map look_after -> care map hello -> hi';
    expect(await codes(source)).toEqual([]);
    const [compiled] = (await open(journey(source))).compile().journeys;
    expect(compiled?.version?.renamings?.map(({ from, to }) => [from, to.kind, to.id])).toEqual([
      ['early', 'stage', 'j.begin'],
      ['welcome', 'automation', 'j.begin.greet'],
      ['look_after', 'automation', 'care'],
      ['hello', 'message', 'hi'],
    ]);
  });

  test.each([
    ['a name that nothing bears', 'move map early -> nowhere', ['J0201']],
    ['where nobody moves', 'finish on 1 map early -> begin', ['J0413']],
    ['a stage that is still there', 'move map end -> begin', ['J0414']],
    ['an automation that is still there', 'move map greet -> greet', ['J0414']],
    ['a message that is still sent', 'move map hi -> hi', ['J0414']],
    ['the same twice', 'move map early -> begin map early -> end', ['J0415']],
    ['a message that the journey does not send', 'move map hello -> tip', ['J0416']],
    ['one name for a stage and an automation', 'move map early -> begin map early -> greet', []],
  ])('%s', async (_, version, expected) => {
    expect(await codes(version)).toEqual(expected);
  });

  test('a line about what is still there can go', async () => {
    const version = (lines: string): string => journey(`move\n${lines}`);
    expect(await fixed(version('map end -> begin\nmap early -> begin'), 'J0414')).toBe(
      version('map early -> begin'),
    );
  });
});

test('a journey that extends another names the parts that it has from it', async () => {
  const more =
    'journey k extends j { version 3 { under way: move map early -> begin map welcome -> greet } }';
  const source = journey('move', more);
  expect(await findings(source, /^J0(201|41[3-6])/)).toEqual([]);
  const compiled = (await open(source)).compile().journeys.at(-1);
  expect(compiled?.version?.renamings?.map(({ to }) => to.id)).toEqual(['k.begin', 'k.begin.greet']);
});
