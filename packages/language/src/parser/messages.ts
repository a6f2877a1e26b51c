import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { EOF } from 'chevrotain';
import { quoted } from '../diagnostics/define.ts';
import { messageOf, type DiagnosticName } from '../diagnostics/registry.ts';
import { say, sayWords } from '../locale/speech.ts';

/** What each token is for people who never saw a grammar. */
const TOKEN_PHRASES: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  TEXT_BLOCK: 'a text in """',
  NUMBER: 'a number',
  DURATION: 'a duration such as 2d',
  CLOCK: 'a time of day such as 08:00',
  DATE: 'a date such as 2027-03-28',
  PERCENT: 'a percentage such as 50%',
  CURRENCY: 'a currency such as ILS',
  '{': 'an opening brace {',
  '}': 'a closing brace }',
  '(': 'an opening bracket (',
  ')': 'a closing bracket )',
};

/** Where a rule's statements stand, for people. */
const PLACE_PHRASES: Readonly<Record<string, string>> = {
  File: 'a file',
  Declaration: 'a file',
  Connector: 'a connector',
  ConnectorMember: 'a connector',
  Persona: 'a persona',
  PersonaMember: 'a persona',
  Message: 'a message',
  MessagePart: 'a message',
  Variant: 'a variant',
  Policy: 'a policy',
  PolicyRule: 'a policy',
  Journey: 'a journey',
  JourneyMember: 'a journey',
  Stage: 'a stage',
  StageMember: 'a stage',
  Touchpoint: 'a touchpoint',
  TouchpointMember: 'a touchpoint',
  Automation: 'an automation',
  Trigger: 'an automation',
  Block: 'a block of steps',
  Step: 'a block of steps',
  Split: 'a split',
  SplitBranch: 'a split',
  Scenario: 'a scenario',
};

/** What a statement that is known to the rule may begin with; said instead of a list of thirty tokens. */
const EXPECTED_PHRASES: Readonly<Record<string, string>> = {
  Journey:
    'a journey holds its settings (model, persona, timezone, quiet, cap, goal …), stages, automations and KPIs',
  Stage:
    'a stage holds touchpoints, automations, KPIs, enter, owner and notes (pain, opportunity, quote, motivation, behaviour, question, backstage, evidence)',
  Touchpoint:
    'a touchpoint holds image, emotion, moment of truth, break point, owner, status, KPIs and notes (pain, opportunity, quote, motivation, behaviour, question, backstage, evidence)',
  Automation:
    'an automation holds its trigger (on …) first and then its steps (send, wait, at, if, repeat …)',
  Block:
    'a block holds steps: send, wait, at, if, split, repeat, let, move, run, stop, exit, or an action of a system',
  Step: 'a block holds steps: send, wait, at, if, split, repeat, let, move, run, stop, exit, or an action of a system',
  Message:
    'a message holds languages, template, subject or title, preview, text or body, header, footer, button, link, variant and winner',
  Variant:
    'a variant holds what is its own of a message: subject or title, preview, text or body, header, footer, button, link',
  Connector: 'a connector holds channel, auth, base, limit, setting, record, event, action and send',
  Persona: 'a persona holds image, role, description, goal, motivation, behaviour, pain and quote',
};

/** Where the statements belong that people put elsewhere. */
const HOMES: Readonly<Record<string, string>> = {
  import: 'the first lines of the file, before everything else',
  stage: 'a journey',
  touchpoint: 'a stage',
  kpi: 'a journey, a stage or a touchpoint',
  ...Object.fromEntries(
    'send wait at if else switch split repeat parallel try notify move run stop let on every'
      .split(' ')
      .map((word) => [word, 'an automation']),
  ),
};

/** What a place needs, where its token's own phrase would say too little. */
const PLACES_OF_TOKENS: Readonly<Record<string, string>> = {
  'SignedNumber NUMBER': 'a number from -2 (awful) to +2 (great)',
};

const MAX_LISTED = 4;

/** The rule that was read at a token, and the names of the types of tokens that it could have gone on with. */
export interface Expectation {
  readonly rule: string;
  readonly expected: readonly string[];
}

