import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { isReserved } from '../parser/tokens.ts';

/**
 * A name for a new part of a journey, after its label and in the label's script: `טופס לידים` is `טופס_לידים`. It is
 * none that another part of the journey has.
 * @param otherwise what the part is called where the label has no letters
 */
export function freshName(label: string, otherwise: string, inside: AstNode): string {
  const words = label
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const written = words?.join('_').slice(0, 40) ?? '';
  const isName = /^\p{L}/u.test(written) && !isReserved(written);
  const wanted = isName ? written : [otherwise, written].filter(Boolean).join('_');
  const journey = AstUtils.getContainerOfType(inside, ast.isJourney);
  const taken = new Set(
    journey ? AstUtils.streamAst(journey).flatMap((node) => ('name' in node ? [node.name] : [])) : [],
  );
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}_${count}`)) count++;
  return `${wanted}_${count}`;
}
