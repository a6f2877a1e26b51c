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

/** Finds phrases in a stream of tokens; `imageOf` says what a token is read as. */
export class PhraseFinder {
  private readonly byAnchor = new Map<string, Phrase[]>();

  constructor(phrases: readonly Phrase[]) {
    for (const phrase of phrases) {
      const pattern = new RegExp(phrase.pattern.source, 'dgiu');
      for (const anchor of phrase.anchors)
        this.byAnchor.set(anchor, [...(this.byAnchor.get(anchor) ?? []), { ...phrase, pattern }]);
    }
  }

  /** The phrases by their first token, none of them overlapping. */
  find(tokens: readonly IToken[], imageOf: (token: IToken) => string): ReadonlyMap<IToken, FoundPhrase> {
    const found = new Map<IToken, FoundPhrase>();
    let line: PhraseLine | undefined;
    let free = 0;
    for (const [index, token] of tokens.entries()) {
      const phrases = this.byAnchor.get(token.image.toLowerCase()) ?? this.byAnchor.get(token.tokenType.name);
      if (!phrases) continue;
      if (!line?.holds(token)) line = new PhraseLine(tokens, index, imageOf);
      for (const phrase of phrases) {
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

class PhraseLine {
  private readonly number: number | undefined;
  private readonly start: number;
  /** Where each token begins in the text, and where the last one ends. */
  private readonly offsets: number[] = [];
  private readonly ends: number[] = [];
  private raw = '';
  private masked = '';

  constructor(tokens: readonly IToken[], index: number, imageOf: (token: IToken) => string) {
    this.number = tokens[index]?.startLine;
    let start = index;
    while (start > 0 && tokens[start - 1]?.startLine === this.number) start--;
    this.start = start;
    let end: number | undefined;
    for (const token of tokens.slice(start, start + MAX_TOKENS)) {
      if (token.startLine !== this.number) break;
      if (end !== undefined && token.startOffset > end + 1) this.add(' ', ' ');
      this.offsets.push(this.raw.length);
      const image = imageOf(token);
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
