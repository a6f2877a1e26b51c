import type { LangiumDocument } from 'langium';
import { EmptyFileSystem } from 'langium';
import type * as ast from '../generated/ast.ts';
import { createJourneyServices, type JourneyServices } from '../services.ts';
import { printTokens } from './print.ts';
import { formatTokens } from './tokens.ts';

/**
 * The canonical form of a document: one statement a line, two spaces a level, one space between words.
 * @returns undefined where the text has errors of syntax, which only its author can mend.
 */
export function formatDocument(document: LangiumDocument, services: JourneyServices): string | undefined {
  return format(document.textDocument.getText(), services);
}

let standalone: JourneyServices | undefined;

/** The canonical form of a text; see {@link formatDocument}. */
export function formatText(text: string): string | undefined {
  standalone ??= createJourneyServices(EmptyFileSystem).journey;
  return format(text, standalone);
}

function format(text: string, services: JourneyServices): string | undefined {
  const { value, lexerErrors, parserErrors } = services.parser.LangiumParser.parse<ast.File>(text);
  if (lexerErrors.length > 0 || parserErrors.length > 0) return undefined;
  return printTokens(formatTokens(value));
}
