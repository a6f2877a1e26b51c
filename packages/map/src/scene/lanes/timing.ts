import { Calendar, DAY, usualFirstDate } from '../../walk/calendar.ts';
import { USUAL, usualAssumptions, walk } from '../../walk/walk.ts';
import type { Automation } from '@journey/model';
import type { Delivery } from '../../walk/walk.ts';
import { GAP, innerWidth } from '../columns.ts';
import { box, mark, masonry, NOTHING, paragraph, place, shift, stack } from '../blocks.ts';
import { MARKS } from '../marks.ts';
import { cellLane, item, spoken, text } from './lane.ts';
import { durationWords, momentWords } from '../phrases/time.ts';
import { messageIcon } from '../phrases/message.ts';
import { messageLabel } from '../phrases/expression.ts';
import type { Block } from '../blocks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';
import type { SceneNode } from '../scene.ts';
import { standalone } from '../phrases/speech.ts';
import type { Speech } from '../phrases/speech.ts';

/** Stops stand close where there are many, and have room for their words where there are few. */
const STOP = { least: 84, most: 148, mark: MARKS.station.size, gap: 8 };

/** As wide as the automations' cards, and under them where there is one for each. */
const WIDTHS = { minWidth: 250, maxWidth: 560, gap: GAP };

/** How long after its trigger each automation writes to the customer: a line with a stop for each message. */
export const timing: LaneBuilder = (context) => {
  const calendar = new Calendar(context.journey.policy, usualFirstDate(context.journey.policy));
  return cellLane((_context, column) => {
    const rows = column.automations
      .map((automation) => ({
        automation,
        stops: walk(context.speech.model, automation, calendar, usualAssumptions([automation])),
      }))
      .filter(({ stops }) => stops.length > 0);
    return masonry(rows, innerWidth(column), WIDTHS, ({ automation, stops }, width) =>
      line(context, automation, stops, column.hue, width),
    );
  })(context);
};

function line(
  context: LaneContext,
  automation: Automation,
  deliveries: readonly Delivery[],
  hue: number,
  width: number,
): Block {
  const stops = deliveries.filter(({ round }) => round === 0);
  if (stops.length === 0) return NOTHING;
  const title = paragraph(automation.label, width, text(context, 'small', { ink: 'muted', maxLines: 2 }));
  const inRow = Math.min(stops.length, Math.max(1, Math.floor(width / STOP.least)));
  const stopWidth = Math.max(STOP.least, Math.min(STOP.most, Math.floor(width / inRow)));
  const rows = rowsOf(stops, inRow).map((row) => rowBlock(context, automation, row, { hue, stopWidth }));
  return stack([title, ...rows], 6);
}

function rowsOf(stops: readonly Delivery[], most: number): Delivery[][] {
  const rows: Delivery[][] = [];
  for (let from = 0; from < stops.length; from += most) rows.push(stops.slice(from, from + most));
  return rows;
}

function rowBlock(
  context: LaneContext,
  automation: Automation,
  stops: readonly Delivery[],
  look: { readonly hue: number; readonly stopWidth: number },
): Block {
  const { stopWidth } = look;
  const built = stops.map((delivery) => stopBlock(context, automation, delivery, look));
  const nodes: SceneNode[] = [box(stopWidth / 2, STOP.mark / 2, (stops.length - 1) * stopWidth, 2, 'guide')];
  for (const [index, block] of built.entries()) place(nodes, block, index * stopWidth, 0);
  return { height: Math.max(...built.map(({ height }) => height)), nodes };
}

function stopBlock(
  context: LaneContext,
  automation: Automation,
  delivery: Delivery,
  { hue, stopWidth }: { readonly hue: number; readonly stopWidth: number },
): Block {
  const { speech } = context;
  const words = standalone(timeWords(speech, delivery));
  const message = messageLabel(speech, delivery.message);
  const inner = stopWidth - STOP.gap;
  const label = stack(
    [
      paragraph(words, inner, text(context, 'small', { align: 'middle', maxLines: 4 })),
      paragraph(message, inner, text(context, 'small', { align: 'middle', maxLines: 2, ink: 'muted' })),
    ],
    0,
  );
  const height = STOP.mark + 4 + label.height;
  const start = (stopWidth - STOP.mark) / 2;
  return {
    height,
    nodes: [
      item({
        id: `${automation.id}/${delivery.step}#time`,
        name: spoken([message, words]),
        source: delivery.source,
        width: stopWidth,
        height,
        children: [
          mark('station', messageIcon(speech, delivery.message), start, 0, hue),
          ...shift(label.nodes, STOP.gap / 2, STOP.mark + 4),
        ],
      }),
    ],
  };
}

/** At once, in two days, in two to five days, or the moment that the automation itself names. */
export function timeWords(speech: Speech, { moment, earliest, latest }: Delivery): string {
  if (moment) return momentWords(speech, moment);
  const { atOnce, fromNow, span } = speech.words;
  const after = (duration: string): string => speech.fill(fromNow, { duration });
  const from = elapsedWords(speech, earliest - USUAL.start);
  const to = elapsedWords(speech, latest - USUAL.start);
  if (from === to) return to === undefined ? atOnce : after(to);
  if (from === undefined || to === undefined) return speech.fill(span, { from: atOnce, to: after(to ?? '') });
  return after(speech.fill(span, { from, to }));
}

/** So many minutes in the unit that says them shortest; undefined where that is no time at all. */
function elapsedWords(speech: Speech, minutes: number): string | undefined {
  if (minutes < 1) return undefined;
  const amount = (unit: number): number => Math.round((minutes / unit) * 10) / 10;
  const part =
    minutes >= DAY
      ? ({ amount: Math.round(amount(DAY)), unit: 'd' } as const)
      : minutes >= 60
        ? ({ amount: amount(60), unit: 'h' } as const)
        : ({ amount: Math.round(minutes), unit: 'm' } as const);
  return durationWords(speech, { parts: [part] });
}
