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
