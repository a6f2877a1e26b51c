import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchBrowser } from '@journey/e2e/browser';
import { exportJourney, layoutJourney } from '@journey/map';
import { byId, type JourneyModel } from '@journey/model';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { type Figure, figure } from './figure.ts';
import { projectPath } from '../paths.ts';
import { timedInTurn } from './timed.ts';

const ROUNDS = 3;
const JOURNEY = 'large';
const LANES = { likec4: ['touchpoints'], mermaid: ['touchpoints', 'emotion'] } as const;

/**
 * Our map of a large journey beside other programs, with the lanes alone that they can show: the touchpoints of each
 * stage, and what is felt there. Mermaid's `journey` needs a browser, so that both are drawn there; LikeC4 lays out in
 * Node, and so does ours.
 * @param folder where the peers are installed
 */
export async function mapPeerFigures(model: JourneyModel, folder: string): Promise<Figure[]> {
  const [layout = []] = await timedInTurn([() => layoutJourney(model, JOURNEY, { lanes: LANES.likec4 })]);
  const likec4 = await likec4Samples(folder, likec4Source(model));
  const { ours, mermaid } = await drawnInBrowser(folder, model);
  return [
    figure({
      name: 'map.layout-beside-likec4',
      unit: 'ms',
      samples: layout,
      against: { kind: 'peer', what: 'LikeC4', samples: likec4 },
    }),
    figure({
      name: 'map.drawn-in-browser',
      unit: 'ms',
      samples: ours,
      against: { kind: 'peer', what: 'Mermaid journey', samples: mermaid },
    }),
  ];
}

/** The stages and touchpoints as LikeC4 says them, each touchpoint leading to the next. */
function likec4Source(model: JourneyModel): string {
  const stages = byId(model.journeys, JOURNEY)?.stages ?? [];
  const written = stages.map(({ touchpoints }, index) => {
    const parts = touchpoints.map(
      ({ label }, at) => `    t${at} = touchpoint '${label.replaceAll("'", '’')}'\n`,
    );
    const ways = touchpoints.slice(1).map((_, at) => `    t${at} -> t${at + 1} 'next'\n`);
    return `  s${index} = stage 'Stage ${index}' {\n${parts.join('')}${ways.join('')}  }\n`;
  });
  const ways = stages.slice(1).map((_, index) => `  s${index} -> s${index + 1} 'next'\n`);
  const shown = stages.map((_, index) => `s${index}.*`).join(', ');
  return `specification {
  element stage
  element touchpoint
}
model {
${written.join('')}${ways.join('')}}
views {
  view index {
    include *, ${shown}
  }
}
`;
}

async function likec4Samples(folder: string, source: string): Promise<number[]> {
  const temporary = await mkdtemp(join(tmpdir(), 'journey-bench-'));
  try {
    const file = join(temporary, 'model.c4');
    await writeFile(file, source);
    const program = fileURLToPath(new URL('likec4-layout.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program, folder, file]);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as number[];
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function drawnInBrowser(
  folder: string,
  model: JourneyModel,
): Promise<{ readonly ours: number[]; readonly mermaid: number[] }> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await mapForBrowser() });
    await page.addScriptTag({ path: join(folder, 'node_modules/mermaid/dist/mermaid.min.js') });
    const [{ text }] = exportJourney('mmd', { model, journey: JOURNEY, name: JOURNEY });
    return await timedInPage(page, model, text);
  } finally {
    await browser.close();
  }
}

async function mapForBrowser(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { layoutJourney, renderSvg } from '@journey/map';",
      resolveDir: projectPath('packages/tooling'),
    },
    bundle: true,
    format: 'iife',
    globalName: 'journeyMap',
    conditions: ['source'],
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

interface Place {
  innerHTML: string;
  getBoundingClientRect(): unknown;
}

/** What is there in the browser's page. */
interface PageScope {
  readonly document: { readonly body: { append(place: Place): void }; createElement(tag: string): Place };
  readonly journeyMap: {
    readonly layoutJourney: typeof layoutJourney;
    readonly renderSvg: (scene: ReturnType<typeof layoutJourney>) => string;
  };
  readonly mermaid: {
    initialize(options: object): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
}

/** Each in turn, from what it is given to a picture whose place on the page is known. */
function timedInPage(page: Page, model: JourneyModel, text: string) {
  return page.evaluate(
    async ({ model, text, journey, lanes, rounds }) => {
      const { journeyMap, mermaid, document } = globalThis as unknown as PageScope;
      mermaid.initialize({ startOnLoad: false, maxTextSize: text.length * 2 });
      const place = document.createElement('div');
      document.body.append(place);
      const shown = (svg: string): void => {
        place.innerHTML = svg;
        place.getBoundingClientRect();
      };
      const samples = { ours: [] as number[], mermaid: [] as number[] };
      for (let round = 0; round <= rounds; round++) {
        const started = performance.now();
        shown(journeyMap.renderSvg(journeyMap.layoutJourney(model, journey, { lanes })));
        const drawn = performance.now();
        shown((await mermaid.render(`peer${round}`, text)).svg);
        if (round === 0) continue;
        samples.ours.push(drawn - started);
        samples.mermaid.push(performance.now() - drawn);
      }
      return samples;
    },
    { model, text, journey: JOURNEY, lanes: LANES.mermaid, rounds: ROUNDS },
  );
}
