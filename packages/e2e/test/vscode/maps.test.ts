import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFailed, beforeEach, test } from 'vitest';
import { launchBrowser } from '../../src/browser.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { ensureChromium, realProgram } from '../../src/programs/index.ts';
import { startVsCode, Workbench, type VsCodeServer } from '../../src/vscode/index.ts';
import { place } from './example-window.ts';
import { MapView } from './map-view.ts';
import { packExtension } from './packed-extension.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const home = temporaryFolder('vscode-maps');
const folder = join(home.path, 'journeys');
const screenshots = join(root, '.cache/screenshots');

let server: VsCodeServer;
let workbench: Workbench;
/** What was started, in that order. */
const toClose: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const program = realProgram('vscode');
  if (!program.installed) throw new Error(program.why);
  for (const name of ['match-meeting', 'store-pickup'])
    cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  server = await startVsCode(program, home.path, {
    extensions: [packExtension()],
    settings: { 'files.autoSave': 'off' },
  });
  toClose.push(() => server.stop());
  const browser = await launchBrowser(await ensureChromium());
  toClose.push(() => browser.close());
  // Without a file to begin with: such a window opens that file again, and nothing else, when it is loaded again.
  workbench = await Workbench.open(browser, server, { folder, size: { width: 1800, height: 1000 } });
  await workbench.openFile('match-meeting.journey');
}, 180_000);

afterAll(async () => {
  for (const close of toClose.reverse()) await close();
  home.remove();
});

beforeEach(({ task }) => {
  onTestFailed(() => workbench.screenshot(join(screenshots, `vscode-failed-${task.id}.png`)));
});

const patience = { timeout: 180_000 };
const poll = { timeout: 45_000, interval: 100 };

const HEBREW = '[data-id="match_meeting.awareness#stage"]';
const ARABIC = '[data-id="store_pickup.awareness#stage"], [data-id^="store_pickup."][data-id$="#stage"]';
const mapWith = async (selector: string) =>
  new MapView(await workbench.webviewWith(`svg.jm-picture ${selector}`));
const overview = () => workbench.webviewWith('.jo-journey');
const journeyCalled = async (name: string) => (await overview()).locator('details', { hasText: name });

describe('the overview in the side bar', patience, () => {
  test('lists the journeys of the folder, and opens the one that the cursor is in', async () => {
    await workbench.runCommand('Journey: Focus on Journeys View');
    const hebrew = await journeyCalled('פגישת התאמה');
    await hebrew.waitFor();
    expect(await (await overview()).locator('details').count()).toBe(2);
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.placeCursor(...place('stage consideration'));
    await expect.poll(() => hebrew.getAttribute('open'), poll).not.toBeNull();
    await expect.poll(() => hebrew.locator('[aria-current=true]').textContent(), poll).toContain('שקילה');
    await workbench.screenshot(join(screenshots, 'vscode-overview.png'));
  });

  test('follows the typing, with what is wrong', async () => {
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.placeCursor(...place('\n  stage consideration', 1));
    await workbench.typeText('  stage trial "ניסיון" { touchpoint on }\n');
    const hebrew = await journeyCalled('פגישת התאמה');
    await expect.poll(() => hebrew.locator('.jo-stage').allTextContents(), poll).toHaveLength(6);
    await expect.poll(() => hebrew.locator('summary .jo-errors').count(), poll).toBe(1);
    await workbench.screenshot(join(screenshots, 'vscode-overview-error.png'));
    await workbench.revertFile();
    await expect.poll(() => hebrew.locator('.jo-stage').allTextContents(), poll).toHaveLength(5);
    await expect.poll(() => hebrew.locator('.jo-errors').count(), poll).toBe(0);
  });

  test('a stage that is chosen leads to its source, and to its map', async () => {
    const arabic = await journeyCalled('الشراء والاستلام من المتجر');
    await arabic.locator('summary').click();
    await arabic.locator('.jo-stage').nth(1).click();
    await expect.poll(() => workbench.activeFile(), poll).toBe('store-pickup.journey');
    const map = await mapWith(ARABIC);
    await expect.poll(() => map.selectedPart().count(), poll).toBe(1);
    await workbench.screenshot(join(screenshots, 'vscode-overview-chosen.png'));
  });
});

describe('maps of several files, in several columns', patience, () => {
  test('each shows its own: one follows the editor, others stay with their file', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('match-meeting.journey');
    await workbench.runCommand('View: Split Editor Right');
    await workbench.runCommand('Journey: Open Map of This File Only');
    await mapWith(HEBREW);
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile('store-pickup.journey');
    await workbench.runCommand('Journey: Open Map');
    const follower = await mapWith(ARABIC);
    expect(await follower.stagesFromRight()).toHaveLength(4);
    const bound = await mapWith(HEBREW);
    expect(await bound.stagesFromRight()).toContain('מודעות');
    expect(await workbench.page.locator('.editor-group-container').count()).toBe(3);
    expect(await workbench.tabs()).toEqual(
      expect.arrayContaining(['Map: store-pickup', 'Map: match-meeting (this file)']),
    );
    await workbench.screenshot(join(screenshots, 'vscode-maps.png'));
  });

  test('all come back when the window is loaded again, as they were', async () => {
    const bound = await mapWith(HEBREW);
    await bound.showOnly('Flow');
    await expect.poll(async () => (await bound.texts()).join('\n'), poll).toContain('אם הזמן עבר');
    await workbench.runCommand('Developer: Reload Window');
    const again = await workbench.webviewWith('svg.jm-picture [data-id="match_meeting.awareness#flow"]');
    expect(await again.locator('svg.jm-picture').getAttribute('direction')).toBe('rtl');
    const follower = await mapWith(ARABIC);
    expect((await follower.stagesFromRight()).length).toBe(4);
    await workbench.screenshot(join(screenshots, 'vscode-maps-restored.png'));
  });
});
