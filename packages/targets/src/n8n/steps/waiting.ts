import type { Opening, Step, Wait, Weekday } from '@journey/model';
import {
  changesByItself,
  eventName,
  eventsAskedBy,
  eventsIn,
  eventsThatMove,
  formatClock,
} from '@journey/model';
import { compile } from '../javascript/expression.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { luxonDuration } from '../javascript/time.ts';
import { callWorkflow, choose, set, waitForCall, waitUntil } from '../nodes.ts';
import { describe, describeMoment } from './describe.ts';
import { ANYTHING } from '../shared/runs.ts';
import type { JourneyContext } from '../context.ts';
import type { StepWords } from '../words/steps/words.ts';
import type { Port } from '../workflow.ts';
import {
  about,
  add,
  askPolicy,
  askSystems,
  pauseAt,
  question,
  stillUnderWay,
  type StepBuild,
  type StepCompiler,
} from './build.ts';

type WaitStep = Extract<Step, { kind: 'wait' }>;

export const wait: StepCompiler<'wait'> = (build, step, after) =>
  step.wait.kind === 'event'
    ? waitForEvent(build, step, step.wait, after)
    : pause(build, step, step.wait, after);

function pause(
  build: StepBuild,
  step: WaitStep,
  described: Exclude<Wait, { kind: 'event' }>,
  after: readonly Port[],
): readonly Port[] {
  const waited = pauseAt(build, step, after, nameOf(described, build.context));
  return [stillUnderWay(build, step, [waited])];
}

/** Listens, looks whether it has happened, waits to be woken, and listens again; ends where it has or where time is up. */
function waitForEvent(
  build: StepBuild,
  step: WaitStep,
  described: Extract<Wait, { kind: 'event' }>,
  after: readonly Port[],
): readonly Port[] {
  const { context, scope } = build;
  const events = eventsAskedBy(context.model, described.condition, context.hears).map(eventName);
  const always = changesByItself(context.model, described.condition) ? [ANYTHING] : [];
  const moves =
    described.by === undefined
      ? []
      : eventsThatMove(context.model, build.automation, described.by.anchor).map(eventName);
  const isLimited = described.upTo !== undefined || described.by !== undefined;
  const { listen, back } = listening(
    build,
    step,
    after,
    context.words.steps.waitFor(describe(described.condition, context)),
    'listen',
    [...new Set([...always, ...events, ...moves])],
    described.upTo,
  );
  const met = compile(described.condition, scope);
  const now = `${context.clock.now()}.toMillis()`;
  const isLate = isLimited ? `${now} >= DateTime.fromISO($json.until).toMillis()` : 'false';
  const which = add(
    build,
    [listen],
    choose(
      about(build, step, build.context.words.node('Has it happened?')),
      3,
      `${met} ? 0 : ${isLate} ? 1 : 2`,
    ),
  );
  const until = isLimited ? context.clock.trueInstant('DateTime.fromISO($json.until)') : undefined;
  waiting(build, step, { ...which, output: 2 }, back, until);
  const late = build.steps(described.onTimeout, [{ ...which, output: 1 }]);
  const [event] = eventsIn(described.condition).map(eventName);
  if (described.as === undefined || event === undefined) return [which, ...late];
  const carried = `$json.seen.findLast((event) => event.name === ${literal(event)})?.data`;
  const bound = set(
    about(build, step, described.as),
    `{ ...$json, vars: { ...$json.vars, [${literal(described.as)}]: ${carried} } }`,
  );
  return [add(build, [which], bound), ...late];
}

/**
 * Looks at the moment, waits, and looks again: the moment may have moved meanwhile, where its record reports that.
 * What was past when the run came to it, or whose record was cancelled, is skipped.
 */
export const at: StepCompiler<'at'> = (build, step, after) => {
  const { context } = build;
  const events = eventsThatMove(context.model, build.automation, step.moment.anchor).map(eventName);
  const name = context.words.steps.at(describeMoment(step.moment, context));
  const { listen: look, back } = listening(build, step, after, name, 'at', events, undefined);
  const which = add(
    build,
    [look],
    choose(
      about(build, step, build.context.words.node('Is it time?')),
      3,
      '["go", "skip", "wait"].indexOf($json.outcome)',
    ),
  );
  const instant = context.clock.trueInstant('DateTime.fromISO($json.until)');
  if (events.length > 0) waiting(build, step, { ...which, output: 2 }, back, instant);
  else
    build.flow.loop(
      [
        add(
          build,
          [{ ...which, output: 2 }],
          waitUntil(about(build, step, `${name}: ${build.context.words.node('Wait')}`), instant),
        ),
      ],
      back.node,
    );
  return [...build.steps(step.steps, [which]), { ...which, output: 1 }];
};

