import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { formatText, libraryFiles } from '@journey/language';
import { fixed } from './support/fixes.ts';
import { open } from './support/workspace.ts';

const example = readFileSync(
  new URL('../../../examples/match-meeting/match-meeting.journey', import.meta.url),
  'utf8',
);
const texts = [example, ...libraryFiles.map(({ text }) => text)];

const mutation = fc.record({
  text: fc.constantFrom(...texts),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '"',
      '"""',
      '(',
      '/*',
      '//',
      '\0',
      '\uFEFF',
      '\u202E',
      '\uD800',
      'journey',
      '.',
      '\r\n',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  ),
});

test('any text is parsed, checked and compiled without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const mutated = mutations.reduce((text, { at, remove, insert }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      }, mutations[0]?.text ?? '');
      const document = await open(mutated);
      expect(document.compile().journeys.length).toBeGreaterThanOrEqual(0);
      for (const { code, message, range } of document.diagnostics) {
        expect(code).toMatch(/^J\d{4}$/);
        expect(message).toMatch(/[.…]$|\?/);
        expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
      }
    }),
    { numRuns: 200 },
  );
}, 120_000);

test.each(['', ' ', '\uFEFF', '\0', '\r\n\r\n', '"', '"""', '/*', '{'.repeat(200), '\uD800', 'journey'])(
  'odd file %j',
  async (text) => {
    expect((await open(text)).compile().journeys).toEqual([]);
  },
);

test.each([
  ['brackets in each other', `segment s where ${'('.repeat(10_000)}true${')'.repeat(10_000)}`, 'J0016'],
  ['a sum of many terms', `segment s where 1${' + 1'.repeat(10_000)} > 2`, 'J0017'],
  ['a condition that is denied again and again', `segment s where ${'not '.repeat(10_000)}true`, 'J0017'],
  ['a name behind a name', `segment s where customer${'.email'.repeat(10_000)} == "a"`, 'J0017'],
  ['blocks in each other', `journey j { ${'stage s { '.repeat(10_000)}${'}'.repeat(10_001)}`, 'J0016'],
  ['comments in each other', `${'/* '.repeat(10_000)}${'*/ '.repeat(10_000)}`, 'J0013'],
  ['one slip after the other', `journey j { ${'nonsense 17 '.repeat(10_000)}}`, 'J0102'],
])('%s, ten thousand times, are a finding, and what follows is read', async (_, text, code) => {
  const document = await open(`${text}\npersona owner "Owner"`);
  expect(document.diagnostics.map((each) => each.code)).toContain(code);
  expect(document.compile().personas.map(({ label }) => label)).toEqual(['Owner']);
});

