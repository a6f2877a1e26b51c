import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstJourney, JOURNEY_FILES, openJourney } from '../fixtures/journeys.ts';
import { layoutJourney, renderSvg } from '../../src/index.ts';
import { launchWebview } from './webview-page.ts';
import type { SceneNode, TextNode } from '../../src/scene/scene.ts';
import type { JourneyFile } from '../fixtures/journeys.ts';
import type { WebviewBrowser } from './webview-page.ts';

let browser: WebviewBrowser;
beforeAll(async () => {
  browser = await launchWebview();
}, 60_000);
afterAll(() => browser.close());

/** All lines of text in the order that they are drawn in. */
function textsOf(nodes: readonly SceneNode[]): TextNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' ? [node] : node.kind === 'group' ? textsOf(node.children) : [],
  );
}

describe('text as the browser sets it', () => {
  for (const file of Object.keys(JOURNEY_FILES) as JourneyFile[]) {
    for (const font of ['DejaVu Sans', 'sans-serif']) {
      it(`is no wider than it was measured: ${file} in ${font}`, async () => {
        const model = await openJourney(file);
        const scene = layoutJourney(model, firstJourney(model));
        const measured = textsOf(scene.children);
        const { page } = await browser.open();
        const widths = await page.evaluate(
          ({ svg, family }) => {
            const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
            const picture = document.importNode(parsed.documentElement, true);
            document.body.append(picture);
            return [...picture.querySelectorAll('text')].map((text) => {
              if (!text.classList.contains('jm-t-code')) text.style.fontFamily = family;
              return text.getComputedTextLength();
            });
          },
          { svg: renderSvg(scene), family: font },
        );
        await page.context().close();
        expect(widths).toHaveLength(measured.length);
        const wider = measured.flatMap(({ text, width }, index) => {
          const real = widths[index] ?? 0;
          return real > width + 0.5 ? [`${text}: ${real.toFixed(1)} of ${width}`] : [];
        });
        expect(wider).toEqual([]);
      });
    }
  }
});
