// npm start: from a fresh clone to a checked journey, its workflows and its map; and what to do with them.
import { buildAll } from './build.ts';
import { EXAMPLE } from './example.ts';
import { runStreaming, seconds } from './run.ts';

const OUTPUT = 'out/match-meeting';

interface Step {
  readonly says: string;
  /** The command line, as a person would write it after `npx`. */
  readonly journey: readonly string[];
}

const steps: readonly Step[] = [
  { says: 'Is the worked example right?', journey: ['check', EXAMPLE] },
  { says: 'Its n8n workflows', journey: ['generate', EXAMPLE, '--output', `${OUTPUT}/n8n`] },
  { says: 'Its map', journey: ['map', EXAMPLE, '--output', `${OUTPUT}/map.svg`] },
];

type Rows = readonly (readonly [name: string, what: string])[];

const whereThingsAre: Rows = [
  [EXAMPLE, 'the journey: a Hebrew service business, from the first ad to loyalty'],
  [`${OUTPUT}/map.svg`, 'its map: any browser opens it'],
  [`${OUTPUT}/n8n`, 'its workflows for n8n'],
];

const whatToDoNext: Rows = [
  ['in VS Code', 'code .     then F5; open a .journey file and run "Journey: Open Map"'],
  ['', 'or, to keep it: npm run package && code --install-extension packages/extension/*.vsix'],
  ['in n8n', `what ${OUTPUT}/n8n/README.md says of credentials, then`],
  ['', `n8n import:workflow --separate --input=${OUTPUT}/n8n/workflows`],
  ['in a terminal', 'npx journey --help'],
  ['to trust it', 'npm test'],
  ['to write one', 'docs/tutorial.md'],
];

function printRows(title: string, rows: Rows): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, what] of rows) console.log(`  ${name.padEnd(width)}   ${what}`);
}

async function runStep({ says, journey }: Step): Promise<number> {
  console.log(`\n${says}\n$ npx journey ${journey.join(' ')}`);
  return runStreaming(process.execPath, ['packages/cli/dist/journey.js', ...journey]);
}

const started = performance.now();
console.log('Building …');
const files = await buildAll();
console.log(`${files.length} files built in ${seconds(performance.now() - started)}.`);

const exitCodes: number[] = [];
for (const step of steps) exitCodes.push(await runStep(step));

if (exitCodes.every((code) => code === 0)) {
  printRows('Where things are', whereThingsAre);
  printRows('What to do next', whatToDoNext);
} else {
  console.log('\nThe worked example has findings, which are above; mend them and run npm start again.');
  process.exitCode = 1;
}
