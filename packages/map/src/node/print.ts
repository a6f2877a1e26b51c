import { accessSync, constants } from 'node:fs';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { tmpdir } from 'node:os';
import type { PrintedFormat } from '../export/printed-formats.ts';

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];
const PATIENCE_MS = 60_000;
/** Chromium draws no larger screenshots, and a page of a PDF is no larger in common readers (200 inches). */
const LARGEST = 16_000;
/** Of larger areas, in pixels, Chromium's screenshots are blank. */
const LARGEST_AREA = 50_000_000;

/** There is nothing to print with, or it failed: the message is a sentence for people. */
export class PrintProblem extends Error {
  override readonly name = 'PrintProblem';
}

/** The full path of a browser on this machine; `JOURNEY_CHROMIUM` says it outright. */
export function findBrowser(): string | undefined {
  const given = process.env['JOURNEY_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = (given ? [given] : BROWSERS).flatMap((name) =>
    isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find((path) => isExecutable(path));
}

/**
 * A picture as PNG, or as a PDF of one page of its size, through the Chromium or Chrome of this machine.
 * @throws {PrintProblem} where there is none, or where it doesn't write the file.
 */
export async function printSvg(svg: string, format: PrintedFormat): Promise<Buffer> {
  const browser = findBrowser();
  if (browser === undefined)
    throw new PrintProblem(
      `A ${format.toUpperCase()} needs Chromium or Chrome, and there is none here: install one, or set JOURNEY_CHROMIUM to the full path of its executable; SVG and HTML need no browser.`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'journey-print-'));
  try {
    const [page, out] = [join(folder, 'map.html'), join(folder, `map.${format}`)];
    const size = printedSize(svg, format);
    await writeFile(page, printPage(svg, size));
    const isRoot = process.getuid?.() === 0;
    await promisify(execFile)(
      browser,
      [
        ...FLAGS,
        // Chromium's sandbox doesn't start for root, as in a container; the page is our own and has no script.
        ...(isRoot ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        ...OUTPUTS[format](out, size),
        pathToFileURL(page).href,
      ],
      { timeout: PATIENCE_MS },
    );
    return await readFile(out);
  } catch (error) {
    if (error instanceof PrintProblem) throw error;
    throw new PrintProblem(
      `${browser} did not write the ${format.toUpperCase()}; SVG and HTML need no browser.`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const OUTPUTS: Readonly<Record<PrintedFormat, (out: string, size: Size) => string[]>> = {
  png: (out, { width, height }) => [
    `--screenshot=${out}`,
    `--window-size=${width},${height}`,
    // Twice as sharp as the screen, where the picture isn't too large for that.
    `--force-device-scale-factor=${Math.max(width, height) * 2 <= LARGEST && width * height * 4 <= LARGEST_AREA ? 2 : 1}`,
  ],
  pdf: (out) => [`--print-to-pdf=${out}`, '--no-pdf-header-footer'],
};

/** As large as it is, or as can be. */
function printedSize(svg: string, format: PrintedFormat): Size {
  const { width, height } = sizeOf(svg);
  const area = format === 'png' ? Math.sqrt(LARGEST_AREA / (width * height)) : 1;
  const part = Math.min(1, LARGEST / Math.max(width, height), area);
  return { width: Math.floor(width * part), height: Math.floor(height * part) };
}

function sizeOf(svg: string): Size {
  const [, width = '0', height = '0'] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

function printPage(svg: string, { width, height }: Size): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>@page{size:${width}px ${height}px;margin:0}html,body{margin:0;print-color-adjust:exact}svg{display:block;width:${width}px;height:${height}px}</style></head><body>${svg}</body></html>`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
