import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { until } from '../process/until.ts';
import type { VsCodeServer } from './server.ts';

/** Where the cursor is: lines and columns count from 1, as VS Code shows them. */
export interface CursorPlace {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A row of the Problems view. */
export interface Problem {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly severity: Severity;
  readonly message: string;
  /** The code, where the message has one. */
  readonly code: string | undefined;
  readonly line: number;
  readonly column: number;
}

export interface WorkbenchOptions {
  /** The full path of the folder to open. */
  readonly folder: string;
  /** The full path of a file in it to begin with. */
  readonly file?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

const openTimeout = 60_000;
const patience = 45_000;

/**
 * One window of VS Code, worked with as a person does: by keys and by what is on the screen. Every method waits
 * for what it needs and fails after 45 s (a machine that does other things as well is slow).
 */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a window and waits until it is usable. */
  static async open(browser: Browser, server: VsCodeServer, options: WorkbenchOptions): Promise<Workbench> {
    const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 } });
    page.setDefaultTimeout(patience);
    await page.goto(windowAddress(server, options));
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: openTimeout });
    if (options.file)
      await page.locator('.editor-instance .monaco-editor').first().waitFor({ timeout: openTimeout });
    return new Workbench(page);
  }

  /** Runs a command by its title, as the command palette shows it (`Journey: Open Map`). */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    const label = this.page.locator('.quick-input-list .monaco-list-row .label-name');
    const whole = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
    await label.filter({ hasText: whole }).first().click();
  }

  /** Makes the file in front what is on disk, and waits until it is: a cursor placed before that would be moved. */
  async revertFile(): Promise<void> {
    await this.runCommand('File: Revert File');
    await this.page
      .locator('.editor-group-container.active .tab.active.dirty')
      .waitFor({ state: 'detached' });
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    await input.fill(name);
    // Rows change places while the search goes on: what the first one is in the end is opened.
    const first = this.page.locator('.quick-input-list .monaco-list-row.focused .label-name', {
      hasText: name,
    });
    await first.first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
    await this.focusEditor();
  }

  /** Answers whatever the quick input asks, by the row whose text contains `row`. */
  async chooseInQuickInput(text: string, row: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    await input.fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
  }

  /** Puts the keyboard into the editor that is in front. */
  async focusEditor(): Promise<void> {
    await this.runFocusCommand('View: Focus Active Editor Group');
  }

  async typeText(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** Presses a key or a chord, by Playwright's names: `Control+S`, `F12`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Moves the cursor of the editor in front. */
  async placeCursor(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await until('the cursor to move', async () => isAt(await this.cursor(), line, column), {
      timeout: patience,
    });
  }

  /** Saves the file in front, and waits until it is saved. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** The file in front and where in it the cursor is. */
  async cursor(): Promise<CursorPlace> {
    const place = await this.page.locator('#status\\.editor\\.selection').innerText();
    return { file: await this.activeFile(), ...placeIn(place) };
  }

  /** The name of the file in front. */
  async activeFile(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first();
    return (await tab.getAttribute('data-resource-name')) ?? '';
  }

  /** The titles of all tabs, of files and of panels, group by group. */
  tabs(): Promise<readonly string[]> {
    return this.page.locator('.editor-group-container .tab .label-name').allInnerTexts();
  }

  /** The lines of the editor in front that are on the screen, without their colours. */
  visibleText(): Promise<string> {
    return this.linesIn('.editor-group-container.active .editor-instance');
  }

  /** The lines of all editors that are on the screen, also while something else is in front. */
  textOnScreen(): Promise<string> {
    return this.linesIn('.editor-instance');
  }

  private async linesIn(editors: string): Promise<string> {
    const lines = this.page.locator(`${editors} .view-lines .view-line`);
    const placed = await lines.evaluateAll((elements) =>
      elements.map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent })),
    );
    return placed
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** How many underlined places of one kind the editor in front shows. */
  async squiggles(severity: Severity): Promise<number> {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`).count();
  }

  /** What the Problems view lists, once it is as wanted. */
  async problemsThat(isWanted: (problems: readonly Problem[]) => boolean): Promise<readonly Problem[]> {
    await this.runFocusCommand('Problems: Focus on Problems View');
    let last: readonly Problem[] = [];
    try {
      return await until(
        'the problems',
        async () => {
          last = await this.problems();
          return isWanted(last) ? last : undefined;
        },
        { timeout: patience },
      );
    } catch (error) {
      throw new Error(`The problems are not as wanted: ${JSON.stringify(last)}`, { cause: error });
    }
  }

  /** Asks for completion at the cursor, and gives the labels that are offered, in their order. */
  async completions(): Promise<readonly string[]> {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Accepts an offered completion by its label. */
  async acceptCompletion(label: string): Promise<void> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label });
    await rows.first().click();
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Goes to what the word at the cursor means, and tells where that is. */
  async goToDefinition(): Promise<CursorPlace> {
    const before = await this.cursor();
    await this.page.keyboard.press('F12');
    return until(
      'the cursor to leave for the definition',
      async () => {
        const now = await this.cursor();
        return JSON.stringify(now) === JSON.stringify(before) ? undefined : now;
      },
      { timeout: patience },
    );
  }

  /** The inside of the webview in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The inside of the webview that holds such an element, where there are several webviews. */
  async webviewWith(selector: string): Promise<Frame> {
    return until(
      `a webview with ${selector}`,
      async () => {
        for (const frame of this.page.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
        return undefined;
      },
      { timeout: patience },
    );
  }

  /** The texts of the messages at the corner of the window. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  private async runFocusCommand(title: string): Promise<void> {
    await this.runCommand(title);
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** The rows below each file's own, in their order. */
  private async problems(): Promise<readonly Problem[]> {
    const rows = await this.page.locator('.markers-panel .monaco-list-row').evaluateAll((elements) =>
      elements.map((element) => {
        const text = (selector: string) => element.querySelector(selector)?.textContent ?? undefined;
        return {
          file: text('.resource-label-container .label-name'),
          icon: element.querySelector('.marker-icon')?.className ?? '',
          message: text('.marker-message'),
          code: text('.marker-code'),
          place: text('.marker-line') ?? '',
        };
      }),
    );
    let file = '';
    return rows.flatMap((row) => {
      if (row.file !== undefined) file = row.file;
      if (row.message === undefined) return [];
      const { message, code } = row;
      return [{ file, severity: severityOf(row.icon), message, code, ...placeIn(row.place) }];
    });
  }
}

function severityOf(iconClasses: string): Severity {
  return severities.find((severity) => iconClasses.split(' ').includes(severity)) ?? 'info';
}

/** Of `Ln 2, Col 9`, in brackets or not. */
function placeIn(text: string): { readonly line: number; readonly column: number } {
  const [, line = '', column = ''] = /(\d+)\D+(\d+)/.exec(text) ?? [];
  return { line: Number(line), column: Number(column) };
}

function isAt(place: CursorPlace, line: number, column: number): true | undefined {
  return place.line === line && place.column === column ? true : undefined;
}

function windowAddress(server: VsCodeServer, { folder, file }: WorkbenchOptions): string {
  const address = new URL(server.url);
  address.searchParams.set('folder', folder);
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [['skipWelcome', 'true'], ...(file ? [['openFile', remote(file)]] : [])];
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
