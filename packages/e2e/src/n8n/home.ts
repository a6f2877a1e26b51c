import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../process/free-port.ts';
import type { Queue } from './queue.ts';

/** One n8n installation of its own: its database, its keys, its ports. Survives its server's end. */
export interface N8nHome {
  /** n8n's own files and ours: the database is in `.n8n` inside. */
  readonly folder: string;
  readonly url: string;
  /** The Node that it runs on, and its command. */
  readonly node: string;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where it has workers. */
  readonly queue?: Queue;
  /** What its commands and its server say. */
  readonly log: string;
}

export interface N8nOptions {
  /** An IANA name: what "9:00" means in a journey. */
  readonly timeZone: string;
  /** Added to n8n's environment, such as that of a vendor proxy. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Has workers carry out what n8n takes in; on its own otherwise, with a database in a file. */
  readonly queue?: Queue;
}

/** Everything that n8n would do on its own account: calls home, looks for news, loads what it doesn't need. */
const switchedOff = [
  'N8N_DIAGNOSTICS_ENABLED',
  'N8N_VERSION_NOTIFICATIONS_ENABLED',
  'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
  'N8N_TEMPLATES_ENABLED',
  'N8N_PERSONALIZATION_ENABLED',
  'N8N_HIRING_BANNER_ENABLED',
  'N8N_DYNAMIC_BANNERS_ENABLED',
  'N8N_AI_ENABLED',
  'N8N_COMMUNITY_PACKAGES_ENABLED',
  'N8N_LICENSE_AUTO_RENEW_ENABLED',
];

/**
 * Prepares a fresh n8n inside `folder`; nothing runs yet.
 * @param program where n8n is installed and the Node to run it with
 */
export async function prepareN8n(
  program: { readonly folder: string; readonly node: string },
  folder: string,
  { timeZone, environment = {}, queue }: N8nOptions,
): Promise<N8nHome> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return {
    folder,
    url,
    node: program.node,
    executable: join(program.folder, 'node_modules/n8n/bin/n8n'),
    log: join(folder, 'n8n.log'),
    ...(queue && { queue }),
    environment: {
      PATH: `${dirname(program.node)}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: folder,
      N8N_USER_FOLDER: folder,
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_PORT: String(port),
      WEBHOOK_URL: `${url}/`,
      N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
      N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
      N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      N8N_SECURE_COOKIE: 'false',
      GENERIC_TIMEZONE: timeZone,
      EXTERNAL_FRONTEND_HOOKS_URLS: '',
      ...Object.fromEntries(switchedOff.map((name) => [name, 'false'])),
      ...queue?.environment,
      ...environment,
    },
  };
}
