import type { Emotion, Journey, Kpi, SourceRange, Stage, Touchpoint } from '@journey/model';

/** What of a journey an item of the map shows, where that can be changed from the map. */
export type Part =
  | { readonly kind: 'labelled'; readonly label: string; readonly source: SourceRange }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'touchpoint'; readonly stage: Stage; readonly touchpoint: Touchpoint }
  | {
      readonly kind: 'emotion';
      readonly stage: Stage;
      readonly touchpoint: Touchpoint;
      readonly emotion: Emotion | undefined;
    };

const EMOTION = '#emotion';

/**
 * The part that an item shows; undefined where it shows something that is only changed in the text.
 * @param source where the item leads: a touchpoint may have several emotions, and its point shows one
 */
export function partOf(journey: Journey, id: string, source: SourceRange | undefined): Part | undefined {
  if (id === journey.id) return { kind: 'labelled', label: journey.label, source: journey.source };
  for (const stage of journey.stages) {
    if (stage.id === id) return { kind: 'stage', stage };
    for (const touchpoint of stage.touchpoints) {
      if (touchpoint.id === id) return { kind: 'touchpoint', stage, touchpoint };
      if (touchpoint.id + EMOTION !== id) continue;
      const emotion = touchpoint.emotions.find((each) => isSame(each.source, source));
      return { kind: 'emotion', stage, touchpoint, emotion };
    }
  }
  const labelled = labelledParts(journey).find((each) => each.id === id);
  return labelled && { kind: 'labelled', label: labelled.label, source: labelled.source };
}

/** What is renamed when somebody renames the item: a point of the curve has its touchpoint's label. */
export function labelOf(part: Part): { readonly label: string; readonly source: SourceRange } {
  switch (part.kind) {
    case 'labelled':
      return part;
    case 'stage':
      return part.stage;
    case 'touchpoint':
    case 'emotion':
      return part.touchpoint;
  }
}

function labelledParts(journey: Journey): { id: string; label: string; source: SourceRange }[] {
  const owners = [journey, ...journey.stages];
  const kpis: readonly Kpi[] = [
    ...owners.flatMap((owner) => owner.kpis),
    ...journey.stages.flatMap(({ touchpoints }) => touchpoints.flatMap((touchpoint) => touchpoint.kpis)),
  ];
  return [...owners.flatMap(({ automations }) => automations), ...kpis];
}

function isSame(one: SourceRange, other: SourceRange | undefined): boolean {
  return (
    other !== undefined &&
    one.file === other.file &&
    one.start.line === other.start.line &&
    one.start.character === other.start.character
  );
}
