import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, startService } from '../process/service.ts';
import type { N8nHome } from './home.ts';

/** A credential in the clear, as `import:credentials` takes it; n8n encrypts it. */
export interface N8nCredential {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts credentials there, or replaces those with the same ids. */
export async function importCredentials(home: N8nHome, credentials: readonly N8nCredential[]): Promise<void> {
  const file = join(home.folder, 'credentials-to-import.json');
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  await runN8nCommand(home, ['import:credentials', `--input=${file}`]);
}

/** Imports every `.json` file of a folder as one workflow, or replaces those with the same ids. */
export async function importWorkflowFolder(home: N8nHome, folder: string): Promise<void> {
  await runN8nCommand(home, ['import:workflow', '--separate', `--input=${folder}`]);
}

/** The same for workflows that are not in files yet. */
export async function importWorkflows(
  home: N8nHome,
  workflows: readonly { readonly id: string }[],
): Promise<void> {
  const folder = join(home.folder, 'workflows-to-import');
  mkdirSync(folder, { recursive: true });
  for (const workflow of workflows)
    writeFileSync(join(folder, `${workflow.id}.json`), JSON.stringify(workflow));
  await importWorkflowFolder(home, folder);
}

/**
 * Makes workflows take part: their triggers listen after the next start, and others may call them. n8n has only
 * a command for one workflow, of some four seconds, so they run two at a time.
 */
export async function publishWorkflows(home: N8nHome, ids: readonly string[]): Promise<void> {
  const waiting = [...ids];
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await runN8nCommand(home, ['publish:workflow', `--id=${id}`]);
    }
  };
  await Promise.all([worker(), worker()]);
}

/**
 * Runs one command of n8n's to its end.
 * @throws {Error} with the last lines it said, when it doesn't end with 0
 */
export async function runN8nCommand(home: N8nHome, args: readonly string[]): Promise<void> {
  const command = startService({
    program: home.node,
    args: [home.executable, ...args],
    env: home.environment,
    cwd: home.folder,
    log: home.log,
  });
  const status = await command.ended;
  if (status !== 0) throw new Error(`n8n ${args.join(' ')} failed (${status}):\n${lastLines(home.log)}`);
}
