import { describe, expect, it } from 'vitest';
import { itemsOf, layoutJourney, problemsByItem, renderSvg, THEME_NAMES } from '../src/index.ts';
import { THEMES } from '../src/svg/themes.ts';
import { firstJourney, openJourney } from './fixtures/journeys.ts';
import type { JourneyModel } from '@journey/model';

/** The model with every text of people replaced. */
function relabelled(model: JourneyModel, label: string): JourneyModel {
  const texts = new Set(['label', 'text', 'quote', 'description', 'formulaText', 'reason']);
  const copy: unknown = JSON.parse(JSON.stringify(model), (key, value: unknown) =>
    texts.has(key) && typeof value === 'string' ? label : value,
  );
  return copy as JourneyModel;
}

/** WCAG 2's contrast of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the SVG picture', () => {
  it('writes labels as letters, whatever they hold', async () => {
    const hostile = `</text><script>alert("1")</script>&'\u0007\ud800 onload=`;
    const model = relabelled(await openJourney('english'), hostile);
    const svg = renderSvg(layoutJourney(model, firstJourney(model)));
    expect(svg).not.toContain('<script');
    expect(svg.match(/<text /g)?.length).toBe(svg.match(/<\/text>/g)?.length);
    expect(svg).not.toMatch(/[\u0000-\u0008\ud800]/u);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain(
      'aria-label="&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;',
    );
    expect(svg.match(/<\/?[a-zA-Z]+/g)?.map((tag) => tag.replace(/<\/?/, ''))).toSatisfy((tags: string[]) =>
      tags.every((tag) =>
        [
          'svg',
          'g',
          'title',
          'style',
          'rect',
          'text',
          'path',
          'use',
          'defs',
          'linearGradient',
          'stop',
        ].includes(tag),
      ),
    );
  });

  it('refers to nothing outside itself', async () => {
    const model = await openJourney('hebrew');
    const svg = renderSvg(layoutJourney(model, firstJourney(model)));
    const withoutLetters = svg
      .replace('http://www.w3.org/2000/svg', '')
      .replace('http://www.w3.org/1999/xlink', '')
      .replace(/ xlink:href="#jm-(?:sign|mark)-[\w-]+"/g, '')
      .replace(/(<text[^>]*>|<title>)[^<]*/g, '$1');
    expect(withoutLetters).not.toMatch(/https?:|@import|href=|var\(/);
  });

  it('has each sign once, and shows it wherever it stands', async () => {
    const model = await openJourney('hebrew');
    const svg = renderSvg(layoutJourney(model, firstJourney(model)), { suffix: '-here' });
    const defined = [...svg.matchAll(/<(?:path|g) id="([^"]+)"/g)].map(([, id]) => id);
    const shown = [...svg.matchAll(/<use [^>]*xlink:href="#([^"]+)"/g)].map(([, id]) => id);
    expect(shown.length).toBeGreaterThan(defined.length);
    expect(new Set(shown)).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined).toSatisfy((ids: string[]) => ids.every((id) => id.endsWith('-here')));
  });

  it('carries the source line of every item', async () => {
    const model = await openJourney('hebrew');
    const scene = layoutJourney(model, firstJourney(model));
    const svg = renderSvg(scene);
    for (const { id, source } of itemsOf(scene)) {
      expect(svg).toContain(`data-id="${id}" data-source="${source.file}:${source.start.line + 1}"`);
    }
  });

  it('marks the innermost item that a problem stands in, and says what it is', async () => {
    const model = await openJourney('hebrew');
    const scene = layoutJourney(model, firstJourney(model));
    const step = itemsOf(scene).find(({ id }) => id === 'match_meeting.awareness.capture/send:hello');
    if (!step) throw new Error('The step is missing.');
    const problems = problemsByItem(scene, [{ range: step.source, message: 'The text is too long.' }]);
    expect([...problems.keys()]).toEqual([step.id]);
    const svg = renderSvg(scene, { problems });
    expect(svg.match(/jm-invalid"/g)).toHaveLength(1);
    expect(svg).toContain('(WhatsApp)\nThe text is too long.</title>');
  });

  it('writes each theme with colours that everybody can tell apart', () => {
    for (const name of THEME_NAMES) {
      const { colours, stages } = THEMES[name];
      const pairs: [string, string][] = [
        ...[colours.page, colours.wholeGround, colours.card, colours.strip, colours.bubble].flatMap(
          (ground): [string, string][] => [
            [colours.ink, ground],
            [colours.muted, ground],
          ],
        ),
        [colours.ink, colours.painFill],
        [colours.ink, colours.opportunityFill],
        [colours.ink, colours.noteFill],
        [colours.ink, colours.truthFill],
        [colours.ink, colours.breakingFill],
        ...stages.flatMap((stage): [string, string][] => [
          [stage.onStage, stage.stage],
          [stage.accent, stage.badge],
          [colours.ink, stage.ground],
          [colours.muted, stage.ground],
        ]),
      ];
      expect(pairs.filter(([one, other]) => contrast(one, other) < 4.5)).toEqual([]);
      const signs = [
        [colours.painInk, colours.painFill],
        [colours.opportunityInk, colours.opportunityFill],
        [colours.truthInk, colours.truthFill],
        [colours.breakingInk, colours.breakingFill],
        [colours.onInvalid, colours.invalid],
        [colours.focus, colours.page],
        ...(['face1', 'face2', 'face3', 'face4', 'face5'] as const).map((face) => [
          colours.onFace,
          colours[face],
        ]),
      ];
      expect(signs.filter(([one = '', other = '']) => contrast(one, other) < 3)).toEqual([]);
    }
  });
});
