import type { IToken } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type TokenizeOptions } from 'langium';
import { messageOf } from '../diagnostics/registry.ts';
import { mendBrackets } from './brackets.ts';
import { foreignOperators } from './comparisons.ts';
import { limitDepth } from './depth.ts';
import { lexicalFinding } from './lexical-findings.ts';
import { mistypedWords } from './mistyped-words.ts';
import { phraseFinder } from './phrases/index.ts';
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
  /** How many tokens are read so; one where nothing is said. */
  readonly count?: number;
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
    const { tokens, hidden } = this.withSlips(read, text, findings);
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

  /** The tokens with each slip as what it stands for: first signs and phrases, then what these make of the statements. */
  private withSlips(
    read: LexerResult,
    text: string,
    findings: TextFinding[],
  ): Pick<LexerResult, 'tokens' | 'hidden'> {
    const phrases = phraseFinder.find(text, read.tokens, (token) => slipOf(token)?.meant[0]);
    const plain = this.replaced(read, text, findings, (token) => phrases.get(token) ?? slipOf(token));
    const operators = foreignOperators(plain.tokens);
    const words = mistypedWords(plain.tokens, this.words);
    return this.replaced(plain, text, findings, (token) => {
      const operator = operators.get(token);
      return operator === undefined
        ? words.get(token)
        : { finding: operator === '' ? 'needless-sign' : 'foreign-operator', meant: [operator] };
    });
  }

  /** The tokens with what is read otherwise in its place. */
  private replaced(
    { tokens, hidden }: Pick<LexerResult, 'tokens' | 'hidden'>,
    text: string,
    findings: TextFinding[],
    readingOf: (token: IToken) => Reading | undefined,
  ): Pick<LexerResult, 'tokens' | 'hidden'> {
    const read: IToken[] = [];
    const comments: IToken[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      const reading = token && readingOf(token);
      if (!token) break;
      if (!reading) {
        read.push(token);
        continue;
      }
      const last = tokens[index + (reading.count ?? 1) - 1] ?? token;
      const stood = this.inPlaceOf(token, last, reading.meant[0]);
      read.push(...stood.tokens);
      comments.push(...stood.hidden);
      findings.push(slipFinding(reading, token, last, text));
      index += (reading.count ?? 1) - 1;
    }
    if (comments.length === 0) return { tokens: read, hidden };
    return {
      tokens: read,
      hidden: [...hidden, ...comments].sort((one, other) => one.startOffset - other.startOffset),
    };
  }

  /** The tokens of a text, all in the place of those from the first to the last. */
  private inPlaceOf(first: IToken, last: IToken, text: string): Pick<LexerResult, 'tokens' | 'hidden'> {
    const { startOffset, startLine, startColumn } = first;
    const { endOffset, endLine, endColumn } = last;
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

function slipFinding({ finding, meant }: Reading, first: IToken, last: IToken, text: string): TextFinding {
  const offset = first.startOffset;
  const written = text.slice(offset, endOf(last));
  const { length } = written;
  // Blanks on both sides would meet.
  const behind = text[offset - 1] === ' ' ? (/^ */.exec(text.slice(offset + length))?.[0].length ?? 0) : 0;
  const changes = meant.map((newText): TextChange => {
    const title = newText === '' ? say`Remove it` : say`Change to ${shortened(newText)}`;
    return {
      title,
      offset,
      length: newText === '' ? length + behind : length,
      newText,
      preferred: meant.length === 1,
    };
  });
  const message = messageOf(finding, { written, meant: meant.map((each) => each.trim()).join(say` or `) });
  return { name: finding, message, offset, length, changes };
}

/** A text as a menu shows it: of several lines, the first. */
function shortened(text: string): string {
  const [first = '', ...others] = text.trim().split(/\r?\n/);
  return others.length === 0 ? first : `${first} …`;
}
