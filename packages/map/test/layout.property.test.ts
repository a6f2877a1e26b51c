import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutJourney, VIEW_IDS } from '../src/index.ts';
import { groupsOf } from '../src/scene/scene.ts';
import { anyModel } from './fixtures/random.ts';
import { groupsOutside, overlapsIn, textsOutside } from './fixtures/geometry.ts';
import type { Scene } from '../src/scene/scene.ts';

/** Some of the KPIs that random journeys have. */
const ACTUALS = { kpi0: 41, kpi1: 0 };

function check(property: (scene: Scene) => void): void {
  fc.assert(
    fc.property(anyModel, (model) => {
      for (const view of VIEW_IDS) property(layoutJourney(model, 'journey', { view, actuals: ACTUALS }));
    }),
    { numRuns: 100 },
  );
}

describe('any journey in any of three scripts', () => {
  it('has no two parts that overlap', () => check((scene) => expect(overlapsIn(scene)).toEqual([])));

  it('has no text that leaves its box', () => check((scene) => expect(textsOutside(scene)).toEqual([])));

  it('has no part that leaves the one around it', () =>
    check((scene) => expect(groupsOutside(scene)).toEqual([])));

  it('has an id of its own for every part, and a name for every item', () =>
    check((scene) => {
      const groups = [...groupsOf(scene.children)];
      expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      expect(groups.filter(({ role, name }) => role !== 'layer' && !name)).toEqual([]);
    }));

  it('is laid out the same each time', () =>
    fc.assert(
      fc.property(anyModel, (model) => {
        const copy = structuredClone(model);
        expect(layoutJourney(copy, 'journey')).toEqual(layoutJourney(model, 'journey'));
      }),
      { numRuns: 40 },
    ));
});
