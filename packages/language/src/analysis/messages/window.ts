import {
  automationsOf,
  byId,
  childSteps,
  connectorOf,
  nominalSeconds,
  type Automation,
  type EventReference,
  type Expression,
  type JourneyModel,
  type Step,
  type StepOf,
  type Trigger,
} from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';

/** Seconds within which WhatsApp takes free text after the customer wrote. */
const WINDOW = 86_400;
/** The customer may never have written. */
const NEVER = Infinity;

/** WhatsApp texts without a template are sent only where the customer wrote in the last 24 hours. */
export const checkCustomerWindow: ModelCheck = (model, find) => {
  const automations = [
    ...model.journeys.flatMap((journey) => automationsOf(journey).map(({ automation }) => automation)),
    ...model.automations,
  ];
  const walk = new Walk(model, automations, find);
  for (const automation of automations) {
    // One that only others run is looked at where they run it.
    if (automation.triggers.length > 0) walk.automation(automation, walk.since(automation.triggers));
  }
};

/** Goes through steps with the seconds since the customer wrote, at the most; undefined where no step follows any more. */
class Walk {
  private readonly model: JourneyModel;
  private readonly automations: readonly Automation[];
  private readonly find: Find;
  private readonly reported = new Set<Step>();
  private readonly running = new Set<Automation>();

  constructor(model: JourneyModel, automations: readonly Automation[], find: Find) {
    this.model = model;
    this.automations = automations;
    this.find = find;
  }

  since(triggers: readonly Trigger[]): number {
    const written = triggers.every(
      (trigger) => trigger.kind === 'events' && trigger.events.every((event) => this.isFromCustomer(event)),
    );
    return triggers.length > 0 && written ? 0 : NEVER;
  }

  automation(automation: Automation, since: number): void {
    if (this.running.has(automation)) return;
    this.running.add(automation);
    this.steps(automation.steps, since);
    this.running.delete(automation);
  }

  private steps(steps: readonly Step[], since: number): number | undefined {
    let current: number | undefined = since;
    for (const step of steps) {
      if (current === undefined) return undefined;
      current = this.step(step, current);
    }
    return current;
  }

  private step(step: Step, since: number): number | undefined {
    switch (step.kind) {
      case 'send':
        this.send(step, since);
        return since;
      case 'wait':
        return this.wait(step, since);
      case 'at':
        this.steps(step.steps, NEVER);
        return NEVER;
      case 'repeat':
        return this.repeat(step, since);
      case 'if':
        return latest([
          ...step.branches.map((branch) => this.steps(branch.steps, this.after(branch.condition, since))),
          step.otherwise ? this.steps(step.otherwise.steps, since) : since,
        ]);
      case 'switch':
        return latest([
          ...step.cases.map((branch) => this.steps(branch.steps, this.after(branch.condition, since))),
          step.otherwise ? this.steps(step.otherwise.steps, since) : since,
        ]);
      case 'run': {
        const target = this.automations.find(({ id }) => id === step.target.id);
        if (target && step.target.kind === 'automation') this.automation(target, since);
        return since;
      }
      case 'stop':
      case 'exit':
        return undefined;
      default: {
        const children = childSteps(step).map((steps) => this.steps(steps, since));
        return children.length === 0 ? since : latest(children);
      }
    }
  }

  private send(step: StepOf<'send'>, since: number): void {
    const message = byId(this.model.messages, step.message);
    if (!message || message.template || since <= WINDOW || this.reported.has(step)) return;
    if (connectorOf(this.model, message.system)?.channel !== 'whatsapp') return;
    this.reported.add(step);
    this.find('outside-customer-window', { message: message.id }, step.source);
  }

  private wait({ wait }: StepOf<'wait'>, since: number): number | undefined {
    switch (wait.kind) {
      case 'duration':
        return since + nominalSeconds(wait.duration);
      case 'businessDays':
        return since + wait.days * WINDOW;
      case 'until':
        // A time of day comes within the next 24 hours; how far a weekday or a date is, nobody knows.
        return wait.days === undefined ? since : NEVER;
      case 'moment':
      case 'opening':
        return NEVER;
      case 'event': {
        const happened = this.after(wait.condition, NEVER);
        if (!wait.upTo) return happened;
        const timedOut = this.steps(wait.onTimeout, since + nominalSeconds(wait.upTo));
        return latest([Math.min(happened, since + nominalSeconds(wait.upTo)), timedOut]);
      }
    }
  }

  /** The second round begins later than the first. */
  private repeat({ steps, every }: StepOf<'repeat'>, since: number): number | undefined {
    const first = this.steps(steps, since);
    if (first === undefined) return undefined;
    const pause = every ? nominalSeconds(every) : 0;
    return this.steps(steps, first + pause);
  }

  /** A condition that speaks of what the customer wrote holds only once they did. */
  private after(condition: Expression, since: number): number {
    return mentions(condition, (event) => this.isFromCustomer(event)) ? 0 : since;
  }

  private isFromCustomer(event: EventReference, seen: ReadonlySet<string> = new Set()): boolean {
    switch (event.kind) {
      case 'event':
        return event.event === 'received' && connectorOf(this.model, event.system)?.channel === 'whatsapp';
      case 'engagement': {
        const system = byId(this.model.messages, event.message)?.system;
        return (
          event.engagement === 'replied' &&
          system !== undefined &&
          connectorOf(this.model, system)?.channel === 'whatsapp'
        );
      }
      case 'stageEvent': {
        const stage = this.model.journeys
          .flatMap(({ stages }) => stages)
          .find(({ id }) => id === event.stage && !seen.has(id));
        if (event.event !== 'entered' || !stage || stage.enter.length === 0) return false;
        const path = new Set([...seen, stage.id]);
        return stage.enter.every(
          (trigger) =>
            trigger.kind === 'events' && trigger.events.every((each) => this.isFromCustomer(each, path)),
        );
      }
    }
  }
}

function latest(ends: readonly (number | undefined)[]): number | undefined {
  const reached = ends.filter((end) => end !== undefined);
  return reached.length === 0 ? undefined : Math.max(...reached);
}

function mentions(value: unknown, isMeant: (event: EventReference) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, isMeant));
  if (typeof value !== 'object' || value === null) return false;
  if (isEvent(value) && isMeant(value)) return true;
  return Object.values(value).some((part) => mentions(part, isMeant));
}

function isEvent(value: object): value is EventReference {
  return (
    'kind' in value && (value.kind === 'event' || value.kind === 'stageEvent' || value.kind === 'engagement')
  );
}
