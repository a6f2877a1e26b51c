import {
  Alternation,
  NonTerminal,
  Option,
  Repetition,
  Terminal,
  type IProduction,
  type Rule,
  type TokenType,
} from 'chevrotain';

/** The tokens that a piece of grammar may begin with. */
export interface FirstTokens {
  /** Whether the piece may be nothing at all. */
  readonly empty: boolean;
  readonly tokens: ReadonlySet<TokenType>;
}

/** The tokens that a piece of grammar may begin with, each with those that may stand next. */
export interface FirstPairs {
  /** Whether the piece may be nothing at all. */
  readonly empty: boolean;
  /** By first token, the second ones; `empty` where the piece may end after the first. */
  readonly seconds: ReadonlyMap<TokenType, FirstTokens>;
}

interface GrowingTokens {
  empty: boolean;
  readonly tokens: Set<TokenType>;
}

/** Works out what pieces of a grammar begin with, each rule once. The grammar may not be left-recursive. */
export class FirstTokensOf {
  private readonly tokensOfRules = new Map<Rule, FirstTokens>();
  private readonly pairsOfRules = new Map<Rule, FirstPairs>();

  /** The first tokens of the parts from `start` on, read one after the other. */
  tokens(parts: readonly IProduction[], start = 0): FirstTokens {
    const tokens = new Set<TokenType>();
    for (const part of parts.slice(start)) {
      const first = this.tokensOf(part);
      for (const token of first.tokens) tokens.add(token);
      if (!first.empty) return { empty: false, tokens };
    }
    return { empty: true, tokens };
  }

  /** The first two tokens of the parts, read one after the other. */
  pairs(parts: readonly IProduction[]): FirstPairs {
    const seconds = new Map<TokenType, GrowingTokens>();
    for (const [index, part] of parts.entries()) {
      const pairs = this.pairsOf(part);
      const next = (): FirstTokens => this.tokens(parts, index + 1);
      for (const [token, second] of pairs.seconds) addSecond(seconds, token, second, next);
      if (!pairs.empty) return { empty: false, seconds };
    }
    return { empty: true, seconds };
  }

  private tokensOf(part: IProduction): FirstTokens {
    if (part instanceof Terminal) return { empty: false, tokens: new Set([part.terminalType]) };
    if (part instanceof NonTerminal) {
      return remembered(this.tokensOfRules, part.referencedRule, (rule) => this.tokens(rule.definition));
    }
    if (part instanceof Alternation) {
      return unitedTokens(alternativesOf(part).map((parts) => this.tokens(parts)));
    }
    return { tokens: this.tokens(bodyOf(part)).tokens, empty: mayBeNothing(part) };
  }

  private pairsOf(part: IProduction): FirstPairs {
    if (part instanceof Terminal) {
      return { empty: false, seconds: new Map([[part.terminalType, { empty: true, tokens: new Set() }]]) };
    }
    if (part instanceof NonTerminal) {
      return remembered(this.pairsOfRules, part.referencedRule, (rule) => this.pairs(rule.definition));
    }
    if (part instanceof Alternation) {
      return unitedPairs(alternativesOf(part).map((parts) => this.pairs(parts)));
    }
    const body = bodyOf(part);
    const again = part instanceof Option ? [] : [new Option({ definition: [...body] })];
    return { seconds: this.pairs([...body, ...again]).seconds, empty: mayBeNothing(part) };
  }
}

/** The parts of each alternative. */
export function alternativesOf(alternation: IProduction): (readonly IProduction[])[] {
  return bodyOf(alternation).map((alternative) => bodyOf(alternative));
}

/** The parts of an option, a repetition or an alternative. */
export function bodyOf(part: IProduction): readonly IProduction[] {
  if ('definition' in part) return part.definition as readonly IProduction[];
  throw new TypeError('A part of the grammar that has no parts of its own was taken for one that has.');
}

function mayBeNothing(part: IProduction): boolean {
  return part instanceof Option || part instanceof Repetition;
}

function remembered<T>(memory: Map<Rule, T>, rule: Rule, compute: (rule: Rule) => T): T {
  const known = memory.get(rule);
  if (known) return known;
  const computed = compute(rule);
  memory.set(rule, computed);
  return computed;
}

function unitedTokens(all: readonly FirstTokens[]): FirstTokens {
  return {
    empty: all.some(({ empty }) => empty),
    tokens: new Set(all.flatMap(({ tokens }) => [...tokens])),
  };
}

function unitedPairs(all: readonly FirstPairs[]): FirstPairs {
  const seconds = new Map<TokenType, GrowingTokens>();
  const nothing = (): FirstTokens => ({ empty: true, tokens: new Set() });
  for (const pairs of all) {
    for (const [token, second] of pairs.seconds) addSecond(seconds, token, second, nothing);
  }
  return { empty: all.some(({ empty }) => empty), seconds };
}

/** Adds second tokens; where the piece may end after the first, those of what comes `next` too. */
function addSecond(
  seconds: Map<TokenType, GrowingTokens>,
  token: TokenType,
  added: FirstTokens,
  next: () => FirstTokens,
): void {
  const known = seconds.get(token) ?? { empty: false, tokens: new Set() };
  seconds.set(token, known);
  for (const second of added.tokens) known.tokens.add(second);
  if (!added.empty) return;
  const following = next();
  for (const second of following.tokens) known.tokens.add(second);
  known.empty ||= following.empty;
}
