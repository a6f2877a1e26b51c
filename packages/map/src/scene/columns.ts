import { allSteps } from '@journey/model';
import type { Automation, Journey, Kpi, SourceRange, Stage, Touchpoint, Trigger } from '@journey/model';
import type { Hue } from './scene.ts';

/** Room at both sides inside a column. */
export const COLUMN_PADDING = 14;
/** Room between columns, and between cards that stand side by side. */
export const GAP = 12;
const COLUMN_GAP = 8;
/** The last stage's arrow points into it. */
const WHOLE_JOURNEY_GAP = 14;
const TOUCHPOINT_WIDTH = 176;
const MIN_COLUMN_WIDTH = 300;
const FOLDED_WIDTH = 168;
/** Room for two messages or measures side by side, and for two automations. */
const WIDE = { cards: 440, automations: 560 };
/** A column is wide that holds so many more lines of automations, messages and measures than they do on the average. */
const CROWDED = 1.5;
/** So few lines need no second column. */
const FEW_LINES = 14;
/** What a card of a message or a measure is high, in lines of an automation. */
const CARD_LINES = 5;
/** A map of few columns stretches to this, so that its title and facts have room. */
const MIN_CONTENT_WIDTH = 900;
/** By how much wider rows are tried next, until they are as few as they can be. */
const EVEN_STEP = 1.05;
/** How many colours the themes have for stages; the ninth stage has the first one's. */
export const HUES = 8;

/** A touchpoint's place in its column; the lanes put what belongs to it there. */
export interface Slot {
  readonly touchpoint: Touchpoint;
  /** From the column's inner edge. */
  readonly x: number;
  readonly width: number;
}

/** A stage, or what belongs to the journey as a whole. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly source: SourceRange;
  readonly stage?: Stage;
  /** Whether only its head is shown, with the number of what is in it. */
  readonly isFolded: boolean;
  /** Counted from 1; undefined for the journey as a whole. */
  readonly number?: number;
  readonly hue: Hue;
  readonly enter: readonly Trigger[];
  readonly slots: readonly Slot[];
  readonly automations: readonly Automation[];
  readonly kpis: readonly Kpi[];
  /** From where reading starts; the first column is at 0. */
  readonly x: number;
  readonly width: number;
}

type Contents = Omit<Column, 'x' | 'width' | 'slots'> & { readonly touchpoints: readonly Touchpoint[] };

export function innerWidth(column: Column): number {
  return column.width - 2 * COLUMN_PADDING;
}

/** Where the last column ends. */
export function contentWidth(columns: readonly Column[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : MIN_CONTENT_WIDTH;
}

/**
 * The columns in rows of at most that width, or of one column that is wider, and of about the same width each; the
 * columns of each row begin at 0.
 */
export function inRows(columns: readonly Column[], most: number): Column[][] {
  const count = filledRows(columns, most).length;
  let width = contentWidth(columns) / count;
  while (width < most && filledRows(columns, width).length > count) width *= EVEN_STEP;
  return filledRows(columns, Math.min(width, most));
}

function filledRows(columns: readonly Column[], most: number): Column[][] {
  const rows: Column[][] = [];
  for (const column of columns) {
    const row = rows.at(-1);
    const x = row === undefined ? 0 : contentWidth(row) + COLUMN_GAP;
    if (row && x + column.width <= most) row.push({ ...column, x });
    else rows.push([{ ...column, x: 0 }]);
  }
  return rows;
}

/**
 * The journey's stages as columns, wide enough for their touchpoints, then one for what belongs to no stage.
 * @param folded the ids of stages that are shown as a narrow column without what is in them
 */
export function columnsOf(journey: Journey, wholeJourney: string, folded: readonly string[] = []): Column[] {
  const contents = [...journey.stages.map(stageContents), ...journeyContents(journey, wholeJourney)].map(
    (content) => (folded.includes(content.id) ? foldedContents(content) : content),
  );
  const lines = contents.map(linesOf);
  const crowded = crowdedBeyond(lines);
  const widths = contents.map(({ isFolded, touchpoints, automations }, index) => {
    if (isFolded) return FOLDED_WIDTH;
    const wide = WIDE[automations.length > 1 ? 'automations' : 'cards'];
    const room = (lines[index] ?? 0) > crowded ? wide : MIN_COLUMN_WIDTH;
    return Math.max(room, touchpoints.length * (TOUCHPOINT_WIDTH + GAP) - GAP + 2 * COLUMN_PADDING);
  });
  const gaps = COLUMN_GAP * Math.max(0, contents.length - 1);
  const missing = MIN_CONTENT_WIDTH - gaps - widths.reduce((sum, width) => sum + width, 0);
  const open = contents.filter(({ isFolded }) => !isFolded).length;
  const stretch = open === 0 ? 0 : Math.max(0, missing / open);
  let x = 0;
  return contents.map((content, index) => {
    const width = Math.round((widths[index] ?? MIN_COLUMN_WIDTH) + (content.isFolded ? 0 : stretch));
    if (!content.stage && index > 0) x += WHOLE_JOURNEY_GAP;
    const column = placed(content, x, width);
    x += width + COLUMN_GAP;
    return column;
  });
}

/** The lines from which on a column is wide, so that one stage doesn't make the map long and leave the others empty. */
function crowdedBeyond(lines: readonly number[]): number {
  const total = lines.reduce((sum, one) => sum + one, 0);
  return Math.max(FEW_LINES, (total / lines.length) * CROWDED);
}

/** About how high a column's automations, messages and measures are together, in lines. */
function linesOf({ automations, kpis }: Contents): number {
  const steps = automations.flatMap((automation) => [...allSteps(automation.steps)]);
  const messages = new Set(steps.flatMap((step) => (step.kind === 'send' ? [step.message] : [])));
  return steps.length + (messages.size + kpis.length + automations.length) * CARD_LINES;
}

function placed({ touchpoints, ...content }: Contents, x: number, width: number): Column {
  const room = width - 2 * COLUMN_PADDING + GAP;
  const step = touchpoints.length === 0 ? room : Math.floor(room / touchpoints.length);
  const slots = touchpoints.map((touchpoint, index) => ({
    touchpoint,
    x: index * step,
    width: step - GAP,
  }));
  return { ...content, x, width, slots };
}

function foldedContents(content: Contents): Contents {
  return { ...content, isFolded: true, enter: [], touchpoints: [], automations: [], kpis: [] };
}

function stageContents(stage: Stage, index: number): Contents {
  const { id, label, source, enter, touchpoints, automations } = stage;
  return {
    id,
    label,
    source,
    stage,
    isFolded: false,
    number: index + 1,
    hue: index % HUES,
    enter,
    touchpoints,
    automations,
    kpis: [...stage.kpis, ...touchpoints.flatMap((touchpoint) => touchpoint.kpis)],
  };
}

function journeyContents(journey: Journey, label: string): Contents[] {
  const { automations, kpis, stages, source } = journey;
  if (automations.length === 0 && kpis.length === 0) return [];
  return [
    {
      id: `${journey.id}#whole`,
      label,
      source,
      isFolded: false,
      hue: stages.length % HUES,
      enter: [],
      touchpoints: [],
      automations,
      kpis,
    },
  ];
}
