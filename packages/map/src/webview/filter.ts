import { allSteps, automationsOf, byId } from '@journey/model';
import type { Automation, Journey, JourneyModel, Touchpoint } from '@journey/model';

/** What touchpoints and automations can be told apart by. */
export const FILTER_KEYS = ['persona', 'channel', 'department', 'system'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What alone is shown in full; everything where nothing is said. */
export type Filter = Readonly<Partial<Record<FilterKey, string>>>;

interface Criterion {
  readonly ofTouchpoint: (touchpoint: Touchpoint) => readonly string[];
  readonly ofAutomation: (automation: Automation, model: JourneyModel) => readonly string[];
  readonly labelled: (model: JourneyModel) => readonly { readonly id: string; readonly label: string }[];
}

const CRITERIA: Readonly<Record<FilterKey, Criterion>> = {
  persona: {
    ofTouchpoint: ({ personas, emotions }) => [
      ...personas,
      ...emotions.flatMap(({ persona }) => persona ?? []),
    ],
    ofAutomation: () => [],
    labelled: ({ personas }) => personas,
  },
  channel: {
    ofTouchpoint: ({ channel }) => (channel === undefined ? [] : [channel]),
    ofAutomation: () => [],
    labelled: ({ channels }) => channels,
  },
  department: {
    ofTouchpoint: ({ departments }) => departments,
    ofAutomation: ({ steps }) =>
      [...allSteps(steps)].flatMap((step) => (step.kind === 'notify' ? [step.department] : [])),
    labelled: ({ departments }) => departments,
  },
  system: {
    ofTouchpoint: () => [],
    ofAutomation: (automation, model) => systemsOf(automation, model),
    labelled: ({ systems }) => systems,
  },
};

/** What of each kind the journey has, to choose from. */
export function choicesOf(
  journey: Journey,
  model: JourneyModel,
): Readonly<Record<FilterKey, readonly { readonly id: string; readonly label: string }[]>> {
  const used = (key: FilterKey) => {
    const { ofTouchpoint, ofAutomation, labelled } = CRITERIA[key];
    const ids = new Set([
      ...touchpointsOf(journey).flatMap(ofTouchpoint),
      ...automationsOf(journey).flatMap(({ automation }) => ofAutomation(automation, model)),
    ]);
    return labelled(model).filter(({ id }) => ids.has(id));
  };
  return {
    persona: used('persona'),
    channel: used('channel'),
    department: used('department'),
    system: used('system'),
  };
}

/** Whether an item, by its id, belongs to a touchpoint or an automation that the filter leaves out. */
export function leftOut(journey: Journey, model: JourneyModel, filter: Filter): (id: string) => boolean {
  const keys = FILTER_KEYS.filter((key) => filter[key] !== undefined);
  if (keys.length === 0) return () => false;
  const fits = (of: (criterion: Criterion) => readonly string[]): boolean =>
    keys.every((key) => of(CRITERIA[key]).includes(filter[key] ?? ''));
  const out = [
    ...touchpointsOf(journey)
      .filter((touchpoint) => !fits(({ ofTouchpoint }) => ofTouchpoint(touchpoint)))
      .map(({ id }) => id),
    ...automationsOf(journey)
      .filter(({ automation }) => !fits(({ ofAutomation }) => ofAutomation(automation, model)))
      .map(({ automation }) => automation.id),
  ];
  const ids = new Set(out);
  return (id) => ids.has(id.split(/[#/]/, 1)[0] ?? id);
}

function touchpointsOf(journey: Journey): Touchpoint[] {
  return journey.stages.flatMap(({ touchpoints }) => touchpoints);
}

function systemsOf({ steps }: Automation, model: JourneyModel): string[] {
  return [...allSteps(steps)].flatMap((step) => {
    if (step.kind === 'send') return byId(model.messages, step.message)?.system ?? [];
    if (step.kind === 'action') return [step.system];
    return step.kind === 'let' && step.value.kind === 'actionCall' ? [step.value.system] : [];
  });
}
