import { byId } from '@journey/model';
import type {
  Branch,
  Opening,
  SourceRange,
  SplitWinner,
  Step,
  StepKind,
  StepOf,
  Wait,
  Weekday,
} from '@journey/model';
import { lettersOf, messageIcon } from './message.ts';
import { branchWords, splitWords } from './condition.ts';
import { expressionWords, messageLabel, stageLabel, systemLabel } from './expression.ts';
import { clockWords, durationWords, hoursWords, momentWords, weekdayWords } from './time.ts';
import type { IconName } from '../icons.ts';
import { standalone } from './speech.ts';
import type { Speech } from './speech.ts';

/** One line of an automation's card: a step, or the head of a branch. */
export interface StepLine {
  /** The step's own id, with the branch's place after it. */
  readonly id: string;
  readonly depth: number;
  readonly kind: 'step' | 'branch';
  readonly icon: IconName;
  readonly text: string;
  /** What a screen reader says where the icon carries a part of the meaning. */
  readonly spoken: string;
  readonly source: SourceRange;
}

export interface Said {
  readonly icon: IconName;
  readonly text: string;
  readonly spoken?: string;
  /** What happens inside, under heads of their own where there are several ways. */
  readonly inside?: readonly Inside[];
}

export interface Inside {
  readonly head?: string;
  readonly source?: SourceRange;
  readonly steps: readonly Step[];
}

/** The steps of an automation line by line, what is inside a step one level deeper. */
export function stepLines(speech: Speech, steps: readonly Step[]): StepLine[] {
  const lines: StepLine[] = [];
  addLines(speech, steps, 0, lines);
  return lines;
}

function addLines(speech: Speech, steps: readonly Step[], depth: number, lines: StepLine[]): void {
  for (const step of steps) {
    const { icon, text, spoken = text, inside } = sayStep(speech, step);
    lines.push({ id: step.id, depth, kind: 'step', icon, text, spoken, source: step.source });
    if (!inside) continue;
    for (const [index, part] of inside.entries()) {
      if (part.head !== undefined) lines.push(headLine(step, part.head, part.source, index, depth + 1));
      addLines(speech, part.steps, part.head === undefined ? depth + 1 : depth + 2, lines);
    }
  }
}

function headLine(
  step: Step,
  head: string,
  source: SourceRange | undefined,
  index: number,
  depth: number,
): StepLine {
  return {
    id: `${step.id}/${index}`,
    depth,
    kind: 'branch',
    icon: 'dot',
    text: head,
    spoken: head,
    source: source ?? step.source,
  };
}

type Wording = { readonly [K in StepKind]: (speech: Speech, step: StepOf<K>) => Said };

