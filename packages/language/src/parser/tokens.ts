import type { GrammarAST, Stream, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import type { TokenType, TokenVocabulary } from 'chevrotain';

/**
 * The keywords that can't name anything, because a file that lacks a name or a brace would be misread with them:
 * those that open a declaration or a step, and the words of expressions. Every other keyword is also an identifier.
 */
const RESERVED = new Set(
  [
    'import from connector system persona segment message journey policy environment scenario assume',
    'stage touchpoint automation kpi model channel department record event action function given',
    'send let wait at if else switch split repeat for parallel try notify move run stop exit on when otherwise',
    'env and or not in file true false',
  ].flatMap((line) => line.split(' ')),
);

/** Whether the word can't be the name of anything. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word);
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
    return tokens;
  }

  private mayName(token: TokenType): boolean {
    if (token.name === 'CURRENCY') return true;
    return typeof token.PATTERN === 'string' && /^[A-Za-z]/.test(token.PATTERN) && !isReserved(token.PATTERN);
  }

  /** Langium looks for identifiers by their pattern's source, which a Unicode pattern doesn't show. */
  protected override buildKeywordTokens(
    rules: Stream<GrammarAST.AbstractRule>,
    terminalTokens: TokenType[],
    options?: TokenBuilderOptions,
  ): TokenType[] {
    const longer = terminalTokens.filter((token) => token.name === 'ID');
    return super.buildKeywordTokens(rules, terminalTokens, options).map((token) => {
      if (typeof token.PATTERN === 'string' && /^[A-Za-z]/.test(token.PATTERN)) token.LONGER_ALT = longer;
      return token;
    });
  }
}
