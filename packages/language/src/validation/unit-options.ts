import type { ValidationAcceptor } from 'langium';
import { replace } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import * as ast from '../generated/ast.ts';
import type { Value } from '../references/values.ts';
import { bare } from '../references/values.ts';
import { rangeOf } from './edits.ts';
import { say } from '../locale/speech.ts';

/** A text that stands for one of a choice's names. Whether there was something to say about it. */
export function checkOption(expression: ast.Expression, wanted: Value, accept: ValidationAcceptor): boolean {
  const text = bare(expression);
  if (wanted.kind !== 'choice' || !ast.isTextLiteral(text)) return false;
  const names = wanted.choice.options.map(({ name }) => name);
  const range = rangeOf(text);
  if (!range) return false;
  const option = text.value;
  if (names.includes(option)) {
    const fixes = [replace(say`Write ${option} without quotation marks`, range, option, true)];
    report(accept, 'quoted-option', { option }, { node: text, fixes });
  } else {
    const suggestion = suggest(option, names);
    const fixes =
      suggestion === undefined ? [] : [replace(say`Change to ${suggestion}`, range, suggestion, true)];
    report(accept, 'unknown-option', { option, known: names.join(', '), suggestion }, { node: text, fixes });
  }
  return true;
}
