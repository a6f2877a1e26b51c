import type { Kpi } from '@journey/model';
import { GAP, innerWidth } from '../columns.ts';
import { box, iconAndText, inset, masonry, NOTHING, paragraph, stack } from '../blocks.ts';
import { baselineWords, periodWords, targetWords } from '../phrases/kpi.ts';
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
        paragraph(periodWords(context.speech, kpi), inner, text(context, 'small', { ink: 'muted' })),
        kpi.baseline
          ? paragraph(baselineWords(context.speech, kpi), inner, text(context, 'small', { ink: 'muted' }))
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
  return paragraph(targetWords(context.speech, { target }), width, text(context, 'figure', { maxLines: 2 }));
}

function cardName(context: LaneContext, kpi: Kpi): string {
  const { speech } = context;
  return spoken([
    speech.fill(speech.words.kpi, { label: kpi.label }),
    targetWords(context.speech, kpi),
    periodWords(context.speech, kpi),
    baselineWords(context.speech, kpi),
    kpi.formulaText,
  ]);
}
