import type { Journey, Stage, Touchpoint } from '@journey/model';
import { departmentLabel } from '../scene/phrases/steps.ts';
import { placeOf } from '../scene/phrases/place.ts';
import type { Speech } from '../scene/phrases/speech.ts';

/** A touchpoint with everything around it, for tables. */
interface Row {
  readonly stage: Stage;
  readonly touchpoint: Touchpoint;
  readonly speech: Speech;
}

/** What a table of touchpoints says, in its order. Adding a column is adding a row here. */
const COLUMNS: readonly { readonly title: string; readonly of: (row: Row) => string | number }[] = [
  { title: 'stage', of: ({ stage }) => stage.label },
  { title: 'touchpoint', of: ({ touchpoint }) => touchpoint.label },
  { title: 'id', of: ({ touchpoint }) => touchpoint.id },
  { title: 'channel', of: ({ speech, touchpoint }) => placeOf(speech, touchpoint).channel ?? '' },
  { title: 'presence', of: ({ speech, touchpoint }) => placeOf(speech, touchpoint).presence ?? '' },
  {
    title: 'departments',
    of: ({ speech, touchpoint }) =>
      touchpoint.departments.map((id) => departmentLabel(speech, id)).join('; '),
  },
  { title: 'emotion', of: ({ touchpoint }) => touchpoint.emotions[0]?.value ?? '' },
  {
    title: 'quotes',
    of: ({ touchpoint }) =>
      [...touchpoint.emotions.flatMap(({ quote }) => quote ?? []), ...texts(touchpoint.quotes)].join('; '),
  },
  { title: 'moment of truth', of: ({ touchpoint }) => touchpoint.momentOfTruth?.text ?? '' },
  { title: 'break point', of: ({ touchpoint }) => touchpoint.breakPoint?.text ?? '' },
  { title: 'pains', of: ({ touchpoint }) => texts(touchpoint.pains).join('; ') },
  { title: 'opportunities', of: ({ touchpoint }) => texts(touchpoint.opportunities).join('; ') },
  { title: 'backstage', of: ({ touchpoint }) => texts(touchpoint.backstage).join('; ') },
  { title: 'status', of: ({ touchpoint }) => touchpoint.status },
];

/** All touchpoints of a journey, a row each under a row of titles. */
export function touchpointTable(speech: Speech, journey: Journey): (string | number)[][] {
  const rows = journey.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => COLUMNS.map(({ of }) => of({ stage, touchpoint, speech }))),
  );
  return [COLUMNS.map(({ title }) => title), ...rows];
}

function texts(notes: readonly { readonly text: string }[]): string[] {
  return notes.map(({ text }) => text);
}
