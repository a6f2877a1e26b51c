import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchWebview, settle } from './webview-page.ts';
import { openLarge, SIXTY, THOUSAND } from '../fixtures/large.ts';
import type { HostToMap } from '../../src/index.ts';
import type { JourneyModel } from '@journey/model';
import type { WebviewBrowser, WebviewPage } from './webview-page.ts';

const screenshots = fileURLToPath(new URL('../../../../.cache/screenshots/', import.meta.url));

let browser: WebviewBrowser;
let map: WebviewPage;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launchWebview();
}, 60_000);
afterAll(() => browser.close());
afterEach(() => map.page.context().close());

const update = (model: JourneyModel, version = 1): HostToMap => ({
  type: 'update',
  model,
  version,
  problems: [],
  language: 'he',
});
const item = (id: string) => map.page.locator(`[data-id="large.${id}"]`);
const touchpoints = () => map.page.locator('[data-id^="large.stage_"][aria-label^="נקודת מגע"]');

describe.each([
  ['sixty', SIXTY],
  ['a thousand', THOUSAND],
] as const)('a Hebrew journey of %s touchpoints in its panel', { timeout: 60_000 }, (name, extent) => {
  const open = async (): Promise<JourneyModel> => {
    map = await browser.open({ context: { reducedMotion: 'reduce' } });
    const model = await openLarge(extent);
    await map.say(update(model));
    return model;
  };
  const last = `stage_${extent.stages}`;

  it('is shown whole, with a small map that takes one to its end', async () => {
    await open();
    expect(await touchpoints().count()).toBe(extent.stages * extent.touchpointsAStage);
    const small = map.page.locator('svg.jm-minimap');
    const box = await small.boundingBox();
    if (!box) throw new Error('There is no small map.');
    const inSight = () =>
      item(last).evaluate((stage) => {
        const { left, right } = stage.getBoundingClientRect();
        return right > 0 && left < innerWidth;
      });
    expect(await inSight()).toBe(false);
    await map.page.mouse.click(box.x + 2, box.y + box.height / 2);
    await settle(map.page);
    expect(await inSight()).toBe(true);
    await map.page.screenshot({ path: `${screenshots}large-${name}.png` });
  });

  it('names the stages and the lanes whose own names are out of sight, and only those', async () => {
    await open();
    const names = () =>
      map.page
        .locator('.jm-headings > :not([hidden])')
        .evaluateAll((shown) =>
          [...shown]
            .filter((name) => name.getBoundingClientRect().top < innerHeight)
            .map((name) => name.textContent),
        );
    expect(await names()).toEqual([]);
    await map.page.mouse.move(600, 400);
    await map.page.mouse.wheel(0, 900);
    await settle(map.page);
    expect(await names()).toContain('מחפשים דירה');
    expect(await names()).not.toContain('הודעות');
    await map.page.mouse.wheel(-1000, 0);
    await settle(map.page);
    expect(await names()).toEqual(expect.arrayContaining(['מחפשים דירה', 'הודעות']));
    await map.page.screenshot({ path: `${screenshots}large-${name}-named.png` });
    await map.page.mouse.wheel(0, -2000);
    await settle(map.page);
    expect(await names()).toEqual(expect.arrayContaining(['נקודות מגע', 'רגשות']));
    expect(await names()).not.toContain('מחפשים דירה');
  });

  it('finds what is searched for, one after the other', async () => {
    await open();
    await map.page.keyboard.press('Control+f');
    await map.page.keyboard.type('האדריכלית');
    const status = map.page.getByRole('status');
    await expect.poll(() => status.textContent()).toMatch(/^\d+ נמצאו$/);
    await map.page.keyboard.press('Enter');
    await settle(map.page);
    expect(await map.page.locator('.jm-selected').getAttribute('aria-label')).toContain('האדריכלית');
  });

  it('folds and unfolds stages by key and from the toolbar, and keeps that', async () => {
    const model = await open();
    await item(`${last}.${last}_1`).focus();
    await map.page.keyboard.press('f');
    await settle(map.page);
    expect(await item(`${last}.${last}_1`).count()).toBe(0);
    expect(await item(last).evaluate((stage) => stage === document.activeElement)).toBe(true);
    await map.page.getByRole('button', { name: 'שלבים' }).click();
    await map.page.getByRole('button', { name: 'קיפול הכול' }).click();
    await settle(map.page);
    expect(await touchpoints().count()).toBe(0);
    await map.page.screenshot({ path: `${screenshots}large-${name}-folded.png` });
    await map.reload();
    await map.say(update(model));
    expect(await touchpoints().count()).toBe(0);
    await item('stage_1').focus();
    await map.page.keyboard.press('f');
    await settle(map.page);
    expect(await touchpoints().count()).toBe(extent.touchpointsAStage);
  });

  it('is changed like any other, and follows a change of one word', async () => {
    const model = await open();
    await map.heard();
    await item(`stage_1.stage_1_1`).focus();
    await map.page.keyboard.press('F2');
    await map.page.keyboard.press('Control+a');
    await map.page.keyboard.type('שיחת היכרות');
    await map.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await map.heard()).filter(({ type }) => type === 'edit'))
      .toMatchObject([{ edit: { kind: 'rename', label: 'שיחת היכרות' } }]);
    const changed = structuredClone(model);
    Object.assign(changed.journeys[0]?.stages[0]?.touchpoints[0] ?? {}, { label: 'שיחת היכרות' });
    await map.say(update(changed, 2));
    expect(await item('stage_1.stage_1_1').getAttribute('aria-label')).toContain('שיחת היכרות');
  });
});
