import { define, quoted } from './define.ts';

/** Stages, and what all parts of a map have: labels and lists of names. */
export const mapStageDiagnostics = {
  'missing-stages': define<{ model: string; stages: string; one: boolean }>({
    code: 'J0801',
    severity: 'information',
    message: ({ model, stages, one }) =>
      `The model ${quoted(model)} has ${one ? 'a stage' : 'stages'} that this journey lacks: ${stages}.`,
    help: {
      what: 'A journey follows a stage model and leaves some of its stages out. One that shows less than half of them means to.',
      why: 'The map would have a hole, and journeys of one model could not be compared stage by stage. Where it is meant, ignore the finding with a reason.',
      wrong: 'journey j { model buyer stage awareness stage consideration stage decision stage purchase }',
      right:
        'journey j { model buyer stage awareness stage consideration stage decision stage purchase stage post_purchase }',
    },
  }),
  'stage-order': define<{ stage: string; before: string; model: string }>({
    code: 'J0802',
    severity: 'information',
    message: ({ stage, before, model }) =>
      `In the model ${quoted(model)} the stage ${quoted(stage)} comes before ${quoted(before)}; here it comes after it.`,
    help: {
      what: "The stages of a journey stand in another order than its model's.",
      why: 'The map shows them in the order in which they are written.',
      wrong: 'journey j { model five_stage stage awareness stage purchase stage consideration }',
      right: 'journey j { model five_stage stage awareness stage consideration stage purchase }',
    },
  }),
  'empty-stage': define<{ stage: string }>({
    code: 'J0803',
    severity: 'hint',
    message: ({ stage }) =>
      `Nothing is in the stage ${quoted(stage)} yet: add a touchpoint, an automation or a KPI.`,
    help: {
      what: 'A stage has neither touchpoints nor automations nor anything else.',
      why: 'Its column of the map is empty.',
      wrong: 'journey j { stage awareness "Awareness" }',
      right: 'journey j { stage awareness "Awareness" { touchpoint search "Search results" on search } }',
    },
  }),
  'stage-played-twice': define<{ stage: string; other: string; plays: string }>({
    code: 'J0804',
    severity: 'warning',
    message: ({ stage, other, plays }) =>
      `The stages ${quoted(other)} and ${quoted(stage)} both play the model's ${quoted(plays)}; let one of them play another.`,
    help: {
      what: 'Two stages of a journey play the same stage of its model.',
      why: 'Nobody could say which of the two is meant where journeys are compared.',
      wrong: 'journey j { model five_stage stage consideration stage nurture as engagement }',
      right: 'journey j { model five_stage stage consideration stage nurture as purchase }',
    },
  }),
  'no-stages': define<{ journey: string }>({
    code: 'J0805',
    severity: 'hint',
    message: ({ journey }) =>
      `The journey ${quoted(journey)} has no stages, so its map is empty; add stages, or a model to take them from.`,
    help: {
      what: 'A journey has neither stages nor automations.',
      why: 'There is nothing to draw and nothing to run.',
      wrong: 'journey j "Our customers" { }',
      right: 'journey j "Our customers" { stage awareness { touchpoint search "Search results" on search } }',
    },
  }),
  'label-missing': define<{ name: string }>({
    code: 'J0810',
    severity: 'hint',
    message: ({ name }) =>
      `People read the name ${quoted(name)} here, among labels in another script; add a label.`,
    help: {
      what: 'A part of a map has no label, in a file whose labels are written from right to left.',
      why: 'The map shows the name instead, which stands out among the others.',
      wrong: 'journey j "מסע" { stage awareness "מודעות" { touchpoint search on search } }',
      right: 'journey j "מסע" { stage awareness "מודעות" { touchpoint search "תוצאות חיפוש" on search } }',
    },
  }),
  'empty-label': define<{ name: string }>({
    code: 'J0811',
    severity: 'warning',
    message: ({ name }) =>
      `The label of ${quoted(name)} is empty; write one, or remove it and the name is shown.`,
    help: {
      what: 'A label has no letters.',
      why: 'The map would show an empty box.',
      wrong: 'journey j { stage awareness "" { touchpoint search on search } }',
      right: 'journey j { stage awareness "Awareness" { touchpoint search on search } }',
    },
  }),
  'same-label': define<{ label: string; kind: string; line: number }>({
    code: 'J0812',
    severity: 'warning',
    message: ({ label, kind, line }) =>
      `The ${kind} in line ${line} is called ${quoted(label)} as well; people could not tell them apart.`,
    help: {
      what: 'Two stages, or two touchpoints, automations or KPIs of one stage, have the same label.',
      why: 'On the map and in reports nobody could tell which is which.',
      wrong:
        'journey j { stage first "Awareness" { touchpoint a on web } stage second "Awareness" { touchpoint b on web } }',
      right:
        'journey j { stage first "Awareness" { touchpoint a on web } stage second "Interest" { touchpoint b on web } }',
    },
  }),
};
