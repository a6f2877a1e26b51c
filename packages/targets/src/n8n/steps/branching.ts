import type { Branch, Step, StepOf } from '@journey/model';
import { allSteps, splitName } from '@journey/model';
import { compile } from '../javascript/expression.ts';
import { drawFor } from '../javascript/draw.ts';
import { literal } from '../javascript/literal.ts';
import { choose, fork, set } from '../nodes.ts';
import { pauseId } from '../shared/moments-code.ts';
import type { Port } from '../workflow.ts';
import { describe } from './describe.ts';
import {
  about,
  add,
  askPolicy,
  callStep,
  lookUp,
  pauseAt,
  question,
  type StepBuild,
  type StepCompiler,
} from './build.ts';

export const decide: StepCompiler<'if'> = (build, step, after) => {
  const [first, ...others] = step.branches;
  if (first !== undefined && others.length === 0) {
    const name = build.context.words.steps.if(describe(first.condition, build.context));
    const forked = add(
      build,
      after,
      fork(about(build, step, name, first.source), compile(first.condition, build.scope)),
    );
    const otherwise: Port = { ...forked, output: 1 };
    return [
      ...branch(build, first, forked),
      ...(step.otherwise ? branch(build, step.otherwise, otherwise) : [otherwise]),
    ];
  }
  return cases(
    build,
    step,
    build.context.words.steps.ifs,
    step.branches.map(({ condition }) => compile(condition, build.scope)),
    step.branches,
    step.otherwise,
    after,
  );
};

export const choice: StepCompiler<'switch'> = (build, step, after) => {
  const { scope } = build;
  const subject = step.subject && compile(step.subject, scope);
  const conditions = step.cases.map(({ condition }) => {
    const value = compile(condition, scope);
    if (subject === undefined) return value;
    return condition.kind === 'list' ? `${value}.includes(${subject})` : `(${subject}) == (${value})`;
  });
  return cases(build, step, build.context.words.steps.switch, conditions, step.cases, step.otherwise, after);
};

/**
 * The customer always gets the same branch: the draw is a hash of the customer and the split's name, which moves when
 * neither steps are added nor other automations change.
 */
export const split: StepCompiler<'split'> = (build, step, after) => {
  const key = step.by === undefined ? '$json.contact' : `String(${compile(step.by, build.scope)})`;
  const salt = splitName(build.automation.id, step.id);
  const draw = drawFor(`${key} + ${literal(salt)}`);
  const name = build.context.words.steps.split(step.branches);
  const asked =
    step.winner === undefined ? after : [askForBest(build, step, name, after, { salt, key, draw })];
  let bound = 0;
  const bounds = step.branches.map(({ percent }) => (bound += percent * 100));
  const way =
    step.winner === undefined
      ? `((draw) => { const way = ${literal(bounds)}.findIndex((bound) => draw < bound); return way < 0 ? ${step.branches.length} : way; })(${draw})`
      : '$json.way';
  const drawn = add(build, asked, choose(about(build, step, name), step.branches.length + 1, way));
  // Percentages below 100 in sum leave some customers to whom none of the branches applies.
  const rest: Port = { ...drawn, output: step.branches.length };
  return [...step.branches.flatMap((one, way) => branch(build, one, { ...drawn, output: way })), rest];
};

/** Which branch it is is decided apart: it depends on all who have come to the split. */
function askForBest(
  build: StepBuild,
  step: StepOf<'split'>,
  name: string,
  after: readonly Port[],
  { salt, key, draw }: Readonly<Record<'salt' | 'key' | 'draw', string>>,
): Port {
  const described = about(build, step, `${name}: ${build.context.words.node('Which branch?')}`);
  const asked = question(build, step.id, 'split', [
    ['split', literal(salt)],
    ['by', key],
    ['key', `${literal(`${salt} `)} + ${key}`],
    ['draw', draw],
  ]);
  return add(build, after, callStep(described, build.context.callee('winner'), asked));
}

