import { describe, expect, it } from 'vitest';
import { setLines, textWidth } from '../src/scene/measure.ts';
import type { TypeName } from '../src/scene/type.ts';

function wrap(text: string, width: number, type: TypeName, maxLines: number): string[] {
  return setLines(text, width, type, maxLines).map((line) => line.text);
}

describe('wrapping', () => {
  it('keeps words whole where they fit', () => {
    expect(wrap('one two three four', textWidth('one two', 'body'), 'body', 5)).toEqual([
      'one two',
      'three',
      'four',
    ]);
  });

  it.each([
    ['open (24/7) for you', 'open (24/', ['open', '(24/7) for', 'you']],
    ['an e-mail', 'an e-m', ['an', 'e-mail']],
    ['on the sign-up page', 'on the sign-', ['on the sign-', 'up page']],
    ['Hello {first name}, hi', '{first name},', ['Hello', '{first name},', 'hi']],
    ['פתוח (24/7) לכולם', 'פתוח (24/', ['פתוח', '(24/7)', 'לכולם']],
  ])('ends no line inside what belongs together: %s', (text, longest, lines) => {
    expect(wrap(text, textWidth(longest, 'body'), 'body', 5)).toEqual(lines);
  });

  it('breaks a formula between its parts before it breaks a name', () => {
    const formula = 'count(webshop.ordered) / count(webshop.cart_abandoned)';
    const linesOf = (longest: string) => wrap(formula, textWidth(longest, 'code'), 'code', 9);
    expect(linesOf('count(webshop.cart_abandoned)')).toEqual([
      'count(webshop.ordered) /',
      'count(webshop.cart_abandoned)',
    ]);
    expect(linesOf('webshop.cart_abandoned)')).toEqual([
      'count(webshop.ordered)',
      '/',
      'count(',
      'webshop.cart_abandoned)',
    ]);
    expect(linesOf('cart_abandoned)').slice(-3)).toEqual(['count(', 'webshop.', 'cart_abandoned)']);
  });

  it('breaks an address behind its protocol’s slashes only', () => {
    const lines = wrap(
      'https://calendar.example.com/match-meeting',
      textWidth('https://calendar.example.com/', 'body'),
      'body',
      5,
    );
    expect(lines).toEqual(['https://calendar.example.com/', 'match-meeting']);
  });

  it('leaves no word alone on the last line where the lines can share it', () => {
    const width = textWidth('the score of the answer is at least', 'body');
    expect(wrap('the score of the answer is at least 9', width, 'body', 3)).toEqual([
      'the score of the answer',
      'is at least 9',
    ]);
  });

  it('breaks a word that is longer than a line, between letters that people see', () => {
    const lines = wrap('שָׁלוֹםשָׁלוֹםשָׁלוֹם', textWidth('שָׁלוֹם', 'body'), 'body', 9);
    expect(lines).toEqual(['שָׁלוֹם', 'שָׁלוֹם', 'שָׁלוֹם']);
  });

  it('ends in an ellipsis only after the last line there is room for', () => {
    const width = textWidth('three four', 'body');
    expect(wrap('one two three four', width, 'body', 2)).toEqual(['one two', 'three four']);
    const [first, last = ''] = wrap('one two three four five', width, 'body', 2);
    expect(first).toBe('one two');
    expect(last).toMatch(/^three f.*…$/u);
    expect(textWidth(last, 'body')).toBeLessThanOrEqual(width);
  });

  it('closes an isolate at the end of a line and opens it again on the next', () => {
    const text = '\u2068Landing page of spring\u2069: נרשמו';
    const lines = wrap(text, textWidth('Landing page', 'body') + 1, 'body', 9);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const opened = line.match(/[\u2066-\u2068]/gu)?.length ?? 0;
      expect(line.match(/\u2069/gu)?.length ?? 0).toBe(opened);
    }
  });

  it('keeps the direction of a phrase that a line breaks', () => {
    const text = 'כאשר: \u2068\u2068Landing page\u2069: נרשמו לרשימה\u2069';
    const [first] = wrap(text, textWidth('כאשר: Landing page: ', 'body'), 'body', 9);
    expect(first).toBe('כאשר: \u2067\u2068Landing page\u2069:\u2069');
  });

  it('counts marks over letters as nothing and unknown letters as wide', () => {
    expect(textWidth('שָׁ', 'body')).toBe(textWidth('ש', 'body'));
    expect(textWidth('語', 'body')).toBeGreaterThanOrEqual(13);
  });
});
