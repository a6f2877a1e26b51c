import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorkspace } from '@journey/language';
import type { JourneyModel } from '@journey/model';
import { findTarget, withRenderedMail, type GenerationResult, type TimeScale } from '@journey/targets';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import {
  importCredentials,
  importWorkflowFolder,
  importWorkflows,
  prepareN8n,
  startN8n,
  startQueue,
  tableRows,
  type N8nCredential,
  type N8nHome,
  type Queue,
} from '../n8n/index.ts';
import { memoryOf } from './memory.ts';
import { listening, publishOnServer } from './publish.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { until } from '../process/until.ts';
import { realProgram } from '../programs/index.ts';
import { startVendorProxy, type VendorCall, type VendorStandIn } from '../vendors/index.ts';

export interface TrialOptions {
  /** A journey's file. */
  readonly file: string;
  readonly timeScale?: TimeScale;
  readonly vendors: readonly VendorStandIn[];
  /** What the generated `.env.example` asks for. */
  readonly environment: Readonly<Record<string, string>>;
  /** Made-up secrets by credential type; the names are the generated ones. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** A workflow of somebody else's beside the journey's own, made with what was generated, and where it listens. */
  readonly beside?: {
    readonly path: string;
    workflow(generated: GenerationResult): { readonly id: string };
  };
  /** How many workers n8n has, with PostgreSQL and Redis; as the test run says where nothing is said, else none. */
  readonly workers?: number;
}

