import { Calendar, DAY, dayOf, usualFirstDate } from '../../walk/calendar.ts';
import { usualAssumptions, walk } from '../../walk/walk.ts';
import { box, icon, inset, masonry, NOTHING, paragraph, shift, stack } from '../blocks.ts';
import { clockWords, momentWords, weekdayWords } from '../phrases/time.ts';
import { conditionWords } from '../phrases/condition.ts';
import { heading, MARGIN, nothingYet, section } from './picture.ts';
import { item, spoken, text } from '../lanes/lane.ts';
import { messageIcon } from '../phrases/message.ts';
import { messageLabel } from '../phrases/expression.ts';
import { triggerWords } from '../phrases/trigger.ts';
import type { Automation } from '@journey/model';
import type { Assumptions, Delivery } from '../../walk/walk.ts';
import type { Block } from '../blocks.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { Picture } from './picture.ts';
import type { SceneNode } from '../scene.ts';

const RAIL = 210;
/** Few days share the room that there is. */
const COLUMN = { least: 176, most: 360 };
/** Messages of one day stand side by side where they have this much room. */
const CARDS = { minWidth: 150, maxWidth: 336, gap: 7 };
const NARROWEST = 900;
const GAP = 10;
const PADDING = 12;
const HOURS = 10;
/** Over a day's number, in its column. */
const HEAD_ROOM = 10;
const LEGEND = 130;
/** Between days that aren't neighbours. */
const BREAK = 30;
/** A journey of years still fits a wall. */
const MOST_DAYS = 60;

interface Row {
  readonly automation: Automation;
  readonly hue: number;
  readonly deliveries: readonly Delivery[];
}

interface Day {
  readonly day: number;
  readonly x: number;
  readonly width: number;
  /** Whether days without messages are left out before it. */
  readonly isAfterBreak: boolean;
}

/** What a customer receives when, day by day: each automation from its own trigger on, quiet hours and closed days shaded. */
export function timeline(context: LaneContext, only?: string, given?: Assumptions): Picture {
  const calendar = new Calendar(context.journey.policy, usualFirstDate(context.journey.policy));
  const shown = context.columns.flatMap(({ automations, hue }) =>
    automations
      .filter(({ id }) => only === undefined || id === only)
      .map((automation) => ({ automation, hue })),
  );
  const assumed = given ?? usualAssumptions(shown.map(({ automation }) => automation));
  const rows = shown
    .map((row) => ({ ...row, deliveries: walk(context.speech.model, row.automation, calendar, assumed) }))
    .filter(({ deliveries }) => deliveries.length > 0);
  if (rows.length === 0) return nothingYet(context, 'messages', NARROWEST);
  const days = daysOf(rows);
  const last = days.at(-1);
  const width = Math.max(NARROWEST, MARGIN * 2 + RAIL + (last ? last.x + last.width : 0));
  const head = heading(context, width);
  const said = paragraph(
    assumedWords(context, assumed),
    width - 2 * MARGIN,
    text(context, 'body', { ink: 'muted', maxLines: 2 }),
  );
  const key = legend(context);
  const nodes: SceneNode[] = [head.section, ...shift(stack([said, key], 8).nodes, MARGIN, head.bottom)];
  const top = head.bottom + said.height + 8 + key.height + 16;
  const heads = days.map((day) => dayHead(context, calendar, day));
  const headHeight = Math.max(0, ...heads.map(({ height }) => height));
  let y = top + headHeight + 12;
  const placed = rows.map((row) => {
    const block = rowBlock(context, row, days, calendar);
    const place = { x: MARGIN, y, width: width - 2 * MARGIN, height: block.height };
    y += block.height + 14;
    return section(`${row.automation.id}#timeline`, row.automation.label, place, block.nodes);
  });
  nodes.push(
    ...days.flatMap((day) => ground(day, top, y - top - 14)),
    ...heads.flatMap((block, index) => shift(block.nodes, MARGIN + RAIL + (days[index]?.x ?? 0), top)),
    ...placed,
  );
  return { nodes, width, height: y + MARGIN - 14 };
}

