import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Editor } from '../fixtures/editor.ts';
import { launchWebview } from './webview-page.ts';
import type { MapToHost, OverviewToHost } from '../../src/index.ts';
import type { Kind, WebviewBrowser, WebviewPage } from './webview-page.ts';

const screenshots = fileURLToPath(new URL('../../../../.cache/screenshots/', import.meta.url));

let browser: WebviewBrowser;
let map: WebviewPage;
let editor: Editor;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launchWebview();
}, 60_000);
afterAll(() => browser.close());
afterEach(() => map.page.context().close());

const ENGLISH = `journey sale "Sale" {
  stage first "Discovery" {
    touchpoint ad "Ad" { emotion +1 "curious" }
    touchpoint form "Form" { emotion -1 } // long
  }
  stage second "Purchase" {
    touchpoint call "Call" { emotion 0 }
  }
}
`;

const HEBREW = `journey sale "מכירה" {
  stage first "היכרות" {
    /** איפה רואים אותנו. */
    touchpoint ad "מודעה" { emotion +1 "סקרנות" }
    touchpoint form "טופס" { emotion -1 }
  }
  stage second "רכישה" {
    touchpoint call "שיחה" { emotion 0 }
  }
}
`;

async function show(text: string, kind: Kind = 'vscode-light'): Promise<void> {
  map = await browser.open({ kind, context: { reducedMotion: 'reduce' } });
  editor = new Editor(text);
  await map.say(await editor.update());
}

const element = (id: string) => map.page.locator(`[data-id="sale.${id}"]`);

