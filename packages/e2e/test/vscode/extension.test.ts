import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { Workbench } from '../../src/vscode/index.ts';
import { ExampleWindow, place } from './example-window.ts';

let window: ExampleWindow;
let workbench: Workbench;
let folder: string;

beforeAll(async () => {
  window = await ExampleWindow.open('vscode');
  ({ workbench, folder } = window);
}, 180_000);

afterAll(() => window.close());

beforeEach(async ({ task }) => {
  onTestFailed(() => window.screenshot(`vscode-failed-${task.id}`));
  await window.showJourney();
}, 90_000);

/** For each test: a VS Code beside other work isn't quick. */
const patience = { timeout: 180_000 };
const poll = { timeout: 45_000, interval: 100 };
const map = () => window.map;

describe('the editor', patience, () => {
  test('a broken reference is among the problems until it is repaired', async () => {
    await workbench.placeCursor(...place('send hello to lead', 'send hello'.length));
    await workbench.typeText('x');
    const [problem] = await workbench.problemsThat((problems) => problems.length === 1);
    expect(problem).toMatchObject({ severity: 'error', line: place('send hello to lead')[0] });
    expect(problem?.message).toContain('hellox');
    expect(problem?.code).toMatch(/^J\d{4}$/);
    expect(await workbench.squiggles('error')).toBe(1);

    await workbench.focusEditor();
    await workbench.press('Backspace');
    await workbench.problemsThat((problems) => problems.length === 0);
    await expect.poll(() => workbench.squiggles('error'), poll).toBe(0);
  });

  test('a problem links to the page that explains it', async () => {
    await workbench.placeCursor(...place('send hello to lead', 'send hello'.length));
    await workbench.typeText('x');
    const [problem] = await workbench.problemsThat((problems) => problems.length === 1);
    const page = `${problem?.code ?? ''}.md`;
    await workbench.page.locator('.markers-panel a.monaco-link').click();
    await expect.poll(() => workbench.activeFile(), poll).toBe(page);
  });

  test("completion offers what the system's connector reports", async () => {
    await workbench.placeCursor(...place('crm.deal_won within', 'crm.'.length));
    const offered = await workbench.completions();
    expect(offered).toEqual(expect.arrayContaining(['deal_won', 'deal_lost']));
    expect(offered).not.toContain('stage');
    await workbench.press('Escape');
  });

  test('go to definition leads to the file that declares a message', async () => {
    await workbench.placeCursor(...place('send hello to lead', 'send h'.length));
    await workbench.goToDefinition();
    const messages = readFileSync(join(folder, 'messages.journey'), 'utf8');
    const line = messages.slice(0, messages.indexOf('message hello')).split('\n').length;
    const declaration = { file: 'messages.journey', line, column: 'message '.length + 1 };
    await expect.poll(() => workbench.cursor(), poll).toEqual(declaration);
  });

  test('go to definition leads into the connector library, which opens read-only', async () => {
    await workbench.placeCursor(...place('crm.deal_won within', 'crm.deal'.length));
    await workbench.goToDefinition();
    await expect.poll(() => workbench.activeFile(), poll).toBe('pipedrive.journey');
    await expect.poll(() => workbench.visibleText(), poll).toContain('event deal_won of deal');
    await workbench.typeText('x');
    await expect.poll(() => workbench.visibleText(), poll).not.toContain('xdeal_won');
  });
});

