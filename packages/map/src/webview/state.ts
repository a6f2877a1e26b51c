import { LANE_IDS } from '../scene/lanes/registry.ts';
import type { LaneId } from '../scene/lanes/registry.ts';

/** What the editor keeps of the map while its panel is hidden or VS Code restarts. */
export interface KeptState {
  readonly hidden: readonly LaneId[];
  readonly journeyId?: string;
  readonly view?: { readonly x: number; readonly y: number; readonly k: number };
}

/** What was kept, or nothing where it is from another version of the map. */
export function readKept(data: unknown): KeptState {
  if (typeof data !== 'object' || data === null) return { hidden: [] };
  const hidden = 'hidden' in data && Array.isArray(data.hidden) ? data.hidden : [];
  return {
    hidden: LANE_IDS.filter((id) => hidden.includes(id)),
    ...('journeyId' in data && typeof data.journeyId === 'string' ? { journeyId: data.journeyId } : {}),
    ...('view' in data ? readView(data.view) : {}),
  };
}

function readView(view: unknown): Pick<KeptState, 'view'> {
  if (typeof view !== 'object' || view === null || !('x' in view && 'y' in view && 'k' in view)) return {};
  const { x, y, k } = view;
  return typeof x === 'number' && typeof y === 'number' && typeof k === 'number' ? { view: { x, y, k } } : {};
}
