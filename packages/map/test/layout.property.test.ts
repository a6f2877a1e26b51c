import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutJourney, VIEW_IDS } from '../src/index.ts';
import { groupsOf } from '../src/scene/scene.ts';
import { TYPE } from '../src/scene/type.ts';
import { anyModel } from './fixtures/random.ts';
import type { GroupNode, Scene, SceneNode } from '../src/scene/scene.ts';

interface Rectangle {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ROUNDING = 0.5;

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.right - ROUNDING &&
    other.left < one.right - ROUNDING &&
    one.top < other.bottom - ROUNDING &&
    other.top < one.bottom - ROUNDING
  );
}

function rectangle(group: GroupNode, dx = 0, dy = 0): Rectangle {
  const left = dx + group.x;
  const top = dy + group.y;
  return { what: group.id, left, top, right: left + group.width, bottom: top + group.height };
}

/** Groups that stand side by side, with their parents' names; those that are only layers lie under the others. */
function siblings(nodes: readonly SceneNode[]): Rectangle[][] {
  const groups = nodes.filter((node) => node.kind === 'group');
  const beside = groups.filter(({ role }) => role !== 'layer').map((group) => rectangle(group));
  return [beside, ...groups.flatMap((group) => siblings(group.children))];
}

function overlapsIn(scene: Scene): string[] {
  const lanesAndStages = scene.children.filter(
    (node) => node.kind === 'group' && !node.id.startsWith('#lane:'),
  );
  return siblings(lanesAndStages).flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .flatMap((other) => (overlap(one, other) ? [`${one.what} and ${other.what}`] : [])),
    ),
  );
}

/** Lines of text that leave the group they belong to, or the parts of it that they were laid out in. */
function textsOutside(scene: Scene): string[] {
  return [...groupsOf(scene.children)].flatMap((group) =>
    group.children.flatMap((node) => {
      if (node.kind !== 'text') return [];
      const { size } = TYPE[node.type];
      const side = {
        start: scene.direction === 'rtl' ? 1 : 0,
        middle: 0.5,
        end: scene.direction === 'rtl' ? 0 : 1,
      };
      const left = node.x - node.width * side[node.align];
      const inside =
        left >= -ROUNDING &&
        left + node.width <= group.width + ROUNDING &&
        node.y - size * 0.75 >= -ROUNDING &&
        node.y + size * 0.2 <= group.height + ROUNDING;
      return inside ? [] : [`${group.id}: ${node.text}`];
    }),
  );
}

/** Groups that leave the group around them. */
function groupsOutside(scene: Scene): string[] {
  return [...groupsOf(scene.children)].flatMap((parent) =>
    parent.children.flatMap((child) => {
      if (child.kind !== 'group') return [];
      const { left, right, top, bottom } = rectangle(child);
      const inside =
        left >= -ROUNDING &&
        right <= parent.width + ROUNDING &&
        top >= -ROUNDING &&
        bottom <= parent.height + ROUNDING;
      return inside ? [] : [`${child.id} in ${parent.id}`];
    }),
  );
}

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
