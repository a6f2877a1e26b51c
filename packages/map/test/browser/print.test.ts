import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportJourney, WIDEST_PRINT } from '../../src/index.ts';
import { launchWebview } from './webview-page.ts';
import { openLarge, SIXTY, THOUSAND } from '../fixtures/large.ts';
import { printSvg } from '../../src/node/index.ts';
import type { WebviewBrowser } from './webview-page.ts';

let browser: WebviewBrowser;

beforeAll(async () => {
  browser = await launchWebview();
}, 60_000);
afterAll(() => browser.close());

/** The size of a picture, and how many colours each quarter of it has when it is small. */
async function seen(png: Buffer) {
  const { page } = await browser.open();
  const picture = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(200, 200);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0, 200, 200);
    const quarter = (x: number, y: number): number => {
      const pixels = context?.getImageData(x, y, 100, 100).data ?? [];
      const colours = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.slice(at, at + 3).join());
      return colours.size;
    };
    const quarters = [quarter(0, 0), quarter(100, 0), quarter(0, 100), quarter(100, 100)];
    return { width: bitmap.width, height: bitmap.height, quarters };
  }, png.toString('base64'));
  await page.context().close();
  return picture;
}

describe.each([
  ['sixty', SIXTY],
  ['a thousand', THOUSAND],
] as const)('a Hebrew journey of %s touchpoints on paper', { timeout: 120_000 }, (_name, extent) => {
  const picture = async (): Promise<string> => {
    const model = await openLarge(extent);
    const request = { model, journey: 'large', name: 'large', widest: WIDEST_PRINT };
    return exportJourney('svg', request)[0].text;
  };

  it('is a PNG that is drawn everywhere', async () => {
    const { width, height, quarters } = await seen(await printSvg(await picture(), 'png'));
    expect(width / height).toBeGreaterThan(0.4);
    expect(Math.min(width, height)).toBeGreaterThan(3000);
    expect(Math.min(...quarters)).toBeGreaterThan(20);
  });

  it('is a PDF of one page', async () => {
    const pdf = (await printSvg(await picture(), 'pdf')).toString('latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toMatch(/\/Type \/Pages\s*\/Count 1\b/);
  });
});
