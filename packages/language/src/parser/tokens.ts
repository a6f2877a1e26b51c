import type { GrammarAST, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import type { TokenType, TokenVocabulary } from 'chevrotain';
import { SLIPS } from './slips.ts';

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

/** Latin, Greek, Cyrillic, Hebrew, Arabic and their neighbours, sign by sign: the end of the NKo block. */
const EXACT_UP_TO = 0x7ff;

/** The scripts beyond, block by block; surrogates stand for the scripts outside the basic plane. */
const FURTHER_SCRIPTS =
  '\\u0800-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u302f\\u3031-\\udfff\\uf900-\\ufd3d\\ufd50-\\ufdff\\ufe70-\\ufefc';

/**
 * The grammar's pattern for names, as ranges of code units. Chevrotain picks a token by its first character, which it
 * can't tell from a Unicode property: with the property it would try every token at every place.
 */
function identifierPattern(): RegExp {
  return new RegExp(
    `[${ranges(/[_\p{L}]/u)}${FURTHER_SCRIPTS}][${ranges(/[_\p{L}\p{M}\p{N}]/u)}${FURTHER_SCRIPTS}]*`,
  );
}

function ranges(pattern: RegExp): string {
  const found: string[] = [];
  for (let code = 0; code <= EXACT_UP_TO; code++) {
    const first = code;
    while (code <= EXACT_UP_TO && pattern.test(String.fromCharCode(code))) code++;
    if (code > first) found.push(`${escaped(first)}-${escaped(code - 1)}`);
  }
  return found.join('');
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
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
    return terminal.name === 'ID' ? { name: token.name, PATTERN: identifierPattern() } : token;
  }

  /** Words can go on only as names; Langium would try every token's pattern on every word. */
  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminalTokens: TokenType[]): TokenType[] {
    const isWord = /^[A-Za-z]/.test(keyword.value);
    return isWord
      ? terminalTokens.filter(({ name }) => name === 'ID')
      : super.findLongerAlt(keyword, terminalTokens);
  }
}
