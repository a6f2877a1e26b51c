import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWebview, OVERVIEW_FILES, WEBVIEW_FILES } from '@journey/map/build';
import { webviewHtml } from '../../src/index.ts';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { HostToMap, HostToOverview, MapToHost, OverviewToHost } from '../../src/index.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NONCE = 'dGVzdA';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

export type Kind = 'vscode-light' | 'vscode-dark' | 'vscode-high-contrast';

/** The bundled webview in a browser, with a page round it as VS Code makes one. */
export interface WebviewBrowser {
  open(options?: {
    readonly kind?: Kind;
    readonly context?: BrowserContextOptions;
    readonly which?: 'map' | 'overview';
  }): Promise<WebviewPage>;
  close(): Promise<void>;
}

export interface WebviewPage {
  readonly page: Page;
  /** Says something to the map as the editor does, and waits till it is drawn. */
  say(message: HostToMap | HostToOverview): Promise<void>;
  /** What the map said to the editor since it was asked last. */
  heard(): Promise<(MapToHost | OverviewToHost)[]>;
  /** What the browser found wrong: errors, and what the content security policy forbade. */
  readonly complaints: string[];
  /** The same webview again, with what it kept. */
  reload(): Promise<void>;
}

/** Where the suite finds a browser: the system's Chromium, or another one that is named. */
const BROWSER = process.env['JOURNEY_CHROMIUM'] ?? '/usr/bin/chromium';

export async function launchWebview(): Promise<WebviewBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-map-'));
  await buildWebview({ outdir: folder, minify: true });
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  return {
    open: ({ kind = 'vscode-light', context = {}, which = 'map' } = {}) =>
      openPage(browser, which === 'map' ? address : `${address}/overview`, kind, context),
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

function pageOf({ script, style }: typeof WEBVIEW_FILES | typeof OVERVIEW_FILES, title: string): string {
  return webviewHtml({
    nonce: NONCE,
    cspSource: "'self'",
    scriptUri: `/${script}`,
    styleUri: `/${style}`,
    language: 'en',
    direction: 'ltr',
    title,
  });
}

async function serve(folder: string): Promise<Server> {
  const pages: Readonly<Record<string, string>> = {
    '': pageOf(WEBVIEW_FILES, 'Journey map'),
    overview: pageOf(OVERVIEW_FILES, 'Journeys'),
  };
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const html = pages[name];
    if (html !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
      return;
    }
    if (name === 'favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    readFile(join(folder, name)).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[name.split('.').at(-1) ?? ''] }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function openPage(
  browser: Browser,
  address: string,
  kind: Kind,
  options: BrowserContextOptions,
): Promise<WebviewPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(standInForVsCode, { kind, colours: COLOURS[kind] });
  await page.goto(address);
  const heard = (): Promise<(MapToHost | OverviewToHost)[]> =>
    page.evaluate(() => (window as unknown as { heard: (MapToHost | OverviewToHost)[] }).heard.splice(0));
  return {
    page,
    complaints,
    heard,
    say: async (message) => {
      await page.evaluate((data) => window.postMessage(data, '*'), message);
      await settle(page);
    },
    reload: async () => {
      await page.reload();
    },
  };
}

/** The editor's colours that the map and its controls use, as VS Code's own themes have them. */
const COLOURS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  'vscode-light': {
    'input-background': '#ffffff',
    'input-foreground': '#3b3b3b',
    'input-placeholderForeground': '#5f5f5f',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    foreground: '#3b3b3b',
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    'editorWidget-background': '#f8f8f8',
    'editorWidget-border': '#c8c8c8',
    focusBorder: '#005fb8',
    'checkbox-background': '#ffffff',
    'checkbox-foreground': '#3b3b3b',
    'dropdown-foreground': '#3b3b3b',
    'dropdown-background': '#ffffff',
    'dropdown-border': '#cecece',
  },
  'vscode-dark': {
    'input-background': '#313131',
    'input-foreground': '#cccccc',
    'input-placeholderForeground': '#b0b0b0',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    foreground: '#cccccc',
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    'editorWidget-background': '#202020',
    'editorWidget-border': '#313131',
    focusBorder: '#0078d4',
    'checkbox-background': '#313131',
    'checkbox-foreground': '#cccccc',
    'dropdown-foreground': '#cccccc',
    'dropdown-background': '#313131',
    'dropdown-border': '#3c3c3c',
  },
  'vscode-high-contrast': {
    'input-background': '#000000',
    'input-foreground': '#ffffff',
    'input-placeholderForeground': '#b0b0b0',
    'button-secondaryBackground': '#000000',
    'button-secondaryForeground': '#ffffff',
    foreground: '#ffffff',
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    'editorWidget-background': '#0c141f',
    'editorWidget-border': '#6fc3df',
    contrastBorder: '#6fc3df',
    focusBorder: '#f38518',
    'checkbox-background': '#000000',
    'checkbox-foreground': '#ffffff',
    'dropdown-foreground': '#ffffff',
    'dropdown-background': '#000000',
    'dropdown-border': '#6fc3df',
  },
};

/** Runs in the page before the map does: what VS Code gives a webview. */
function standInForVsCode({
  kind,
  colours,
}: {
  kind: string;
  colours: Readonly<Record<string, string>>;
}): void {
  const heard: unknown[] = [];
  Object.assign(window, {
    heard,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => heard.push(message),
      getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, colour] of Object.entries(colours))
      document.documentElement.style.setProperty(`--vscode-${name}`, colour);
    document.body.classList.add(kind);
    document.body.dataset['vscodeThemeKind'] = kind;
  });
}

/** Two frames later whatever a message changed is on the screen; moving parts may still move. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
