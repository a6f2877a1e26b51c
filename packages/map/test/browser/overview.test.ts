import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchWebview } from './webview-page.ts';
import { openJourney } from '../fixtures/journeys.ts';
import { overviewOf } from '../../src/index.ts';
import type { FileOverview, HostToOverview } from '../../src/index.ts';
import type { Kind, WebviewBrowser, WebviewPage } from './webview-page.ts';

const screenshots = fileURLToPath(new URL('../../../../.cache/screenshots/', import.meta.url));

let browser: WebviewBrowser;
let bar: WebviewPage;
let files: readonly FileOverview[];

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launchWebview();
  const names = ['arabic', 'english', 'hebrew'] as const;
  files = await Promise.all(
    names.map(async (name) => {
      const model = await openJourney(name);
      const problems = (model.journeys[0]?.stages ?? [])
        .slice(0, 2)
        .map(
          ({ source }, index) => ({ range: source, severity: index === 0 ? 'error' : 'warning' }) as const,
        );
      return { uri: `file:///${name}.journey`, journeys: overviewOf(model, problems) };
    }),
  );
}, 60_000);
afterAll(() => browser.close());
afterEach(() => bar.page.context().close());

const CURRENT = {
  uri: 'file:///hebrew.journey',
  journey: 'match_meeting',
  stage: 'match_meeting.purchase',
};

async function open(rest: Partial<HostToOverview> = {}, kind: Kind = 'vscode-light'): Promise<void> {
  bar = await browser.open({ kind, which: 'overview', context: { viewport: { width: 320, height: 900 } } });
  await bar.say({ type: 'overview', files, language: 'en', current: CURRENT, ...rest });
}

const journey = (name: string) => bar.page.locator('details', { hasText: name });

describe('the overview in the side bar', () => {
  it('lists all journeys, and opens the one that the cursor is in, in its own direction', async () => {
    await open();
    expect((await bar.heard())[0]).toEqual({ type: 'ready' });
    expect(await bar.page.locator('details').count()).toBe(4);
    const hebrew = journey('פגישת התאמה');
    expect(await hebrew.getAttribute('open')).not.toBeNull();
    expect(await journey('From trial to team').getAttribute('open')).toBeNull();
    const stages = hebrew.locator('.jo-stage');
    expect(await stages.count()).toBe(5);
    expect(await stages.nth(0).textContent()).toContain('3 touchpoints · one automation · 2 KPIs');
    expect(await hebrew.locator('[aria-current=true]').textContent()).toContain('רכישה');
    const number = await stages.nth(0).locator('.jo-number').boundingBox();
    const face = await stages.nth(0).locator('.jo-face').boundingBox();
    expect((number?.x ?? 0) > (face?.x ?? 0)).toBe(true);
    expect(bar.complaints).toEqual([]);
  });

  it('asks for the source and the map of what is chosen', async () => {
    await open();
    await bar.heard();
    await journey('פגישת התאמה').locator('.jo-stage').nth(1).click();
    expect(await bar.heard()).toMatchObject([
      { type: 'open', uri: 'file:///hebrew.journey', journey: 'match_meeting' },
    ]);
  });

  it('follows the text: labels, findings and the cursor, and keeps the keyboard where it is', async () => {
    await open();
    const stage = journey('פגישת התאמה').locator('.jo-stage').nth(1);
    await stage.focus();
    const changed = files.map(({ uri, journeys }) => ({
      uri,
      journeys: journeys.map((one) => ({
        ...one,
        stages: one.stages.map((each) => ({ ...each, label: each.label.replace('שקילה', 'התלבטות') })),
      })),
    }));
    const current = { ...CURRENT, stage: 'match_meeting.consideration' };
    await bar.say({ type: 'overview', files: changed, language: 'en', current });
    expect(await stage.textContent()).toContain('התלבטות');
    expect(await stage.getAttribute('aria-current')).toBe('true');
    expect(await stage.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await stage.getByRole('img', { name: 'one warning' }).count()).toBe(1);
  });

  it('says what to do where there is no journey, in the editor’s language', async () => {
    await open({ files: [], language: 'he' });
    expect(await bar.page.locator('.jo-empty').textContent()).toContain('אין עדיין מסע');
    expect(await bar.page.locator('main').getAttribute('dir')).toBe('rtl');
  });

  for (const kind of ['vscode-light', 'vscode-dark', 'vscode-high-contrast'] satisfies Kind[]) {
    it(`has nothing that axe finds: ${kind}`, { timeout: 60_000 }, async () => {
      await open({ language: 'he' }, kind);
      await journey('From trial to team').locator('summary').click();
      await bar.page.screenshot({ path: `${screenshots}overview-${kind}.png` });
      const { violations } = await new AxeBuilder({ page: bar.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });
  }
});
