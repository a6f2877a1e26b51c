import type { Kpi } from '@journey/model';
import { GAP, innerWidth } from '../columns.ts';
import { iconAndText, inset, masonry, NOTHING, paragraph, stack } from '../blocks.ts';
import { actualWords, measureOf } from '../phrases/measure.ts';
import { baselineWords, periodWords, targetWords, windowWords } from '../phrases/kpi.ts';
import { bullet } from './bullet.ts';
import { cellLane, item, spoken, text } from './lane.ts';
import type { Block } from '../blocks.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';
import type { Measure } from '../phrases/measure.ts';

const PADDING = 12;
const WIDTHS = { minWidth: 200, maxWidth: 560, gap: GAP };

/** A card for each measure: what it is and what it should be, over which time. How it is counted is told in its name. */
export const kpis: LaneBuilder = cellLane((context, column) =>
  masonry(column.kpis, innerWidth(column), WIDTHS, (kpi, width) => card(context, kpi, width)),
);

function card(context: LaneContext, kpi: Kpi, width: number): Block {
  const inner = width - 2 * PADDING;
  const measure = measureOf(kpi, context.actuals);
  const muted = text(context, 'small', { ink: 'muted' });
  const content = inset(
    stack(
      [
        paragraph(kpi.label, inner, text(context, 'label')),
        figureBlock(context, kpi, measure, inner),
        bullet(measure, inner),
        paragraph(underWords(context, kpi, measure), inner, muted),
        paragraph(baselineWords(context.speech, kpi), inner, muted),
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
        name: cardName(context, kpi, measure),
        source: kpi.source,
        width,
        height: content.height,
        ground: { surface: 'card', radius: 10 },
        children: content.nodes,
      }),
    ],
  };
}

/** The large figure: the actual value where there is one, else the target. */
function figureBlock(context: LaneContext, kpi: Kpi, { actual, isReached }: Measure, width: number): Block {
  const { speech } = context;
  if (actual !== undefined) {
    const ink = isReached === undefined ? 'ink' : isReached ? 'opportunity' : 'pain';
    return paragraph(actualWords(speech, kpi, actual), width, text(context, 'figure', { ink, maxLines: 2 }));
  }
  const { target } = kpi;
  if (target?.kind === 'trend') {
    const figure = text(context, 'figure', { iconInk: 'ink', maxLines: 2 });
    return iconAndText(target.direction, targetWords(speech, kpi), width, figure);
  }
  return target
    ? paragraph(targetWords(speech, kpi), width, text(context, 'figure', { maxLines: 2 }))
    : NOTHING;
}

/** What the figure above is, and over which time: "Target in 30 days", "Actual in 30 days, target at least 120". */
function underWords({ speech }: LaneContext, kpi: Kpi, { actual }: Measure): string {
  const { words } = speech;
  if (actual === undefined) return periodWords(speech, kpi);
  const said = [words.actual, windowWords(speech, kpi)].filter((part) => part !== '').join(' ');
  if (!kpi.target) return said;
  const target = speech.fill(words.labelled, { label: words.target, text: targetWords(speech, kpi) });
  return said + words.listSeparator + target;
}

function cardName(context: LaneContext, kpi: Kpi, measure: Measure): string {
  const { speech } = context;
  const figure =
    measure.actual === undefined ? targetWords(speech, kpi) : actualWords(speech, kpi, measure.actual);
  return spoken([
    speech.fill(speech.words.kpi, { label: kpi.label }),
    figure,
    underWords(context, kpi, measure),
    baselineWords(speech, kpi),
    kpi.formulaText,
  ]);
}
