import {
  automationsOf,
  byId,
  connectorOf,
  formatClock,
  hoursFor,
  isLimiting,
  outletsOf,
  type ClockTime,
  type Journey,
  type JourneyModel,
  type Message,
  type SourceRange,
  type Step,
  type StepOf,
} from '@journey/model';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { listsIn } from '../flow/automations.ts';
import { sentAtOnce } from '../flow/waits.ts';
import { messagesSent } from '../policy/messages.ts';
import { headOf, memberFix } from '../policy/places.ts';
import { say } from '../../locale/speech.ts';

/** Channels that ring. */
const RINGING: ReadonlySet<string> = new Set(['sms', 'whatsapp', 'push', 'phone']);
/** The channel that may be used for advertising only with a yes, in most countries. */
const ASKED_FIRST = 'sms';
const MORNING = 6;
const NIGHT = 23;

/** What rings at night, by a time of day that somebody wrote. */
export const checkNight: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    for (const { automation } of automationsOf(journey)) {
      for (const trigger of automation.triggers) {
        const clocks = trigger.kind === 'schedule' ? trigger.at : [];
        for (const clock of clocks) report(clock, sentAtOnce(automation.steps), trigger.source);
      }
      for (const steps of listsIn(automation.steps))
        steps.forEach((step, index) => {
          const due = dueAt(step, steps[index + 1]);
          if (due) report(due.clock, due.sent, step.kind === 'at' ? step.moment.source : step.source);
        });
    }
    function report(clock: ClockTime, sent: readonly StepOf<'send'>[], source: SourceRange): void {
      if (clock.hour >= MORNING && clock.hour < NIGHT) return;
      const message = sent
        .map((send) => byId(model.messages, send.message))
        .find((each) => each && rings(each, journey, model));
      if (message) find('rings-at-night', { label: message.label, time: formatClock(clock) }, source);
    }
  }
};

function dueAt(
  step: Step,
  next: Step | undefined,
): { readonly clock: ClockTime; readonly sent: readonly StepOf<'send'>[] } | undefined {
  if (step.kind === 'at' && 'clock' in step.moment)
    return { clock: step.moment.clock, sent: sentAtOnce(step.steps) };
  if (step.kind !== 'wait' || step.wait.kind !== 'until' || !step.wait.clock || next?.kind !== 'send')
    return undefined;
  return { clock: step.wait.clock, sent: [next] };
}

/** Whether the message rings when it goes out: hours that hold it back are judged elsewhere. */
function rings(message: Message, { policy }: Journey, model: JourneyModel): boolean {
  const channel = connectorOf(model, message.system)?.channel ?? '';
  return RINGING.has(channel) && !isLimiting(hoursFor(policy, outletsOf(model, message.system)));
}

/** Advertising by SMS where nobody said whether customers must have agreed. */
export const checkConsentUnsaid: ModelCheck = (model, find, textOf) => {
  for (const journey of model.journeys) {
    const message = messagesSent(journey, model).find((each) => isAskedFirst(each, journey, model));
    if (message) reportUnsaid(journey, message, find, textOf);
  }
};

function isAskedFirst(message: Message, { policy }: Journey, model: JourneyModel): boolean {
  if (message.category !== 'marketing' || message.consent !== undefined) return false;
  const isSaid = policy.consent.some((rule) =>
    rule.kind === 'category' ? rule.category === 'marketing' : rule.topic === message.topic,
  );
  return !isSaid && connectorOf(model, message.system)?.channel === ASKED_FIRST;
}

function reportUnsaid(journey: Journey, { label }: Message, find: Find, textOf: TextOf): void {
  find('consent-unsaid', { label }, headOf(journey, textOf), [
    ...memberFix(say`Send it only with consent`, journey, 'consent marketing required', textOf),
    ...memberFix(say`It is given already`, journey, 'consent marketing implied', textOf),
  ]);
}
