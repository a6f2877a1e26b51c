import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timed } from './command-line.ts';
import { type Figure, figure } from './figure.ts';
import { LANGUAGES, OURS, type PeerLanguage } from './peers/languages.ts';
import { BenchServer } from './server.ts';

const BYTES = 1_500_000;
const FILES = 100;
const CHECKS = 3;
const EDITS = 11;

interface Times {
  /** The whole command line, from a workspace on the disk to its findings. */
  readonly check: readonly number[];
  /** From a word typed to what the server says of it. */
  readonly keystroke: readonly number[];
}

/**
 * Other languages at the same work, on inputs of the same size: as many bytes in as many files, all of them right.
 * @param folder where the peers are installed
 */
export async function peerFigures(folder: string): Promise<Figure[]> {
  const ours = await timesOf(OURS, folder);
  const figures: Figure[] = [];
  for (const language of LANGUAGES) {
    const theirs = await timesOf(language, folder);
    for (const work of ['check', 'keystroke'] as const) {
      if (theirs[work].length === 0) continue;
      const against = { kind: 'peer', what: language.name, samples: theirs[work] } as const;
      const name = `peers.${work}-1.5MB`;
      figures.push(figure({ name, unit: 'ms', samples: ours[work], against }));
    }
  }
  return figures;
}

async function timesOf(language: PeerLanguage, installed: string): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-peers-'));
  try {
    for (const { path, text } of language.files(BYTES, FILES)) writeFileSync(join(folder, path), text);
    return {
      check: checks(language, installed, folder),
      keystroke: await keystrokes(language, installed, folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checks({ check }: PeerLanguage, installed: string, folder: string): number[] {
  if (!check) return [];
  const command = check(installed, folder);
  timed(command, folder);
  return Array.from({ length: CHECKS }, () => timed(command, folder));
}

/** A name becomes one that isn't there, and right again: both times it counts when the server has said so. */
async function keystrokes(language: PeerLanguage, installed: string, folder: string): Promise<number[]> {
  const server = new BenchServer(language.server(installed), 'ignore');
  try {
    const file = language.files(BYTES, FILES).find(({ path }) => path === language.edited);
    if (!file) throw new Error(`There is no ${language.edited}.`);
    const uri = pathToFileURL(join(folder, file.path)).href;
    const isSaid = (wrong: boolean) => (said: string) =>
      said === uri && (server.diagnostics.get(uri) ?? []).some(({ severity }) => severity === 1) === wrong;
    const type = async (text: string, wrong: boolean): Promise<number> => {
      const started = performance.now();
      const said = server.until(isSaid(wrong));
      await server.send(uri, text);
      await said;
      return performance.now() - started;
    };
    await server.open(pathToFileURL(folder).href);
    await type(language.broken(file.text), true);
    await type(file.text, false);
    const samples: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      samples.push(await type(language.broken(file.text), true), await type(file.text, false));
    }
    return samples;
  } finally {
    await server.stop();
  }
}
