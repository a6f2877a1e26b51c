import { IDENTIFIER } from '../../parser/identifier.ts';
import { isReserved } from '../../parser/tokens.ts';
import { unused } from '../names/unused.ts';

const NAME = new RegExp(`^(?:${IDENTIFIER.source})$`);
const LONGEST = 32;

/**
 * A name for something new, of its label's own letters, in any script: `Match meeting` becomes `match_meeting`.
 * @param kind what it is called where the label has no letters that a name can have; also stands before a name that
 *   would be a word of the language
 */
export function freeName(label: string, kind: string, taken: readonly string[]): string {
  const words = label.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = words.reduce(
    (name, word) => (`${name}_${word}`.length > LONGEST ? name : `${name}_${word}`),
    '',
  );
  const name = joined.slice(1);
  const isName = NAME.test(name) && !isReserved(name);
  const wanted = isName ? name : name === '' ? kind : `${kind}_${name}`;
  return unused(wanted, (each) => taken.includes(each));
}
