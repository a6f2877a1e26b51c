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
import { expressionsIn, same } from './expressions.ts';
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
  for (const { automation } of automationsIn(model)) {
    // A reusable automation is run by one that may have sent the message.
    if (automation.triggers.length > 0 && asksForEngagement(automation.steps))
      new SentMessages(model, automation, find).list(automation.steps);
  }
};

function asksForEngagement(steps: readonly Step[]): boolean {
  return [...allSteps(steps)]
    .flatMap(expressionsOf)
    .some((expression) => [...partsOf(expression)].some(({ kind }) => kind === 'engagement'));
}

class SentMessages {
  private readonly model: JourneyModel;
  private readonly find: Find;
  private readonly sent: Set<string>;

  constructor(model: JourneyModel, automation: Automation, find: Find) {
    this.model = model;
    this.find = find;
    this.sent = new Set([
      ...automation.triggers
        .flatMap(expressionsOfTrigger)
        .flatMap((expression) => [...partsOf(expression)])
        .flatMap((part) => (part.kind === 'engagement' ? [part.message] : [])),
      ...automationsIn(model)
        .filter(({ automation: other }) => other !== automation && startTogether(other, automation))
        .flatMap(({ automation: other }) => [...sentIn(other.steps)]),
    ]);
  }

  /** Goes through the steps in order; what any way here may have sent counts as sent. */
  list(steps: readonly Step[]): void {
    for (const step of steps) {
      // In a loop, or side by side, what stands below may have been done before.
      if (step.kind === 'repeat' || step.kind === 'forEach' || step.kind === 'parallel')
        this.add(sentIn([step]));
      for (const expression of expressionsOf(step)) this.expression(expression);
      if (step.kind === 'run') this.add(this.sentByRunning(step.target.id, new Set()));
      for (const children of childSteps(step)) this.list(children);
      if (step.kind === 'send') this.sent.add(step.message);
    }
  }

  private expression(expression: Expression): void {
    for (const part of partsOf(expression)) {
      if (part.kind !== 'engagement' || this.sent.has(part.message)) continue;
      // Whether something was sent may well be asked because another automation sends it, too.
      const asksForSending = KNOWN_BY_SENDER.includes(part.engagement) && this.isSentSomewhere(part.message);
      if (!asksForSending)
        this.find(
          'engagement-before-send',
          { message: part.message, engagement: part.engagement },
          part.source,
        );
    }
  }

  private isSentSomewhere(message: string): boolean {
    return automationsIn(this.model).some(({ automation }) => sentIn(automation.steps).has(message));
  }

  private add(messages: ReadonlySet<string>): void {
    for (const message of messages) this.sent.add(message);
  }

  private sentByRunning(id: string, seen: Set<string>): ReadonlySet<string> {
    if (seen.has(id)) return new Set();
    seen.add(id);
    const run = automationsIn(this.model).filter(
      ({ automation, journey }) => automation.id === id || journey?.id === id,
    );
    return new Set(
      run.flatMap(({ automation }) => [
        ...sentIn(automation.steps),
        ...[...allSteps(automation.steps)].flatMap((step) =>
          step.kind === 'run' ? [...this.sentByRunning(step.target.id, seen)] : [],
        ),
      ]),
    );
  }
}

function sentIn(steps: readonly Step[]): ReadonlySet<string> {
  return new Set([...allSteps(steps)].flatMap((step) => (step.kind === 'send' ? [step.message] : [])));
}

function startTogether(one: Automation, other: Automation): boolean {
  return one.triggers.some((trigger) => other.triggers.some((each) => sharesEvent(trigger, each)));
}

function sharesEvent(one: Automation['triggers'][number], other: Automation['triggers'][number]): boolean {
  if (one.kind === 'events' && other.kind === 'events')
    return one.events.some((event) => other.events.some((each) => same(event, each)));
  return one.kind === other.kind && same({ ...one, as: '' }, { ...other, as: '' });
}
