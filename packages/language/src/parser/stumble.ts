import type { IToken } from 'chevrotain';
import { messageOf, type DiagnosticName, type DiagnosticParameters } from '../diagnostics/registry.ts';
import { endOf, type TextChange, type TextFinding } from './text-finding.ts';

/** A place that the parser could not go on from. */
export interface Stumble {
  /** The grammar's rule that was being read. */
  readonly rule: string;
  /** The names of the token types that could stand there. */
  readonly expected: readonly string[];
  readonly actual: IToken;
  /** All tokens, and where the one that was stumbled over is among them; behind the last at the end of the file. */
  readonly tokens: readonly IToken[];
  readonly index: number;
  readonly text: string;
}

/** What the author most likely meant there; undefined where nobody can tell. */
export type Explanation = (stumble: Stumble) => TextFinding | undefined;

/** A finding about the tokens from the first to the last, which may be mended by the changes. */
export function findingAt<Name extends DiagnosticName>(
  name: Name,
  parameters: DiagnosticParameters<Name>,
  [first, last]: readonly [IToken, IToken],
  changes: readonly TextChange[],
): TextFinding {
  const offset = first.startOffset;
  const message = messageOf(name, parameters);
  return { name, message, offset, length: endOf(last) - offset, changes };
}

/** A change of the text from one offset to another. */
export function change(
  title: string,
  from: number,
  to: number,
  newText: string,
  preferred = true,
): TextChange {
  return { title, offset: from, length: to - from, newText, preferred };
}
