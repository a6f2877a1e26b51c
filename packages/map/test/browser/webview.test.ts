import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { itemsOf, layoutJourney } from '../../src/index.ts';
import { firstJourney, openJourney } from '../fixtures/journeys.ts';
import { launchWebview, settle } from './webview-page.ts';
import type { HostToMap, MapProblem } from '../../src/index.ts';
import type { JourneyModel, SourceRange } from '@journey/model';
import type { Kind, WebviewBrowser, WebviewPage } from './webview-page.ts';

let browser: WebviewBrowser;
let opened: WebviewPage | undefined;

beforeAll(async () => {
  browser = await launchWebview();
}, 60_000);
afterAll(() => browser.close());
afterEach(async () => {
  await opened?.page.context().close();
  opened = undefined;
});

async function open(options: Parameters<WebviewBrowser['open']>[0] = {}): Promise<WebviewPage> {
  opened = await browser.open({ context: { reducedMotion: 'reduce' }, ...options });
  return opened;
}

function update(
  model: JourneyModel | undefined,
  rest: Partial<Extract<HostToMap, { type: 'update' }>> = {},
): HostToMap {
  return { type: 'update', model, version: 1, problems: [], language: 'en', ...rest };
}

/** The model as an edit of one text would make it. */
function edited(model: JourneyModel, before: string, after: string): JourneyModel {
  return JSON.parse(JSON.stringify(model).replaceAll(before, after)) as JourneyModel;
}

function sourceOf(model: JourneyModel, id: string): SourceRange {
  const found = itemsOf(layoutJourney(model, firstJourney(model))).find((item) => item.id === id);
  if (!found) throw new Error(`The map has no ${id}.`);
  return found.source;
}

const CARD = '[data-id="match_meeting.awareness.lead_form"]';

