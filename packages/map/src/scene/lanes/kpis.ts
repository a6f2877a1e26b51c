import type { Kpi } from '@journey/model';
import { GAP, innerWidth } from '../columns.ts';
import { box, iconAndText, inset, masonry, NOTHING, paragraph, stack } from '../blocks.ts';
import { durationWords } from '../phrases/time.ts';
import { expressionWords } from '../phrases/expression.ts';
import { cellLane, item, spoken, text } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

const PADDING = 12;
const WIDTHS = { minWidth: 200, maxWidth: 380, gap: GAP };

/** A card for each measure: what it should reach, over which time, and how it is counted. */
export const kpis: LaneBuilder = cellLane((context, column) =>
  masonry(column.kpis, innerWidth(column), WIDTHS, (kpi, width) => card(context, kpi, width)),
);

function card(context: LaneContext, kpi: Kpi, width: number): Block {
  const inner = width - 2 * PADDING;
  const content = inset(
    stack(
      [
        paragraph(kpi.label, inner, text(context, 'label')),
        targetBlock(context, kpi, inner),
        paragraph(periodWords(context, kpi), inner, text(context, 'small', { ink: 'muted' })),
        kpi.baseline
          ? paragraph(baselineWords(context, kpi), inner, text(context, 'small', { ink: 'muted' }))
          : NOTHING,
        paragraph(
          kpi.formulaText,
          inner,
          text(context, 'code', { ink: 'muted', direction: 'ltr', maxLines: 4 }),
        ),
      ],
      4,
    ),
    PADDING,
    PADDING,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: kpi.id,
        name: cardName(context, kpi),
        source: kpi.source,
        width,
        height: content.height,
        children: [box(0, 0, width, content.height, 'card', { radius: 10 }), ...content.nodes],
      }),
    ],
  };
}

function targetBlock(context: LaneContext, { target }: Kpi, width: number): Block {
  if (!target) return NOTHING;
  if (target.kind === 'trend') {
    return iconAndText(
      target.direction,
      context.speech.words.trend[target.direction],
      width,
      text(context, 'figure', { iconInk: 'ink', maxLines: 2 }),
    );
  }
  return paragraph(targetWords(context, { target }), width, text(context, 'figure', { maxLines: 2 }));
}

function targetWords(context: LaneContext, { target }: Pick<Kpi, 'target'>): string {
  if (!target) return '';
  if (target.kind === 'trend') return context.speech.words.trend[target.direction];
  return context.speech.fill(context.speech.words.bounds[target.operator], {
    value: expressionWords(context.speech, target.value),
  });
}

function windowWords(context: LaneContext, { window }: Kpi): string {
  const { speech } = context;
  if (!window) return '';
  return window.kind === 'calendar'
    ? speech.words.period[window.period]
    : speech.fill(speech.words.rolling, { duration: durationWords(speech, window.duration) });
}

function baselineWords(context: LaneContext, { baseline }: Kpi): string {
  const { speech } = context;
  return baseline ? speech.fill(speech.words.baseline, { value: expressionWords(speech, baseline) }) : '';
}

/** What the figure above is, and over which time: "Target in 30 days". */
function periodWords(context: LaneContext, kpi: Kpi): string {
  const { words } = context.speech;
  return [kpi.target ? words.target : '', windowWords(context, kpi)].filter((part) => part !== '').join(' ');
}

function cardName(context: LaneContext, kpi: Kpi): string {
  const { speech } = context;
  return spoken([
    speech.fill(speech.words.kpi, { label: kpi.label }),
    targetWords(context, kpi),
    periodWords(context, kpi),
    baselineWords(context, kpi),
    kpi.formulaText,
  ]);
}
