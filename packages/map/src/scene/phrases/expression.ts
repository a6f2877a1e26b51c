import { automationsOf, byId, formatClock } from '@journey/model';
import type { Argument, EventReference, Expression, Journey, Outlet, Stage } from '@journey/model';
import { durationWords } from './time.ts';
import { leftToRight } from '../bidi.ts';
import type { Speech } from './speech.ts';

type Kind = Expression['kind'];
type Wording = {
  readonly [K in Kind]: (speech: Speech, expression: Extract<Expression, { kind: K }>) => string;
};

/** How each kind of expression is said; a new kind doesn't compile without its row. */
const WORDING: Wording = {
  event: (speech, { system, event }) =>
    speech.fill(speech.words.labelled, {
      label: systemLabel(speech, system),
      text: speech.readable(event),
    }),
  stageEvent: (speech, { stage, event }) =>
    speech.fill(event === 'entered' ? speech.words.enters : speech.words.leaves, {
      stage: stageLabel(speech, stage),
    }),
  engagement: (speech, { engagement, message, link }) =>
    link === undefined
      ? speech.fill(speech.words.engagement[engagement], { message: messageLabel(speech, message) })
      : speech.fill(speech.words.clickedLink, {
          message: messageLabel(speech, message),
          link: leftToRight(link.replace(/^https?:\/\/(www\.)?|\/$/gi, '')),
        }),
  text: (speech, { value }) => speech.fill(speech.words.quotation, { text: value }),
  number: (speech, { value }) => speech.number(value),
  boolean: (speech, { value }) => (value ? speech.words.yes : speech.words.no),
  money: (speech, { amount, currency }) => speech.money(amount, currency),
  percent: (speech, { value }) => speech.percent(value),
  duration: (speech, { duration }) => durationWords(speech, duration),
  clock: (_speech, { time }) => leftToRight(formatClock(time)),
  date: (speech, { value }) => speech.date(value),
  choice: (speech, { value }) => speech.readable(value),
  list: (speech, { items }) =>
    speech.list(
      items.map((item) => expressionWords(speech, item)),
      'or',
    ),
  env: (_speech, { name }) => leftToRight(name),
  variable: (speech, { name }) => speech.readable(name),
  customer: (speech) => speech.words.customer,
  now: (speech) => speech.words.now,
  given: (speech, { name }) => speech.readable(name),
  field: (speech, { of, field }) => fieldWords(speech, expressionWords(speech, of), field),
  setting: (speech, { system, setting }) => fieldWords(speech, systemLabel(speech, system), setting),
  measure: (speech, { system, measure }) => fieldWords(speech, systemLabel(speech, system), measure),
  record: (speech, { system, record }) => fieldWords(speech, systemLabel(speech, system), record),
  kpi: (speech, { kpi }) => kpiLabel(speech, kpi),
  segment: (speech, { segment }) => segmentLabel(speech, segment),
  underWay: (speech, { of, id }) =>
    speech.fill(speech.words.underWay, {
      label: of === 'journey' ? journeyLabel(speech, id) : automationLabel(speech, id),
    }),
  call: (speech, call) => callWords(speech, call.function, call.arguments),
  actionCall: (speech, { system, action }) =>
    speech.fill(speech.words.labelled, {
      label: systemLabel(speech, system),
      text: speech.readable(action),
    }),
  binary: (speech, { operator, left, right }) =>
    speech.fill(speech.words.operators[operator], {
      left: expressionWords(speech, left),
      right: expressionWords(speech, right),
    }),
  unary: (speech, { operator, operand }) =>
    operator === 'not'
      ? speech.fill(speech.words.not, { what: expressionWords(speech, operand) })
      : leftToRight(`−${expressionWords(speech, operand)}`),
  between: (speech, { from, to }) =>
    speech.fill(speech.words.between, {
      from: expressionWords(speech, from),
      to: expressionWords(speech, to),
    }),
  fromNow: (speech, { duration }) =>
    speech.fill(speech.words.fromNow, { duration: durationWords(speech, duration) }),
  businessDays: (speech, { days }) => speech.plural(speech.words.businessDays, days),
};

/** What an expression says, in words that people read: "the score of the answer at least 9". */
export function expressionWords<K extends Kind>(
  speech: Speech,
  expression: Extract<Expression, { kind: K }>,
): string {
  const kind: K = expression.kind;
  return WORDING[kind](speech, expression);
}

export function eventWords(speech: Speech, event: EventReference): string {
  return expressionWords(speech, event);
}

