import {
  allSteps,
  byId,
  childSteps,
  connectorOf,
  expressionsOf,
  expressionsOfTrigger,
  partsOf,
  type Automation,
  type Engagement,
  type Expression,
  type JourneyModel,
  type Step,
} from '@journey/model';
import { replace, type Fix } from '../../diagnostics/fix.ts';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { automationsIn } from './automations.ts';
import { expressionsIn, withoutSource } from './expressions.ts';
import { say } from '../../locale/speech.ts';

type EngagementExpression = Extract<Expression, { kind: 'engagement' }>;

/** Whoever runs the automation knows that it sent something, and whether that failed. */
const KNOWN_BY_SENDER: readonly Engagement[] = ['sent', 'failed'];
/** What one may ask for instead: what the customer does. */
const DONE_BY_CUSTOMER: readonly Engagement[] = ['opened', 'clicked', 'replied'];

/** Questions that the sending system never answers. */
export const checkReportedEngagement: ModelCheck = (model, find, textOf) => {
  for (const part of expressionsIn(model).flatMap((expression) => [...partsOf(expression)])) {
    if (part.kind !== 'engagement' || KNOWN_BY_SENDER.includes(part.engagement)) continue;
    const message = byId(model.messages, part.message);
    const connector = message && connectorOf(model, message.system);
    if (!connector || connector.reports.includes(part.engagement)) continue;
    const parameters = {
      connector: connector.label,
      engagement: part.engagement,
      reports: connector.reports.join(', '),
    };
    const instead = DONE_BY_CUSTOMER.filter((engagement) => connector.reports.includes(engagement));
    find(
      'engagement-not-reported',
      parameters,
      part.source,
      instead.flatMap((engagement) => renameFix(part, engagement, textOf)),
    );
  }
};

function renameFix({ source, engagement }: EngagementExpression, to: Engagement, textOf: TextOf): Fix[] {
  const end = { line: source.start.line, character: source.start.character + engagement.length };
  const place = { ...source, end };
  return textOf(place) === engagement ? [replace(say`Ask for "${to}" instead`, place, to)] : [];
}

/** Questions about messages that can't have been sent since the automation began. */
export const checkEngagementBeforeSend: ModelCheck = (model, find) => {
  let found: Senders | undefined;
  // Most models ask for nothing of the kind.
  const senders = (): Senders => (found ??= new Senders(model));
  for (const { automation } of automationsIn(model)) {
    // A reusable automation is run by one that may have sent the message.
    if (automation.triggers.length > 0 && asksForEngagement(automation.steps))
      new SentMessages(senders(), automation, find).list(automation.steps);
  }
};

function asksForEngagement(steps: readonly Step[]): boolean {
  return [...allSteps(steps)]
    .flatMap(expressionsOf)
    .some((expression) => [...partsOf(expression)].some(({ kind }) => kind === 'engagement'));
}

/** Which automation sends what, over a whole model: each is looked at once. */
class Senders {
  private readonly sent = new Map<Automation, ReadonlySet<string>>();
  /** By what starts automations, how many of those send a message. */
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly anywhere = new Set<string>();
  private readonly run = new Map<string, Automation[]>();

  constructor(model: JourneyModel) {
    for (const { automation, journey } of automationsIn(model)) {
      const messages = sentIn(automation.steps);
      this.sent.set(automation, messages);
      for (const message of messages) this.anywhere.add(message);
      for (const start of startsOf(automation)) {
        const count = this.counts.get(start) ?? new Map<string, number>();
        this.counts.set(start, count);
        for (const message of messages) count.set(message, (count.get(message) ?? 0) + 1);
      }
      for (const id of new Set([automation.id, journey?.id])) {
        if (id !== undefined) this.run.set(id, [...(this.run.get(id) ?? []), automation]);
      }
    }
  }

  isSentSomewhere(message: string): boolean {
    return this.anywhere.has(message);
  }

  /** Whether another automation sends it that something starts together with this one. */
  isSentBeside(automation: Automation, message: string): boolean {
    const own = this.sent.get(automation)?.has(message) ? 1 : 0;
    return startsOf(automation).some((start) => (this.counts.get(start)?.get(message) ?? 0) > own);
  }

  sentByRunning(id: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(id)) return new Set();
    seen.add(id);
    return new Set(
      (this.run.get(id) ?? []).flatMap((automation) => [
        ...(this.sent.get(automation) ?? []),
        ...[...allSteps(automation.steps)].flatMap((step) =>
          step.kind === 'run' ? [...this.sentByRunning(step.target.id, seen)] : [],
        ),
      ]),
    );
  }
}

class SentMessages {
  private readonly senders: Senders;
  private readonly automation: Automation;
  private readonly find: Find;
  private readonly sent: Set<string>;

  constructor(senders: Senders, automation: Automation, find: Find) {
    this.senders = senders;
    this.automation = automation;
    this.find = find;
    this.sent = new Set(
      automation.triggers
        .flatMap(expressionsOfTrigger)
        .flatMap((expression) => [...partsOf(expression)])
        .flatMap((part) => (part.kind === 'engagement' ? [part.message] : [])),
    );
  }

  /** Goes through the steps in order; what any way here may have sent counts as sent. */
  list(steps: readonly Step[]): void {
    for (const step of steps) {
      // In a loop, or side by side, what stands below may have been done before.
      if (step.kind === 'repeat' || step.kind === 'forEach' || step.kind === 'parallel')
        this.add(sentIn([step]));
      for (const expression of expressionsOf(step)) this.expression(expression);
      if (step.kind === 'run') this.add(this.senders.sentByRunning(step.target.id));
      for (const children of childSteps(step)) this.list(children);
      if (step.kind === 'send') this.sent.add(step.message);
    }
  }

  private expression(expression: Expression): void {
    for (const part of partsOf(expression)) {
      if (part.kind !== 'engagement' || this.sent.has(part.message)) continue;
      if (this.senders.isSentBeside(this.automation, part.message)) continue;
      // Whether something was sent may well be asked because another automation sends it, too.
      const asksForSending =
        KNOWN_BY_SENDER.includes(part.engagement) && this.senders.isSentSomewhere(part.message);
      if (!asksForSending)
        this.find(
          'engagement-before-send',
          { message: part.message, engagement: part.engagement },
          part.source,
        );
    }
  }

  private add(messages: ReadonlySet<string>): void {
    for (const message of messages) this.sent.add(message);
  }
}

function sentIn(steps: readonly Step[]): ReadonlySet<string> {
  return new Set([...allSteps(steps)].flatMap((step) => (step.kind === 'send' ? [step.message] : [])));
}

/** What starts the automation: each event, or all that another trigger says. */
function startsOf({ triggers }: Automation): readonly string[] {
  const starts = triggers.flatMap((trigger) =>
    trigger.kind === 'events' ? trigger.events.map(withoutSource) : [withoutSource({ ...trigger, as: '' })],
  );
  return [...new Set(starts.flatMap((start) => start ?? []))];
}