/** Lets the events workflow know what the run waits for, and brings the state up to date. */
export function listening(
  build: StepBuild,
  step: Step,
  after: readonly Port[],
  name: string,
  kind: 'at' | 'listen',
  events: readonly string[],
  upTo: Extract<Wait, { kind: 'event' }>['upTo'],
): { readonly listen: Port; readonly back: Port } {
  const described = about(build, step, name);
  // Back from the wait the item is the call that woke the run: the state is then what this node last gave.
  const state = `($json.run ? $json : ${itemOf(described.name)})`;
  const asked = askSystems(build, step, after, state);
  const more: (readonly [string, string])[] = [
    ['listen', events.length === 0 ? 'null' : literal(events)],
    ...(events.length === 0 ? [] : [['url', callbackUrl(build, step)] as const]),
    ...(upTo === undefined ? [] : [['upTo', literal(luxonDuration(upTo))] as const]),
  ];
  const listen = askPolicy(
    build,
    described,
    asked?.told ?? after,
    question(build, step.id, kind, more),
    asked?.state ?? `...${state}`,
  );
  return { listen, back: asked?.begin ?? listen };
}

/** Waits to be woken, and leads back to look again. With a time scale the alarm alone ends the wait in time. */
export function waiting(
  build: StepBuild,
  step: Step,
  after: Port,
  back: Port,
  until: string | undefined,
): void {
  const isByAlarm = build.context.clock.scaled && until !== undefined;
  const from = isByAlarm ? setAlarm(build, step, after, until) : after;
  const limit = isByAlarm ? undefined : until;
  const waited = add(
    build,
    [from],
    waitForCall(about(build, step, build.context.words.node('Wait')), suffix(build, step), limit),
  );
  build.flow.loop([waited], back.node);
}

function setAlarm(build: StepBuild, step: Step, after: Port, at: string): Port {
  const call = callWorkflow(
    about(build, step, build.context.words.node('Set the alarm')),
    build.context.callee('alarm'),
    {
      input: 'call',
      javascript: `{ url: ${callbackUrl(build, step)}, at: ${at} }`,
      wait: false,
    },
  );
  return add(build, [after], call);
}

/** n8n gives an execution one address; the suffix keeps a call that comes late from ending another wait. */
function callbackUrl(build: StepBuild, step: Step): string {
  return `$execution.resumeUrl.replace("?", ${literal(`/${suffix(build, step)}?`)})`;
}

function suffix(build: StepBuild, step: Step): string {
  const index = build.automation.steps.indexOf(step);
  return step.id.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || `step-${index}`;
}

function nameOf(described: Exclude<Wait, { kind: 'event' }>, context: JourneyContext): string {
  const words = context.words.steps;
  switch (described.kind) {
    case 'duration':
      return words.wait(words.duration(described.duration));
    case 'businessDays':
      return words.wait(words.businessDays(described.days));
    case 'until':
      return words.waitUntil(
        timeOfDays(described.days, described.clock && formatClock(described.clock), words),
      );
    case 'moment':
      return words.waitUntil(describeMoment(described.moment, context));
    case 'opening':
      return words.waitUntil(nameOfHours(described.of, words));
  }
}

function nameOfHours(hours: Opening, words: StepWords): string {
  if (hours.kind !== 'hours') return words.hours[hours.kind];
  return timeOfDays(hours.days, `${formatClock(hours.from)}-${formatClock(hours.to)}`, words);
}

function timeOfDays(
  days: 'business' | readonly Weekday[] | undefined,
  time: string | undefined,
  words: StepWords,
): string {
  const named = days === 'business' ? words.businessDay : days?.map((day) => words.weekdays[day]).join(', ');
  return [named, time].filter(Boolean).join(' ');
}
