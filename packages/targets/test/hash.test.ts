import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../src/hash.ts';

test('a text’s hash is the one that everybody else has of its UTF-8', () => {
  const isSame = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    expect(sha256(text)).toBe(createHash('sha256').update(bytes).digest('hex'));
  };
  for (const text of [
    '',
    'a'.repeat(55),
    'a'.repeat(56),
    'שלום 😀',
    '\ud800',
    'x\udc00y',
    '\u07ff\u0800\uffff',
  ])
    isSame(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), isSame));
});
