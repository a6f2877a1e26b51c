import { allSteps } from '@journey/model';
import type { JourneyContext } from '../context.ts';

/**
 * A run's state is the item that goes from node to node of its automation:
 * `run` (what began it: `id`, `automation`, `workflow`, `event`, `after`, `started`, `attempt`, and `branch` inside a
 * `parallel`), `contact`, `customer`, `vars`, `bound`, `seen`, `last`, `due`, `turns`, `marks`, `places`, `replay`.
 */

/** The key of a run's row: each branch of a `parallel` has one of its own. */
export function runKey(state: string): string {
  return `${state}.run.id + (${state}.run.branch ?? "")`;
}

/** What a run waits for that looks again whatever happens. */
export const ANYTHING = '*';

/** How long a run may show no life between two steps before it counts as lost, in seconds. */
const PATIENCE = 600;
/** How much later than that it is begun again. */
const GRACE = 180;

/** JavaScript for the true instant by which a run must have asked again, as text in UTC that sorts. */
export function dueSoon(scaled: boolean): string {
  return `DateTime.utc().plus({ seconds: ${scaled ? 45 : PATIENCE} }).toISO()`;
}

/** The same for the instant before which it should have asked. */
export function overdue(scaled: boolean): string {
  return `DateTime.utc().minus({ seconds: ${scaled ? 15 : GRACE} }).toISO()`;
}

/** Whether runs of the journey wait for what happens. */
export function listens({ automations }: JourneyContext): boolean {
  return automations.some(({ automation }) =>
    [...allSteps(automation.steps)].some(
      (step) =>
        step.kind === 'at' ||
        step.kind === 'parallel' ||
        (step.kind === 'wait' && step.wait.kind === 'event'),
    ),
  );
}

/** JavaScript for those of the rows whose runs wait for one of the names. */
export function listeners(rows: string, names: string): string {
  return `${rows}.filter((row) => row.events && JSON.parse(row.events).some((one) => ${names}.includes(one)))`;
}