describe('characters that change the direction of writing', () => {
  const MARKS = ['\u200E', '\u200F', '\u061C'];
  const EMBEDDINGS = ['\u202A', '\u202B', '\u202D', '\u202E'];
  const ISOLATES = ['\u2066', '\u2067', '\u2068'];
  const found = async (text: string): Promise<string[]> =>
    (await open(text)).diagnostics.map(({ code }) => String(code));

  test.each([...MARKS, ...EMBEDDINGS, '\u202C', ...ISOLATES, '\u2069'])(
    '%j has no place outside of texts and comments, and is taken out',
    async (control) => {
      expect(await found(`persona owner ${control}"Owner"`)).toEqual(['J0003']);
      expect(await fixed(`persona owner ${control}"Owner"`, 'J0003')).toBe('persona owner "Owner"');
      expect(await found(`${control}persona owner "Owner"`)).toEqual(['J0003']);
    },
  );

  test.each(MARKS)('%j orders what is beside it, and may stand in texts and comments', async (mark) => {
    expect(await found(`// a ${mark}b\npersona owner "Ow${mark}ner"`)).toEqual([]);
  });

  test.each([...EMBEDDINGS.map((each) => [each, '\u202C']), ...ISOLATES.map((each) => [each, '\u2069'])])(
    '%j is ended in its line by %j',
    async (begin = '', end = '') => {
      expect(await found(`// a ${begin}b${end} c\npersona owner "Ow${begin}ne${end}r"`)).toEqual([]);
      for (const text of [
        `// a ${begin}b\npersona owner "Owner"`,
        `persona owner "Ow${begin}ner"`,
        `/* a ${begin}b\n ${end} c */\npersona owner "Owner"`,
        `persona owner { quote """\n  a ${begin}b\n  ${end}c\n""" }`,
      ]) {
        expect(await found(text), JSON.stringify(text)).toEqual(['J0018']);
        expect(await fixed(text, 'J0018')).toBe(text.replace(begin, ''));
      }
    },
  );

  test('where such a text is meant to be so, a reason silences the finding', async () => {
    expect(
      await found('// ignore J0018: a sample of what people paste\npersona owner "Ow\u202Ener"'),
    ).toEqual([]);
  });

  test('an isolate ends what was begun in it, and what ends nothing does nothing', async () => {
    expect(await found('persona owner "a \u2067b \u202Ec\u2069 d"')).toEqual([]);
    expect(await found('persona owner "a \u202C\u2069b"')).toEqual([]);
    expect(await found('persona owner "a \u202B\u2067b\u202C c"')).toEqual(['J0018', 'J0018']);
  });
});

describe('line ends of Windows', () => {
  const others = readdirSync(new URL('../../../examples/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => name.endsWith('.journey'))
    .map(
      (name) => [name, readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8')] as const,
    );

  test.each(others)('%s says the same with them, and keeps them', async (_, text) => {
    const windows = text.replaceAll('\n', '\r\n');
    const [plain, other] = [await open(text), await open(windows)];
    const placed = ({ diagnostics }: typeof plain) =>
      diagnostics.map(({ code, message, range }) => ({ code, message, range }));
    expect(placed(other)).toEqual(placed(plain));
    const meant = ({ compile }: typeof plain) =>
      JSON.stringify(compile(), (key, value: unknown) => (key === 'file' ? undefined : value));
    expect(meant(other)).toBe(meant(plain));
    expect(formatText(windows)).toEqual({ text: windows, hasErrors: false });
    expect(formatText(windows.replaceAll('  ', '\t')).text).toBe(windows);
  });

  test('stay where a statement is broken, and are those of the first line', () => {
    const broken = 'persona   a\r\n\r\npersona "x" {\r\n  goal\r\n}\r\n';
    const { text, hasErrors } = formatText(broken);
    expect(hasErrors).toBe(true);
    expect(text).not.toMatch(/(?<!\r)\n/);
    expect(formatText('persona a\npersona b\r\npersona c\r\n').text).not.toContain('\r');
    expect(formatText('persona a\r\npersona b\npersona c\n').text).toBe(
      'persona a\r\npersona b\r\npersona c\r\n',
    );
  });
});

test('a button whose label is behind another button has none, and is checked all the same', async () => {
  const text =
    'system wa uses whatsapp { number: "1" }\nmessage again "Again" via wa { text "When?" button { button "Next week" reply }';
  const { diagnostics } = await open(text);
  expect(diagnostics.filter(({ code }) => code === undefined)).toEqual([]);
  expect(diagnostics.length).toBeGreaterThan(0);
});

test('what an event brings may be called like its system (fuzz, seeds 60160 and 69583)', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const document = await open(`system crm uses pipedrive
system mail uses smoove
message hi via mail category transactional { subject "Hi" body "Hello {{crm.title}}" }
journey j "J" {
  timezone "Europe/London"
  stage s "S" {
    automation a { on crm.deal_won as crm where known(crm.title) send hi }
  }
}`);
  expect(document.compile().journeys.length).toBe(1);
  expect(document.diagnostics.map(({ message }) => message)).toEqual([]);
  expect(report).not.toHaveBeenCalled();
  report.mockRestore();
});
