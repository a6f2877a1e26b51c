import type { Direction, Journey } from '@journey/model';
import type { Place as ItemPlace } from '../places.ts';
import type { Place } from './intents.ts';

/** Where a touchpoint comes to stand if it is let go, and the line that shows it. */
export interface Drop extends Place {
  readonly mark: { readonly x: number; readonly y: number; readonly height: number };
}

/** How far the line stands from the card that it is beside: in the middle of the gap. */
const ASIDE = 6;

/**
 * @param x where the pointer is across the picture
 * @param row the card that is dragged: all cards stand in one row
 */
export function dropAt(
  journey: Journey,
  places: ReadonlyMap<string, ItemPlace>,
  direction: Direction,
  x: number,
  row: ItemPlace,
): Drop | undefined {
  const stage = journey.stages.find(({ id }) => {
    const head = places.get(id);
    return head !== undefined && head.x <= x && x <= head.x + head.width;
  });
  const head = stage && places.get(stage.id);
  if (!stage || !head) return undefined;
  const isOn = (card: ItemPlace): boolean => {
    const middle = card.x + card.width / 2;
    return direction === 'rtl' ? middle < x : middle > x;
  };
  const cards = stage.touchpoints.flatMap((touchpoint) => {
    const card = places.get(touchpoint.id);
    return card ? [{ touchpoint, card }] : [];
  });
  const next = cards.find(({ card }) => isOn(card));
  const last = cards.at(-1)?.card;
  const { y, height } = row;
  const mark = (at: number) => ({ mark: { x: at, y, height } });
  if (next) return { stage, before: next.touchpoint, ...mark(startOf(next.card, direction, ASIDE)) };
  if (last) return { stage, ...mark(endOf(last, direction, ASIDE)) };
  return { stage, ...mark(head.x + head.width / 2) };
}

function startOf({ x, width }: ItemPlace, direction: Direction, aside: number): number {
  return direction === 'rtl' ? x + width + aside : x - aside;
}

function endOf({ x, width }: ItemPlace, direction: Direction, aside: number): number {
  return direction === 'rtl' ? x - aside : x + width + aside;
}
