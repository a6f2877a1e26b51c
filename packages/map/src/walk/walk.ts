import { allSteps, byId, outletsOf } from '@journey/model';
import type {
  Automation,
  Branch,
  Expression,
  JourneyModel,
  Moment,
  Step,
  StepKind,
  StepOf,
  Wait,
} from '@journey/model';
import { clockMinutes, DAY, dayOf, minutesOf } from './calendar.ts';
import type { Minute, Calendar } from './calendar.ts';

/**
 * Walks an automation over the model alone, every way at once: what would go out when, from its trigger on. It knows
 * nothing of what a customer does: an event that is waited for may come at once or never, and both are followed.
 */
export interface Delivery {
  /** The step's id: where the automation sends. */
  readonly step: string;
  readonly message: string;
  /** The first time it can go out, quiet hours and closed days past. */
  readonly earliest: Minute;
  /** The last time it can go out; the same where nothing is open. */
  readonly latest: Minute;
  /** Under which conditions: the innermost last. None where everybody gets it. */
  readonly given: readonly Condition[];
  /** The moment that it goes out at where the automation names one: an hour before the meeting. */
  readonly moment?: Moment | undefined;
  /** How often the step has sent it before: it stands in a loop, or below one. */
  readonly round: number;
  readonly source: Step['source'];
}

export type Condition =
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'split'; readonly percent: number; readonly branch: Pick<Branch, 'name' | 'label'> }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failure' }
  | { readonly kind: 'repeat' };

/** What is taken for granted where the model leaves it open. */
export interface Assumptions {
  /** When the trigger comes: minutes after midnight of the first day. */
  readonly start: Minute;
  /** How many days after the trigger the dates lie that it carries: a meeting that is booked. */
  readonly leadDays: number;
  /** The time of day of those dates. */
  readonly leadClock: Minute;
}

export const USUAL: Assumptions = { start: 9 * 60, leadDays: 3, leadClock: 10 * 60 };

/** The dates lie so far ahead that everything that is planned before them is still to come. */
export function usualAssumptions(automations: readonly Automation[]): Assumptions {
  const ahead = automations.flatMap(({ steps }) => allSteps(steps).map(daysBefore));
  return { ...USUAL, leadDays: Math.max(USUAL.leadDays, ...ahead.map((days) => days + 1)) };
}

function daysBefore(step: Step): number {
  const moment = step.kind === 'at' ? step.moment : step.kind === 'wait' ? momentOf(step.wait) : undefined;
  if (moment?.kind !== 'relative' || moment.direction === 'after') return 0;
  return Math.ceil(minutesOf(moment.offset) / DAY);
}

function momentOf(wait: Wait): Moment | undefined {
  return wait.kind === 'moment' ? wait.moment : wait.kind === 'event' ? wait.by : undefined;
}

/** More rounds of a loop than these show nothing new. */
const MOST_ROUNDS = 6;

/** The span in which a step is reached; undefined after a way has ended. */
interface Span {
  readonly earliest: Minute;
  readonly latest: Minute;
}

interface Way {
  readonly given: readonly Condition[];
  readonly moment?: Moment | undefined;
}

export function walk(
  model: JourneyModel,
  automation: Automation,
  calendar: Calendar,
  assumed: Assumptions,
): Delivery[] {
  const walker = new Walker(model, calendar, assumed);
  walker.steps(automation.steps, { earliest: assumed.start, latest: assumed.start }, { given: [] });
  return walker.deliveries.sort((one, other) => one.earliest - other.earliest);
}

class Walker {
  readonly deliveries: Delivery[] = [];
  private readonly model: JourneyModel;
  private readonly calendar: Calendar;
  private readonly assumed: Assumptions;

  constructor(model: JourneyModel, calendar: Calendar, assumed: Assumptions) {
    this.model = model;
    this.calendar = calendar;
    this.assumed = assumed;
  }

  /** When the way goes on after the steps; undefined where it has ended. */
  steps(steps: readonly Step[], from: Span | undefined, way: Way): Span | undefined {
    let span = from;
    for (const step of steps) span = span && this.step(step, span, way);
    return span;
  }

  private step<K extends StepKind>(step: StepOf<K>, span: Span, way: Way): Span | undefined {
    const kind: K = step.kind;
    return this.kinds[kind](step, span, way);
  }

  /** What each kind of step does to time; a new kind doesn't compile without its row. */
  private readonly kinds: {
    readonly [K in StepKind]: (step: StepOf<K>, span: Span, way: Way) => Span | undefined;
  } = {
    send: (step, span, way) => this.send(step, span, way),
    action: (_step, span) => span,
    let: (_step, span) => span,
    notify: (_step, span) => span,
    run: (_step, span) => span,
    move: (_step, span) => span,
    wait: ({ wait }, span, way) => this.wait(wait, span, way),
    at: ({ moment, steps }, span, way) => {
      const at = this.moment(moment, span.earliest);
      if (at < span.earliest) return span;
      return this.steps(steps, { earliest: at, latest: Math.max(at, span.latest) }, { ...way, moment });
    },
    if: ({ branches, otherwise }, span, way) =>
      this.alternatives(conditional(branches), otherwise, span, way),
    switch: ({ cases, otherwise }, span, way) => this.alternatives(conditional(cases), otherwise, span, way),
    split: ({ branches }, span, way) =>
      joined(
        branches.map((branch) =>
          this.steps(branch.steps, span, under(way, { kind: 'split', percent: branch.percent, branch })),
        ),
      ),
    repeat: (step, span, way) => this.repeat(step, span, way),
    forEach: ({ steps }, span, way) => this.steps(steps, span, way),
    parallel: ({ branches }, span, way) => {
      const ends = branches.map(({ steps }) => this.steps(steps, span, way));
      return ends.some((end) => end === undefined) ? undefined : lastOf(ends);
    },
    try: ({ steps, onFailure }, span, way) => {
      const fine = this.steps(steps, span, way);
      if (onFailure.length === 0) return fine;
      return joined([fine, this.steps(onFailure, span, under(way, { kind: 'failure' }))]);
    },
    stop: () => undefined,
    exit: () => undefined,
  };

