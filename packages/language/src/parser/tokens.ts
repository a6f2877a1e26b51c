import type { GrammarAST, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import type { TokenType, TokenVocabulary } from 'chevrotain';
import { SLIPS } from './slips.ts';
import { IDENTIFIER } from './identifier.ts';

/** What the names of slips' tokens begin with; their place in the table follows. */
export const SLIP_PREFIX = 'slip ';

/**
 * The keywords that can't name anything, because a file that lacks a name or a brace would be misread with them:
 * those that open a declaration or a step, and the words of expressions. Every other keyword is also an identifier.
 */
const RESERVED = new Set(
  [
    'import from connector system persona segment message journey policy environment scenario assume',
    'stage touchpoint automation kpi model channel department record event action function given override',
    'send let wait at if else switch split repeat for parallel try notify move run stop exit on when otherwise',
    'env and or not in file true false every manually',
  ].flatMap((line) => line.split(' ')),
);

/** Whether the word can't be the name of anything. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word);
}

/** The tokens of slips: the lexer replaces them, so that the grammar never sees one. */
function slipTokens(first: boolean): TokenType[] {
  return SLIPS.flatMap((slip, index) =>
    (slip.first ?? false) === first ? [{ name: `${SLIP_PREFIX}${index}`, PATTERN: slip.pattern }] : [],
  );
}

/** Lets keywords serve as names where they are not reserved: `title`, `text`, `start` and `status` are everyday field names. */
export class JourneyTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options);
    if (!Array.isArray(tokens)) return tokens;
    const identifier = tokens.find((token) => token.name === 'ID');
    for (const token of tokens) {
      if (identifier && this.mayName(token)) token.CATEGORIES = [identifier];
    }
    return [...slipTokens(true), ...tokens, ...slipTokens(false)];
  }

  private mayName(token: TokenType): boolean {
    if (token.name === 'CURRENCY') return true;
    return typeof token.PATTERN === 'string' && /^[A-Za-z]/.test(token.PATTERN) && !isReserved(token.PATTERN);
  }

  protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
    const token = super.buildTerminalToken(terminal);
    // Chevrotain would look for line breaks among all letters of Unicode, at every start.
    return terminal.name === 'ID' ? { name: token.name, PATTERN: IDENTIFIER, LINE_BREAKS: false } : token;
  }

  /** Words can go on only as names; Langium would try every token's pattern on every word. */
  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminalTokens: TokenType[]): TokenType[] {
    const isWord = /^[A-Za-z]/.test(keyword.value);
    return isWord
      ? terminalTokens.filter(({ name }) => name === 'ID')
      : super.findLongerAlt(keyword, terminalTokens);
  }
}