describe('the map in its panel', () => {
  it('says that it is ready, and draws what it is sent', async () => {
    const map = await open();
    expect(await map.heard()).toEqual([{ type: 'ready' }]);
    await map.say(update(await openJourney('hebrew')));
    expect(await map.page.locator(CARD).getAttribute('aria-label')).toContain('טופס לידים');
    const title = map.page.locator(`${CARD} text`).first();
    expect(await title.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    expect(await map.page.locator('svg.jm-picture .jm-item').count()).toBeGreaterThan(80);
    expect(map.complaints).toEqual([]);
  });

  it('changes only what changed: elements stay themselves', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update(model));
    await map.page.evaluate(() => {
      for (const element of document.querySelectorAll('svg.jm-picture *'))
        Object.assign(element, { marked: true });
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          changes.push(element?.closest('[data-id]')?.getAttribute('data-id') ?? '?');
        }
      }).observe(document.querySelector('svg.jm-picture') ?? document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    await map.say(update(edited(model, '"טופס לידים"', '"טופס פניות"')));
    const changed = await map.page.evaluate(() => [
      ...new Set((window as unknown as { changes: string[] }).changes),
    ]);
    expect(changed.sort()).toEqual([
      'match_meeting.awareness.lead_form',
      'match_meeting.awareness.lead_form#channel:facebook',
      'match_meeting.awareness.lead_form#department:marketing',
      'match_meeting.awareness.lead_form#emotion',
      'match_meeting.awareness.lead_form#image',
    ]);
    const unmarked = await map.page.evaluate(
      () =>
        [...document.querySelectorAll('svg.jm-picture *')].filter((element) => !('marked' in element)).length,
    );
    expect(unmarked).toBe(0);
    expect(await map.page.locator(CARD).textContent()).toContain('טופס פניות');
  });

  it('shows images as soon as it knows them, and empty frames till then', async () => {
    const map = await open();
    await map.say(update(await openJourney('hebrew')));
    const frame = map.page.locator('[data-id="match_meeting.awareness.banner#image"]');
    expect(await frame.locator('image').count()).toBe(0);
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="25"/>';
    const address = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
    await map.say({ type: 'images', images: { 'images/banner.svg': address } });
    expect(await frame.locator('image').getAttribute('href')).toBe(address);
    expect(await frame.getAttribute('aria-label')).toBe('תמונה: באנר בגוגל');
    await map.say(update(await openJourney('hebrew')));
    expect(await frame.locator('image').count()).toBe(1);
    expect(map.complaints).toEqual([]);
  });

  it('adds and removes stages and keeps the others', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    const [journey] = model.journeys;
    if (!journey) throw new Error('No journey.');
    const shorter = { ...model, journeys: [{ ...journey, stages: journey.stages.slice(0, 3) }] };
    await map.say(update(shorter));
    expect(await map.page.locator('[data-id$="#stage"]').count()).toBe(3);
    await map.page.locator(CARD).evaluate((card) => Object.assign(card, { marked: true }));
    await map.say(update(model));
    expect(await map.page.locator('[data-id$="#stage"]').count()).toBe(5);
    expect(await map.page.locator(CARD).evaluate((card) => 'marked' in card)).toBe(true);
    await map.say(update(shorter));
    expect(await map.page.locator('[data-id$="#stage"]').count()).toBe(3);
  });

  it('moves what changed smoothly where motion is welcome', async () => {
    const map = await open({ context: { reducedMotion: 'no-preference' } });
    const model = await openJourney('hebrew');
    await map.say(update(model));
    const kpi = map.page.locator('[data-id="match_meeting.awareness#lane:kpis"]');
    const before = await kpi.getAttribute('transform');
    const [journey] = model.journeys;
    if (!journey) throw new Error('No journey.');
    const stages = journey.stages.map((stage) => ({ ...stage, automations: [] }));
    await map.say(update({ ...model, journeys: [{ ...journey, stages }] }));
    const during = await kpi.getAttribute('transform');
    await expect.poll(() => kpi.getAttribute('transform')).not.toBe(during);
    const expected = layoutJourney({ ...model, journeys: [{ ...journey, stages }] }, journey.id);
    const stage = expected.children.find(
      (node) => node.kind === 'group' && node.id === 'match_meeting.awareness#stage',
    );
    const cell =
      stage?.kind === 'group' &&
      stage.children.find((node) => node.kind === 'group' && node.id.endsWith('#lane:kpis'));
    if (!cell || cell.kind !== 'group') throw new Error('No cell.');
    await expect
      .poll(async () => (await kpi.getAttribute('transform'))?.match(/[\d.]+/g)?.map(Number))
      .toEqual([cell.x, cell.y]);
    expect(before).not.toBe(await kpi.getAttribute('transform'));
  });

  it('leads from a click and from Enter to the source', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update(model));
    await map.heard();
    await map.page.locator(CARD).click();
    const source = sourceOf(model, 'match_meeting.awareness.lead_form');
    await expect.poll(() => map.heard()).toEqual([{ type: 'reveal', source }]);
    expect(await map.page.locator(`${CARD}.jm-selected`).count()).toBe(1);
    await map.page.locator(CARD).focus();
    await map.page.keyboard.press('ArrowRight');
    await map.page.keyboard.press('Enter');
    expect(await map.heard()).toEqual([
      { type: 'reveal', source: sourceOf(model, 'match_meeting.awareness.banner') },
    ]);
  });

  it('is one stop for the Tab key, and arrow keys walk in it', async () => {
    const map = await open();
    await map.say(update(await openJourney('hebrew')));
    expect(await map.page.locator('svg.jm-picture [tabindex="0"]').count()).toBe(1);
    await map.page.locator('svg.jm-picture [tabindex="0"]').focus();
    const focused = (): Promise<string | null | undefined> =>
      map.page.evaluate(() => document.activeElement?.getAttribute('data-id'));
    expect(await focused()).toBe('match_meeting');
    await map.page.keyboard.press('ArrowDown');
    await map.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^match_meeting\./);
    expect(await map.page.locator('svg.jm-picture [tabindex="0"]').count()).toBe(1);
    expect(await map.page.locator('svg.jm-picture [tabindex="0"]').getAttribute('data-id')).toBe(
      await focused(),
    );
  });

  it('marks what the cursor stands in, and brings it into sight', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update(model));
    const id = 'match_meeting.loyalty.ambassador/send:recommend_us';
    await map.say({ type: 'select', range: sourceOf(model, id) });
    const step = map.page.locator(`[data-id="${id}"]`);
    expect(await step.getAttribute('aria-current')).toBe('true');
    const box = await step.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1200 && box.y >= 0 && box.y + box.height <= 800).toBe(
      true,
    );
    await map.say({ type: 'select', id: 'match_meeting.awareness.banner' });
    expect(await step.getAttribute('aria-current')).toBeNull();
    expect(await map.page.locator('.jm-selected').getAttribute('data-id')).toBe(
      'match_meeting.awareness.banner',
    );
  });

  it('keeps zoom, place and selection over an update, and over a restart', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update(model));
    const layer = map.page.locator('svg.jm-picture > g');
    const first = await layer.getAttribute('transform');
    await map.page.getByRole('button', { name: 'Zoom in' }).click();
    await map.page.mouse.move(600, 400);
    await map.page.mouse.wheel(-120, 90);
    await map.page.locator(CARD).click();
    await settle(map.page);
    const chosen = await layer.getAttribute('transform');
    expect(chosen).not.toBe(first);
    await map.say(update(edited(model, 'סקרנות', 'סקרנות רבה')));
    expect(await layer.getAttribute('transform')).toBe(chosen);
    expect(await map.page.locator(`${CARD}.jm-selected`).count()).toBe(1);
    await map.reload();
    await map.say(update(model));
    expect(await layer.getAttribute('transform')).toBe(chosen);
  });

  it('shows what is wrong at the part that is wrong, and keeps the rest', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    const problem: MapProblem = {
      range: sourceOf(model, 'match_meeting.awareness.capture/send:hello'),
      message: 'The <b>text</b> is too long.',
      severity: 'error',
    };
    await map.say(update(model, { problems: [problem] }));
    const invalid = map.page.locator('.jm-invalid');
    expect(await invalid.count()).toBe(1);
    expect(await invalid.locator('title').textContent()).toContain('The <b>text</b> is too long.');
    await map.say(update(model));
    expect(await map.page.locator('.jm-invalid').count()).toBe(0);
  });

  it('keeps the last good picture while the text can’t be read', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update(model));
    const broken: MapProblem = {
      range: {
        file: 'match-meeting.journey',
        start: { line: 5, character: 0 },
        end: { line: 5, character: 3 },
      },
      message: 'Here a name is needed.',
      severity: 'error',
    };
    for (const nothing of [undefined, { ...model, journeys: [] }]) {
      await map.say(update(nothing, { problems: [broken] }));
      expect(await map.page.locator(CARD).isVisible()).toBe(true);
    }
  });

  it('says in a sentence that the file has no journey', async () => {
    const map = await open();
    const model = await openJourney('hebrew');
    await map.say(update({ ...model, journeys: [] }, { language: 'he' }));
    const sentence = map.page.locator('.jm-empty');
    expect(await sentence.isVisible()).toBe(true);
    expect(await sentence.textContent()).toContain('אין עדיין מסע בקובץ הזה');
    await map.say(update(model));
    expect(await sentence.isVisible()).toBe(false);
    expect(await map.page.locator(CARD).isVisible()).toBe(true);
  });

  it('shows hostile labels as letters', async () => {
    const map = await open();
    const model = edited(await openJourney('hebrew'), 'טופס לידים', '<img src=x onerror=alert(1)>');
    await map.say(update(model));
    expect(await map.page.locator('img').count()).toBe(0);
    expect(await map.page.locator(CARD).textContent()).toContain('<img');
    expect(map.complaints).toEqual([]);
  });

  it('hides and shows lanes, and remembers which', async () => {
    const map = await open();
    await map.say(update(await openJourney('hebrew')));
    const lane = map.page.locator('[data-id="#lane:kpis"]');
    await map.page.getByRole('button', { name: 'Lanes' }).click();
    await map.page.getByRole('checkbox', { name: 'KPIs' }).click();
    expect(await lane.count()).toBe(0);
    await map.reload();
    await map.say(update(await openJourney('hebrew')));
    expect(await lane.count()).toBe(0);
    await map.page.getByRole('button', { name: 'Lanes' }).click();
    await map.page.getByRole('checkbox', { name: 'KPIs' }).click();
    expect(await lane.count()).toBe(1);
  });

  it('keeps every control and the picture in reach in a narrow panel that is zoomed', async () => {
    const map = await open({ context: { viewport: { width: 320, height: 480 }, deviceScaleFactor: 4 } });
    await map.say(update(await openJourney('english'), { language: 'he' }));
    await map.page.evaluate(() => document.documentElement.style.setProperty('--vscode-font-size', '26px'));
    await settle(map.page);
    const boxes = await map.page
      .locator('.jm-toolbar [role=toolbar] > :not([hidden], .jm-status), svg.jm-picture')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { left, right, bottom } = element.getBoundingClientRect();
          return left >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
        }),
      );
    expect(boxes.length).toBeGreaterThan(7);
    expect(boxes).not.toContain(false);
    const picture = await map.page.locator('svg.jm-picture').boundingBox();
    expect(picture?.height).toBeGreaterThan(200);
  });

  it('asks for the journey that is shown as a file', async () => {
    const map = await open();
    await map.say(update(await openJourney('english'), { journeyId: 'second' }));
    await map.heard();
    await map.page.getByRole('button', { name: 'Export…' }).click();
    expect(await map.heard()).toEqual([{ type: 'export', journey: 'second' }]);
  });

  it('lets one choose the journey where the file has several', async () => {
    const map = await open();
    await map.say(update(await openJourney('english')));
    await map.heard();
    await map.page.getByRole('combobox', { name: 'Journey', exact: true }).click();
    await map.page.getByRole('option', { name: 'A second journey' }).click();
    await settle(map.page);
    expect(await map.heard()).toEqual([{ type: 'chooseJourney', id: 'second' }]);
    expect(await map.page.locator('svg.jm-picture').getAttribute('aria-label')).toBe('A second journey');
  });

  for (const kind of ['vscode-light', 'vscode-dark', 'vscode-high-contrast'] satisfies Kind[]) {
    it(`has nothing that axe finds: ${kind}`, { timeout: 180_000 }, async () => {
      const map = await open({ kind });
      for (const file of ['english', 'arabic'] as const) {
        await map.say(update(await openJourney(file)));
        const { violations } = await new AxeBuilder({ page: map.page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
      }
      await map.page.getByRole('button', { name: 'Lanes' }).click();
      const { violations } = await new AxeBuilder({ page: map.page }).include('.jm-toolbar').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  }
});