/** Fields that say when something is, or when it is over, are said by what they belong to. */
const MOMENT_FIELDS: Readonly<Record<string, 'startOf' | 'endOf'>> = {
  start: 'startOf',
  starts_at: 'startOf',
  end: 'endOf',
  ends_at: 'endOf',
};

export function isMomentField(field: string): boolean {
  return Object.hasOwn(MOMENT_FIELDS, field);
}

function fieldWords(speech: Speech, owner: string, field: string): string {
  const moment = Object.hasOwn(MOMENT_FIELDS, field) ? MOMENT_FIELDS[field] : undefined;
  return speech.fill(speech.words[moment ?? 'fieldOf'], { owner, field: speech.readable(field) });
}

function callWords(speech: Speech, name: string, args: readonly Argument[]): string {
  const [only, ...more] = args;
  const values = args.map(({ value }) => expressionWords(speech, value));
  const within = more.find((argument) => argument.name === 'within');
  if (within && only) {
    const phrase = callWords(speech, name, [only]);
    return speech.fill(speech.words.within, { phrase, duration: expressionWords(speech, within.value) });
  }
  if (name === 'happened' && only && more.length === 0) return values[0] ?? '';
  const measure = only && measureWords(speech, name, only);
  if (measure !== undefined && only) {
    const [what = '', second = ''] = values;
    const of = only.of ? expressionWords(speech, only.of) : '';
    const own = speech.fill(measure, { what, second, of });
    const isLater = more.some((argument) => argument.name === 'after');
    const phrase = isLater ? speech.fill(speech.words.later, { phrase: own, duration: second }) : own;
    return only.by ? speech.fill(speech.words.per, { phrase, by: expressionWords(speech, only.by) }) : phrase;
  }
  return `${speech.readable(name)} (${values.join(speech.words.listSeparator)})`;
}

/** How a measure is said; of a cohort in words of its own, where it has some. */
function measureWords(speech: Speech, name: string, { of }: Argument): string | undefined {
  const { measures } = speech.words;
  const key = of && Object.hasOwn(measures, `${name}Of`) ? `${name}Of` : name;
  return Object.hasOwn(measures, key) ? measures[key] : undefined;
}

export function systemLabel(speech: Speech, id: string): string {
  const system = byId(speech.model.systems, id);
  return system ? speech.label(system) : speech.readable(id);
}

export function outletLabel(speech: Speech, { kind, id }: Outlet): string {
  const channel = kind === 'channel' ? byId(speech.model.channels, id) : undefined;
  return channel ? speech.label(channel) : systemLabel(speech, id);
}

/** What is said only of messages that go out by these, where there are any. */
export function onOutlets(speech: Speech, outlets: readonly Outlet[], text: string): string {
  if (outlets.length === 0) return text;
  const label = speech.list(
    outlets.map((outlet) => outletLabel(speech, outlet)),
    'and',
  );
  return speech.fill(speech.words.labelled, { label, text });
}

export function segmentLabel(speech: Speech, id: string): string {
  return byId(speech.model.segments, id)?.label ?? speech.readable(id);
}

function journeyLabel(speech: Speech, id: string): string {
  return byId(allJourneys(speech), id)?.label ?? speech.readable(id);
}

function automationLabel(speech: Speech, id: string): string {
  const all = [
    ...speech.model.automations,
    ...allJourneys(speech).flatMap((journey) => automationsOf(journey).map(({ automation }) => automation)),
  ];
  return byId(all, id)?.label ?? speech.readable(id.split('.').at(-1) ?? id);
}

export function messageLabel(speech: Speech, id: string): string {
  return byId(speech.model.messages, id)?.label ?? speech.readable(id);
}

export function stageLabel(speech: Speech, id: string): string {
  return findStage(allJourneys(speech), id)?.label ?? speech.readable(id.split('.').at(-1) ?? id);
}

/** The map's own, and those that its stages are. */
function allJourneys({ model }: Speech): readonly Journey[] {
  return [...model.journeys, ...model.linkedJourneys];
}

function findStage(journeys: readonly Journey[], id: string): Stage | undefined {
  for (const journey of journeys) {
    const stage = journey.stages.find((candidate) => candidate.id === id);
    if (stage) return stage;
  }
  return undefined;
}

function kpiLabel(speech: Speech, id: string): string {
  for (const journey of allJourneys(speech)) {
    const found = [...journey.kpis, ...journey.stages.flatMap((stage) => stage.kpis)].find(
      (kpi) => kpi.id === id,
    );
    if (found) return found.label;
  }
  return speech.readable(id.split('.').at(-1) ?? id);
}
