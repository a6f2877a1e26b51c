import { byId } from '@journey/model';
import type { Kpi } from '@journey/model';
import { paragraph, shift, stack } from '../blocks.ts';
import { bullet } from '../lanes/bullet.ts';
import { actualWords, measureOf } from '../phrases/measure.ts';
import { baselineWords, targetWords, windowWords } from '../phrases/kpi.ts';
import { departmentLabel } from '../phrases/steps.ts';
import { heading, MARGIN, nothingYet, section } from './picture.ts';
import { item, spoken, text } from '../lanes/lane.ts';
import type { Block } from '../blocks.ts';
import type { Column } from '../columns.ts';
import type { LaneContext } from '../lanes/lane.ts';
import type { Picture } from './picture.ts';
import type { SceneNode } from '../scene.ts';
import type { Words } from '../words.ts';

const GAP = 24;
const PADDING = 14;
const STAGE = 34;
/** A table of few columns still has room for its formulas. */
const LEAST = 980;

/** What a column of the table says of a KPI. Those that say nothing of any leave their room to the formulas. */
interface Field {
  readonly title: keyof Pick<
    Words,
    'measureTitle' | 'formula' | 'window' | 'target' | 'actual' | 'ownerTitle'
  >;
  readonly width: number;
  readonly isEmpty?: (context: LaneContext, kpi: Kpi) => boolean;
  readonly block: (context: LaneContext, kpi: Kpi, width: number) => Block;
}

/** The columns that a table has, and how wide it is with them. */
interface Table {
  readonly fields: readonly Field[];
  readonly width: number;
}

const FIELDS: readonly Field[] = [
  {
    title: 'measureTitle',
    width: 210,
    block: (context, kpi, width) =>
      stack(
        [
          paragraph(kpi.label, width, text(context, 'label')),
          paragraph(kpi.documentation ?? '', width, text(context, 'small', { ink: 'muted', maxLines: 4 })),
        ],
        3,
      ),
  },
  {
    title: 'formula',
    width: 300,
    block: (context, kpi, width) =>
      paragraph(kpi.formulaText, width, text(context, 'code', { direction: 'ltr', maxLines: 5 })),
  },
  {
    title: 'window',
    width: 124,
    isEmpty: (_context, { window }) => window === undefined,
    block: (context, kpi, width) => paragraph(windowWords(context.speech, kpi), width, text(context, 'body')),
  },
  {
    title: 'target',
    width: 160,
    isEmpty: (_context, { target, baseline }) => (target ?? baseline) === undefined,
    block: (context, kpi, width) =>
      stack(
        [
          paragraph(targetWords(context.speech, kpi), width, text(context, 'label')),
          paragraph(baselineWords(context.speech, kpi), width, text(context, 'small', { ink: 'muted' })),
        ],
        3,
      ),
  },
  {
    title: 'actual',
    width: 200,
    isEmpty: ({ actuals }, kpi) => measureOf(kpi, actuals).actual === undefined,
    block: actualBlock,
  },
  {
    title: 'ownerTitle',
    width: 130,
    isEmpty: (context, kpi) => ownerWords(context, kpi) === '',
    block: (context, kpi, width) => paragraph(ownerWords(context, kpi), width, text(context, 'body')),
  },
];

/** All KPIs of a journey, stage by stage: how each is counted, over which time, what it should be and is. */
export function kpiTable(context: LaneContext): Picture {
  if (context.columns.every(({ kpis }) => kpis.length === 0))
    return nothingYet(context, 'kpis', LEAST + 2 * MARGIN);
  const table = tableOf(context);
  const width = table.width + 2 * MARGIN;
  const head = heading(context, width);
  const nodes: SceneNode[] = [head.section];
  let y = head.bottom;
  const titles = titleRow(context, table);
  nodes.push(...shift(titles.nodes, MARGIN, y));
  y += titles.height + 10;
  for (const column of context.columns) {
    if (column.kpis.length === 0) continue;
    const rows = stageRows(context, table, column);
    const place = { x: MARGIN, y, width: table.width, height: rows.height };
    nodes.push(section(`${column.id}#kpis`, column.label, place, rows.nodes));
    y += rows.height + 16;
  }
  return { nodes, width, height: y + MARGIN };
}