async function middle(id: string): Promise<{ x: number; y: number; width: number }> {
  const box = await element(id).boundingBox();
  if (!box) throw new Error(`${id} isn't shown.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** Takes an item and lets it go, in steps as a hand does; what the page shows meanwhile stays in a picture. */
async function drag(id: string, to: { x: number; y: number }, picture?: string): Promise<void> {
  const { mouse } = map.page;
  const from = await middle(id);
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  if (picture !== undefined) await map.page.screenshot({ path: `${screenshots}${picture}.png` });
  await mouse.up();
}

function isEdit(message: MapToHost | OverviewToHost): message is Extract<MapToHost, { type: 'edit' }> {
  return message.type === 'edit';
}

/** Makes the one edit that the map asked for. */
async function made(): Promise<string> {
  let edits: Extract<MapToHost, { type: 'edit' }>[] = [];
  await expect.poll(async () => (edits = (await map.heard()).filter(isEdit)).length).toBe(1);
  for (const edit of edits) for (const message of await editor.make(edit)) await map.say(message);
  return editor.text;
}

const focused = (): Promise<string | null | undefined> =>
  map.page.evaluate(() => document.activeElement?.getAttribute('data-id'));

const AD = '    touchpoint ad "Ad" { emotion +1 "curious" }\n';
const FORM = '    touchpoint form "Form" { emotion -1 } // long\n';
const CALL = '    touchpoint call "Call" { emotion 0 }\n';

describe('dragging', () => {
  it('a touchpoint before another one of another stage', async () => {
    await show(ENGLISH);
    const call = await middle('second.call');
    await drag('first.form', { x: call.x - call.width / 4, y: call.y }, 'map-drag');
    expect(await made()).toBe(ENGLISH.replace(FORM, '').replace(CALL, FORM + CALL));
    expect(await focused()).toBe('sale.second.form');
    expect(map.complaints).toEqual([]);
  });

  it('a touchpoint on in a map that reads from the right, with its documentation', async () => {
    await show(HEBREW, 'vscode-dark');
    const call = await middle('second.call');
    await drag('first.ad', { x: call.x - call.width / 4, y: call.y }, 'map-drag-rtl');
    const text = await made();
    const ad = HEBREW.slice(HEBREW.indexOf('    /**'), HEBREW.indexOf('    touchpoint form'));
    const hebrewCall = HEBREW.slice(HEBREW.indexOf('    touchpoint call'), HEBREW.lastIndexOf('  }'));
    expect(text).toBe(HEBREW.replace(ad, '').replace(hebrewCall, hebrewCall + ad));
  });

  it('a point of the curve up and down', async () => {
    await show(ENGLISH);
    const point = await middle('first.form#emotion');
    await drag('first.form#emotion', { x: point.x + 30, y: point.y - 200 });
    expect(await made()).toBe(ENGLISH.replace('emotion -1', 'emotion +2'));
  });

  it('is left by Escape, and is no click', async () => {
    await show(ENGLISH);
    const { mouse, keyboard } = map.page;
    const { x, y } = await middle('first.form');
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 400, y + 5);
    expect(await map.page.locator('.jm-ghost').count()).toBe(1);
    await keyboard.press('Escape');
    expect(await map.page.locator('.jm-ghost').count()).toBe(0);
    await mouse.up();
    await map.page.waitForTimeout(400);
    expect(await map.heard()).toEqual([{ type: 'ready' }]);
  });
});

describe('the keyboard', () => {
  it('moves a touchpoint on and back, and stays on it', async () => {
    await show(ENGLISH);
    await element('first.form').focus();
    await map.page.keyboard.press('Alt+ArrowRight');
    expect(await made()).toBe(ENGLISH.replace(FORM, '').replace(CALL, FORM + CALL));
    expect(await focused()).toBe('sale.second.form');
    await map.page.keyboard.press('Alt+ArrowLeft');
    expect(await made()).toBe(ENGLISH);
    await map.page.keyboard.press('Alt+ArrowLeft');
    expect(await made()).toBe(ENGLISH.replace(AD + FORM, FORM + AD));
    expect(await focused()).toBe('sale.first.form');
  });

  it('moves it where the arrow points, also from right to left', async () => {
    await show(HEBREW);
    await element('first.form').focus();
    await map.page.keyboard.press('Alt+ArrowLeft');
    expect(await made()).toMatch(/רכישה" \{\n {4}touchpoint form/);
  });

  it('makes it feel better and worse', async () => {
    await show(ENGLISH);
    await element('second.call').focus();
    await map.page.keyboard.press('Alt+ArrowUp');
    expect(await made()).toContain('touchpoint call "Call" { emotion +1 }');
    await map.page.keyboard.press('Alt+ArrowDown');
    expect(await made()).toBe(ENGLISH);
  });

  it('writes labels: a new one, and those of what is new', async () => {
    await show(ENGLISH);
    const { keyboard } = map.page;
    await element('first.ad').focus();
    await keyboard.press('F2');
    await keyboard.type('Big "Ad"');
    await map.page.screenshot({ path: `${screenshots}map-rename.png` });
    await keyboard.press('Enter');
    expect(await made()).toContain(String.raw`touchpoint ad "Big \"Ad\"" {`);
    expect(await focused()).toBe('sale.first.ad');

    await keyboard.press('n');
    await keyboard.type('פגישה');
    await keyboard.press('Enter');
    expect(await made()).toMatch(/curious" \}\n {4}touchpoint פגישה "פגישה"\n {4}touchpoint form/);
    expect(await focused()).toBe('sale.first.פגישה');

    await keyboard.press('Shift+N');
    await keyboard.type('Care');
    await keyboard.press('Enter');
    expect(await made()).toContain('\n\n  stage care "Care"\n  stage second');
    expect(await focused()).toBe('sale.care');
  });

  it('leaves a label by Escape', async () => {
    await show(ENGLISH);
    await element('first.ad').focus();
    await map.page.keyboard.press('F2');
    await map.page.keyboard.type('Other');
    await map.page.keyboard.press('Escape');
    expect(await focused()).toBe('sale.first.ad');
    expect((await map.heard()).filter(isEdit)).toEqual([]);
  });

  it('takes back', async () => {
    await show(ENGLISH);
    await element('first.ad').focus();
    await map.heard();
    await map.page.keyboard.press('Control+z');
    expect(await map.heard()).toEqual([{ type: 'undo' }]);
  });
});

describe('what the map says of it', () => {
  it('a refusal, in a sentence', async () => {
    await show(ENGLISH);
    editor.type(`// new\n${ENGLISH}`);
    await element('second.call').focus();
    await map.page.keyboard.press('Alt+ArrowUp');
    await made();
    expect(await map.page.getByRole('status').textContent()).toBe(
      'The text has changed since this map was drawn: try again.',
    );
  });

  it('all that can be done, in a menu', { timeout: 90_000 }, async () => {
    for (const [text, kind] of [
      [ENGLISH, 'vscode-light'],
      [HEBREW, 'vscode-high-contrast'],
    ] as const) {
      await show(text, kind);
      await element('second.call').focus();
      await map.page.getByRole('button', { name: 'Change' }).click();
      await map.page.screenshot({ path: `${screenshots}map-edit-menu-${kind}.png` });
      const { violations } = await new AxeBuilder({ page: map.page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await map.page.getByRole('button', { name: 'Feels better' }).click();
      expect(await made()).toContain('{ emotion +1 }');
      if (kind === 'vscode-light') await map.page.context().close();
    }
  });

  it('a double click writes a label, and leads nowhere', async () => {
    await show(ENGLISH);
    await map.heard();
    await element('second').dblclick();
    await map.page.keyboard.type('Buying');
    await map.page.keyboard.press('Enter');
    await map.page.waitForTimeout(300);
    expect(await made()).toContain('stage second "Buying" {');
  });
});
