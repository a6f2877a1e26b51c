import type { Direction, EmotionValue, Journey, JourneyModel, SourceRange, Stage } from '@journey/model';
import { HUES } from '../scene/columns.ts';
import { contains } from '../scene/find.ts';
import { journeyDirection, journeyLanguage } from '../scene/languages.ts';
import type { Hue } from '../scene/scene.ts';
import type { Language } from '../scene/languages.ts';
import type { MapProblem } from '../protocol.ts';

/** How many things are wrong in a part, each counted where it stands. */
export interface Findings {
  readonly errors: number;
  readonly warnings: number;
}

/** A stage in a few numbers. */
export interface StageOverview extends Findings {
  readonly id: string;
  readonly label: string;
  readonly source: SourceRange;
  readonly hue: Hue;
  /** What is felt at its touchpoints, one after the other; the first persona's where they differ. */
  readonly feelings: readonly EmotionValue[];
  readonly touchpoints: number;
  readonly automations: number;
  readonly kpis: number;
}

/** A journey as one sees it beside others. */
export interface JourneyOverview extends Findings {
  readonly id: string;
  readonly label: string;
  readonly source: SourceRange;
  readonly language: Language;
  readonly direction: Direction;
  readonly stages: readonly StageOverview[];
}

/** The journeys of a document with what is wrong in them: no more than a list of them needs. */
export function overviewOf(
  model: JourneyModel,
  problems: readonly Pick<MapProblem, 'range' | 'severity'>[],
): JourneyOverview[] {
  return model.journeys.map((journey) => journeyOverview(journey, problems));
}

/** The stage that a place in the document stands in, with its journey; a journey's own head is in no stage. */
export function partAt(
  journeys: readonly JourneyOverview[],
  file: string,
  position: SourceRange['start'],
): { readonly journey: string; readonly stage?: string } | undefined {
  const isThere = ({ source }: { readonly source: SourceRange }): boolean =>
    source.file === file && contains(source, position);
  const journey = journeys.find(isThere);
  if (!journey) return undefined;
  const stage = journey.stages.find(isThere);
  return { journey: journey.id, ...(stage ? { stage: stage.id } : {}) };
}

function journeyOverview(
  journey: Journey,
  problems: readonly Pick<MapProblem, 'range' | 'severity'>[],
): JourneyOverview {
  const { id, label, source } = journey;
  return {
    id,
    label,
    source,
    language: journeyLanguage(journey),
    direction: journeyDirection(journey),
    stages: journey.stages.map((stage, index) => stageOverview(stage, index, problems)),
    ...findingsIn(source, problems),
  };
}

function stageOverview(
  { id, label, source, touchpoints, automations, kpis }: Stage,
  index: number,
  problems: readonly Pick<MapProblem, 'range' | 'severity'>[],
): StageOverview {
  return {
    id,
    label,
    source,
    hue: index % HUES,
    feelings: touchpoints.flatMap(({ emotions: [first] }) => (first ? [first.value] : [])),
    touchpoints: touchpoints.length,
    automations: automations.length,
    kpis: kpis.length,
    ...findingsIn(source, problems),
  };
}

function findingsIn(
  source: SourceRange,
  problems: readonly Pick<MapProblem, 'range' | 'severity'>[],
): Findings {
  const inside = problems.filter(({ range }) => range.file === source.file && contains(source, range.start));
  const count = (severity: MapProblem['severity']): number =>
    inside.filter((problem) => problem.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}
