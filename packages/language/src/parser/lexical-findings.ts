import type { ILexingError } from 'chevrotain';
import { messageOf } from '../diagnostics/registry.ts';
import type { TextChange, TextFinding } from './text-finding.ts';
import { say } from '../locale/speech.ts';

const INVISIBLE = /[\p{C}\p{Z}\p{M}]/u;
const BLANK = /\p{Z}/u;

/** The finding about characters that begin no token. */
export function lexicalFinding({ offset, length }: ILexingError, text: string): TextFinding {
  const written = text.slice(offset, offset + length);
  const character = String.fromCodePoint(written.codePointAt(0) ?? 0);
  const change: TextChange = {
    title: say`Remove it`,
    offset,
    length,
    newText: BLANK.test(character) ? ' ' : '',
    preferred: INVISIBLE.test(character),
  };
  if (!INVISIBLE.test(character)) {
    const message = messageOf('unexpected-character', { character });
    return { name: 'unexpected-character', message, offset, length, changes: [change] };
  }
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = messageOf('invisible-character', { codePoint });
  return { name: 'invisible-character', message, offset, length, changes: [change] };
}