/** How each kind of step is said; a new kind doesn't compile without its row. */
const WORDING: Wording = {
  send: (speech, { message }) => sayMessage(speech, message),
  action: (speech, { system, action }) => ({ icon: 'gear', text: actionWords(speech, system, action) }),
  let: (speech, { name, value }) =>
    value.kind === 'actionCall'
      ? { icon: 'gear', text: expressionWords(speech, value) }
      : {
          icon: 'equals',
          text: speech.fill('{name} = {value}', {
            name: speech.readable(name),
            value: expressionWords(speech, value),
          }),
        },
  wait: (speech, { wait }) => sayWait(speech, wait),
  at: (speech, { moment, steps }) => ({
    icon: 'clock',
    text: standalone(momentWords(speech, moment)),
    inside: [{ steps }],
  }),
  if: (speech, { branches, otherwise }) => sayIf(speech, branches, otherwise),
  switch: (speech, { subject, cases, otherwise }) => ({
    icon: 'question',
    text: subject
      ? speech.fill(speech.words.chooseBy, { subject: expressionWords(speech, subject) })
      : speech.words.choose,
    inside: [
      ...cases.map(({ condition, steps, source }) => ({
        head: speech.fill(speech.words.inCase, { condition: expressionWords(speech, condition) }),
        source,
        steps,
      })),
      ...otherwiseOf(speech, otherwise),
    ],
  }),
  split: (speech, { branches, winner }) => ({
    icon: 'fork',
    text: winner ? winnerWords(speech, winner) : speech.words.split,
    inside: branches.map((branch) => ({
      head: [
        splitWords(speech, branch.percent, branch),
        ...(branch.holdout ? [speech.words.holdout] : []),
      ].join(' · '),
      source: branch.source,
      steps: branch.steps,
    })),
  }),
  repeat: (speech, step) => ({
    icon: 'loop',
    text: repeatWords(speech, step),
    inside: [{ steps: step.steps }],
  }),
  forEach: (speech, { item, list, steps }) => ({
    icon: 'loop',
    text: speech.fill(speech.words.forEach, {
      item: speech.readable(item),
      list: expressionWords(speech, list),
    }),
    inside: [{ steps }],
  }),
  parallel: (speech, { branches, first }) => ({
    icon: 'parallel',
    text: [
      speech.words.parallel,
      ...(first === undefined
        ? []
        : [speech.fill(speech.words.untilBranches, { number: speech.number(first) })]),
    ].join(speech.words.listSeparator),
    inside: branches.map((branch, index) => ({
      head:
        branchWords(speech, branch) ?? speech.fill(speech.words.branch, { number: speech.number(index + 1) }),
      source: branch.source,
      steps: branch.steps,
    })),
  }),
  try: (speech, step) => sayTry(speech, step),
  notify: (speech, { department, text }) => ({
    icon: 'bell',
    text: speech.fill(speech.words.labelled, {
      label: speech.fill(speech.words.notify, { department: departmentLabel(speech, department) }),
      text: speech.fill(speech.words.quotation, { text: lettersOf(speech, text) }),
    }),
  }),
  move: (speech, { stage }) => ({
    icon: 'arrow',
    text: speech.fill(speech.words.move, { stage: stageLabel(speech, stage) }),
  }),
  run: (speech, { target }) => ({
    icon: 'play',
    text: speech.fill(speech.words.run, { target: targetLabel(speech, target) }),
  }),
  stop: (speech) => ({ icon: 'stop', text: speech.words.stop }),
  exit: (speech, { reason }) => ({
    icon: 'exit',
    text:
      reason === undefined
        ? speech.words.exit
        : speech.fill(speech.words.labelled, { label: speech.words.exit, text: reason }),
  }),
};

export function sayStep<K extends StepKind>(speech: Speech, step: StepOf<K>): Said {
  const kind: K = step.kind;
  return WORDING[kind](speech, step);
}

function sayMessage(speech: Speech, id: string): Said {
  const message = byId(speech.model.messages, id);
  const label = messageLabel(speech, id);
  return {
    icon: messageIcon(speech, id),
    text: label,
    spoken: speech.fill(speech.words.send, {
      message: label,
      system: message ? systemLabel(speech, message.system) : '',
    }),
  };
}

function actionWords(speech: Speech, system: string, action: string): string {
  return speech.fill(speech.words.labelled, {
    label: systemLabel(speech, system),
    text: speech.readable(action),
  });
}

function sayWait(speech: Speech, wait: Wait): Said {
  switch (wait.kind) {
    case 'duration':
      return {
        icon: 'clock',
        text: speech.fill(speech.words.wait, { duration: durationWords(speech, wait.duration) }),
      };
    case 'businessDays':
      return {
        icon: 'clock',
        text: speech.fill(speech.words.wait, {
          duration: speech.plural(speech.words.businessDays, wait.days),
        }),
      };
    case 'until': {
      const parts = [...daysWords(speech, wait.days), ...(wait.clock ? [clockWords(wait.clock)] : [])];
      return waitUntil(speech, parts.join(speech.words.listSeparator));
    }
    case 'moment':
      return waitUntil(speech, momentWords(speech, wait.moment));
    case 'opening':
      return waitUntil(speech, openingWords(speech, wait.of));
    case 'event': {
      const event = speech.fill(speech.words.waitFor, { event: expressionWords(speech, wait.condition) });
      return {
        icon: 'hourglass',
        text: [event, ...limitWords(speech, wait)].join(speech.words.listSeparator),
        inside: wait.onTimeout.length > 0 ? [{ head: speech.words.timeout, steps: wait.onTimeout }] : [],
      };
    }
  }
}

