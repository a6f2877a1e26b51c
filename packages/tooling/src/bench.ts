// npm run bench: how fast and how small, each figure beside what it is held against in the same run. Nothing here
// passes or fails: figures are for comparing ratios between versions.
import { commandLineFigures } from './bench/command-line.ts';
import { editorFigures } from './bench/editor.ts';
import type { Figure } from './bench/figure.ts';
import { languageFigures } from './bench/language.ts';
import { mapFigures } from './bench/map.ts';
import { generateLargeJourney, generateWorkspace } from './bench/workspace.ts';
import { buildAll } from './build.ts';

const SEED = 2027;
const BYTES = 1_000_000;

const json = process.argv.includes('--json');
const say = (line: string) => {
  if (!json) console.log(line);
};

await buildAll();
const files = generateWorkspace(SEED, BYTES);
const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
say(`Workspace of seed ${SEED}: ${files.length} files, ${bytes} bytes. Medians.\n`);
const figures = [
  ...(await languageFigures(files)),
  ...(await mapFigures(generateLargeJourney(SEED))),
  ...commandLineFigures(),
  ...(await editorFigures()),
];

if (json) {
  console.log(
    JSON.stringify({ seed: SEED, workspaceBytes: bytes, node: process.version, figures }, undefined, 2),
  );
} else {
  for (const line of table(figures)) console.log(line);
}

function table(figures: readonly Figure[]): string[] {
  return figures.map(({ name, value, unit, ratio, against }) => {
    const measured = `${value} ${unit === 'ms' ? 'ms' : 'B/B'}`.padStart(12);
    return `${name.padEnd(30)}${measured}   ${ratio}× the ${against.kind} (${against.what}: ${against.value})`;
  });
}