function tableOf(context: LaneContext): Table {
  const kpis = context.columns.flatMap((column) => column.kpis);
  const fields = FIELDS.filter(({ isEmpty }) => !isEmpty || kpis.some((kpi) => !isEmpty(context, kpi)));
  const natural = fields.reduce((sum, { width }) => sum + width + GAP, 0) - GAP + 2 * PADDING;
  const rest = Math.max(0, LEAST - natural);
  return {
    width: natural + rest,
    fields: fields.map((field) =>
      field.title === 'formula' ? { ...field, width: field.width + rest } : field,
    ),
  };
}

function titleRow(context: LaneContext, table: Table): Block {
  const { words } = context.speech;
  return besides(table, (field, width) =>
    paragraph(words[field.title], width, text(context, 'lane', { ink: 'muted', maxLines: 2 })),
  );
}

/** A block for each field, side by side, with their first lines on one line. */
function besides({ fields }: Table, build: (field: Field, width: number) => Block): Block {
  const blocks = fields.map((field) => build(field, field.width));
  const line = Math.max(0, ...blocks.map(firstLine));
  let x = PADDING;
  const placed = blocks.map((block, index) => {
    const lower = block.height === 0 ? 0 : line - firstLine(block);
    const nodes = shift(block.nodes, x, lower);
    x += (fields[index]?.width ?? 0) + GAP;
    return { height: lower + block.height, nodes };
  });
  return {
    height: Math.max(...placed.map(({ height }) => height)),
    nodes: placed.flatMap(({ nodes }) => nodes),
  };
}

/** How far under a block's top its first letters stand. */
function firstLine({ nodes }: Block): number {
  return nodes.find((node) => node.kind === 'text')?.y ?? 0;
}

function stageRows(context: LaneContext, table: Table, column: Column): Block {
  const label = paragraph(
    column.label,
    table.width - 2 * PADDING,
    text(context, 'stage', { ink: 'onStage', maxLines: 1 }),
  );
  const stage = item({
    id: column.id,
    name: column.label,
    source: column.source,
    width: table.width,
    height: STAGE,
    ground: { surface: 'stage', radius: 8, hue: column.hue },
    children: shift(label.nodes, PADDING, (STAGE - label.height) / 2),
  });
  const rows = column.kpis.map((kpi) => row(context, table, kpi));
  return stack([{ height: STAGE, nodes: [stage] }, ...rows], 6);
}

function row(context: LaneContext, table: Table, kpi: Kpi): Block {
  const content = besides(table, (field, width) => field.block(context, kpi, width));
  const height = content.height + 2 * PADDING;
  return {
    height,
    nodes: [
      item({
        id: kpi.id,
        name: rowName(context, kpi),
        source: kpi.source,
        width: table.width,
        height,
        ground: { surface: 'card', radius: 8 },
        children: shift(content.nodes, 0, PADDING),
      }),
    ],
  };
}

function actualBlock(context: LaneContext, kpi: Kpi, width: number): Block {
  const measure = measureOf(kpi, context.actuals);
  const { actual, isReached } = measure;
  if (actual === undefined) return paragraph('–', width, text(context, 'body', { ink: 'muted' }));
  const ink = isReached === undefined ? 'ink' : isReached ? 'opportunity' : 'pain';
  return stack(
    [
      paragraph(actualWords(context.speech, kpi, actual), width, text(context, 'figure', { ink })),
      bullet(measure, width),
    ],
    4,
  );
}

function ownerWords({ speech }: LaneContext, { owner, measuredIn }: Kpi): string {
  const system = byId(speech.model.systems, measuredIn);
  return [owner && departmentLabel(speech, owner), system && speech.label(system)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function rowName(context: LaneContext, kpi: Kpi): string {
  const { speech } = context;
  const { actual } = measureOf(kpi, context.actuals);
  return spoken([
    speech.fill(speech.words.kpi, { label: kpi.label }),
    actual === undefined ? '' : `${speech.words.actual} ${actualWords(speech, kpi, actual)}`,
    targetWords(speech, kpi),
    windowWords(speech, kpi),
    baselineWords(speech, kpi),
    kpi.formulaText,
  ]);
}
