import type { LangiumDocument, ParseResult } from 'langium';
import { EmptyFileSystem } from 'langium';
import type * as ast from '../generated/ast.ts';
import { createJourneyServices, type JourneyServices } from '../services.ts';
import { printTokens } from './print.ts';
import { formatTokens, type Wound } from './tokens.ts';

/** A text in canonical form. */
export interface Formatted {
  readonly text: string;
  /** Whether statements with errors of syntax, which only their author can mend, were left as they are. */
  readonly hasErrors: boolean;
}

/**
 * The canonical form of a document: one statement a line, two spaces a level, one space between words, and line ends as
 * the first is. Statements with errors of syntax stay as they are.
 */
export function formatDocument(document: LangiumDocument, services: JourneyServices): Formatted {
  return format(document.textDocument.getText(), services);
}

let standalone: JourneyServices | undefined;

/** The canonical form of a text; see {@link formatDocument}. */
export function formatText(text: string): Formatted {
  standalone ??= createJourneyServices(EmptyFileSystem).journey;
  return format(text, standalone);
}

function format(text: string, services: JourneyServices): Formatted {
  const result = parse(text, services);
  const hasErrors = result.lexerErrors.length > 0 || result.parserErrors.length > 0;
  const end = lineEndOf(text);
  if (!hasErrors)
    return { text: withLineEnds(printTokens(formatTokens(result.value), text), end), hasErrors };
  const printed = withLineEnds(printWounded(result, text), end);
  // What is broken may hold anything: a form that would lose a word of it, or that has another form, is none.
  const isForm =
    wordsOf(printed) === wordsOf(text) &&
    withLineEnds(printWounded(parse(printed, services), printed), end) === printed;
  return { text: isForm ? printed : text, hasErrors };
}

function parse(text: string, services: JourneyServices): ParseResult<ast.File> {
  return services.parser.LangiumParser.parse<ast.File>(text);
}

function printWounded(result: ParseResult<ast.File>, text: string): string {
  return printTokens(formatTokens(result.value, woundsOf(result)), text);
}

type LineEnd = '\n' | '\r\n';

/** How the text's first line ends; a file keeps to one way. */
function lineEndOf(text: string): LineEnd {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

function withLineEnds(text: string, end: LineEnd): string {
  return text.replace(/\r?\n/g, end);
}

/** Where the errors are; the parser stumbles over the token behind the one that something is missing after. */
function woundsOf({ lexerErrors, parserErrors }: ParseResult): Wound[] {
  return [
    ...lexerErrors.map(({ offset, length }): Wound => [offset, offset + Math.max(1, length)]),
    ...parserErrors.flatMap((error) => {
      const previous = 'previousToken' in error ? (error.previousToken as typeof error.token) : undefined;
      return [error.token, ...(previous ? [previous] : [])]
        .filter(({ startOffset }) => startOffset >= 0)
        .map(({ startOffset, endOffset }): Wound => [startOffset, (endOffset ?? startOffset) + 1]);
    }),
  ];
}

/** The text without blanks and commas, which are all that the canonical form changes. */
function wordsOf(text: string): string {
  return text.replace(/[\s,\uFEFF]+/g, '');
}