export const repeat: StepCompiler<'repeat'> = (build, step, after) => {
  const { scope } = build;
  const turn = newTurn(build, step, after, repeatName(build, step));
  const met = step.until === undefined ? 'false' : compile(step.until, scope);
  const used = step.atMost === undefined ? 'false' : `$json.turns[${literal(step.id)}] > ${step.atMost}`;
  const over = add(
    build,
    lookUp(build, step, [turn]),
    fork(about(build, step, build.context.words.node('Enough?')), `${met} || ${used}`),
  );
  const done = build.steps(step.steps, [{ ...over, output: 1 }], { loops: [...build.loops, step.id] });
  const every = everyName(build, step);
  if (every === undefined) {
    build.flow.loop(done, turn.node);
  } else {
    const loops = [...build.loops, step.id];
    const waited = pauseAt(build, step, done, every, pauseId(step), loops);
    build.flow.loop([waited], turn.node);
  }
  return [over];
};

export const forEach: StepCompiler<'forEach'> = (build, step, after) => {
  const items = compile(step.list, build.scope);
  const turn = newTurn(build, step, after, build.context.words.steps.forEach(step.item), [
    ['item', literal(step.item)],
    ['items', `(${items} ?? [])`],
  ]);
  const over = add(
    build,
    [turn],
    fork(
      about(build, step, build.context.words.node('All done?')),
      `$json.turns[${literal(step.id)}] > (${items} ?? []).length`,
    ),
  );
  build.flow.loop(
    build.steps(step.steps, [{ ...over, output: 1 }], { loops: [...build.loops, step.id] }),
    turn.node,
  );
  return [over];
};

/**
 * What fails inside is tried again from the first step on; what was done already is not done twice. The count of tries
 * is part of the customer's state.
 */
export const attempt: StepCompiler<'try'> = (build, step, after) => {
  const key = literal(step.id);
  const begin = add(build, after, set(about(build, step, build.context.words.steps.try), '$json'));
  const failures: Port[] = [];
  const done = build.steps(step.steps, [begin], { failures });
  if (failures.length === 0) return done;
  const counted = add(
    build,
    failures,
    set(
      about(build, step, build.context.words.node('It failed')),
      `{ ...$json, error: undefined, turns: { ...$json.turns, [${key}]: ($json.turns?.[${key}] ?? 0) + 1 } }`,
    ),
  );
  const again = add(
    build,
    [counted],
    fork(about(build, step, build.context.words.node('Again?')), `$json.turns[${key}] <= ${step.retries}`),
  );
  const waited = pauseAt(
    build,
    step,
    [again],
    build.context.words.node('before the next try'),
    pauseId(step),
    [...build.loops, step.id],
  );
  build.flow.loop([waited], begin.node);
  return [...done, ...build.steps(step.onFailure, [{ ...again, output: 1 }])];
};

function newTurn(
  build: StepBuild,
  step: Step,
  after: readonly Port[],
  name: string,
  more: readonly (readonly [string, string])[] = [],
): Port {
  const inner = [...allSteps([step])].filter(
    ({ id, kind }) => id !== step.id && (kind === 'repeat' || kind === 'forEach' || kind === 'try'),
  );
  const asked = question(build, step.id, 'turn', [['inner', literal(inner.map(({ id }) => id))], ...more]);
  return askPolicy(build, about(build, step, name), after, asked);
}

function cases(
  build: StepBuild,
  step: Step,
  name: string,
  conditions: readonly string[],
  branches: readonly Branch[],
  otherwise: Branch | undefined,
  after: readonly Port[],
): readonly Port[] {
  const way = conditions.map((condition, index) => `${condition} ? ${index} : `).join('');
  const chosen = add(
    build,
    after,
    choose(about(build, step, name), conditions.length + 1, `${way}${conditions.length}`),
  );
  const rest: Port = { ...chosen, output: conditions.length };
  return [
    ...branches.flatMap((one, index) => branch(build, one, { ...chosen, output: index })),
    ...(otherwise ? branch(build, otherwise, rest) : [rest]),
  ];
}

function branch(build: StepBuild, { steps }: Branch, from: Port): readonly Port[] {
  return build.steps(steps, [from]);
}

function repeatName(build: StepBuild, step: StepOf<'repeat'>): string {
  const until = step.until && describe(step.until, build.context);
  return build.context.words.steps.repeat(everyName(build, step), until, step.atMost);
}

function everyName(build: StepBuild, { every }: StepOf<'repeat'>): string | undefined {
  const words = build.context.words.steps;
  return every && words.every(words.duration(every));
}
