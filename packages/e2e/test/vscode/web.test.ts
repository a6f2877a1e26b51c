import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { Workbench } from '../../src/vscode/index.ts';
import { ExampleWindow, place } from './example-window.ts';

let window: ExampleWindow;
let workbench: Workbench;

/** As on vscode.dev: in the worker that extensions of the web run in, without Node and without a disk. */
const IN_THE_BROWSER = { 'remote.extensionKind': { 'journey.journey-as-code': ['web'] } };

beforeAll(async () => {
  window = await ExampleWindow.open('vscode-web', IN_THE_BROWSER);
  ({ workbench } = window);
}, 180_000);

afterAll(() => window.close());

beforeEach(async ({ task }) => {
  onTestFailed(() => window.screenshot(`vscode-web-failed-${task.id}`));
  await window.showJourney();
}, 90_000);

const patience = { timeout: 180_000 };
const poll = { timeout: 45_000, interval: 100 };

describe('the extension in the browser', patience, () => {
  test('a broken reference is among the problems, and whatever is imported is there', async () => {
    await workbench.placeCursor(...place('send hello to lead', 'send hello'.length));
    await workbench.typeText('x');
    const [problem, ...others] = await workbench.problemsThat((problems) => problems.length > 0);
    expect(problem).toMatchObject({ severity: 'error', code: 'J0201' });
    expect(others).toEqual([]);
  });

  test('go to definition leads to other files and into the connector library', async () => {
    await workbench.placeCursor(...place('send hello to lead', 'send h'.length));
    await workbench.goToDefinition();
    await expect.poll(() => workbench.activeFile(), poll).toBe('messages.journey');
    await workbench.openFile('match-meeting.journey');
    await workbench.placeCursor(...place('crm.deal_won within', 'crm.deal'.length));
    await workbench.goToDefinition();
    await expect.poll(() => workbench.activeFile(), poll).toBe('pipedrive.journey');
    await expect.poll(() => workbench.visibleText(), poll).toContain('event deal_won of deal');
  });

  test('the map is drawn, follows the typing, and leads to the text', async () => {
    await workbench.runCommand('Journey: Open Map');
    await window.map.picture().waitFor();
    expect(await window.map.stagesFromRight()).toEqual(['מודעות', 'שקילה', 'רכישה', 'שימור', 'נאמנות']);
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.placeCursor(...place('\n\n  stage consideration'));
    await workbench.typeText('\nstage trial "ניסיון" {');
    await expect.poll(() => window.map.stagesFromRight(), poll).toContain('ניסיון');
    await window.screenshot('vscode-web-map');
    await window.showJourney();
    await expect.poll(() => window.map.stagesFromRight(), poll).not.toContain('ניסיון');
    await window.map.fit();
    await window.map.part('match_meeting.awareness.capture').locator('text').first().click();
    const [line, column] = place('automation capture');
    await expect
      .poll(() => workbench.cursor(), poll)
      .toEqual({ file: 'match-meeting.journey', line, column });
  });

  test('the automations are written into the workspace', async () => {
    await workbench.runCommand('Journey: Generate…');
    await workbench.chooseInQuickInput('', 'n8n');
    const readme = join(window.folder, 'generated/n8n/match-meeting/README.md');
    await expect.poll(() => existsSync(readme), poll).toBe(true);
    await workbench.notifications().filter({ hasText: 'files written to' }).waitFor();
    await window.screenshot('vscode-web-generated');
  });

  // Only a server without a computer round it says so: what is tested here is that one.
  test('the map is exported as SVG; a PNG is refused in a sentence', async () => {
    await exportAs('map.svg');
    const file = join(window.folder, 'map.svg');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), poll).toContain('<svg ');
    expect(readFileSync(file, 'utf8')).toContain('data:image/svg+xml;base64,');
    await exportAs('map.png');
    await workbench.notifications().filter({ hasText: "can't be written in a browser" }).waitFor();
    await window.screenshot('vscode-web-export');
    expect(existsSync(join(window.folder, 'map.png'))).toBe(false);
  });

  test('started anew, it knows all that it knew', async () => {
    await workbench.runCommand('Journey: Restart Language Server');
    await workbench.placeCursor(...place('send hello to lead', 'send hello'.length));
    await workbench.typeText('x');
    await workbench.problemsThat((problems) => problems.some(({ code }) => code === 'J0201'));
  });
});

async function exportAs(name: string): Promise<void> {
  await workbench.runCommand('Journey: Export Map…');
  const input = workbench.page.locator('.quick-input-widget input[type=text]').first();
  // What is written before the dialog proposes a name of its own is lost.
  await expect.poll(() => input.inputValue(), poll).toMatch(/match-meeting\.svg$/);
  await input.fill(join(window.folder, name));
  await expect.poll(() => input.inputValue(), poll).toBe(join(window.folder, name));
  await workbench.press('Enter');
}
