import { expect, it } from 'vitest';
import { EXACT_UP_TO, IDENTIFIER } from '../src/parser/identifier.ts';

const WHOLE = new RegExp(`^(?:${IDENTIFIER.source})$`);

const signs = Array.from({ length: EXACT_UP_TO + 1 }, (_, code) => String.fromCharCode(code));

it('names begin with a letter or _, of each script by its letters', () => {
  expect(signs.filter((sign) => WHOLE.test(sign))).toEqual(signs.filter((sign) => /[_\p{L}]/u.test(sign)));
});

it('names go on with letters, marks and digits', () => {
  expect(signs.filter((sign) => WHOLE.test(`a${sign}`))).toEqual(
    signs.filter((sign) => /[_\p{L}\p{M}\p{N}]/u.test(sign)),
  );
});

it.each(['שם', 'اسم', 'שֵׁם', 'имя', 'όνομα', '名前', 'नाम', '𐤀𐤁'])('%s is a name', (name) => {
  expect(name).toMatch(WHOLE);
});
