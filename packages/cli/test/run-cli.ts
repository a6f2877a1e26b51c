import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, onTestFinished } from 'vitest';
import { buildOptions, bundles } from '../../tooling/src/bundles.ts';
import { projectPath } from '../../tooling/src/paths.ts';

/** Where the command line is built to, as it ships; a folder for each worker, since they build at the same time. */
const built = projectPath(`.cache/test/cli-${process.env['VITEST_POOL_ID'] ?? '0'}`);

/** The file that Node runs as `journey`. */
export const builtCommandLine = join(built, 'journey.js');

beforeAll(async () => {
  const commandLine = bundles.find(({ folder }) => folder === 'packages/cli/dist');
  if (!commandLine) throw new Error('There is no bundle of the command line.');
  await build({ ...buildOptions(commandLine), outdir: built });
});

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSetting {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real command line as a process of its own, its streams piped as a script's are. */
export function runCli(args: readonly string[], { cwd, input, env }: CliSetting): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _forced, NO_COLOR: _none, ...inherited } = process.env;
    const child = spawn(process.execPath, [builtCommandLine, ...args], {
      cwd,
      env: { ...inherited, LC_ALL: 'C', XDG_CACHE_HOME: join(built, 'cache'), ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input ?? '');
  });
}

export interface TestFolder {
  readonly path: string;
  write(file: string, text: string): void;
  read(file: string): string;
}

/** An empty folder that goes away with the test. */
export function testFolder(files: Readonly<Record<string, string>> = {}): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'journey-cli-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { path, write, read: (file) => readFileSync(join(path, file), 'utf8') };
}

/** A journey that is right and in the canonical form. */
export const SHOP = `system crm "CRM" uses pipedrive {
  pipeline: "Leads"
}

system landing "Landing page" uses form

journey shop "Shop" {
  timezone "Europe/London"

  stage visit "Visit" {
    touchpoint home_page "Home page" on web by marketing {
      emotion +1 "Looks fine"
    }

    automation capture "Capture" {
      on landing.signed_up as signup
      crm.create_deal(title: signup.full_name, person: signup)
    }
  }
}
`;
