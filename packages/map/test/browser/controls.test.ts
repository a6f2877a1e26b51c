import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openJourney } from '../fixtures/journeys.ts';
import { launchWebview, settle } from './webview-page.ts';
import type { HostToMap } from '../../src/index.ts';
import type { JourneyFile } from '../fixtures/journeys.ts';
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

type Update = Extract<HostToMap, { type: 'update' }>;

async function show(file: JourneyFile, rest: Partial<Update> = {}) {
  map = await browser.open({ context: { reducedMotion: 'reduce' } });
  await sayJourney(file, rest);
  return map.page;
}

async function sayJourney(file: JourneyFile, rest: Partial<Update> = {}): Promise<void> {
  const model = await openJourney(file);
  await map.say({ type: 'update', model, version: 1, problems: [], language: 'en', ...rest });
}

const item = (id: string): string => `[data-id="${id}"]`;

describe('the toolbar', () => {
  it('chooses another picture of the journey, and the panel comes back with it', async () => {
    const page = await show('hebrew', { actuals: { leads_a_month: 131 } });
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('combobox', { name: 'View' }).click();
      await page.getByRole('option', { name }).click();
      await settle(page);
    };
    await choose('Flow');
    expect(await page.locator(item('match_meeting.consideration.nurture/split')).count()).toBe(1);
    await page.screenshot({ path: `${screenshots}map-flow.png` });
    await choose('Timeline');
    expect(await page.locator('.jm-s-quietHours').count()).toBeGreaterThan(3);
    await page.screenshot({ path: `${screenshots}map-timeline.png` });
    await choose('KPIs');
    expect(await page.locator('.jm-s-bulletReached').count()).toBe(1);
    await map.reload();
    await sayJourney('hebrew');
    expect(await page.locator('[data-id$="#kpis"]').count()).toBe(5);
  });

  it('searches by Ctrl+F, says how many were found, and goes from one to the next', async () => {
    const page = await show('hebrew');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('הצעת מחיר');
    await settle(page);
    expect(await page.getByRole('status').textContent()).toBe('5 found');
    expect(await page.locator('.jm-found').count()).toBe(5);
    await page.keyboard.press('Enter');
    const first = await page.locator('.jm-selected').getAttribute('data-id');
    await page.keyboard.press('Enter');
    expect(await page.locator('.jm-selected').getAttribute('data-id')).not.toBe(first);
    await page.keyboard.press('Escape');
    await settle(page);
    expect(await page.locator('.jm-found').count()).toBe(0);
  });

  it('lets everything stand back that is not of a department', async () => {
    const page = await show('hebrew');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Department' }).click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await settle(page);
    const dimmed = page.locator('.jm-dimmed');
    expect(await page.locator(`${item('match_meeting.purchase.proposal')}.jm-dimmed`).count()).toBe(0);
    expect(await page.locator(`${item('match_meeting.awareness.banner')}.jm-dimmed`).count()).toBe(1);
    expect(await page.locator(`${item('match_meeting.purchase')}.jm-dimmed`).count()).toBe(0);
    await page.screenshot({ path: `${screenshots}map-filter.png` });
    await page.getByRole('combobox', { name: 'Department' }).click();
    await page.getByRole('option', { name: 'All' }).click();
    await settle(page);
    expect(await dimmed.count()).toBe(0);
  });

  it('moves lanes up, and remembers their order', async () => {
    const page = await show('hebrew');
    const lanes = (): Promise<(string | null)[]> =>
      page
        .locator('[data-id^="#lane:"].jm-section')
        .evaluateAll((all) => all.map((lane) => lane.getAttribute('data-id')));
    await page.getByRole('button', { name: 'Lanes' }).click();
    await page.getByRole('button', { name: 'Move Touchpoints up' }).click();
    await settle(page);
    const order = ['#lane:touchpoints', '#lane:personas', '#lane:storyboard'];
    expect((await lanes()).slice(0, 3)).toEqual(order);
    expect(await page.getByRole('checkbox', { name: 'Emotions' }).isVisible()).toBe(true);
    await map.reload();
    await sayJourney('hebrew');
    expect((await lanes()).slice(0, 3)).toEqual(order);
  });
});

describe('a message', () => {
  it('is shown as WhatsApp shows it when its step is pointed at', async () => {
    const page = await show('hebrew');
    const preview = page.locator('.jm-preview');
    const step = item('match_meeting.awareness.capture/send:hello');
    await map.say({ type: 'select', id: 'match_meeting.awareness.capture/send:hello' });
    expect(await preview.isVisible()).toBe(true);
    await page.locator(item('match_meeting.awareness.capture')).hover();
    expect(await preview.isVisible()).toBe(false);
    await page.locator(step).hover();
    expect(await preview.getAttribute('data-channel')).toBe('whatsapp');
    expect(await preview.locator('.jm-bubble').textContent()).toContain('קיבלנו את הפנייה שלך');
    await page.screenshot({ path: `${screenshots}map-whatsapp.png` });
  });

  it('is a framed page where it is a mail, which runs nothing and asks for nothing', async () => {
    const page = await show('hebrew');
    await map.say({ type: 'select', id: 'match_meeting.consideration.nurture/send:intro_video' });
    const mail = page.frameLocator('iframe.jm-mail').locator('body');
    await expect.poll(() => mail.textContent()).toContain('שמונה דקות');
    expect(await page.locator('.jm-preview-preheader').textContent()).toContain('שמונה דקות');
    expect(await page.locator('iframe.jm-mail').getAttribute('sandbox')).toBe('allow-same-origin');
    expect(await mail.locator('script, link, form').count()).toBe(0);
    await page.screenshot({ path: `${screenshots}map-mail.png` });
    // The suite's own script, which the browser runs in every frame, is stopped there as any would be.
    expect(map.complaints.filter((complaint) => !complaint.startsWith('Blocked script execution'))).toEqual(
      [],
    );
  });
});

describe('the small map', () => {
  it('shows what part is seen, and leads to another', async () => {
    const page = await show('hebrew');
    const small = page.locator('.jm-minimap');
    expect(await small.isVisible()).toBe(true);
    const frame = small.locator('.jm-minimap-frame');
    const before = await frame.getAttribute('y');
    const box = await small.boundingBox();
    if (!box) throw new Error('There is no small map.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 8);
    await settle(page);
    expect(Number(await frame.getAttribute('y'))).toBeGreaterThan(Number(before));
    await page.getByRole('button', { name: 'Fit to the panel' }).click();
    await settle(page);
    expect(await small.isVisible()).toBe(false);
  });

  it('makes room for a message that is read in its corner', async () => {
    const page = await show('hebrew');
    await map.say({ type: 'select', id: 'match_meeting.consideration.nurture/send:intro_video' });
    await settle(page);
    expect(await page.locator('.jm-preview').getAttribute('data-side')).toBe('left');
    expect(await page.locator('.jm-minimap').getAttribute('data-side')).toBe('left');
    expect(await page.locator('.jm-minimap').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await map.say({ type: 'select', id: 'match_meeting' });
    await settle(page);
    expect(await page.locator('.jm-minimap').isVisible()).toBe(true);
  });
});
