import type { Automation, EventReference, Expression, Journey, Stage, Step, StepOf } from '@journey/model';
import { automationsOf } from '@journey/model';
import { remove } from '../../diagnostics/fix.ts';
import type { Find, ModelCheck } from '../check.ts';
import { automationsIn, stepListsIn, type PlacedAutomation } from './automations.ts';
import { same, withoutSource } from './expressions.ts';
import { removeAfter } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Steps between which no time passes and nothing is decided. */
const PASSING: ReadonlySet<Step['kind']> = new Set(['send', 'action', 'let', 'notify', 'move']);

/** The same message to the same people twice at once. */
export const checkRepeatedSends: ModelCheck = (model, find) => {
  for (const steps of stepListsIn(model)) {
    let sent: Step[] = [];
    for (const step of steps) {
      if (!PASSING.has(step.kind)) sent = [];
      if (step.kind !== 'send') continue;
      if (
        sent.some((before) =>
          same({ ...before, id: '', documentation: '' }, { ...step, id: '', documentation: '' }),
        )
      )
        find('message-sent-twice', { message: step.message }, step.source, [
          remove(say`Send it once`, step.source),
        ]);
      sent.push(step);
    }
  }
};

/** The same message, at once and by the same event, from two automations of a journey. */
export const checkSendsOfSeveral: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    const alike = new Map<string | undefined, SendAtOnce[]>();
    for (const send of automationsOf(journey).flatMap(({ automation }) => sendsAtOnce(automation))) {
      const key = withoutSource([send.event, send.step.message, send.step.arguments]);
      const others = alike.get(key) ?? [];
      alike.set(key, [...others, send]);
      const before = others.find((other) => isForTheSame(other, send));
      if (!before) continue;
      const parameters = { message: send.step.message, automation: before.automation.label };
      find('message-sent-by-two', parameters, send.step.source, [
        remove(say`Send it once`, send.step.source),
      ]);
    }
  }
};

export interface SendAtOnce {
  readonly automation: Automation;
  readonly event: EventReference;
  readonly where: Expression | undefined;
  readonly step: StepOf<'send'>;
  /** Whether it goes to the customer whom the event is about. */
  readonly isToCustomer: boolean;
}

/** What an automation sends to everybody whom an event brings to it, before any time passes. */
export function sendsAtOnce(automation: Automation): SendAtOnce[] {
  const until = automation.steps.findIndex(({ kind }) => !PASSING.has(kind));
  const first = until < 0 ? automation.steps : automation.steps.slice(0, until);
  const steps = first.filter((step): step is StepOf<'send'> => step.kind === 'send');
  return automation.triggers.flatMap((trigger) => {
    if (trigger.kind !== 'events') return [];
    const { as, where } = trigger;
    return trigger.events.flatMap((event) =>
      steps.map((step) => ({ automation, event, where, step, isToCustomer: isTo(step, as) })),
    );
  });
}

function isTo({ to }: StepOf<'send'>, trigger: string | undefined): boolean {
  return to === undefined || to.kind === 'customer' || (to.kind === 'variable' && to.name === trigger);
}

/** Of two conditions nobody knows whom both are true for; where one has none, it is so for whom the other is. */
export function isForTheSame(one: SendAtOnce, other: SendAtOnce): boolean {
  return (
    one.automation !== other.automation &&
    one.isToCustomer &&
    other.isToCustomer &&
    (one.where === undefined || other.where === undefined || same(one.where, other.where))
  );
}

/** The same event twice among what starts an automation. */
export const checkRepeatedTriggers: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    for (const trigger of automation.triggers) {
      const events = trigger.kind === 'events' ? trigger.events : [];
      events.forEach((event, index) => {
        const before = events[index - 1];
        if (before && events.slice(0, index).some((other) => same(other, event)))
          find('repeated-trigger', {}, event.source, [removeAfter(say`Name it once`, before, event, true)]);
      });
    }
  }
};

/** Moves to the stage where the customer is already. */
export const checkNeedlessMoves: ModelCheck = (model, find) => {
  for (const placed of automationsIn(model)) checkMoves(placed.automation.steps, stageAtStart(placed), find);
};

/** Goes through steps that follow each other at once, with the stage where the customer surely is. */
function checkMoves(steps: readonly Step[], start: string | undefined, find: Find): void {
  let stage = start;
  for (const step of steps) {
    if (step.kind === 'move') {
      if (step.stage === stage)
        find('already-in-stage', {}, step.source, [remove(say`Remove the move`, step.source)]);
      stage = step.stage;
    } else if (!PASSING.has(step.kind)) {
      // Meanwhile, or in a branch, the customer may have moved on.
      stage = undefined;
    }
  }
}

/** The stage that every event which starts the automation brings the customer to anyway. */
function stageAtStart({ automation, journey }: PlacedAutomation): string | undefined {
  if (!journey || automation.triggers.length === 0) return undefined;
  const reached = automation.triggers.map((trigger) =>
    trigger.kind === 'events' && trigger.events.length === 1
      ? stagesEnteredOn(journey, trigger.events[0]).map(({ id }) => id)
      : [],
  );
  const [first = []] = reached;
  return first.length === 1 && reached.every((stages) => same(stages, first)) ? first[0] : undefined;
}

function stagesEnteredOn({ stages }: Journey, event: unknown): Stage[] {
  return stages.filter(({ enter }) =>
    enter.some(
      (trigger) =>
        trigger.kind === 'events' && !trigger.where && trigger.events.some((each) => same(each, event)),
    ),
  );
}