function daysOf(rows: readonly Row[]): Day[] {
  const all = new Set(rows.flatMap(({ deliveries }) => deliveries.map(({ earliest }) => dayOf(earliest))));
  const sorted = [...all].sort((one, other) => one - other).slice(0, MOST_DAYS);
  const breaks = sorted.map((day, index) => day - (sorted[index - 1] ?? day) > 1);
  const gaps = GAP * (sorted.length - 1) + BREAK * breaks.filter(Boolean).length;
  const room = (NARROWEST - 2 * MARGIN - RAIL - gaps) / Math.max(1, sorted.length);
  const width = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor(room)));
  let x = 0;
  return sorted.map((day, index) => {
    const isAfterBreak = breaks[index] ?? false;
    if (isAfterBreak) x += BREAK;
    const placed = { day, x, width, isAfterBreak };
    x += width + GAP;
    return placed;
  });
}

function assumedWords({ speech }: LaneContext, { start, leadDays, leadClock }: Assumptions): string {
  const clock = (minute: number): string =>
    clockWords({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return speech.fill(speech.words.timelineAssumes, {
    start: clock(start),
    days: speech.plural(speech.words.units.d, leadDays),
    clock: clock(leadClock),
  });
}

/** What the shades of the hours mean. */
function legend(context: LaneContext): Block {
  const { words } = context.speech;
  const shades = [
    ['openHours', words.hours.open],
    ['quietHours', words.hours.quiet],
    ['closedHours', words.hours.closed],
  ] as const;
  const blocks = shades.map(([surface, label], index): readonly SceneNode[] => {
    const said = paragraph(label, LEGEND - 34, text(context, 'small', { ink: 'muted', maxLines: 1 }));
    const x = index * LEGEND;
    const sample = [box(0, 0, 22, HOURS, 'openHours', { radius: 3 }), shade(surface, 0, 22)];
    return [...shift(sample, x, 3), ...shift(said.nodes, x + 30, 0)];
  });
  return { height: 16, nodes: blocks.flat() };
}

/** Some hours of a day: quiet ones are half as high as closed ones, so that colour isn't all that tells them apart. */
function shade(surface: 'openHours' | 'quietHours' | 'closedHours', x: number, width: number): SceneNode {
  const height = surface === 'quietHours' ? HOURS / 2 : HOURS;
  return box(x, HOURS - height, width, height, surface, { radius: surface === 'openHours' ? 3 : 0 });
}

function dayHead(context: LaneContext, calendar: Calendar, { day, width }: Day): Block {
  const { speech } = context;
  const words = stack(
    [
      paragraph(
        speech.fill(speech.words.dayNumber, { number: speech.number(day) }),
        width,
        text(context, 'label', { align: 'middle' }),
      ),
      paragraph(
        weekdayWords(speech, calendar.weekday(day)),
        width,
        text(context, 'small', { ink: 'muted', align: 'middle' }),
      ),
    ],
    1,
  );
  return { height: HEAD_ROOM + words.height, nodes: shift(words.nodes, 0, HEAD_ROOM) };
}

/** The column of a day, and the sign that days are left out before it. */
function ground({ x, width, isAfterBreak }: Day, top: number, height: number): SceneNode[] {
  const left = MARGIN + RAIL + x;
  const dots = [0, 1, 2].map((dot) =>
    box(left - BREAK + 4 + dot * 8, top + HEAD_ROOM + 7, 4, 4, 'guide', { radius: 2 }),
  );
  return [box(left, top, width, height, 'column', { radius: 12 }), ...(isAfterBreak ? dots : [])];
}

function rowBlock(context: LaneContext, row: Row, days: readonly Day[], calendar: Calendar): Block {
  const title = titleBlock(context, row);
  const cells = days.map(({ day, x, width }) => {
    const due = row.deliveries.filter(({ earliest }) => dayOf(earliest) === day);
    const inner = width - 2 * PADDING;
    const cards = masonry(due, inner, CARDS, (delivery, cardWidth) =>
      deliveryBlock(context, row, delivery, cardWidth),
    );
    const block = due.length === 0 ? NOTHING : stack([hours(row, due, { day, inner }, calendar), cards], 7);
    return { height: block.height, nodes: shift(block.nodes, RAIL + x + PADDING, PADDING) };
  });
  const height = Math.max(title.height, ...cells.map((cell) => cell.height)) + 2 * PADDING;
  return {
    height,
    nodes: [
      box(0, 0, RAIL - 10, 1, 'rule'),
      ...shift(title.nodes, 0, PADDING),
      ...cells.flatMap((cell) => cell.nodes),
    ],
  };
}

function titleBlock(context: LaneContext, { automation, hue }: Row): Block {
  const { speech } = context;
  const width = RAIL - 24;
  const [trigger] = automation.triggers;
  const when = trigger ? speech.fill(speech.words.when, { event: triggerWords(speech, trigger) }) : '';
  const content = stack(
    [
      paragraph(automation.label, width - 14, text(context, 'label')),
      paragraph(when, width - 14, text(context, 'small', { ink: 'muted', maxLines: 4 })),
    ],
    3,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: automation.id,
        name: spoken([speech.fill(speech.words.automation, { label: automation.label }), when]),
        source: automation.source,
        width,
        height: content.height,
        children: [box(0, 0, 4, content.height, 'bar', { radius: 2, hue }), ...shift(content.nodes, 14, 0)],
      }),
    ],
  };
}

