import {
  Alternation,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  type OptionalProductionType,
  type Rule,
  type TokenType,
} from 'chevrotain';
import { alternativesOf, bodyOf, FirstTokensOf, type FirstTokens } from './first-tokens.ts';

type AlternationOptions = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type OptionalOptions = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type AlternationLookahead = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type OptionalLookahead = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/** An alternative that the first token allows: for any second token, or for those only. */
interface Candidate {
  readonly alternative: number;
  readonly seconds: ReadonlySet<number> | undefined;
}

/** Which alternative is read, by the index of the next token's type; `otherwise` is the one that may be nothing. */
interface Decisions {
  readonly byToken: readonly (readonly Candidate[] | undefined)[];
  readonly otherwise: number | undefined;
}

/** A part of a rule that Chevrotain decides about, and what follows it in the rule. */
interface Place {
  readonly part: IProduction;
  readonly after: readonly IProduction[];
}

/** The part of Chevrotain's parser that tells what comes next. */
interface TokenReader {
  LA_FAST(howMuch: number): IToken;
}

type Numbered = typeof Alternation | typeof Option | typeof Repetition | typeof RepetitionMandatory;

/** Langium writes repetitions without Chevrotain's separators. */
const OPTIONAL: Readonly<Partial<Record<OptionalProductionType, Numbered>>> = {
  Option,
  Repetition,
  RepetitionMandatory,
};

/**
 * LL(2) look-ahead by table. It decides as Chevrotain's own does, which works out all paths of all places before it
 * reads the first token, and that takes longer than to read an everyday journey. Here a place's table is made when the
 * parser first comes there, from what each rule may begin with.
 */
export class TableLookahead extends LLkLookaheadStrategy {
  private readonly first = new FirstTokensOf();

  constructor() {
    super({ maxLookahead: 2 });
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: AlternationOptions): AlternationLookahead {
    let decisions: Decisions | undefined;
    const decide = (): Decisions => {
      const { part } = placeIn(rule, Alternation, prodOccurrence);
      return this.decisionsBetween(alternativesOf(part));
    };
    return function (this: TokenReader) {
      return decision((decisions ??= decide()), this);
    };
  }

  override buildLookaheadForOptional({ rule, prodOccurrence, prodType }: OptionalOptions): OptionalLookahead {
    let decisions: Decisions | undefined;
    const decide = (): Decisions => {
      const { part, after } = placeIn(rule, OPTIONAL[prodType], prodOccurrence);
      return this.decisionsBetween([bodyOf(part), after]);
    };
    return function (this: TokenReader) {
      return decision((decisions ??= decide()), this) === 0;
    };
  }

  /** Decides by one token where that tells the alternatives apart, else by two; of equals, the first is read. */
  private decisionsBetween(alternatives: readonly (readonly IProduction[])[]): Decisions {
    const first = alternatives.map((parts) => this.first.tokens(parts));
    const empty = first.findIndex((tokens) => tokens.empty);
    const shared = sharedIndexes(first);
    const reachable = empty < 0 ? alternatives : alternatives.slice(0, empty + 1);
    const byToken: Candidate[][] = [];
    for (const [alternative, parts] of reachable.entries()) {
      const tokens = [...(first[alternative]?.tokens ?? [])];
      for (const [token, seconds] of this.candidates(parts, tokens, shared)) {
        for (const index of indexesOf(token)) (byToken[index] ??= []).push({ alternative, seconds });
      }
    }
    return { byToken, otherwise: empty < 0 ? undefined : empty };
  }

  /** By first token of an alternative, the second ones; undefined where none of the other alternatives begins so. */
  private candidates(
    parts: readonly IProduction[],
    tokens: readonly TokenType[],
    shared: ReadonlySet<number>,
  ): Map<TokenType, Candidate['seconds']> {
    const doubtful = tokens.filter((token) => indexesOf(token).some((index) => shared.has(index)));
    const candidates = new Map(tokens.map((token): [TokenType, Candidate['seconds']] => [token, undefined]));
    if (doubtful.length === 0) return candidates;
    const { seconds } = this.first.pairs(parts);
    for (const token of doubtful) {
      const second = seconds.get(token);
      if (second && !second.empty) candidates.set(token, new Set([...second.tokens].flatMap(indexesOf)));
    }
    return candidates;
  }
}

function decision({ byToken, otherwise }: Decisions, reader: TokenReader): number | undefined {
  const candidates = byToken[reader.LA_FAST(1).tokenTypeIdx];
  if (candidates === undefined) return otherwise;
  for (const { alternative, seconds } of candidates) {
    if (seconds === undefined || seconds.has(reader.LA_FAST(2).tokenTypeIdx)) return alternative;
  }
  return otherwise;
}

/** The indexes that more than one of the alternatives may begin with. */
function sharedIndexes(alternatives: readonly FirstTokens[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { tokens } of alternatives) {
    for (const index of new Set([...tokens].flatMap(indexesOf))) (seen.has(index) ? shared : seen).add(index);
  }
  return shared;
}

/** The index of the token type and those of the types that it stands for. */
function indexesOf({ tokenTypeIdx, categoryMatches = [] }: TokenType): readonly number[] {
  return tokenTypeIdx === undefined ? categoryMatches : [tokenTypeIdx, ...categoryMatches];
}

/** The part of the rule that is sought, by its kind and its number of that kind, and what stands behind it there. */
function placeIn(rule: Rule, kind: Numbered | undefined, number: number): Place {
  const place = kind && placeAmong(rule.definition, [], kind, number);
  if (!place) throw new TypeError(`The rule ${rule.name} lacks the place that Chevrotain asks about.`);
  return place;
}

function placeAmong(
  parts: readonly IProduction[],
  outer: readonly IProduction[],
  kind: Numbered,
  number: number,
): Place | undefined {
  for (const [index, part] of parts.entries()) {
    if (part instanceof Terminal || part instanceof NonTerminal) continue;
    const after = [...parts.slice(index + 1), ...outer];
    if (part instanceof kind && part.idx === number) return { part, after };
    const insides = part instanceof Alternation ? alternativesOf(part) : [bodyOf(part)];
    for (const inside of insides) {
      const place = placeAmong(inside, after, kind, number);
      if (place) return place;
    }
  }
  return undefined;
}
