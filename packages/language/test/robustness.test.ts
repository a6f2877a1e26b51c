import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryFiles } from '@journey/language';
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
