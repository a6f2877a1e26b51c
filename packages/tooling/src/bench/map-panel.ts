import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@journey/e2e/browser';
import { type HostToMap, webviewHtml } from '@journey/map';
import { buildWebview, WEBVIEW_FILES } from '@journey/map/build';
import type { JourneyModel } from '@journey/model';
import type { Browser, Page } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

const ROUNDS = 15;
const FRAMES = 90;
const ADDRESS = 'http://panel.test/';
const NONCE = 'dGVzdA';

interface Element {
  getBoundingClientRect(): unknown;
  dispatchEvent(event: object): boolean;
}

/** What is there in the page: the browser's own, and what the bench leaves beside the map. */
interface Panel {
  readonly document: { querySelector(selector: string): Element | null };
  readonly MessageEvent: new (type: string, init: object) => object;
  readonly WheelEvent: new (type: string, init: object) => object;
  dispatchEvent(event: object): boolean;
  requestAnimationFrame(act: (now: number) => void): void;
  readonly model: JourneyModel;
  /** When the first picture was there, in milliseconds since the page was opened. */
  drawn?: number;
  readonly tell: (model: JourneyModel) => void;
}

/** The map's panel as VS Code opens it, in a browser of the same make: how long its user waits. */
export async function mapPanelFigures(example: JourneyModel, large: JourneyModel): Promise<Figure[]> {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'journey-panel-'));
  try {
    await buildWebview({ outdir: folder, minify: true });
    const opened = await firstPictures(browser, folder, example);
    const page = await openPanel(browser, folder, example);
    const typed = await page.evaluate(timedChanges, ROUNDS);
    const wide = await openPanel(browser, folder, large);
    const typedInLarge = await wide.evaluate(timedChanges, ROUNDS);
    const still = await wide.evaluate(timedFrames, { frames: FRAMES, pans: false });
    const panned = await wide.evaluate(timedFrames, { frames: FRAMES, pans: true });
    const empty = {
      kind: 'floor',
      what: 'an empty page in the same browser',
      samples: opened.empty,
    } as const;
    const copy = (samples: number[]) => ({ kind: 'floor', what: 'a copy of the model', samples }) as const;
    const frame = { kind: 'floor', what: 'a frame while nothing moves', samples: still } as const;
    return [
      figure({ name: 'panel.first-picture', unit: 'ms', samples: opened.panel, against: empty }),
      figure({ name: 'panel.one-word', unit: 'ms', samples: typed.drawn, against: copy(typed.copied) }),
      figure({
        name: 'panel.one-word-of-1000',
        unit: 'ms',
        samples: typedInLarge.drawn,
        against: copy(typedInLarge.copied),
      }),
      figure({ name: 'panel.frame-while-panning-1000', unit: 'ms', samples: panned, against: frame }),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPictures(
  browser: Browser,
  folder: string,
  model: JourneyModel,
): Promise<{ readonly panel: number[]; readonly empty: number[] }> {
  const panel: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const page = await openPanel(browser, folder, model);
    const drawn = await page.evaluate(() => (globalThis as unknown as Panel).drawn ?? NaN);
    await page.close();
    const bare = await browser.newPage();
    await bare.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Empty</p>' }));
    await bare.goto(ADDRESS);
    const loaded = await bare.evaluate(() => performance.now());
    await bare.close();
    if (round === 0) continue;
    panel.push(drawn);
    empty.push(loaded);
  }
  return { panel, empty };
}

/** The panel's page with its first picture on it. */
async function openPanel(browser: Browser, folder: string, model: JourneyModel): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const { script, style } = WEBVIEW_FILES;
  const html = webviewHtml({
    nonce: NONCE,
    cspSource: "'self'",
    scriptUri: `/${script}`,
    styleUri: `/${style}`,
    language: 'en',
    direction: 'ltr',
    title: 'Journey map',
  });
  const files: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {
    '/': { contentType: 'text/html', body: html },
    [`/${script}`]: { contentType: 'text/javascript', body: readFileSync(join(folder, script), 'utf8') },
    [`/${style}`]: { contentType: 'text/css', body: readFileSync(join(folder, style), 'utf8') },
  };
  await page.route('**/*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.fulfill({ status: 204 });
  });
  await page.addInitScript(standInForVsCode, model);
  await page.goto(ADDRESS);
  await page.waitForFunction(() => (globalThis as unknown as Panel).drawn !== undefined);
  return page;
}

/** Runs in the page before the map does: answers it with the model as the editor does, and looks when it is drawn. */
function standInForVsCode(model: JourneyModel): void {
  const panel = globalThis as unknown as Panel;
  const tell = (changed: JourneyModel): void => {
    const update: HostToMap = { type: 'update', model: changed, version: 1, problems: [], language: 'en' };
    panel.dispatchEvent(new panel.MessageEvent('message', { data: update }));
    panel.document.querySelector('svg')?.getBoundingClientRect();
  };
  const post = (message: { readonly type: string }): void => {
    if (message.type !== 'ready') return;
    // VS Code's answer comes by a message of its own.
    setTimeout(() => {
      tell(model);
      panel.drawn = performance.now();
    });
  };
  Object.assign(panel, {
    model,
    tell,
    acquireVsCodeApi: () => ({ postMessage: post, getState: () => null, setState: () => undefined }),
  });
}

/** In the page: a word of a touchpoint's label changes, and is drawn; each time the browser lays the page out. */
function timedChanges(rounds: number): { readonly drawn: number[]; readonly copied: number[] } {
  const { model, tell } = globalThis as unknown as Panel;
  const drawn: number[] = [];
  const copied: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = performance.now();
    const changed = structuredClone(model);
    const copying = performance.now() - before;
    const touchpoint: { label: string } | undefined = changed.journeys[0]?.stages[0]?.touchpoints[0];
    if (touchpoint) touchpoint.label += ` ${round}`;
    const started = performance.now();
    tell(changed);
    if (round === 0) continue;
    drawn.push(performance.now() - started);
    copied.push(copying);
  }
  return { drawn, copied };
}

/** In the page: how long each frame takes, while the picture is moved by the wheel or stands still. */
async function timedFrames({ frames, pans }: { frames: number; pans: boolean }): Promise<number[]> {
  const panel = globalThis as unknown as Panel;
  const nextFrame = (): Promise<number> => new Promise((resolve) => panel.requestAnimationFrame(resolve));
  const samples: number[] = [];
  const svg = panel.document.querySelector('svg');
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    if (pans) {
      const way = frame % 60 < 30 ? 24 : -24;
      const turn = { deltaX: way, deltaY: way, bubbles: true, cancelable: true };
      svg?.dispatchEvent(new panel.WheelEvent('wheel', turn));
    }
    const now = await nextFrame();
    samples.push(now - last);
    last = now;
  }
  return samples;
}
