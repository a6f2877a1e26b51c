// npm run bench: how fast and how small, each figure beside what it is held against in the same run. Nothing here
// passes or fails: figures are for comparing ratios between versions.
import { consoleProgress, peers, realProgram } from '@journey/e2e';
import { argumentsOr } from './arguments.ts';
import { commandLineFigures } from './bench/command-line.ts';
import { editorFigures } from './bench/editor.ts';
import type { Figure } from './bench/figure.ts';
import { generateFigures } from './bench/generate.ts';
import { languageFigures } from './bench/language.ts';
import { exampleModel, largeModel, mapFigures } from './bench/map.ts';
import { mapPanelFigures } from './bench/map-panel.ts';
import { mapPeerFigures } from './bench/map-peers.ts';
import { n8nFigures, n8nUnavailable } from './bench/n8n.ts';
import { peerFigures } from './bench/peers.ts';
import { generateLargeJourney, generateWorkspace } from './bench/workspace.ts';
import { soakFigure } from './bench/soak.ts';
import { buildAll } from './build.ts';

const SIGNS: Readonly<Record<Figure['unit'], string>> = {
  ms: 'ms',
  'bytes per source byte': 'B/B',
  'a second': '/s',
  MB: 'MB',
};
const SEED = 2027;
const BYTES = 1_000_000;
const SOAKED_BYTES = 100_000;
/** What two minutes are enough for; more with `--customers`. */
const CUSTOMERS = 30;
const JOURNEYS = 100;

const json = process.argv.includes('--json');
const { customers, journeys, withPeers } = asked();
const say = (line: string) => {
  if (!json) console.log(line);
};

await buildAll();
const files = generateWorkspace(SEED, BYTES);
const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
say(`Workspace of seed ${SEED}: ${files.length} files, ${bytes} bytes. Medians.\n`);
const large = await largeModel(generateLargeJourney(SEED));
const figures = [
  ...(await languageFigures(files)),
  ...(await mapFigures(large)),
  ...(await inPanel()),
  ...commandLineFigures(),
  ...(await generateFigures(files, journeys)),
  ...(await editorFigures()),
  await soakFigure(generateWorkspace(SEED, SOAKED_BYTES)),
  ...(await besidePeers()),
  ...(await inN8n()),
];

if (json) {
  console.log(
    JSON.stringify({ seed: SEED, workspaceBytes: bytes, node: process.version, figures }, undefined, 2),
  );
} else {
  for (const line of table(figures)) console.log(line);
}

async function inN8n(): Promise<Figure[]> {
  const notRun = customers > 0 ? n8nUnavailable() : 'no customers were asked for.';
  if (notRun === undefined) return n8nFigures(customers);
  say(`n8n is not measured: ${notRun}`);
  return [];
}

async function inPanel(): Promise<Figure[]> {
  const browser = realProgram('chromium');
  if (browser.installed) return mapPanelFigures(await exampleModel(), large);
  say(`The map's panel is not measured: ${browser.why}`);
  return [];
}

/** Installed where `--peers` asks for them, and measured wherever they are. */
async function besidePeers(): Promise<Figure[]> {
  if (withPeers && !peers.probe().installed) await peers.install(consoleProgress(peers.name));
  const state = peers.probe();
  if (state.installed)
    return [...(await mapPeerFigures(large, state.folder)), ...(await peerFigures(state.folder))];
  say(`Other programs are not measured: ${state.why}`);
  return [];
}

/** `--customers=10000` go through n8n, `--journeys=1000` are generated; fewer where nothing is said. */
function asked(): { readonly customers: number; readonly journeys: number; readonly withPeers: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const values = argumentsOr('npm run bench takes --customers=10000, --journeys=1000, --peers and --json.', {
    customers: text,
    journeys: text,
    peers: flag,
    json: flag,
  });
  return {
    customers: countOf('customers', values.customers ?? CUSTOMERS),
    journeys: countOf('journeys', values.journeys ?? JOURNEYS),
    withPeers: values.peers ?? false,
  };
}

function countOf(name: string, said: string | number): number {
  const count = Number(said);
  if (!Number.isInteger(count) || count < 0) {
    console.error(`"--${name}" takes a whole number, like 1000; "${said}" is none.`);
    process.exit(2);
  }
  return count;
}

function table(figures: readonly Figure[]): string[] {
  return figures.map(({ name, value, unit, ratio, against }) => {
    const measured = `${value} ${SIGNS[unit]}`.padStart(12);
    return `${name.padEnd(30)}${measured}   ${ratio}× the ${against.kind} (${against.what}: ${against.value})`;
  });
}
