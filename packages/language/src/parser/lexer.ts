import type { IToken } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type TokenizeOptions } from 'langium';
import { messageOf } from '../diagnostics/registry.ts';
import { mendBrackets } from './brackets.ts';
import { foreignOperators } from './comparisons.ts';
import { limitDepth } from './depth.ts';
import { lexicalFinding } from './lexical-findings.ts';
import { mistypedWords } from './mistyped-words.ts';
import { SLIPS, type SlipFinding } from './slips.ts';
import { StatementWords } from './statements.ts';
import {
  endOf,
  located,
  type JourneyLexerResult,
  type TextChange,
  type TextFinding,
} from './text-finding.ts';
import { SLIP_PREFIX } from './tokens.ts';
import { say } from '../locale/speech.ts';

/** What a token is read as instead, and the finding that says so. */
interface Reading {
  readonly finding: SlipFinding;
  /** The likeliest first; nothing where it is to go. */
  readonly meant: readonly [string, ...string[]];
}

/**
 * Reads any text into tokens that the parser can go on with. Slips are read as what they stand for, brackets are made
 * to fit, and what is nested too deep is left out; each is a finding, and none costs more than the statement it is in.
 */
export class JourneyLexer extends DefaultLexer {
  private readonly words: StatementWords;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.words = new StatementWords(services.Grammar);
  }

  override tokenize(text: string, options?: TokenizeOptions): JourneyLexerResult {
    const read = super.tokenize(text, options);
    const findings: TextFinding[] = read.errors.map((error) => lexicalFinding(error, text));
    const { tokens, hidden } = this.withSlips(read, findings);
    // While a word is being typed the rest of the file isn't there: no bracket of it is missing.
    const mended =
      options?.mode === 'partial'
        ? { tokens, findings: [] }
        : mendBrackets(tokens, (image) => this.virtualToken(image));
    const limited = limitDepth(mended.tokens);
    findings.push(...mended.findings, ...limited.findings);
    findings.sort((one, other) => one.offset - other.offset);
    return { ...read, tokens: limited.tokens, hidden, errors: findings.map(located) };
  }

  /** The tokens with each slip as what it stands for. */
  private withSlips(
    { tokens, hidden }: LexerResult,
    findings: TextFinding[],
  ): Pick<LexerResult, 'tokens' | 'hidden'> {
    const operators = foreignOperators(tokens);
    const words = mistypedWords(tokens, this.words);
    const readingOf = (token: IToken): Reading | undefined => {
      const operator = operators.get(token);
      return operator === undefined
        ? (words.get(token) ?? slipOf(token))
        : { finding: operator === '' ? 'needless-sign' : 'foreign-operator', meant: [operator] };
    };
    const read: IToken[] = [];
    const comments: IToken[] = [];
    for (const token of tokens) {
      const reading = readingOf(token);
      if (!reading) {
        read.push(token);
        continue;
      }
      const stood = this.inPlaceOf(token, reading.meant[0]);
      read.push(...stood.tokens);
      comments.push(...stood.hidden);
      findings.push(slipFinding(reading, token));
    }
    if (comments.length === 0) return { tokens: read, hidden };
    return {
      tokens: read,
      hidden: [...hidden, ...comments].sort((one, other) => one.startOffset - other.startOffset),
    };
  }

  /** The tokens of a text, all in the place of the token. */
  private inPlaceOf(token: IToken, text: string): Pick<LexerResult, 'tokens' | 'hidden'> {
    const { startOffset, startLine, startColumn, endOffset, endLine, endColumn } = token;
    const place = { startOffset, startLine, startColumn, endOffset, endLine, endColumn } as Partial<IToken>;
    const { tokens, hidden } = super.tokenize(text);
    return {
      tokens: tokens.filter((each) => !slipOf(each)).map((each) => Object.assign(each, place)),
      hidden: hidden.map((each) => Object.assign(each, place)),
    };
  }

  /** A token that is nowhere in the text, as Chevrotain marks those that it makes up itself. */
  private virtualToken(image: string): IToken {
    const [token] = super.tokenize(image).tokens;
    if (!token) throw new Error(`"${image}" is no token of the language`);
    return Object.assign(token, { startOffset: NaN, endOffset: NaN, isInsertedInRecovery: true });
  }
}

function slipOf({ tokenType: { name }, image }: IToken): Reading | undefined {
  const slip = name.startsWith(SLIP_PREFIX) ? SLIPS[Number(name.slice(SLIP_PREFIX.length))] : undefined;
  return slip && { finding: slip.finding, meant: slip.meant(image) };
}

function slipFinding({ finding, meant }: Reading, token: IToken): TextFinding {
  const { startOffset: offset, image: written } = token;
  const length = endOf(token) - offset;
  const changes = meant.map((newText): TextChange => {
    const title = newText === '' ? say`Remove it` : say`Change to ${newText.trim()}`;
    return { title, offset, length, newText, preferred: meant.length === 1 };
  });
  const message = messageOf(finding, { written, meant: meant.map((each) => each.trim()).join(say` or `) });
  return { name: finding, message, offset, length, changes };
}
