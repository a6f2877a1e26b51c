import type { IToken } from 'chevrotain';
import type { SlipFinding } from '../slips.ts';

/** A line as phrases see it: its tokens with one blank where the text has any. */
export interface PhraseMatch {
  /** What was found; texts in quotes are masked by `_`, so that no phrase is found inside of them. */
  readonly found: RegExpExecArray;
  /** A group as it was written. */
  readonly raw: (group: number) => string;
}

/** Several words that people write where the language has others. */
export interface Phrase {
  /** One of its words, in small letters, or the name of a kind of token: only lines that have it are looked at. */
  readonly anchors: readonly string[];
  /** The words that its line begins with; any where nothing is said. */
  readonly lines?: readonly string[];
  readonly finding: SlipFinding;
  /** Begins and ends with whole tokens; what stands around them is looked behind and ahead for. */
  readonly pattern: RegExp;
  /** What it may stand for, likeliest first; an empty text where it is to go, undefined where it is right as it is. */
  readonly meant: (match: PhraseMatch) => string | readonly [string, ...string[]] | undefined;
}

/** A phrase that was found. */
export interface FoundPhrase {
  readonly finding: SlipFinding;
  readonly meant: readonly [string, ...string[]];
  /** How many tokens it has. */
  readonly count: number;
}

/** The parts of patterns that several phrases have. */
export const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*';
export const PATH = `${NAME}(?:\\.${NAME})*`;
export const DURATION = '(?:[0-9]+(?:mo|[smhdwy]))+';
/** A text in quotes, as lines show it. */
export const TEXT = '"_*"';

/** A phrase with its pattern as it is looked for: quickly in a line's text, then exactly among its tokens. */
interface Prepared extends Phrase {
  readonly glance: RegExp;
}

/** What a token is read as, where it is a slip itself. */
export type SlipImage = (token: IToken) => string | undefined;

/** Finds phrases in a stream of tokens. */
export class PhraseFinder {
  private readonly byAnchor = new Map<string, Prepared[]>();

  constructor(phrases: readonly Phrase[]) {
    for (const phrase of phrases) {
      const { source } = phrase.pattern;
      const prepared = { ...phrase, glance: new RegExp(source, 'iu'), pattern: new RegExp(source, 'dgiu') };
      for (const anchor of phrase.anchors)
        this.byAnchor.set(anchor, [...(this.byAnchor.get(anchor) ?? []), prepared]);
    }
  }

  /** The phrases by their first token, none of them overlapping. */
  find(text: string, tokens: readonly IToken[], slipImage: SlipImage): ReadonlyMap<IToken, FoundPhrase> {
    const found = new Map<IToken, FoundPhrase>();
    const slips = linesOf(tokens, slipImage);
    let glimpse: Glimpse | undefined;
    let line: PhraseLine | undefined;
    let free = 0;
    for (const [index, token] of tokens.entries()) {
      const { image, tokenType, startLine } = token;
      const phrases =
        this.byAnchor.get(image) ??
        this.byAnchor.get(image.toLowerCase()) ??
        this.byAnchor.get(tokenType.name);
      if (!phrases) continue;
      const seen: Glimpse = glimpse && glimpse.line === startLine ? glimpse : glimpseAt(text, token);
      glimpse = seen;
      for (const phrase of phrases) {
        if (phrase.lines && !phrase.lines.includes(seen.first)) continue;
        if (!slips.has(startLine) && !phrase.glance.test(seen.text)) continue;
        if (!line?.holds(token)) line = new PhraseLine(tokens, index, slipImage);
        const match = line.match(phrase, index);
        if (!match || match.first < free) continue;
        const first = tokens[match.first];
        if (first) found.set(first, match);
        free = match.first + match.count;
        break;
      }
    }
    return found;
  }
}

/** The lines that have a slip of their own, whose text is not what it is read as. */
function linesOf(tokens: readonly IToken[], slipImage: SlipImage): ReadonlySet<number | undefined> {
  return new Set(tokens.flatMap((token) => (slipImage(token) === undefined ? [] : [token.startLine])));
}

/** A line nearly as its tokens give it: phrases that are not in it need not be looked for. */
interface Glimpse {
  readonly line: number | undefined;
  readonly text: string;
  /** Its first word. */
  readonly first: string;
}

function glimpseAt(text: string, { startOffset, startLine }: IToken): Glimpse {
  const line = lineAt(text, startOffset);
  return { line: startLine, text: line, first: /^(?:\} ?)?([a-z]+)/.exec(line)?.[1] ?? '' };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  const start = text.lastIndexOf('\n', offset) + 1;
  const line = text.slice(start, Math.min(end < 0 ? text.length : end, start + MAX_LENGTH)).trim();
  const masked = line.includes('"')
    ? line.replace(/"(?:\\.|[^"\\])*"/g, (whole) => `"${'_'.repeat(whole.length - 2)}"`)
    : line;
  const comment = masked.indexOf('//');
  return (comment < 0 ? masked : masked.slice(0, comment).trimEnd()).replace(/[ \t]{2,}|\t/g, ' ');
}

class PhraseLine {
  private readonly number: number | undefined;
  private readonly start: number;
  /** Where each token begins in the text, and where the last one ends. */
  private readonly offsets: number[] = [];
  private readonly ends: number[] = [];
  private raw = '';
  private masked = '';

  constructor(tokens: readonly IToken[], index: number, slipImage: SlipImage) {
    this.number = tokens[index]?.startLine;
    let start = index;
    while (start > 0 && tokens[start - 1]?.startLine === this.number) start--;
    this.start = start;
    let end: number | undefined;
    for (const token of tokens.slice(start, start + MAX_TOKENS)) {
      if (token.startLine !== this.number) break;
      if (end !== undefined && token.startOffset > end + 1) this.add(' ', ' ');
      this.offsets.push(this.raw.length);
      const image = slipImage(token) ?? token.image;
      this.add(image, image.startsWith('"') ? `"${'_'.repeat(Math.max(0, image.length - 2))}"` : image);
      this.ends.push(this.raw.length);
      end = token.endOffset;
    }
  }

  holds({ startLine }: IToken): boolean {
    return startLine === this.number;
  }

  /** The phrase where it covers the token or stands beside it, and the index of its first token. */
  match(phrase: Phrase, index: number): (FoundPhrase & { readonly first: number }) | undefined {
    for (const found of this.masked.matchAll(phrase.pattern)) {
      const from = found.index + found[0].length - found[0].trimStart().length;
      const to = found.index + found[0].trimEnd().length;
      const [first, last] = [this.offsets.indexOf(from), this.ends.indexOf(to)];
      if (first < 0 || last < first || this.start + last < index - 1) continue;
      const raw = (group: number): string => {
        const [start, end] = found.indices?.[group] ?? [0, 0];
        return this.raw.slice(start, end);
      };
      const meant = phrase.meant({ found, raw });
      if (meant === undefined || meant === this.raw.slice(from, to)) continue;
      const { finding } = phrase;
      const count = last - first + 1;
      return {
        finding,
        meant: typeof meant === 'string' ? [meant] : meant,
        first: this.start + first,
        count,
      };
    }
    return undefined;
  }

  private add(raw: string, masked: string): void {
    this.raw += raw;
    this.masked += masked;
  }
}

/** A longer line is no statement that somebody wrote by hand. */
const MAX_TOKENS = 80;
const MAX_LENGTH = 1000;
