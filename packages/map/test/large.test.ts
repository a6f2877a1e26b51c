import { describe, expect, it } from 'vitest';
import { exportJourney, layoutJourney, TEXT_FORMATS, VIEW_IDS } from '../src/index.ts';
import { groupsOf } from '../src/scene/scene.ts';
import { openLarge, SIXTY, THOUSAND } from './fixtures/large.ts';
import { groupsOutside, overlapsIn, textsOutside } from './fixtures/geometry.ts';
import type { TextFormat } from '../src/index.ts';
import type { GroupNode, Scene } from '../src/scene/scene.ts';

const large = {
  'sixty touchpoints': { extent: SIXTY, model: await openLarge(SIXTY) },
  'a thousand touchpoints': { extent: THOUSAND, model: await openLarge(THOUSAND) },
};

function groupsNamed(scene: Scene, pattern: RegExp): GroupNode[] {
  return [...groupsOf(scene.children)].filter(({ id }) => pattern.test(id));
}

describe.each(Object.entries(large))('a Hebrew journey of %s', (_name, { extent, model }) => {
  const count = extent.stages * extent.touchpointsAStage;
  const text = (format: TextFormat): string =>
    exportJourney(format, { model, journey: 'large', name: 'large' })[0].text;

  it.each(VIEW_IDS)('has a %s where nothing overlaps and no text leaves its box', (view) => {
    const scene = layoutJourney(model, 'large', { view });
    expect(overlapsIn(scene)).toEqual([]);
    expect(textsOutside(scene)).toEqual([]);
    expect(groupsOutside(scene)).toEqual([]);
  });

  it('is exported whole, whatever as', () => {
    const touchpoints = /data-id="large\.stage_\d+\.stage_\d+_\d+"/g;
    expect(text('svg').match(touchpoints)).toHaveLength(count);
    expect(new Set(text('html').match(touchpoints)).size).toBe(count);
    expect(text('csv').trimEnd().split('\r\n')).toHaveLength(count + 1);
    expect(text('mmd').match(/^ {4}.+: \d/gmu)).toHaveLength(count);
    expect(text('md').length).toBeGreaterThan(count * 20);
    expect(JSON.parse(text('json'))).toEqual(JSON.parse(JSON.stringify(model)));
    expect(Object.keys(TEXT_FORMATS)).toHaveLength(6);
  });

  it('goes on in further rows where it would be wider than paper, each with its lanes', () => {
    const whole = layoutJourney(model, 'large');
    const scene = layoutJourney(model, 'large', { widest: 8000 });
    expect(whole.width).toBeGreaterThan(8000);
    expect(scene.width).toBeLessThan(Math.max(8000, whole.width / 4));
    expect(groupsNamed(scene, /^#lane:emotion(~\d+)?$/).length).toBeGreaterThan(1);
    expect(groupsNamed(scene, /#stage$/)).toHaveLength(extent.stages);
    expect(overlapsIn(scene)).toEqual([]);
    expect(groupsOutside(scene)).toEqual([]);
    const ids = groupsNamed(scene, /./).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('becomes short where stages are folded, and says what is in them', () => {
    const folded = ['large.stage_2', 'large.stage_3'];
    const scene = layoutJourney(model, 'large', { folded });
    expect(scene.width).toBeLessThan(layoutJourney(model, 'large').width - 2 * 1000);
    expect(groupsNamed(scene, /^large\.stage_2\./)).toEqual([]);
    const [stage] = groupsNamed(scene, /^large\.stage_2#stage$/);
    const said = stage?.children.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
    expect(said).toEqual([
      `${extent.touchpointsAStage} נקודות מגע`,
      extent.automationsAStage === 2 ? 'שתי אוטומציות' : `${extent.automationsAStage} אוטומציות`,
    ]);
    expect(overlapsIn(scene)).toEqual([]);
    expect(textsOutside(scene)).toEqual([]);
  });
});
