import { childSteps, nominalSeconds, type Step, type StepOf } from '@journey/model';

/** How long after an automation begins, in seconds; days count 24 hours. */
export interface Elapsed {
  readonly from: number;
  readonly to: number;
}

/** A message with the time that has passed when it is sent. */
export interface TimedSend extends Elapsed {
  readonly step: StepOf<'send'>;
}

const AT_ONCE: Elapsed = { from: 0, to: 0 };

/** When messages are sent, counted from the beginning; those are left out that wait for a moment or for a round of a loop. */
export function sendTimes(steps: readonly Step[]): TimedSend[] {
  const found: TimedSend[] = [];
  follow(steps, AT_ONCE, found);
  return found;
}

/** The time that has passed behind the steps; undefined where nobody can say. */
function follow(steps: readonly Step[], start: Elapsed | undefined, found: TimedSend[]): Elapsed | undefined {
  let now = start;
  for (const step of steps) {
    if (step.kind === 'send' && now) found.push({ step, ...now });
    now = step.kind === 'wait' ? afterWait(step, now, found) : afterBlocks(step, now, found);
  }
  return now;
}

function afterWait(
  { wait }: StepOf<'wait'>,
  now: Elapsed | undefined,
  found: TimedSend[],
): Elapsed | undefined {
  switch (wait.kind) {
    case 'duration':
      return later(now, nominalSeconds(wait.duration));
    case 'event': {
      const limit = wait.upTo && nominalSeconds(wait.upTo);
      const inTime = limit === undefined || !now ? undefined : { from: now.from, to: now.to + limit };
      const late = follow(wait.onTimeout, limit === undefined ? undefined : later(now, limit), found);
      return inTime && union([inTime, ...(wait.onTimeout.some(leaves) ? [] : [late])]);
    }
    default:
      return undefined;
  }
}

function afterBlocks(step: Step, now: Elapsed | undefined, found: TimedSend[]): Elapsed | undefined {
  const blocks = childSteps(step);
  const isBranching = step.kind === 'if' || step.kind === 'switch' || step.kind === 'split';
  const ends = blocks
    .map((steps) => ({ steps, end: follow(steps, isBranching ? now : undefined, found) }))
    .filter(({ steps }) => !steps.some(leaves))
    .map(({ end }) => end);
  if (blocks.length === 0) return now;
  // Nobody may take a branch.
  return isBranching ? union([now, ...ends]) : undefined;
}

function leaves({ kind }: Step): boolean {
  return kind === 'stop' || kind === 'exit' || kind === 'move';
}

function later(time: Elapsed | undefined, seconds: number): Elapsed | undefined {
  return time && { from: time.from + seconds, to: time.to + seconds };
}

function union(times: readonly (Elapsed | undefined)[]): Elapsed | undefined {
  const known = times.filter((time) => time !== undefined);
  if (known.length < times.length) return undefined;
  return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) };
}
