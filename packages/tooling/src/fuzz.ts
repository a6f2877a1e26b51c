// npm run fuzz [-- --runs 100000 --seed 1]: random mutations of the real files; the language must take any text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { JourneyWorkspace, libraryFiles } from '@journey/language';
import { EmptyFileSystemProvider, URI } from 'langium';
import { type Random, seededRandom } from './bench/random.ts';
import { projectPath } from './paths.ts';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100_000);
const firstSeed = Number(values.seed ?? 1);

/** A run that takes longer than this hangs, as far as somebody who types is concerned. */
const LONGEST_MS = 1_000;
/** Documents stay in a workspace; a new one from time to time keeps memory flat. */
const RUNS_A_WORKSPACE = 500;

const INSERTIONS: readonly [string, ...string[]] = [
  '{',
  '}',
  '"',
  '"""',
  '(',
  ')',
  '/*',
  '//',
  '\0',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '.',
  '\r\n',
  ':',
  ',',
  '{{',
];

class OneFile extends EmptyFileSystemProvider {
  text = '';

  override readFile(): Promise<string> {
    return Promise.resolve(this.text);
  }
}

const files = new OneFile();

function mutate(texts: readonly string[], random: Random): string {
  let text = texts[random.below(texts.length)] ?? '';
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(text.length + 1);
    const words = text.split(/\s+/);
    const inserted =
      random.below(2) === 0 ? random.pick(INSERTIONS) : (words[random.below(words.length)] ?? '');
    text = text.slice(0, at) + inserted + text.slice(at + random.below(40));
  }
  return text;
}

function exampleTexts(): string[] {
  const folder = projectPath('examples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.journey'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

async function tryText(workspace: JourneyWorkspace, name: string): Promise<string | undefined> {
  const { text } = files;
  const start = performance.now();
  try {
    const [document] = (await workspace.open([URI.parse(`file:///fuzz/${name}.journey`)])).documents;
    document?.compile();
    const uncoded = document?.diagnostics.find(({ code }) => !/^J\d{4}$/.test(String(code)));
    if (uncoded) return JSON.stringify(uncoded.message);
    const formatted = document?.format();
    if (formatted !== undefined && formatted.trim() === '' && text.trim() !== '')
      return 'formatting left nothing';
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - start;
  return took > LONGEST_MS ? `took ${Math.round(took)} ms` : undefined;
}

// Langium reports exceptions of its services there and goes on.
let reported: string | undefined;
console.error = (...parts: unknown[]) => {
  reported ??= parts.map(String).join(' ');
};

const texts = [...libraryFiles.map(({ text }) => text), ...exampleTexts()];
let workspace = new JourneyWorkspace({ fileSystemProvider: () => files });
const failures = new Map<string, number>();
for (let run = 0; run < runs; run++) {
  if (run % RUNS_A_WORKSPACE === 0) {
    workspace = new JourneyWorkspace({ fileSystemProvider: () => files });
    // The first file pays for building the parser and the library.
    files.text = '';
    await tryText(workspace, `start${run}`);
  }
  const seed = firstSeed + run;
  files.text = mutate(texts, seededRandom(seed));
  reported = undefined;
  const failure = (await tryText(workspace, String(seed))) ?? reported;
  if (failure !== undefined && !failures.has(failure)) {
    failures.set(failure, seed);
    console.log(`seed ${seed}: ${failure}\n`);
  }
  if (run % 1_000 === 999)
    console.log(`${run + 1} of ${runs} texts tried, ${failures.size} kinds of failure`);
}
console.log(
  `${runs} texts tried from seed ${firstSeed}: ${failures.size === 0 ? 'all taken' : `${failures.size} kinds of failure`}.`,
);
process.exitCode = failures.size === 0 ? 0 : 1;
