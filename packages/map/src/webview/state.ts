import { LANE_IDS } from '../scene/lanes/registry.ts';
import { VIEW_IDS } from '../scene/views/registry.ts';
import { shownSubject } from '../protocol.ts';
import type { ShownSubject } from '../protocol.ts';
import type { LaneId } from '../scene/lanes/registry.ts';
import type { ViewId } from '../scene/views/registry.ts';

/** What the editor keeps of the map while its panel is hidden or VS Code restarts. */
export interface KeptState {
  /** All lanes in the order that they are shown in. */
  readonly order: readonly LaneId[];
  readonly hidden: readonly LaneId[];
  /** The stages of which only the head is shown, by their ids. */
  readonly folded: readonly string[];
  readonly picture: ViewId;
  readonly subject?: ShownSubject;
  readonly journeyId?: string;
  readonly view?: { readonly x: number; readonly y: number; readonly k: number };
}

/** What was kept, or nothing where it is from another version of the map. */
export function readKept(data: unknown): KeptState {
  const kept = typeof data === 'object' && data !== null ? data : {};
  const subject = shownSubject(data);
  return {
    order: completed(lanesIn('order' in kept ? kept.order : undefined)),
    hidden: lanesIn('hidden' in kept ? kept.hidden : undefined),
    folded: textsIn('folded' in kept ? kept.folded : undefined),
    picture: VIEW_IDS.find((id) => 'picture' in kept && kept.picture === id) ?? 'map',
    ...(subject ? { subject } : {}),
    ...('journeyId' in kept && typeof kept.journeyId === 'string' ? { journeyId: kept.journeyId } : {}),
    ...('view' in kept ? readView(kept.view) : {}),
  };
}

/** Lanes that a map of an older version didn't have stand where they do by default: behind the one before. */
function completed(kept: readonly LaneId[]): LaneId[] {
  const order = [...kept];
  for (const [index, id] of LANE_IDS.entries()) {
    const before = LANE_IDS[index - 1];
    if (!order.includes(id)) order.splice(before ? order.indexOf(before) + 1 : 0, 0, id);
  }
  return order;
}

/** The lanes with that one before the one that it stood behind. */
export function movedUp(lanes: readonly LaneId[], id: LaneId): readonly LaneId[] {
  const at = lanes.indexOf(id);
  return lanes.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, id);
}

function textsIn(data: unknown): string[] {
  const texts: unknown[] = Array.isArray(data) ? data : [];
  return texts.filter((text) => typeof text === 'string');
}

function lanesIn(data: unknown): LaneId[] {
  return textsIn(data).flatMap((name) => LANE_IDS.find((id) => id === name) ?? []);
}

function readView(view: unknown): Pick<KeptState, 'view'> {
  if (typeof view !== 'object' || view === null || !('x' in view && 'y' in view && 'k' in view)) return {};
  const { x, y, k } = view;
  return typeof x === 'number' && typeof y === 'number' && typeof k === 'number' ? { view: { x, y, k } } : {};
}
