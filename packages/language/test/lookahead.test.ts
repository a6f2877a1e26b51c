import { EmptyFileSystem } from 'langium';
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
  type Rule,
  type TokenType,
} from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../src/parser/first-tokens.ts';
import { TableLookahead } from '../src/parser/lookahead.ts';
import { createJourneyServices } from '../src/services.ts';

interface ParserInside {
  getGAstProductions(): Record<string, Rule>;
  tokensMap: Record<string, TokenType>;
}

const { journey } = createJourneyServices(EmptyFileSystem);
const parser = Reflect.get(journey.parser.LangiumParser, 'wrapper') as ParserInside;
const rules = Object.values(parser.getGAstProductions());
const tokens = Object.values(parser.tokensMap).flatMap(({ tokenTypeIdx }) => tokenTypeIdx ?? []);

type Optional = Option | Repetition | RepetitionMandatory;

/** The places of a rule where the parser has to decide. */
function placesOf(rule: Rule): { alternations: Alternation[]; optionals: Optional[] } {
  const alternations: Alternation[] = [];
  const optionals: Optional[] = [];
  const visit = (part: IProduction): void => {
    if (part instanceof NonTerminal || part instanceof Terminal) return;
    if (part instanceof Alternation) alternations.push(part);
    if (part instanceof Option || part instanceof Repetition || part instanceof RepetitionMandatory) {
      optionals.push(part);
    }
    for (const inner of bodyOf(part)) visit(inner);
  };
  rule.definition.forEach(visit);
  return { alternations, optionals };
}

type Decide = () => number | boolean | undefined;

function decisionsOf(strategy: ILookaheadStrategy, rule: Rule): Map<string, Decide> {
  const places = placesOf(rule);
  const common = { rule, maxLookahead: 2, dynamicTokensEnabled: false };
  const alternations = places.alternations.map(({ idx }): [string, Decide] => [
    `alternation ${idx}`,
    strategy.buildLookaheadForAlternation({ ...common, prodOccurrence: idx, hasPredicates: false }),
  ]);
  const optionals = places.optionals.map((place): [string, Decide] => {
    const prodType =
      place instanceof Option
        ? 'Option'
        : place instanceof RepetitionMandatory
          ? 'RepetitionMandatory'
          : 'Repetition';
    return [
      `${prodType} ${place.idx}`,
      strategy.buildLookaheadForOptional({ ...common, prodOccurrence: place.idx, prodType }),
    ];
  });
  return new Map([...alternations, ...optionals]);
}

describe('look-ahead', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'decides as Chevrotain’s own does before any two tokens: %s',
    (_name, rule) => {
      const peers = decisionsOf(new LLkLookaheadStrategy({ maxLookahead: 2 }), rule);
      for (const [place, decide] of decisionsOf(new TableLookahead(), rule)) {
        const differing = disagreement(decide, peers.get(place));
        expect(differing, `${rule.name}, ${place}`).toBeUndefined();
      }
    },
  );
});

/** The first two tokens before which the two decide differently. */
function disagreement(decide: Decide, peer: Decide | undefined): readonly [number, number] | undefined {
  for (const first of tokens) {
    for (const second of tokens) {
      const reader = { LA_FAST: (howMuch: number) => ({ tokenTypeIdx: howMuch === 1 ? first : second }) };
      if (decide.call(reader) !== peer?.call(reader)) return [first, second];
    }
  }
  return undefined;
}