/** A journey that runs in a real n8n, with nothing changed that was generated. */
export interface Trial {
  readonly home: N8nHome;
  readonly generated: GenerationResult;
  /** What the vendors were told so far. */
  readonly calls: readonly VendorCall[];
  /** The journey's own time now. */
  now(): Date;
  /** Waits till the journey's clock is within an hour after that time of day in its zone. */
  untilHour(hour: number, zone: string): Promise<Date>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<number>;
  /** Reports an event as an intake would. */
  report(event: Readonly<Record<string, unknown>>): Promise<void>;
  /** Waits for an answer, up to eight of the journey's days and a minute of ours. */
  until<T>(what: string, ask: () => T | undefined): Promise<T>;
  /** Waits for a call that fits. */
  call(what: string, fits: (call: VendorCall) => boolean): Promise<VendorCall>;
  /** The table of all that happened. */
  events(): readonly Readonly<Record<string, unknown>>[];
  /** Ends n8n as a power cut would. */
  kill(): Promise<void>;
  /** What n8n and its workers hold of the machine's memory now, in bytes. */
  memory(): number;
  /** Starts n8n after that, and waits until it listens. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const BRIDGE = 'trial/events';

/** What the generated `compose*.yaml` say to n8n. */
const AS_COMPOSED = {
  N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
  N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
};

/** Generates, imports, publishes and starts; takes a minute or more. */
export async function startTrial(options: TrialOptions): Promise<Trial> {
  const program = realProgram('n8n');
  if (!program.installed) throw new Error(program.why);
  const generated = await generateFile(options.file, options.timeScale);
  const folder = temporaryFolder('n8n-trial');
  writeFiles(join(folder.path, 'generated'), generated);
  const proxy = await startVendorProxy(folder.path, options.vendors);
  const workers = options.workers ?? Number(process.env['JOURNEY_N8N_WORKERS'] ?? 0);
  const queue = workers > 0 ? await startQueue(folder.path, workers) : undefined;
  const home = await prepareN8n(program, join(folder.path, 'n8n'), {
    timeZone: 'UTC',
    ...(queue && { queue }),
    environment: { ...proxy.environment, ...AS_COMPOSED, ...options.environment },
  });
  await importCredentials(home, credentialsFor(generated, options.credentials));
  await importWorkflowFolder(home, join(folder.path, 'generated', 'workflows'));
  const workflows = workflowsOf(generated);
  await importBridge(home, folder.path, workflows.find(({ role }) => role === 'events')?.id ?? '');
  const { beside } = options;
  if (beside) await importWorkflows(home, [beside.workflow(generated)]);
  let server = await startN8n(home);
  const own = beside ? [beside.workflow(generated).id] : [];
  await publishOnServer(home, [...workflows.map(({ id }) => id), 'trialBridge', ...own]);
  if (queue) await makeIndexes(queue, join(folder.path, 'generated', 'indexes.sql'));
  const paths = [BRIDGE, ...webhooksOf(generated), ...(beside ? [beside.path] : [])];
  for (const path of paths) await listening(home, path);

  const now = (): Date => virtualTime(options.timeScale);
  const timeout = (8 * 86_400_000) / (options.timeScale?.factor ?? 1) + 60_000;
  const patiently: Trial['until'] = (what, ask) => until(what, ask, { timeout, interval: 100 });
  const post: Trial['post'] = async (path, body, headers = {}) => {
    const response = await fetch(`${home.url}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return response.status;
  };
  return {
    home,
    generated,
    calls: proxy.calls,
    now,
    untilHour: (hour, zone) =>
      until(`${hour}:00`, () => (hourOf(now(), zone) === hour ? now() : undefined), {
        timeout: 120_000,
        interval: 20,
      }),
    post,
    report: async (event) => {
      const status = await post(BRIDGE, event);
      if (status !== 200) throw new Error(`The event was not taken: ${status}`);
    },
    until: patiently,
    call: (what, fits) => patiently(what, () => proxy.calls.find(fits)),
    events: () => tableRows(home, 'journey_events'),
    kill: () => server.kill(),
    memory: () => memoryOf(server.groups),
    start: async () => {
      server = await startN8n(home);
    },
    stop: async () => {
      await server.stop();
      await queue?.stop();
      await proxy.close();
      folder.remove();
    },
  };
}

/** A clock that shows that moment now, and runs so many times as fast as ours from then on. */
export function startingAt(moment: string, factor: number): TimeScale {
  const now = Date.now();
  return { factor, start: new Date((now * factor - Date.parse(moment)) / (factor - 1)).toISOString() };
}

/** What the n8n target makes of a journey's file. */
export async function generateFile(file: string, timeScale?: TimeScale): Promise<GenerationResult> {
  const target = findTarget('n8n');
  if (target === undefined) throw new Error('There is no n8n target.');
  const model = await withRenderedMail(await compileFile(file));
  return target.generate(model, timeScale === undefined ? {} : { timeScale });
}

export async function compileFile(file: string): Promise<JourneyModel> {
  const { documents } = await openWorkspace(NodeFileSystem, [URI.file(file)]);
  const [document] = documents;
  if (document === undefined) throw new Error(`${file} can't be opened.`);
  return document.compile();
}

/** As `compose.queue.yaml` does it: again and again, till n8n has made the tables. */
async function makeIndexes({ database }: Queue, file: string): Promise<void> {
  const attempt = (): true | undefined => {
    try {
      database.execute(file);
      return true;
    } catch (error) {
      if (String(error).includes('journey_')) return undefined;
      throw error;
    }
  };
  await until('the tables to be there', attempt, { timeout: 60_000, interval: 500 });
}

function writeFiles(folder: string, { files }: GenerationResult): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function credentialsFor(
  { files }: GenerationResult,
  secrets: TrialOptions['credentials'],
): readonly N8nCredential[] {
  const text = files.find(({ path }) => path === 'credentials.example.json')?.content ?? '[]';
  const named = JSON.parse(text) as readonly N8nCredential[];
  return named.map((credential) => ({
    ...credential,
    data: { ...credential.data, ...secrets[credential.type] },
  }));
}

function workflowsOf({ files }: GenerationResult): readonly { readonly id: string; readonly role: string }[] {
  const text = files.find(({ path }) => path === 'manifest.json')?.content ?? '{}';
  const manifest = JSON.parse(text) as { readonly workflows: readonly { id: string; role: string }[] };
  return manifest.workflows;
}

/** The addresses at which the generated workflows listen. */
function webhooksOf({ files }: GenerationResult): string[] {
  return files
    .filter(({ path }) => path.startsWith('workflows/'))
    .flatMap(({ content }) => {
      const workflow = JSON.parse(content) as {
        nodes: readonly { type: string; parameters: { path?: string } }[];
      };
      return workflow.nodes.flatMap(({ type, parameters }) =>
        type === 'n8n-nodes-base.webhook' && parameters.path !== undefined ? [parameters.path] : [],
      );
    });
}

/** A workflow of the trial's own, so that an event can be reported at a moment that no vendor's trigger would choose. */
async function importBridge(home: N8nHome, folder: string, events: string): Promise<void> {
  const call = {
    source: 'database',
    workflowId: { __rl: true, mode: 'id', value: events },
    workflowInputs: {
      mappingMode: 'defineBelow',
      value: { event: '={{ $json.body }}' },
      matchingColumns: [],
      schema: [],
    },
    mode: 'once',
    options: { waitForSubWorkflow: true },
  };
  const hook = { httpMethod: 'POST', path: BRIDGE, responseMode: 'lastNode', options: {} };
  const bridge = {
    id: 'trialBridge',
    name: 'Trial: report an event',
    active: false,
    settings: { executionOrder: 'v1' },
    nodes: [
      {
        id: 'hook',
        name: 'Hook',
        type: 'n8n-nodes-base.webhook',
        typeVersion: 2.1,
        position: [0, 0],
        parameters: hook,
        webhookId: 'trial',
      },
      {
        id: 'call',
        name: 'Call',
        type: 'n8n-nodes-base.executeWorkflow',
        typeVersion: 1.4,
        position: [200, 0],
        parameters: call,
        alwaysOutputData: true,
      },
    ],
    connections: { Hook: { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
  };
  const into = join(folder, 'bridge');
  mkdirSync(into);
  writeFileSync(join(into, 'bridge.json'), JSON.stringify(bridge));
  await importWorkflowFolder(home, into);
}

function virtualTime(scale: TimeScale | undefined): Date {
  if (scale === undefined) return new Date();
  const start = Date.parse(scale.start);
  return new Date(start + (Date.now() - start) * scale.factor);
}

function hourOf(moment: Date, zone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(moment),
  );
}
