import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../src/browser.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { ensureChromium, realProgram } from '../../src/programs/index.ts';
import { startVsCode, Workbench, type VsCodeServer } from '../../src/vscode/index.ts';
import { MapView } from './map-view.ts';
import { packExtension } from './packed-extension.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const example = join(root, 'examples/match-meeting');
const screenshots = join(root, '.cache/screenshots');

type Closing = () => Promise<void> | void;

/** A VS Code with the packed extension, and one window that has a copy of the worked example open. */
export class ExampleWindow {
  /** The text of the file that is in front at first. */
  static readonly journey = readFileSync(join(example, 'match-meeting.journey'), 'utf8');
  readonly folder: string;
  readonly server: VsCodeServer;
  readonly workbench: Workbench;
  /** What was started, in that order. */
  private readonly toClose: readonly Closing[];

  private constructor(
    folder: string,
    server: VsCodeServer,
    workbench: Workbench,
    toClose: readonly Closing[],
  ) {
    this.folder = folder;
    this.server = server;
    this.workbench = workbench;
    this.toClose = toClose;
  }

  /** @param settings a person's settings beyond the usual */
  static async open(name: string, settings: Readonly<Record<string, unknown>> = {}): Promise<ExampleWindow> {
    const program = realProgram('vscode');
    if (!program.installed) throw new Error(program.why);
    const home = temporaryFolder(name);
    const toClose: Closing[] = [() => home.remove()];
    const folder = join(home.path, 'match-meeting');
    cpSync(example, folder, { recursive: true });
    mkdirSync(screenshots, { recursive: true });
    try {
      const server = await startVsCode(program, home.path, {
        extensions: [packExtension()],
        // What is typed here is taken back by reverting the file.
        settings: { 'files.autoSave': 'off', ...settings },
      });
      toClose.push(() => server.stop());
      const browser = await launchBrowser(await ensureChromium());
      toClose.push(() => browser.close());
      const workbench = await Workbench.open(browser, server, {
        folder,
        file: join(folder, 'match-meeting.journey'),
        size: { width: 1600, height: 1000 },
      });
      return new ExampleWindow(folder, server, workbench, toClose);
    } catch (error) {
      await closeAll(toClose);
      throw error;
    }
  }

  /** The map in front. */
  get map(): MapView {
    return new MapView(this.workbench.webview());
  }

  /** Brings the journey's editor to the front, with what is on the disk. */
  async showJourney(): Promise<void> {
    // Not where the map is.
    await this.workbench.runCommand('View: Focus First Editor Group');
    await this.workbench.openFile('match-meeting.journey');
    await this.workbench.revertFile();
  }

  async screenshot(name: string): Promise<void> {
    await this.workbench.screenshot(join(screenshots, `${name}.png`));
  }

  async close(): Promise<void> {
    await closeAll(this.toClose);
  }
}

async function closeAll(toClose: readonly Closing[]): Promise<void> {
  for (const close of toClose.toReversed()) await close();
}

/** Where a text begins in the worked example, and then so many characters on; both count from 1. */
export function place(text: string, further = 0): readonly [line: number, column: number] {
  const offset = ExampleWindow.journey.indexOf(text);
  if (offset < 0) throw new Error(`The worked example doesn't hold "${text}".`);
  const lines = ExampleWindow.journey.slice(0, offset + further).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
