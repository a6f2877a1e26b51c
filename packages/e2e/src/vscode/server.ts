import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../process/free-port.ts';
import { lastLines, startService, type Service } from '../process/service.ts';
import { until } from '../process/until.ts';

/** A VS Code whose windows are pages of a browser. */
export interface VsCodeServer {
  readonly url: string;
  readonly port: number;
  /** What it said: its own log, not that of its windows. */
  readonly log: string;
  /** Where its windows' logs are, those of the extension host and of each extension. */
  readonly logsFolder: string;
  stop(): Promise<void>;
}

export interface VsCodeOptions {
  /** Full paths of the packed extensions to install, as a person installs them. */
  readonly extensions?: readonly string[];
  /** A person's settings, on top of those that keep a new VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A VS Code that doesn't welcome, advise, ask or look for news. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'editor.minimap.enabled': false,
  'files.hotExit': 'off',
};

const startTimeout = 60_000;

/**
 * Starts a VS Code with nothing in it but the given extensions and settings.
 * @param program where code-server is installed and the Node to run it with
 * @param folder an empty folder for everything that it keeps
 * @throws {Error} with the last lines it said, when an extension can't be installed or it doesn't get ready
 */
export async function startVsCode(
  program: { readonly folder: string; readonly node: string },
  folder: string,
  { extensions = [], settings = {} }: VsCodeOptions,
): Promise<VsCodeServer> {
  const userData = join(folder, 'user-data');
  const config = join(folder, 'config.yaml');
  const log = join(folder, 'code-server.log');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  writeFileSync(config, '');

  const entry = join(program.folder, 'node_modules/code-server/out/node/entry.js');
  const places = [
    '--config',
    config,
    '--user-data-dir',
    userData,
    '--extensions-dir',
    join(folder, 'extensions'),
  ];
  const run = (args: readonly string[]): Service =>
    startService({
      program: program.node,
      args: [entry, ...places, ...args],
      env: environment(program.node, folder),
      cwd: folder,
      log,
    });

  for (const extension of extensions) {
    const status = await run(['--install-extension', extension]).ended;
    if (status !== 0) throw new Error(`${extension} could not be installed:\n${lastLines(log)}`);
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = run(['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...quietFlags]);
  try {
    await until('VS Code to be ready', () => isHealthy(url, service), { timeout: startTimeout });
  } catch (error) {
    await service.kill();
    throw new Error(`VS Code did not get ready; the last it said:\n${lastLines(log)}`, { cause: error });
  }
  return { url, port, log, logsFolder: join(userData, 'logs'), stop: () => service.stop() };
}

const quietFlags = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];

async function isHealthy(url: string, service: Service): Promise<true | undefined> {
  if (service.hasEnded()) throw new Error('It has ended.');
  return (await fetch(`${url}/healthz`)).ok ? true : undefined;
}

/** Its own home, so that nothing of the person who runs the suite gets in; no gallery to ask. */
function environment(node: string, folder: string): Record<string, string> {
  return {
    PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    LANG: process.env['LANG'] ?? 'C.UTF-8',
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}
