import type { ILexingError, IToken } from 'chevrotain';
import type { LexerResult } from 'langium';
import type { DiagnosticName } from '../diagnostics/registry.ts';

/** What may be put in the place of a part of the text. */
export interface TextChange {
  readonly title: string;
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
  /** Whether it is surely what was meant. */
  readonly preferred: boolean;
}

/** What is wrong with the text itself, found before it is parsed. */
export interface TextFinding {
  readonly name: DiagnosticName;
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly changes: readonly TextChange[];
  /** Up to which offset the parser's own errors only repeat this one. */
  readonly explains?: number;
}

/** A lexer's result whose errors are findings. */
export interface JourneyLexerResult extends LexerResult {
  readonly errors: LocatedTextFinding[];
}

/** A finding as Langium carries it through. */
export type LocatedTextFinding = ILexingError & TextFinding;

export function located(finding: TextFinding): LocatedTextFinding {
  return { ...finding, line: undefined, column: undefined };
}

export function isTextFinding(error: ILexingError): error is LocatedTextFinding {
  return 'changes' in error;
}

/** Tokens on their way from the lexer to the parser, and what was found on it. */
export interface TokenStream {
  readonly tokens: IToken[];
  readonly findings: readonly TextFinding[];
}

/** Where the token ends, as the offset behind it. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}
