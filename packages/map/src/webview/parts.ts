import type { Emotion, Journey, SourceRange, Stage, Touchpoint } from '@journey/model';

/** What an item of the map is in the journey, where it can be changed from there. */
export interface Part {
  readonly label: string;
  readonly source: SourceRange;
  /** The stage that it is or stands in. */
  readonly stage?: Stage;
  readonly touchpoint?: Touchpoint;
}

/** What ends the id of a touchpoint's place on the curve: see the lane of emotions. */
const EMOTION = '#emotion';

/** Undefined for items that are only shown. */
export function partOf(journey: Journey, id: string): Part | undefined {
  if (journey.id === id) return journey;
  const labelled = [...journey.automations, ...journey.kpis];
  for (const stage of journey.stages) {
    if (stage.id === id) return { ...stage, stage };
    for (const touchpoint of stage.touchpoints) {
      if (id === touchpoint.id || id === touchpoint.id + EMOTION) return { ...touchpoint, stage, touchpoint };
      const kpi = touchpoint.kpis.find((each) => each.id === id);
      if (kpi) return { ...kpi, stage };
    }
    const own = [...stage.automations, ...stage.kpis].find((each) => each.id === id);
    if (own) return { ...own, stage };
  }
  return labelled.find((each) => each.id === id);
}

export function isEmotionItem(id: string): boolean {
  return id.endsWith(EMOTION);
}

/** The emotion that the curve shows at a touchpoint: the first persona's, else everybody's. */
export function shownEmotion(journey: Journey, { emotions }: Touchpoint): Emotion | undefined {
  const all = journey.stages.flatMap(({ touchpoints }) => touchpoints).flatMap((each) => each.emotions);
  const persona = all.find((each) => each.persona !== undefined)?.persona;
  return (
    emotions.find((each) => each.persona === persona) ?? emotions.find((each) => each.persona === undefined)
  );
}
