import { realProgram } from '@journey/e2e';
import {
  BY_HAND_PATH,
  executionCount,
  google,
  matchMeeting,
  meta,
  startingAt,
  startTrial,
  until,
  workflowByHand,
  type Trial,
} from '@journey/e2e/trial';
import { figure, type Figure } from './figure.ts';

const WORKERS = 2;
/** How many forms are sent at the same time. */
const AT_ONCE = 20;
const MEGABYTE = 1_000_000;

/** Why n8n can't be measured on this machine; undefined where it can. */
export function n8nUnavailable(): string | undefined {
  const states = (['n8n', 'postgresql', 'redis'] as const).map(realProgram);
  return states.flatMap((state) => (state.installed ? [] : [state.why]))[0];
}

/**
 * So many customers sign up in the worked example, in a real n8n with workers, until each has a deal in the CRM, a
 * greeting and a mail, and waits for the next step; beside a workflow by hand that does the same and promises nothing.
 */
export async function n8nFigures(customers: number): Promise<Figure[]> {
  const trial = await startTrial({
    ...matchMeeting(meta(), google()),
    // In the morning of a working day: nothing has to wait for quiet hours.
    timeScale: startingAt('2027-03-01T09:00:00+02:00', 1.5),
    workers: WORKERS,
    beside: { path: BY_HAND_PATH, workflow: workflowByHand },
  });
  try {
    const idle = trial.memory() / MEGABYTE;
    // Each once before, so that neither pays for what n8n loads first.
    await comeThrough(trial, 'match_meeting/landing/signed-up', 'first-of-journey', 2);
    await comeThrough(trial, BY_HAND_PATH, 'first-by-hand', 2);
    const byHand = await comeThrough(trial, BY_HAND_PATH, 'by-hand', customers);
    const journey = await comeThrough(trial, 'match_meeting/landing/signed-up', 'of-journey', customers);
    const peer = (sample: number) =>
      ({ kind: 'peer', what: 'a workflow by hand of the same steps', samples: [sample] }) as const;
    return [
      figure({
        name: 'n8n.customer',
        unit: 'ms',
        samples: [journey.milliseconds / customers],
        against: peer(byHand.milliseconds / customers),
      }),
      figure({
        name: 'n8n.executions-a-second',
        unit: 'a second',
        samples: [(journey.executions / journey.milliseconds) * 1000],
        against: peer((byHand.executions / byHand.milliseconds) * 1000),
      }),
      figure({
        name: 'n8n.memory',
        unit: 'MB',
        samples: [trial.memory() / MEGABYTE],
        against: {
          kind: 'floor',
          what: `n8n with ${WORKERS} workers before the first customer`,
          samples: [idle],
        },
      }),
    ];
  } finally {
    await trial.stop();
  }
}

interface Course {
  readonly milliseconds: number;
  readonly executions: number;
}

/** From the first form to the last mail and greeting. */
async function comeThrough(trial: Trial, path: string, name: string, customers: number): Promise<Course> {
  const before = executionCount(trial.home);
  const started = performance.now();
  const waiting = Array.from({ length: customers }, (_, index) => person(name, index));
  const send = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const status = await trial.post(path, one);
      if (status !== 200) throw new Error(`n8n did not take a form: ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const mailed = counted(
    trial,
    ({ host, body }) => host === 'rest.smoove.io' && JSON.stringify(body).includes(`${name}-`),
  );
  const greeted = counted(
    trial,
    ({ path, body }) =>
      path.endsWith('/111/messages') && JSON.stringify(body).includes(`"to":"9725${prefixOf(name)}`),
  );
  await until(
    `${customers} customers to come through n8n`,
    () => (mailed() >= customers && greeted() >= customers ? true : undefined),
    { timeout: 60_000 + customers * 4000, interval: 250 },
  );
  return { milliseconds: performance.now() - started, executions: executionCount(trial.home) - before };
}

function person(name: string, index: number): Readonly<Record<string, string>> {
  const phone = `+9725${prefixOf(name)}${String(index).padStart(6, '0')}`;
  return { full_name: `${name} ${index}`, first_name: name, email: `${name}-${index}@example.com`, phone };
}

/** How many calls fit so far; reads each once, however often it is asked. */
function counted(trial: Trial, fits: (call: Trial['calls'][number]) => boolean): () => number {
  let read = 0;
  let found = 0;
  return () => {
    found += trial.calls.slice(read).filter(fits).length;
    read = trial.calls.length;
    return found;
  };
}

/** Two digits by which the phones of one course are told from the others'. */
function prefixOf(name: string): string {
  return String([...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 90).padStart(2, '0');
}
