import {
  allSteps,
  automationsOf,
  byId,
  nominalSeconds,
  WITHDRAWALS,
  type Journey,
  type JourneyModel,
  type Message,
  type Step,
  type StepOf,
  type Trigger,
} from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';
import { automationsIn } from '../flow/automations.ts';
import { keywordOf } from '../flow/places.ts';

/** The same advertising that many times is a nuisance. */
const TOO_OFTEN = 8;
const DAY = 86_400;

/** The same advertising again and again. */
export const checkRepeatedAdvertising: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) {
    for (const step of allSteps(automation.steps)) {
      if (step.kind !== 'repeat' || (step.atMost ?? Infinity) < TOO_OFTEN) continue;
      reportSame(step.steps, step.atMost, model, find);
    }
    if (automation.triggers.some(isDaily)) reportSame(automation.steps, undefined, model, find);
  }
};

function reportSame(
  steps: readonly Step[],
  times: number | undefined,
  model: JourneyModel,
  find: Find,
): void {
  for (const step of steps) {
    const message = advertisingOf(step, model);
    const isTheSame = step.kind === 'send' && step.arguments.length === 0 && message?.variants.length === 0;
    if (message && isTheSame) find('same-again', { label: message.label, times }, keywordOf(step, 'send'));
  }
}

function isDaily(trigger: Trigger): boolean {
  if (trigger.kind !== 'schedule' || trigger.until !== undefined) return false;
  const { recurrence } = trigger;
  if (recurrence.kind === 'interval') return nominalSeconds(recurrence.every) <= DAY;
  return recurrence.kind === 'daily' || recurrence.kind === 'businessDays';
}

/** Advertising that goes on for who has long done what it is for, because nothing says what it is for. */
export const checkEndlessAdvertising: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    if (journey.goals.length > 0 || journey.exits.some(isOtherThanFarewell)) continue;
    for (const { automation } of automationsOf(journey)) {
      if (!automation.triggers.some(({ kind }) => kind === 'events')) continue;
      const second = secondAdvertising(automation.steps, model);
      if (second)
        find('advertised-regardless', { label: second.message.label }, keywordOf(second.step, 'send'));
    }
  }
};

function isOtherThanFarewell(exit: Journey['exits'][number]): boolean {
  if (exit.kind !== 'events') return true;
  return exit.events.some((event) => event.kind !== 'event' || !WITHDRAWALS.includes(event.event));
}

/** The second advertising that follows a first one after a wait, where nothing is asked between them. */
function secondAdvertising(
  steps: readonly Step[],
  model: JourneyModel,
): { readonly step: StepOf<'send'>; readonly message: Message } | undefined {
  let advertised = false;
  let waited = false;
  for (const step of steps) {
    if (step.kind === 'wait' && step.wait.kind !== 'event') waited = advertised;
    else if (!STRAIGHT.has(step.kind)) return undefined;
    const message = advertisingOf(step, model);
    if (!message || step.kind !== 'send') continue;
    if (waited) return { step, message };
    advertised = true;
  }
  return undefined;
}

/** Steps that ask nothing. */
const STRAIGHT: ReadonlySet<Step['kind']> = new Set(['send', 'action', 'let', 'notify']);

function advertisingOf(step: Step, model: JourneyModel): Message | undefined {
  const message = step.kind === 'send' ? byId(model.messages, step.message) : undefined;
  return message?.category === 'marketing' ? message : undefined;
}
