import {
  hoursFor,
  isLimiting,
  outletsWithHours,
  smsLength,
  widened,
  allSteps,
  EMPTY_MODEL,
  automationsOf,
  durationOfSeconds,
  parseDuration,
  type Automation,
  type Journey,
  type JourneyModel,
  type Kpi,
  type Phrases,
  type PhrasesOf,
  type SourceRange,
  type Step,
  type Trigger,
} from '@journey/model';
import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, UriUtils, WorkspaceCache } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { compileDocument } from '../compile/compile.ts';
import { ConnectorCompiler } from '../compile/connectors.ts';
import { CompileContext } from '../compile/context.ts';
import { ExpressionCompiler } from '../compile/expressions.ts';
import { FlowCompiler } from '../compile/flow.ts';
import * as ast from '../generated/ast.ts';
import { refOf, refText } from '../references/ref-of.ts';
import type { JourneyServices } from '../services.ts';
import { estimateText } from '../text/estimate.ts';
import { sendTimes } from './elapsed.ts';
import { openingHours } from './opening-hours.ts';

/** What a document's parts mean, as its model says it. */
interface Compiled {
  readonly model: JourneyModel;
  readonly phrases: Phrases;
}

/**
 * What the source comes to once it is compiled, in the words of the map: when a message goes out, how long a wait is,
 * how a measure is counted. Says nothing where nobody gave the words.
 */
export class Meaning {
  private readonly services: JourneyServices;
  private readonly compiled: WorkspaceCache<string, Compiled | undefined>;
  private phrasesOf: PhrasesOf | undefined;
  /** The words for what needs no model. */
  private words: Phrases | undefined;

  constructor(services: JourneyServices) {
    this.services = services;
    this.compiled = new WorkspaceCache(services.shared);
  }

  /** Gives the words that everything is said in from now on. */
  speak(phrasesOf: PhrasesOf): void {
    this.phrasesOf = phrasesOf;
    this.words = phrasesOf(EMPTY_MODEL);
    this.compiled.clear();
  }

  /** The computed meaning of a declaration or statement, line by line; empty where there is none. */
  of(node: AstNode): readonly string[] {
    const document = AstUtils.getDocument(node);
    const compiled = this.compile(document);
    if (!compiled) return [];
    const place = { ...compiled, document, services: this.services };
    const lines = MEANINGS[node.$type]?.(place, node) ?? [
      stepWords(place, node) ?? triggerWords(place, node),
    ];
    return lines.filter((line): line is string => line !== undefined && line !== '');
  }

  /** A length of time in words; undefined for what is none. */
  ofDuration(text: string): string | undefined {
    const duration = parseDuration(text);
    return duration && this.words?.duration(duration);
  }

  /** A date in words, with its weekday. */
  ofDate(iso: string): string | undefined {
    return this.words?.date(iso);
  }

  /** The weekday of a date. */
  ofWeekday(iso: string): string | undefined {
    return Number.isNaN(Date.parse(iso)) ? undefined : this.words?.weekday(iso);
  }

  /** A length of time in the largest units that it fills. */
  ofSeconds(seconds: number): string | undefined {
    return this.words?.duration(durationOfSeconds(seconds));
  }

  /** For each message that an automation sends later than at once: when, counted from its beginning. */
  ofSends(node: ast.Automation): readonly { readonly range: Range; readonly text: string }[] {
    const { words } = this;
    if (!words) return [];
    const context = new CompileContext(AstUtils.getDocument(node), this.services);
    const expressions = new ExpressionCompiler(context);
    const { steps } = new FlowCompiler(
      context,
      expressions,
      new ConnectorCompiler(context, expressions),
    ).automation(node);
    return sendTimes(steps)
      .filter(({ to }) => to > 0)
      .map(({ step: { source }, from, to }) => ({
        range: { start: source.start, end: source.end },
        text: words.after(durationOfSeconds(from), durationOfSeconds(to)),
      }));
  }

  /** How many SMS a message takes, at least in one of its languages; undefined where it goes another way. */
  ofSms(message: ast.Message): string | undefined {
    const parts = smsParts(message, this.services);
    return parts === undefined ? undefined : this.words?.sms(parts);
  }

  private compile(document: LangiumDocument): Compiled | undefined {
    const { phrasesOf } = this;
    return this.compiled.get(document.uri.toString(), () => {
      if (!phrasesOf) return undefined;
      const model = compileDocument(document, this.services);
      return { model, phrases: phrasesOf(model) };
    });
  }
}

