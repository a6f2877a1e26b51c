import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openJourney } from '../fixtures/journeys.ts';
import { launchWebview, settle } from './webview-page.ts';
import type { WebviewBrowser, WebviewPage } from './webview-page.ts';
import type { JourneyModel, MapEdit, Stage, Touchpoint } from '@journey/model';

let browser: WebviewBrowser;
let map: WebviewPage;
let model: JourneyModel;

beforeAll(async () => {
  browser = await launchWebview();
  model = await openJourney('hebrew');
}, 60_000);
afterAll(() => browser.close());
afterEach(() => map.page.context().close());

async function open(): Promise<void> {
  map = await browser.open({ context: { reducedMotion: 'reduce', viewport: { width: 2200, height: 1400 } } });
  await map.say({ type: 'update', model, problems: [], language: 'en' });
  await map.heard();
}

/** The changes that the map told of since it was asked last. */
async function edits(): Promise<MapEdit[]> {
  await settle(map.page);
  return (await map.heard()).flatMap((message) => (message.type === 'edit' ? [message.edit] : []));
}

function stage(name: string): Stage {
  const found = model.journeys[0]?.stages.find((each) => each.name === name);
  return found ?? expect.fail(`There is no stage ${name}.`);
}

function touchpoint(name: string): Touchpoint {
  const found = model.journeys[0]?.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .find((each) => each.name === name);
  return found ?? expect.fail(`There is no touchpoint ${name}.`);
}

async function boxOf(id: string) {
  const box = await map.page.locator(`[data-id="${id}"]`).boundingBox();
  return box ?? expect.fail(`${id} is not on the page.`);
}

async function drag(id: string, across: number, down: number): Promise<void> {
  const { x, y, width, height } = await boxOf(id);
  const [fromX, fromY] = [x + width / 2, y + height / 2];
  await map.page.mouse.move(fromX, fromY);
  await map.page.mouse.down();
  await map.page.mouse.move(fromX + across / 2, fromY + down / 2);
  await map.page.mouse.move(fromX + across, fromY + down);
  await map.page.mouse.up();
}

describe('a touchpoint', () => {
  it('is dragged before another one of its stage; the click that ends it leads nowhere', async () => {
    await open();
    const [from, to] = [touchpoint('lead_form'), touchpoint('facebook_ad')];
    const [a, b] = [await boxOf(from.id), await boxOf(to.id)];
    // From right to left, the first one stands at the right.
    await drag(from.id, b.x + b.width - (a.x + a.width / 2), 0);
    expect(await edits()).toEqual([
      { kind: 'moveTouchpoint', part: from.source, stage: stage('awareness').source, before: to.source },
    ]);
    expect(await map.heard()).toEqual([]);
    expect(map.complaints).toEqual([]);
  });

  it('is dragged into another stage', async () => {
    await open();
    const from = touchpoint('lead_form');
    const [a, b] = [await boxOf(from.id), await boxOf(stage('loyalty').id)];
    await drag(from.id, b.x + 4 - (a.x + a.width / 2), 10);
    expect(await edits()).toEqual([
      { kind: 'moveTouchpoint', part: from.source, stage: stage('loyalty').source },
    ]);
  });

  it('stays where it is after a short way, and where dragging is given up', async () => {
    await open();
    await drag(touchpoint('lead_form').id, 6, 0);
    expect(await edits()).toEqual([]);
    const { x, y } = await boxOf(touchpoint('lead_form').id);
    await map.page.mouse.move(x + 20, y + 20);
    await map.page.mouse.down();
    await map.page.mouse.move(x - 600, y + 20);
    expect(await map.page.locator('.jm-ghost').count()).toBe(1);
    await map.page.keyboard.press('Escape');
    await map.page.mouse.up();
    expect(await map.page.locator('.jm-ghost').count()).toBe(0);
    expect(await edits()).toEqual([]);
  });
});

it('a point of the curve is dragged to another feeling, no farther than there is', async () => {
  await open();
  const { id, emotions } = touchpoint('facebook_ad');
  const [shown] = emotions;
  const face = map.page.locator(`[data-id="${id}#emotion"]`);
  const { height } = (await face.boundingBox()) ?? expect.fail('no point');
  await drag(`${id}#emotion`, 0, height * 20);
  expect(await edits()).toEqual([{ kind: 'feel', part: shown?.source, value: -2 }]);
});

describe('by keyboard', () => {
  async function focus(id: string): Promise<void> {
    await map.page.locator(`[data-id="${id}"]`).focus();
  }

  it('a label is written anew', async () => {
    await open();
    const { id, source } = touchpoint('lead_form');
    await focus(id);
    await map.page.keyboard.press('F2');
    await map.page.locator('.jm-name input').waitFor();
    await settle(map.page);
    await map.page.keyboard.type('טופס "קצר"');
    await map.page.keyboard.press('Enter');
    expect(await edits()).toEqual([{ kind: 'rename', part: source, label: 'טופס "קצר"' }]);
    expect(await map.page.locator('.jm-name').isVisible()).toBe(false);
    await map.page.keyboard.press('F2');
    await settle(map.page);
    await map.page.keyboard.type('x');
    await map.page.keyboard.press('Escape');
    expect(await edits()).toEqual([]);
  });

  it('a touchpoint moves on and back, and feels otherwise', async () => {
    await open();
    const { id, source } = touchpoint('facebook_ad');
    await focus(id);
    await map.page.keyboard.press('Alt+PageDown');
    await map.page.keyboard.press('Alt+PageUp');
    await map.page.keyboard.press('Alt+ArrowUp');
    const after = stage('awareness').touchpoints[2];
    expect(await edits()).toEqual([
      { kind: 'moveTouchpoint', part: source, stage: stage('awareness').source, before: after?.source },
      { kind: 'feel', part: touchpoint('facebook_ad').emotions[0]?.source, value: 2 },
    ]);
  });

  it('touchpoints and stages are added', async () => {
    await open();
    await focus(stage('awareness').id);
    for (const [key, label] of [
      ['Insert', 'שלט'],
      ['Shift+Insert', 'היכרות'],
    ] as const) {
      await map.page.keyboard.press(key);
      await map.page.locator('.jm-name input').waitFor();
      await settle(map.page);
      await map.page.keyboard.type(label);
      await map.page.keyboard.press('Enter');
    }
    expect(await edits()).toEqual([
      { kind: 'addTouchpoint', stage: stage('awareness').source, label: 'שלט' },
      {
        kind: 'addStage',
        journey: model.journeys[0]?.source,
        after: stage('awareness').source,
        label: 'היכרות',
      },
    ]);
  });
});

it('the menu offers what can be done to the chosen item', async () => {
  await open();
  await map.page.locator(`[data-id="${stage('awareness').id}"]`).focus();
  await map.page.getByRole('button', { name: 'Change the journey' }).click();
  const off = await map.page.locator('.jm-menu:not([hidden]) vscode-button[disabled]').allTextContents();
  expect(off).toEqual([
    'Earlier (Alt+PageUp)',
    'Later (Alt+PageDown)',
    'Feels better (Alt+↑)',
    'Feels worse (Alt+↓)',
  ]);
});
