import { freePort } from '../process/free-port.ts';
import { lastLines, startService, type Service } from '../process/service.ts';
import { until } from '../process/until.ts';
import { query } from './database.ts';
import type { N8nHome } from './home.ts';

/** A running n8n, with its workers. */
export interface N8nServer extends Service {
  /** The process groups of all of its programs. */
  readonly groups: readonly number[];
}

const startTimeout = 120_000;

/**
 * Starts n8n on what its home holds, and waits until its published workflows listen (10 to 30 s).
 * `stop` ends it as an administrator would, `kill` as a power cut would; after either it can be started again.
 * @throws {Error} when it ends, doesn't get ready, or when a workflow's triggers can't be set up
 */
export async function startN8n(home: N8nHome): Promise<N8nServer> {
  if (await answers(home)) throw new Error('This n8n is running already: stop it first.');
  const server = startProgram(home, ['start'], {});
  const workers: Service[] = [];
  try {
    await readiness(home, server);
    for (let count = home.queue?.workers ?? 0; count > 0; count--) {
      const port = String(await freePort());
      workers.push(startProgram(home, ['worker', '--concurrency=10'], { N8N_RUNNERS_BROKER_PORT: port }));
    }
    await activation(home);
    return together(server, workers);
  } catch (error) {
    await together(server, workers).kill();
    throw error;
  }
}

function startProgram(
  home: N8nHome,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Service {
  return startService({
    program: home.node,
    args: [home.executable, ...args],
    env: { ...home.environment, ...environment },
    cwd: home.folder,
    log: home.log,
  });
}

/** n8n with its workers: started and ended together. */
function together(server: Service, workers: readonly Service[]): N8nServer {
  const all = [server, ...workers];
  const each = async (what: (one: Service) => Promise<void>): Promise<void> => {
    await Promise.all(all.map(what));
  };
  return {
    ...server,
    groups: all.map(({ processId }) => processId),
    stop: (grace) => each((one) => one.stop(grace)),
    kill: () => each((one) => one.kill()),
  };
}

async function readiness(home: N8nHome, server: Service): Promise<void> {
  const ready = await until(
    'n8n to be ready',
    async () => {
      if (server.hasEnded()) return false;
      return (await answers(home)) ? true : undefined;
    },
    { timeout: startTimeout, interval: 200 },
  ).catch(() => false);
  if (!ready) throw new Error(`n8n did not get ready; the last it said:\n${lastLines(home.log)}`);
}

function answers(home: N8nHome): Promise<boolean> {
  return fetch(`${home.url}/healthz/readiness`).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * n8n says that it is ready before its workflows listen: it activates them one by one from a list in its
 * database, which also keeps why one could not be. What was activated by an earlier run listens at once.
 */
async function activation(home: N8nHome): Promise<void> {
  const outcomes = await until(
    'the published workflows to listen',
    () => {
      const found = query(home, activations);
      return found.every(({ status }) => status === 'completed' || status === 'failed') ? found : undefined;
    },
    { timeout: startTimeout, interval: 100 },
  );
  const failed = outcomes.filter(({ status }) => status === 'failed');
  if (failed.length > 0) {
    const reasons = failed.map((row) => `${String(row['id'])}: ${String(row['errorMessage'])}`);
    throw new Error(`n8n could not activate every workflow:\n${reasons.join('\n')}`);
  }
}

/** Of each published workflow the last attempt to activate the version that is published. */
const activations = `
  select workflow.id, attempt.status, attempt."errorMessage"
  from workflow_entity workflow
  left join workflow_publication_outbox attempt on attempt.id = (
    select max(id) from workflow_publication_outbox
    where "workflowId" = workflow.id and "publishedVersionId" = workflow."activeVersionId")
  where workflow.active`;