/** Sentences for what the parser finds, and which finding each one is. */
export class JourneyParserMessages implements IParserErrorMessageProvider {
  // Chevrotain's errors carry a sentence and the token that it is about, and nothing else of ours.
  private readonly names = new WeakMap<IToken, DiagnosticName>();
  private readonly expectations = new WeakMap<IToken, Expectation>();

  /** The finding that was reported about the token. */
  nameOf(token: IToken): DiagnosticName {
    return this.names.get(token) ?? 'syntax-unexpected';
  }

  /** What could have stood where the token stands. */
  expectationAt(token: IToken): Expectation | undefined {
    return this.expectations.get(token);
  }

  buildMismatchTokenMessage(options: { expected: TokenType; actual: IToken; ruleName: string }): string {
    const { expected, actual } = options;
    this.expectations.set(actual, { rule: ruleName(options.ruleName), expected: [expected.name] });
    if (expected === EOF) return this.buildNotAllInputParsedMessage({ firstRedundant: actual });
    // Where only the end of a block is left, what stands there is a statement that the block doesn't know.
    const phrase = EXPECTED_PHRASES[ruleName(options.ruleName)];
    if (expected.name === '}' && phrase !== undefined)
      return this.unexpected(options.ruleName, actual, phrase);
    this.names.set(actual, 'syntax-expected');
    return messageOf('syntax-expected', {
      expected: PLACES_OF_TOKENS[`${ruleName(options.ruleName)} ${expected.name}`] ?? describe(expected),
      found: found(actual),
    });
  }

  buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken }): string {
    this.names.set(firstRedundant, 'syntax-left-over');
    const home = HOMES[firstRedundant.image];
    return messageOf('syntax-left-over', { found: found(firstRedundant), home });
  }

  buildNoViableAltMessage(options: {
    expectedPathsPerAlt: TokenType[][][];
    actual: IToken[];
    ruleName: string;
  }): string {
    return this.unfit(options.ruleName, options.actual[0], options.expectedPathsPerAlt.flat());
  }

  buildEarlyExitMessage(options: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
    ruleName: string;
  }): string {
    return this.unfit(options.ruleName, options.actual[0], options.expectedIterationPaths);
  }

  private unfit(rule: string, actual: IToken | undefined, paths: readonly TokenType[][]): string {
    if (!actual)
      return messageOf('syntax-expected', { expected: listed(paths), found: 'the end of the file' });
    const expected = paths.flatMap(([first]) => (first ? [first.name] : []));
    this.expectations.set(actual, { rule: ruleName(rule), expected });
    return this.unexpected(
      rule,
      actual,
      EXPECTED_PHRASES[ruleName(rule)] ?? say`here ${listed(paths)} can stand`,
    );
  }

  private unexpected(rule: string, actual: IToken, expected: string): string {
    this.names.set(actual, 'syntax-unexpected');
    const known = PLACE_PHRASES[ruleName(rule)];
    const place = known ?? 'this place';
    const home = known === undefined ? undefined : HOMES[actual.image];
    return messageOf('syntax-unexpected', {
      found: found(actual),
      place,
      expected: home === undefined || home === place ? expected : say`it belongs in ${sayWords(home)}`,
    });
  }
}

function listed(paths: readonly TokenType[][]): string {
  const phrases = [...new Set(paths.map(([first]) => (first ? describe(first) : '')))].filter(
    (phrase) => phrase !== '',
  );
  const shown = phrases.slice(0, MAX_LISTED);
  return phrases.length > MAX_LISTED
    ? `${shown.map(sayWords).join(', ')} …`
    : shown.map(sayWords).join(say` or `);
}

function describe(token: TokenType): string {
  return TOKEN_PHRASES[token.name] ?? quoted(token.name);
}

function found(token: IToken): string {
  if (token.tokenType === EOF) return 'the end of the file';
  const image = token.image.length > 30 ? `${token.image.slice(0, 29)}…` : token.image;
  return token.image.startsWith('"') ? say`the text ${image}` : quoted(image);
}

// Langium marks its rules' names with an invisible suffix.
function ruleName(rule: string): string {
  return rule.replace(/\u200B$/, '');
}
