import type { Message, Step, StepOf } from '@journey/model';
import { BACK_OFF, byId, comparisonOfMessage, hoursFor, outletsOf } from '@journey/model';
import { evaluate, evaluateArguments } from '../expression.ts';
import { zoneOf } from '../moments.ts';
import { nextOpening } from '../policy/hours.ts';
import { refusal } from '../policy/refusal.ts';
import type { Deed } from '../surroundings.ts';
import { shift } from '../time/calendar.ts';
import { compare } from './branching.ts';
import { DeedFailed, type Course, type Frame, type Pause, type RunState } from './run-state.ts';

export function* send(run: RunState, step: StepOf<'send'>, frame: Frame): Course {
  const { place, customer, started } = run.around;
  const message = byId(place.model.messages, step.message);
  const key = run.key(step, frame);
  run.check();
  if (message === undefined || run.done.has(key)) return 'goes on';
  for (;;) {
    const hindrance = hindranceOf(run, message, frame);
    if (hindrance === undefined) break;
    const { why, until } = hindrance;
    const what = until === undefined ? 'spared' : 'deferred';
    run.around.note(`${what}:${message.id}`, { ...run.entry(step, frame), ...whyOf(why) });
    if (until === undefined) {
      run.done.set(key, undefined);
      return 'goes on';
    }
    yield* run.sleep(until, [place.journey.priority, started.automation.priority]);
  }
  const variants = comparisonOfMessage(message);
  if (variants !== undefined) compare(run, variants, customer.id, step, frame);
  const scope = run.scope(frame);
  const to = step.to === undefined ? undefined : evaluate(step.to, scope);
  yield* perform(run, step, frame, message.id, `sent:${message.id}`, {
    kind: 'send',
    message,
    to: { ...customer.fields, ...(typeof to === 'object' && to !== null ? to : {}) },
    arguments: evaluateArguments(step.arguments, scope),
    customer: customer.id,
  });
  return 'goes on';
}

export function* action(run: RunState, step: StepOf<'action'>, frame: Frame): Course {
  const key = run.key(step, frame);
  run.check();
  if (!run.done.has(key)) {
    const name = `${step.system}.${step.action}`;
    yield* perform(run, step, frame, name, `did:${name}`, {
      kind: 'action',
      system: step.system,
      action: step.action,
      arguments: evaluateArguments(step.arguments, run.scope(frame)),
      customer: run.around.customer.id,
    });
  }
  if (step.as !== undefined) frame.variables[step.as] = run.done.get(key);
  return 'goes on';
}

/** What keeps a message from going out now, and until when; without an end it doesn't go out at all. */
function hindranceOf(
  run: RunState,
  message: Message,
  frame: Frame,
): { readonly why?: string | undefined; readonly until?: number } | undefined {
  const { place, customer } = run.around;
  const now = run.around.now();
  const scope = run.scope(frame);
  const hours = hoursFor(place.journey.policy, outletsOf(place.model, message.system));
  const opening = nextOpening(hours, now, (time) => zoneOf(time, scope));
  if (opening.moment > now) return { why: opening.why, until: opening.moment };
  return refusal(message, {
    model: place.model,
    journey: place.journey,
    zone: place.zone,
    now,
    customer: customer.fields,
    past: run.around.past(),
    isFor: (trigger, entry) => run.isFor(trigger, entry),
  });
}

/** Does it, again after each back-off where it fails; in a `try` it fails at once, elsewhere it is put aside in the end. */
function* perform(
  run: RunState,
  step: Step,
  frame: Frame,
  what: string,
  name: string,
  deed: Deed,
): Generator<Pause, void, void> {
  const pauses = frame.isTried ? [] : BACK_OFF;
  for (let attempt = 0; ; attempt++) {
    const answer = run.around.answer(deed);
    if ('result' in answer) {
      run.done.set(run.key(step, frame), answer.result);
      run.around.note(name, run.entry(step, frame));
      return;
    }
    run.around.note(`failed:${what}`, { ...run.entry(step, frame), why: answer.failed });
    const pause = pauses[attempt];
    if (pause === undefined) break;
    yield* run.sleep(shift(run.around.now(), pause, run.around.place.zone));
  }
  if (frame.isTried) throw new DeedFailed();
  run.around.note(`parked:${what}`, run.entry(step, frame));
  for (;;) yield { until: undefined, wakes: false };
}

function whyOf(why: string | undefined): { why?: string } {
  return why === undefined ? {} : { why };
}