  private send(step: StepOf<'send'>, span: Span, way: Way): Span {
    const system = byId(this.model.messages, step.message)?.system;
    const calendar =
      system === undefined ? this.calendar : this.calendar.for(system, () => outletsOf(this.model, system));
    const earliest = calendar.opening(span.earliest);
    const latest = calendar.opening(span.latest);
    this.deliveries.push({
      step: step.id,
      message: step.message,
      earliest,
      latest,
      ...way,
      round: this.deliveries.filter((delivery) => delivery.step === step.id).length,
      source: step.source,
    });
    return { earliest, latest };
  }

  private wait(wait: Wait, span: Span, way: Way): Span | undefined {
    switch (wait.kind) {
      case 'duration':
        return later(span, minutesOf(wait.duration));
      case 'businessDays':
        return onBoth(span, (minute) => this.calendar.afterWorkingDays(minute, wait.days));
      case 'until':
        return onBoth(span, (minute) => this.calendar.next(minute, wait.days, wait.clock));
      case 'moment':
        return onBoth(span, (minute) => Math.max(minute, this.moment(wait.moment, minute)));
      case 'opening':
        return onBoth(span, (minute) => this.calendar.hours(minute, wait.of));
      case 'event': {
        const limit = wait.by ? this.moment(wait.by, span.earliest) - span.earliest : 0;
        const longest = wait.upTo ? minutesOf(wait.upTo) : Math.max(0, limit);
        const late = later(span, longest);
        const timedOut = this.steps(wait.onTimeout, late, under(way, { kind: 'timeout' }));
        return joined([{ earliest: span.earliest, latest: late.latest }, timedOut]);
      }
    }
  }

  private alternatives(
    branches: readonly { readonly steps: readonly Step[]; readonly condition: Condition }[],
    otherwise: Branch | undefined,
    span: Span,
    way: Way,
  ): Span | undefined {
    return joined([
      ...branches.map(({ steps, condition }) => this.steps(steps, span, under(way, condition))),
      otherwise ? this.steps(otherwise.steps, span, under(way, { kind: 'otherwise' })) : span,
    ]);
  }

  private repeat({ steps, every, atMost = MOST_ROUNDS, until }: StepOf<'repeat'>, span: Span, way: Way) {
    const pause = every ? minutesOf(every) : 0;
    const rounds = Math.min(atMost, pause === 0 ? 1 : MOST_ROUNDS);
    const ends: (Span | undefined)[] = until ? [span] : [];
    let now: Span | undefined = span;
    for (let round = 0; round < rounds && now; round++) {
      const inside = until ? under(way, { kind: 'repeat' }) : way;
      const end = this.steps(steps, now, inside);
      now = end && later(end, pause);
      ends.push(now);
    }
    return until ? joined(ends) : ends.at(-1);
  }

  private moment(moment: Moment, from: Minute): Minute {
    const anchor = this.anchor();
    switch (moment.kind) {
      case 'exact':
        return Math.max(anchor, from);
      case 'onDay':
        return dayOf(anchor) * DAY + clockMinutes(moment.clock);
      case 'relative': {
        const offset = minutesOf(moment.offset);
        const at = moment.direction === 'before' ? anchor - offset : anchor + offset;
        return moment.clock ? dayOf(at) * DAY + clockMinutes(moment.clock) : at;
      }
    }
  }

  /** The date that the trigger carries. */
  private anchor(): Minute {
    return (dayOf(this.assumed.start) + this.assumed.leadDays) * DAY + this.assumed.leadClock;
  }
}

function conditional(branches: readonly (Branch & { readonly condition: Expression })[]) {
  return branches.map(({ steps, condition }) => ({
    steps,
    condition: { kind: 'if', condition } as const,
  }));
}

function under(way: Way, condition: Condition): Way {
  return { ...way, given: [...way.given, condition] };
}

function later({ earliest, latest }: Span, minutes: number): Span {
  return { earliest: earliest + minutes, latest: latest + minutes };
}

function onBoth({ earliest, latest }: Span, change: (minute: Minute) => Minute): Span {
  return { earliest: change(earliest), latest: change(latest) };
}

/** Where ways meet again: as early as the first, as late as the last. */
function joined(ends: readonly (Span | undefined)[]): Span | undefined {
  const open = ends.filter((end) => end !== undefined);
  if (open.length === 0) return undefined;
  return {
    earliest: Math.min(...open.map(({ earliest }) => earliest)),
    latest: Math.max(...open.map(({ latest }) => latest)),
  };
}

/** Where ways wait for each other. */
function lastOf(ends: readonly (Span | undefined)[]): Span {
  const open = ends.filter((end) => end !== undefined);
  return {
    earliest: Math.max(...open.map(({ earliest }) => earliest)),
    latest: Math.max(...open.map(({ latest }) => latest)),
  };
}
