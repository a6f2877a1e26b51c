import { describe, expect, it } from 'vitest';
import { imageFilesOf, LANE_IDS, layoutJourney, readImages, renderSvg } from '../src/index.ts';
import { readKept } from '../src/webview/state.ts';
import { firstJourney, openJourney } from './fixtures/journeys.ts';

const PIXELS = new Uint8Array(100_000).map((_, index) => index % 256);

describe('images', () => {
  it('are those of the personas and touchpoints, each once', async () => {
    const files = imageFilesOf(await openJourney('hebrew'));
    expect(files).toHaveLength(10);
    expect(files[0]).toBe('images/owner.svg');
    expect(files).toContain('images/proposal.svg');
  });

  it('become addresses that need no network; what is no image or can’t be read is left out', async () => {
    const images = await readImages(['a/b.PNG', 'c.psd', 'gone.svg'], (file) =>
      Promise.resolve(file === 'gone.svg' ? undefined : PIXELS),
    );
    expect(Object.keys(images)).toEqual(['a/b.PNG']);
    const [begin, content = ''] = images['a/b.PNG']?.split(',') ?? [];
    expect(begin).toBe('data:image/png;base64');
    expect(new Uint8Array(Buffer.from(content, 'base64'))).toEqual(PIXELS);
  });

  it('stand in the picture with round corners, and as empty frames where nothing is known of them', async () => {
    const model = await openJourney('hebrew');
    const scene = layoutJourney(model, firstJourney(model), { lanes: ['personas', 'storyboard'] });
    const images = { 'images/owner.svg': 'data:image/svg+xml;base64,AAAA', 'images/banner.svg': 'data:x' };
    const svg = renderSvg(scene, { images });
    expect([...svg.matchAll(/<image [^>]*xlink:href="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      'data:image/svg+xml;base64,AAAA',
      'data:x',
    ]);
    for (const [, clip] of svg.matchAll(/clip-path="url\(#([^)]+)\)"/g))
      expect(svg).toContain(`<clipPath id="${clip}">`);
    expect(svg.match(/xlink:href="#jm-sign-photo"/g)).toHaveLength(9);
  });

  it('may be called as what every object has', async () => {
    const model = await openJourney('hebrew');
    const named = JSON.parse(
      JSON.stringify(model).replace('images/banner.svg', 'constructor'),
    ) as typeof model;
    expect(imageFilesOf(named)).not.toContain('constructor');
    expect(renderSvg(layoutJourney(named, firstJourney(named)))).not.toContain('<image');
  });

  it('say what is to be seen in words', async () => {
    const model = await openJourney('hebrew');
    const told = JSON.parse(
      JSON.stringify(model).replace('"images/banner.svg"', '"images/banner.svg","text":"מחשב נייד"'),
    ) as typeof model;
    const svg = renderSvg(layoutJourney(told, firstJourney(told)));
    expect(svg).toContain('<title>תמונה: באנר בגוגל, מחשב נייד</title>');
  });

  it('have their lane where it belongs in a map whose lanes were put in another order before', () => {
    const before = ['kpis', ...LANE_IDS.filter((id) => id !== 'kpis' && id !== 'storyboard')];
    const { order } = readKept({ order: before });
    expect(order[0]).toBe('kpis');
    expect(order.indexOf('storyboard')).toBe(order.indexOf('touchpoints') + 1);
    expect([...order].sort()).toEqual([...LANE_IDS].sort());
  });
});