/** The day's 24 hours with its pauses, and a mark for each message. */
function hours(
  row: Row,
  due: readonly Delivery[],
  { day, inner }: { readonly day: number; readonly inner: number },
  calendar: Calendar,
): Block {
  const x = (minute: number): number => ((minute - day * DAY) / DAY) * inner;
  return {
    height: HOURS,
    nodes: [
      box(0, 0, inner, HOURS, 'openHours', { radius: 3 }),
      ...calendar
        .pauses(day)
        .map(({ from, to, state }) =>
          shade(state === 'closed' ? 'closedHours' : 'quietHours', x(from), x(to) - x(from)),
        ),
      ...due.map(({ earliest }) =>
        box(x(earliest) - 1.5, -3, 3, HOURS + 6, 'bar', { radius: 1, hue: row.hue }),
      ),
    ],
  };
}

function deliveryBlock(context: LaneContext, row: Row, delivery: Delivery, width: number): Block {
  const { speech } = context;
  const minute = delivery.earliest - dayOf(delivery.earliest) * DAY;
  const time = clockWords({ hour: Math.floor(minute / 60), minute: Math.floor(minute % 60) });
  const label = messageLabel(speech, delivery.message);
  const notes = notesOf(context, delivery);
  const content = inset(
    stack(
      [
        paragraph(time, width - 40, text(context, 'small', { ink: 'muted', direction: context.base })),
        paragraph(label, width - 40, text(context, 'body', { maxLines: 3 })),
        ...notes.map((note) =>
          paragraph(note, width - 40, text(context, 'small', { ink: 'muted', maxLines: 4 })),
        ),
      ],
      2,
    ),
    0,
    8,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: `${row.automation.id}/${delivery.step}${delivery.round > 0 ? `#round:${delivery.round}` : ''}`,
        name: spoken([label, time, ...notes]),
        source: delivery.source,
        width,
        height: content.height,
        ground: { surface: 'bubble', radius: 9 },
        children: [
          icon(messageIcon(speech, delivery.message), 9, 9, 15, 'accent', row.hue),
          ...shift(content.nodes, 31, 0),
        ],
      }),
    ],
  };
}

/** The moment that the automation names, when at the latest, and under which condition. */
function notesOf({ speech }: LaneContext, { moment, earliest, latest, given }: Delivery): string[] {
  const condition = given.at(-1);
  return [
    ...(moment ? [momentWords(speech, moment)] : []),
    ...(dayOf(latest) > dayOf(earliest)
      ? [speech.fill(speech.words.orUntil, { day: speech.number(dayOf(latest)) })]
      : []),
    ...(condition ? [conditionWords(speech, condition)] : []),
  ];
}
