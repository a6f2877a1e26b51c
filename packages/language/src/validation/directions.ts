import type { ValidationAcceptor } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import { remove } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import type * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';

const EMBEDDING = /[\u202A\u202B\u202D\u202E]/;
const ISOLATE = /[\u2066-\u2068]/;
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;

/** Directions that a text or a comment begins and its line doesn't end; outside of them the lexer takes none at all. */
export function checkDirections(file: ast.File, accept: ValidationAcceptor): void {
  const root = file.$cstNode;
  if (!root || root.root.fullText.search(CONTROL) < 0) return;
  const { textDocument } = AstUtils.getDocument(file);
  for (const { text, offset } of CstUtils.flattenCst(root)) {
    for (const at of unclosedIn(text)) {
      const range = {
        start: textDocument.positionAt(offset + at),
        end: textDocument.positionAt(offset + at + 1),
      };
      const character = text.charAt(at);
      const closing = ISOLATE.test(character) ? POP_ISOLATE : POP_EMBEDDING;
      const parameters = { codePoint: codePointOf(character), closing: codePointOf(closing) };
      const fixes = [remove(say`Remove it`, range, true)];
      report(accept, 'unclosed-direction', parameters, { node: file, range, fixes });
    }
  }
}

/** Where directions begin that are not ended; each line is a paragraph of its own. */
function unclosedIn(text: string): number[] {
  let open: number[] = [];
  const unclosed: number[] = [];
  for (const { 0: character, index } of text.matchAll(/[\n\r\u202A-\u202E\u2066-\u2069]/g)) {
    if (EMBEDDING.test(character) || ISOLATE.test(character)) open.push(index);
    else if (character === POP_ISOLATE) {
      // It ends what was begun inside the isolate as well.
      const isolate = open.findLastIndex((at) => ISOLATE.test(text.charAt(at)));
      if (isolate >= 0) open = open.slice(0, isolate);
    } else if (character === POP_EMBEDDING) {
      if (EMBEDDING.test(text.charAt(open.at(-1) ?? -1))) open.pop();
    } else {
      unclosed.push(...open);
      open = [];
    }
  }
  return [...unclosed, ...open];
}

function codePointOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