describe('the map', patience, () => {
  test('shows the worked example from right to left, with its labels', async () => {
    await workbench.runCommand('Journey: Open Map');
    await map().picture().waitFor();
    expect(await map().stagesFromRight()).toEqual(['מודעות', 'שקילה', 'רכישה', 'שימור', 'נאמנות']);
    const texts = (await map().texts()).join('\n');
    for (const label of ['פגישת התאמה', 'טופס לידים', 'קליטת ליד', 'לידים בחודש'])
      expect(texts).toContain(label);
    // A portrait, and what is seen at each touchpoint.
    await expect.poll(() => map().picture().locator('image').count(), poll).toBe(10);
    await window.screenshot('vscode-map');
  });

  test('follows the typing, and survives an error', async () => {
    await workbench.placeCursor(...place('\n\n  stage consideration'));
    await workbench.typeText('\nstage trial "ניסיון" {');
    await expect.poll(() => map().stagesFromRight(), poll).toContain('ניסיון');
    await workbench.typeText('touchpoint');
    await workbench.problemsThat((problems) => problems.some(({ severity }) => severity === 'error'));
    expect(await map().stagesFromRight()).toEqual(['מודעות', 'ניסיון', 'שקילה', 'רכישה', 'שימור', 'נאמנות']);
    await window.screenshot('vscode-map-typing');

    await workbench.openFile('match-meeting.journey');
    await workbench.revertFile();
    await expect.poll(() => map().stagesFromRight(), poll).not.toContain('ניסיון');
  });

  test('a click leads to the source line', async () => {
    await map().fit();
    await map().part('match_meeting.awareness.capture').locator('text').first().click();
    const [line, column] = place('automation capture');
    await expect
      .poll(() => workbench.cursor(), poll)
      .toEqual({ file: 'match-meeting.journey', line, column });
  });

  test('the cursor marks the part that it stands in', async () => {
    await workbench.placeCursor(...place('touchpoint lead_form'));
    await expect
      .poll(() => map().selectedPart().getAttribute('data-id'), poll)
      .toBe('match_meeting.awareness.lead_form');
  });

  test('a label that is written in it is written in the text, and taken back from there', async () => {
    const card = map().part('match_meeting.awareness.banner');
    await card.focus();
    await workbench.press('F2');
    await workbench.page.keyboard.type('באנר חדש');
    await workbench.press('Enter');
    await expect.poll(() => workbench.textOnScreen(), poll).toContain('touchpoint banner "באנר חדש" on');
    await expect.poll(() => card.textContent(), poll).toContain('באנר חדש');
    await window.screenshot('vscode-map-renamed');
    await card.focus();
    await workbench.press('Control+z');
    await expect.poll(() => workbench.textOnScreen(), poll).toContain('touchpoint banner "באנר בגוגל" on');
    await expect.poll(() => card.textContent(), poll).toContain('באנר בגוגל');
  });

  test('a touchpoint that is dragged there moves in the text', async () => {
    await map().fit();
    const banner = map().part('match_meeting.awareness.banner');
    await banner.dragTo(map().part('match_meeting.awareness.lead_form'), {
      targetPosition: { x: 4, y: 12 },
    });
    const moved = async (): Promise<readonly string[]> => {
      const text = await workbench.textOnScreen();
      const names = ['facebook_ad', 'banner', 'lead_form'];
      return names.toSorted(
        (one, other) => text.indexOf(`touchpoint ${one}`) - text.indexOf(`touchpoint ${other}`),
      );
    };
    await expect.poll(moved, poll).toEqual(['facebook_ad', 'lead_form', 'banner']);
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.revertFile();
    await expect.poll(moved, poll).toEqual(['facebook_ad', 'banner', 'lead_form']);
  });

  test('shows what was measured, and follows the file that says it', async () => {
    const file = join(folder, 'match-meeting.kpis.csv');
    const kpi = map().part('match_meeting.awareness.leads_a_month');
    writeFileSync(file, 'kpi,value\nleads_a_month,131\n');
    await expect.poll(() => kpi.textContent(), poll).toContain('131');
    await window.screenshot('vscode-map-measured');
    writeFileSync(file, 'kpi,value\nleads_a_month,98\n');
    await expect.poll(() => kpi.textContent(), poll).toContain('98');
    rmSync(file);
    await expect.poll(() => kpi.textContent(), poll).not.toContain('98');
  });

  test('shows an image anew when its file changes, and an empty frame when it is gone', async () => {
    const file = join(folder, 'images/banner.svg');
    const drawn = readFileSync(file);
    const image = map().part('match_meeting.awareness.banner#image').locator('image');
    const before = await image.getAttribute('href');
    writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="150"/>');
    await expect.poll(() => image.getAttribute('href'), poll).not.toBe(before);
    rmSync(file);
    await expect.poll(() => image.count(), poll).toBe(0);
    await workbench.problemsThat((problems) => problems.some(({ code }) => code === 'J0837'));
    writeFileSync(file, drawn);
    await expect.poll(() => image.getAttribute('href'), poll).toBe(before);
    await workbench.problemsThat((problems) => problems.length === 0);
  });

  test('comes back when the window is loaded again', async () => {
    await workbench.page.goto(`${window.server.url}/?${new URLSearchParams({ folder })}`);
    await expect.poll(() => map().stagesFromRight(), { timeout: 150_000 }).toContain('מודעות');
  });
});

describe('generating from the palette', patience, () => {
  test('writes a workflow for each automation, and says so', async () => {
    const generated = join(folder, 'generated/n8n/match-meeting');
    await workbench.runCommand('Journey: Generate…');
    await workbench.chooseInQuickInput('', 'n8n');
    await expect.poll(() => existsSync(join(generated, 'README.md')), poll).toBe(true);
    await workbench.notifications().filter({ hasText: 'files written to' }).waitFor();
    const workflows = readdirSync(generated, { recursive: true, encoding: 'utf8' });
    for (const name of ['capture', 'nurture', 'meeting', 'follow_up']) {
      expect(workflows.filter((path) => path.includes(name) && path.endsWith('.json'))).not.toEqual([]);
    }
    await window.screenshot('vscode-generated');
  });
});