function waitUntil(speech: Speech, moment: string): Said {
  return { icon: 'clock', text: speech.fill(speech.words.waitUntil, { moment }) };
}

function daysWords(speech: Speech, days: 'business' | readonly Weekday[] | undefined): string[] {
  if (days === 'business') return [speech.words.schedule.businessDay];
  if (days === undefined) return [];
  return [
    speech.list(
      days.map((day) => weekdayWords(speech, day)),
      'or',
    ),
  ];
}

function openingWords(speech: Speech, opening: Opening): string {
  if (opening.kind !== 'hours') return speech.words.openings[opening.kind];
  const hours = hoursWords(opening);
  return [...daysWords(speech, opening.days), hours].join(speech.words.listSeparator);
}

function limitWords(speech: Speech, { upTo, by }: Extract<Wait, { kind: 'event' }>): string[] {
  if (by) return [speech.fill(speech.words.until, { condition: momentWords(speech, by) })];
  return upTo ? [speech.fill(speech.words.upTo, { duration: durationWords(speech, upTo) })] : [];
}

/** One condition stands in the line itself; further ones get heads of their own. */
function sayIf(speech: Speech, branches: StepOf<'if'>['branches'], otherwise: Branch | undefined): Said {
  const [first, ...more] = branches;
  return {
    icon: 'question',
    text: first ? speech.fill(speech.words.if, { condition: expressionWords(speech, first.condition) }) : '',
    inside: [
      ...(first ? [{ steps: first.steps }] : []),
      ...more.map(({ condition, steps, source }) => ({
        head: speech.fill(speech.words.orIf, { condition: expressionWords(speech, condition) }),
        source,
        steps,
      })),
      ...otherwiseOf(speech, otherwise),
    ],
  };
}

function otherwiseOf(speech: Speech, otherwise: Branch | undefined): Inside[] {
  return otherwise
    ? [{ head: speech.words.otherwise, source: otherwise.source, steps: otherwise.steps }]
    : [];
}

function repeatWords(speech: Speech, { every, until, atMost }: StepOf<'repeat'>): string {
  const { words } = speech;
  const parts = [
    every ? speech.fill(words.every, { what: durationWords(speech, every) }) : words.repeat,
    ...(until ? [speech.fill(words.until, { condition: expressionWords(speech, until) })] : []),
    ...(atMost === undefined
      ? []
      : [speech.fill(words.atMost, { times: speech.plural(words.times, atMost) })]),
  ];
  return parts.join(words.listSeparator);
}

function sayTry(speech: Speech, { steps, retries, every, onFailure }: StepOf<'try'>): Said {
  const { words } = speech;
  const parts = [
    words.try,
    ...(retries > 0 ? [speech.fill(words.retries, { times: speech.plural(words.times, retries) })] : []),
    ...(every ? [speech.fill(words.every, { what: durationWords(speech, every) })] : []),
  ];
  return {
    icon: 'shield',
    text: parts.join(words.listSeparator),
    inside: [{ steps }, ...(onFailure.length > 0 ? [{ head: words.onFailure, steps: onFailure }] : [])],
  };
}

function winnerWords(speech: Speech, { by, after }: SplitWinner): string {
  const { words } = speech;
  return speech.fill(words.splitWinner, {
    duration: durationWords(speech, after),
    what: by.kind === 'event' ? expressionWords(speech, by.event) : words.reactions[by.engagement],
  });
}

export function departmentLabel(speech: Speech, id: string): string {
  const department = byId(speech.model.departments, id);
  return department ? speech.label(department) : speech.readable(id);
}

function targetLabel(speech: Speech, target: StepOf<'run'>['target']): string {
  const { journeys, automations } = speech.model;
  if (target.kind === 'journey') return byId(journeys, target.id)?.label ?? speech.readable(target.id);
  const all = [
    ...automations,
    ...journeys.flatMap((journey) => [
      ...journey.automations,
      ...journey.stages.flatMap((stage) => stage.automations),
    ]),
  ];
  return byId(all, target.id)?.label ?? speech.readable(target.id.split('.').at(-1) ?? target.id);
}