interface Place extends Compiled {
  readonly document: LangiumDocument;
  readonly services: JourneyServices;
}
type Lines = readonly (string | undefined)[];

const MEANINGS: Readonly<Partial<Record<string, (place: Place, node: AstNode) => Lines>>> = {
  Journey: (place, node) => hoursOf(place, node),
  Automation: (place, node) => {
    const automation = writtenAt(place, node, automationsIn(place.model));
    return (automation?.triggers ?? []).map((trigger) => place.phrases.trigger(trigger));
  },
  Kpi: (place, node) => {
    const kpi = writtenAt(place, node, kpisIn(place.model));
    return kpi ? place.phrases.kpi(kpi) : [];
  },
  Segment: (place, node) => {
    const segment = writtenAt(place, node, place.model.segments);
    return segment ? [place.phrases.expression(segment.condition)] : [];
  },
  Message: ({ phrases, services }, node) => {
    const parts = smsParts(node as ast.Message, services);
    return parts === undefined ? [] : [phrases.sms(parts)];
  },
  Send: (place, node) => [
    stepWords(place, node),
    ...hoursOf(place, AstUtils.getContainerOfType(node, ast.isJourney)),
  ],
};

/** What a step does, whatever its kind. */
function stepWords(place: Place, node: AstNode): string | undefined {
  const step = writtenAt(place, node, stepsIn(place.model));
  return step && place.phrases.step(step);
}

function triggerWords(place: Place, node: AstNode): string | undefined {
  const trigger = writtenAt(place, node, triggersIn(place.model));
  return trigger && place.phrases.trigger(trigger);
}

function hoursOf({ model, phrases, document }: Place, node: AstNode | undefined): string[] {
  const journey = node && writtenAt({ document }, node, model.journeys);
  if (!journey) return [];
  const { policy, source } = journey;
  return [undefined, ...outletsWithHours(policy)].flatMap((outlet) => {
    const hours = hoursFor(policy, outlet && widened(model, outlet));
    const open = isLimiting(hours) ? openingHours(hours, source) : undefined;
    return open ? [phrases.sent(open, policy.timezone, outlet)] : [];
  });
}

/** The part of the model that was compiled from the node. */
function writtenAt<Part extends { readonly source: SourceRange }>(
  { document }: Pick<Place, 'document'>,
  node: AstNode,
  parts: Iterable<Part>,
): Part | undefined {
  const range = node.$cstNode?.range;
  const file = UriUtils.basename(document.uri);
  for (const part of parts) {
    const { source } = part;
    const isThere =
      source.file === file &&
      source.start.line === range?.start.line &&
      source.start.character === range.start.character &&
      source.end.line === range.end.line &&
      source.end.character === range.end.character;
    if (isThere) return part;
  }
  return undefined;
}

function* automationsIn({ journeys, automations }: JourneyModel): Generator<Automation> {
  yield* automations;
  for (const journey of journeys) for (const { automation } of automationsOf(journey)) yield automation;
}

function* stepsIn(model: JourneyModel): Generator<Step> {
  for (const { steps } of automationsIn(model)) yield* allSteps(steps);
}

function* triggersIn(model: JourneyModel): Generator<Trigger> {
  for (const { triggers } of automationsIn(model)) yield* triggers;
  for (const { enter, exits, stages } of model.journeys) {
    yield* enter;
    yield* exits;
    for (const stage of stages) yield* stage.enter;
  }
}

function* kpisIn({ journeys }: JourneyModel): Generator<Kpi> {
  for (const { kpis, stages } of journeys) {
    yield* kpis;
    for (const stage of stages) yield* kpisOf(stage);
  }
}

function* kpisOf({ kpis, touchpoints }: Journey['stages'][number]): Generator<Kpi> {
  yield* kpis;
  for (const touchpoint of touchpoints) yield* touchpoint.kpis;
}

function smsParts(message: ast.Message, { texts }: JourneyServices): number | undefined {
  const connector = refOf(refOf(message.system)?.connector);
  const channel = connector?.members.find(ast.isConnectorChannel)?.channel;
  if (refText(channel) !== 'sms') return undefined;
  const bodies = texts.of(message).filter(({ node }) => ast.isTextPart(node) || ast.isBodyPart(node));
  return Math.max(...bodies.map(({ pieces }) => smsLength(estimateText(pieces)).parts), 0) || undefined;
}
