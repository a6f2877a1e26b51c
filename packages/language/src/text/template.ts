import { TEXT_FILTERS, type TextFilter } from '@journey/model';
import { cookText } from './literal.ts';

/** A piece of a message's text with where it stands in the raw text. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'variable';
      readonly path: readonly string[];
      readonly filter?: { readonly name: string; readonly argument?: string };
      /** Offset and length of what stands between the braces, in the raw text. */
      readonly offset: number;
      readonly length: number;
    };

const HOLE = /\{\{([^{}]*)\}\}/g;
const VARIABLE = /^\s*([^\s|]*)\s*(?:\|\s*([^\s"]*)\s*(?:\\?"((?:[^"\\]|\\.)*?)\\?")?)?\s*$/;
const MARKER = /\uE000(\d+)\uE001/;

/** Splits a literal of the source (`"…"` or `"""…"""`) into text and variables. */
export function splitLiteral(literal: string): TemplatePiece[] {
  return split(literal, cookText);
}

/** Splits a file's content into text and variables. */
export function splitContent(content: string): TemplatePiece[] {
  return split(content, (text) => text);
}

/** Whether the word is a filter that texts know. */
export function isTextFilter(name: string): name is TextFilter {
  return (TEXT_FILTERS as readonly string[]).includes(name);
}

// Variables are taken out before quotes, escapes and indentation are dealt with, so that they keep their place in the source.
function split(raw: string, cook: (text: string) => string): TemplatePiece[] {
  const variables: TemplatePiece[] = [];
  const marked = raw.replace(HOLE, (whole: string, inner: string, offset: number) => {
    const match = VARIABLE.exec(inner);
    const [, path = inner.trim(), filter, argument] = match ?? [];
    variables.push({
      kind: 'variable',
      path: path.split('.'),
      ...(filter === undefined
        ? {}
        : { filter: { name: filter, ...(argument === undefined ? {} : { argument }) } }),
      offset: offset + 2,
      length: whole.length - 4,
    });
    return `\uE000${variables.length - 1}\uE001`;
  });
  return cook(marked)
    .split(MARKER)
    .map((piece, index) =>
      index % 2 === 0 ? ({ kind: 'text', value: piece } as const) : variables[Number(piece)],
    )
    .filter((piece) => piece !== undefined)
    .filter((piece) => piece.kind === 'variable' || piece.value !== '');
}
