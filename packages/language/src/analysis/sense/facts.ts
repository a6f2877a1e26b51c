import {
  allSteps,
  byId,
  connectorOf,
  eventsIn,
  partsOf,
  type Automation,
  type Expression,
  type JourneyModel,
  type Step,
} from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';
import { automationsIn } from '../flow/automations.ts';
import { same } from '../flow/expressions.ts';
import { keywordOf } from '../flow/places.ts';

type EventOfSystem = Extract<Expression, { kind: 'event' }>;

/** Moments of something that need not have happened: before a booking that nobody made. */
export const checkMomentsOfEvents: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    // One that others run may be run when it has happened.
    if (automation.triggers.length === 0) continue;
    const happened = happenedIn(automation);
    for (const step of allSteps(automation.steps)) {
      const event = eventOfMoment(step);
      if (!event || happened.some((other) => same(other, event))) continue;
      const parameters = { event: `${event.system}.${event.event}` };
      find('moment-of-what-may-not-be', parameters, anchorOf(step)?.source ?? step.source);
    }
  }
};

function anchorOf(step: Step): Expression | undefined {
  if (step.kind === 'at') return step.moment.anchor;
  return step.kind === 'wait' && step.wait.kind === 'moment' ? step.wait.moment.anchor : undefined;
}

/** The event whose field the step's moment is counted from. */
function eventOfMoment(step: Step): EventOfSystem | undefined {
  const anchor = anchorOf(step);
  const parts = anchor ? [...partsOf(anchor)] : [];
  return parts.find((part): part is EventOfSystem => part.kind === 'event');
}

/** What surely happened, or is asked for, in the automation. */
function happenedIn({ triggers, steps }: Automation): readonly Expression[] {
  const started = triggers.flatMap((trigger) => {
    if (trigger.kind === 'events') return trigger.events;
    return trigger.kind === 'date' ? eventsIn(trigger.moment.anchor) : [];
  });
  const asked = [...allSteps(steps)].flatMap((step) => {
    if (step.kind === 'wait' && step.wait.kind === 'event') return eventsIn(step.wait.condition);
    return step.kind === 'if' ? step.branches.flatMap(({ condition }) => eventsIn(condition)) : [];
  });
  return [...started, ...asked];
}

/** The field of a contact that a channel needs. */
const NEEDED: Readonly<Record<string, string>> = {
  email: 'email',
  sms: 'phone',
  whatsapp: 'phone',
  phone: 'phone',
};

/** Messages to just those who can't be reached that way. */
export const checkUnreachable: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    for (const step of allSteps(automation.steps)) {
      if (step.kind !== 'if') continue;
      const [first, second] = step.branches;
      for (const branch of step.branches) {
        const unknown = unknownIn(branch.condition, true);
        if (unknown) checkSends(branch.steps, unknown, model, find);
      }
      const known = first && !second ? unknownIn(first.condition, false) : undefined;
      if (known && step.otherwise) checkSends(step.otherwise.steps, known, model, find);
    }
  }
};

/** The field of the customer that isn't known where the condition holds, or where it doesn't. */
function unknownIn(condition: Expression, holds: boolean): string | undefined {
  if (condition.kind === 'unary' && condition.operator === 'not') return unknownIn(condition.operand, !holds);
  if (holds && condition.kind === 'binary' && condition.operator === 'and')
    return unknownIn(condition.left, true) ?? unknownIn(condition.right, true);
  if (holds || condition.kind !== 'call' || condition.function !== 'known') return undefined;
  const value = condition.arguments[0]?.value;
  return value?.kind === 'field' && value.of.kind === 'customer' ? value.field : undefined;
}

function checkSends(steps: readonly Step[], field: string, model: JourneyModel, find: Find): void {
  for (const step of allSteps(steps)) {
    if (step.kind !== 'send' || (step.to && step.to.kind !== 'customer')) continue;
    const message = byId(model.messages, step.message);
    const channel = message && connectorOf(model, message.system)?.channel;
    if (message && channel !== undefined && NEEDED[channel] === field)
      find(
        'needs-what-is-unknown',
        { label: message.label, field: `customer.${field}` },
        keywordOf(step, 'send'),
      );
  }
}
