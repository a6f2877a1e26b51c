import {
  allSteps,
  byId,
  conditionsOf,
  contentsOf,
  expressionsOf,
  partsOf,
  valuesOf,
  type Automation,
  type Expression,
  type JourneyModel,
  type Message,
  type SourceRange,
  type Step,
  type StepOf,
  type Trigger,
} from '@journey/model';
import { insert, remove, type Fix } from '../../diagnostics/fix.ts';
import type { Find, ModelCheck } from '../check.ts';
import { automationsIn, coversEverybody, ends } from './automations.ts';
import { placeOf } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Values that are used where no step, or not every way to the step, has set them. */
export const checkVariables: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) new VariableFlow(model, automation, find).check();
};

/** What is known of the automation's values at a point of it. */
interface Known {
  /** Set on every way here. */
  readonly always: ReadonlySet<string>;
  /** Set on some way here, and the wait whose end without its event leaves it unset. */
  readonly sometimes: ReadonlyMap<string, StepOf<'wait'> | undefined>;
}

class VariableFlow {
  private readonly model: JourneyModel;
  private readonly automation: Automation;
  private readonly find: Find;
  private readonly tracked: ReadonlySet<string>;
  private readonly reported = new Set<string>();

  constructor(model: JourneyModel, automation: Automation, find: Find) {
    this.model = model;
    this.automation = automation;
    this.find = find;
    this.tracked = new Set([
      ...automation.triggers.flatMap(namesBroughtBy),
      ...[...allSteps(automation.steps)].flatMap((step) => nameSetBy(step) ?? []),
    ]);
  }

  check(): void {
    const { triggers, parameters } = this.automation;
    const names = new Set(triggers.flatMap(namesBroughtBy));
    const always = [...names].filter((name) =>
      triggers.every((trigger) => namesBroughtBy(trigger).includes(name)),
    );
    this.list(this.automation.steps, {
      always: new Set([...always, ...parameters.map(({ name }) => name)]),
      sometimes: new Map([...names].map((name) => [name, undefined])),
    });
  }

  private list(steps: readonly Step[], known: Known): Known {
    return steps.reduce((before, step) => this.step(step, before), known);
  }

  private step(step: Step, known: Known): Known {
    this.uses(step, known);
    switch (step.kind) {
      case 'if':
      case 'switch':
      case 'split':
        return this.alternatives(step, known);
      case 'wait':
        return this.wait(step, known);
      case 'parallel':
        return step.branches
          .map((branch) => this.list(branch.steps, known))
          .reduce(
            (one, other) => ({
              always: new Set([...one.always, ...other.always]),
              sometimes: new Map([...one.sometimes, ...other.sometimes]),
            }),
            known,
          );
      case 'try':
        return this.attempt(step, known);
      case 'at':
      case 'repeat':
      case 'forEach':
        return maybe(known, this.list(step.steps, known));
      default: {
        const name = nameSetBy(step);
        return name === undefined ? known : withAlways(known, [name]);
      }
    }
  }

  private alternatives(step: StepOf<'if'> | StepOf<'switch'> | StepOf<'split'>, known: Known): Known {
    const guarded = (condition: Expression): Known => {
      const names = namesIn(condition).filter((name) => known.sometimes.has(name));
      return withAlways(known, names);
    };
    const subject = step.kind === 'switch' && step.subject ? guarded(step.subject) : undefined;
    const ways: { readonly steps: readonly Step[]; readonly from: Known }[] =
      step.kind === 'split'
        ? step.branches.map(({ steps }) => ({ steps, from: known }))
        : (step.kind === 'if' ? step.branches : step.cases).map(({ steps, condition }) => ({
            steps,
            from: subject ?? guarded(condition),
          }));
    if (step.kind !== 'split' && step.otherwise) ways.push({ steps: step.otherwise.steps, from: known });
    const ended = ways.flatMap(({ steps, from }) => {
      const after = this.list(steps, from);
      return steps.some(ends) ? [] : [after];
    });
    if (!coversEverybody(step)) ended.push(known);
    return ended.length === 0 ? known : ended.reduce(join);
  }

  /** After a failure that nothing ends it goes on, too. */
  private attempt(step: StepOf<'try'>, known: Known): Known {
    const done = this.list(step.steps, known);
    const failed = this.list(step.onFailure, maybe(known, done));
    return step.onFailure.some(ends) ? done : join(done, failed);
  }

  private wait(step: StepOf<'wait'>, known: Known): Known {
    const { wait } = step;
    if (wait.kind !== 'event') return known;
    const timedOut = this.list(wait.onTimeout, known);
    const happened = wait.as === undefined ? known : withAlways(known, [wait.as]);
    const isLimited = wait.upTo !== undefined || wait.by !== undefined;
    if (!isLimited || wait.onTimeout.some(ends)) return happened;
    const joined = join(happened, timedOut);
    if (wait.as === undefined || joined.always.has(wait.as)) return joined;
    return { ...joined, sometimes: new Map([...joined.sometimes, [wait.as, step]]) };
  }

  private uses(step: Step, known: Known): void {
    for (const condition of conditionsOf(step)) this.expression(condition, known, true);
    for (const value of valuesOf(step)) this.expression(value, known, step.kind === 'switch');
    if (step.kind !== 'send') return;
    const message = byId(this.model.messages, step.message);
    for (const { name, hasDefault } of message ? variablesOf(message) : [])
      this.use(name, known, step.source, hasDefault);
  }

  private expression(expression: Expression, known: Known, isCondition: boolean): void {
    for (const part of partsOf(expression)) {
      if (part.kind === 'variable') this.use(part.name, known, part.source, isCondition);
    }
  }

  /** A condition over something unset is simply not met, and a text may say what stands in its place. */
  private use(name: string, known: Known, source: SourceRange, mayBeUnset: boolean): void {
    if (!this.tracked.has(name) || known.always.has(name)) return;
    const isSometimes = known.sometimes.has(name);
    if (isSometimes && mayBeUnset) return;
    const key = `${name} ${String(isSometimes)} ${source.start.line}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    if (isSometimes) this.find('not-always-set', { name }, source, stopOnTimeout(known.sometimes.get(name)));
    else this.find('used-before-set', { name }, source);
  }
}

function stopOnTimeout(wait: StepOf<'wait'> | undefined): Fix[] {
  if (wait?.wait.kind !== 'event' || wait.wait.onTimeout.length > 0) return [];
  const title = say`Stop here when the time is up`;
  return [insert(title, wait.source.end, ' { timeout { stop } }')];
}

function namesBroughtBy(trigger: Trigger): string[] {
  const given = trigger.kind === 'manual' ? trigger.parameters.map(({ name }) => name) : [];
  return trigger.as === undefined ? given : [trigger.as, ...given];
}

function nameSetBy(step: Step): string | undefined {
  if (step.kind === 'let') return step.name;
  if (step.kind === 'action') return step.as;
  return step.kind === 'wait' && step.wait.kind === 'event' ? step.wait.as : undefined;
}

function withAlways(known: Known, names: readonly string[]): Known {
  return {
    always: new Set([...known.always, ...names]),
    sometimes: new Map([
      ...known.sometimes,
      ...names.filter((name) => !known.sometimes.has(name)).map((name) => [name, undefined] as const),
    ]),
  };
}

/** After steps that may have been left out. */
function maybe(before: Known, after: Known): Known {
  return { always: before.always, sometimes: after.sometimes };
}

function join(one: Known, other: Known): Known {
  return {
    always: new Set([...one.always].filter((name) => other.always.has(name))),
    sometimes: new Map([...one.sometimes, ...other.sometimes]),
  };
}

function namesIn(expression: Expression): string[] {
  return [...partsOf(expression)].flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
}

function variablesOf(message: Message): { readonly name: string; readonly hasDefault: boolean }[] {
  const parts = contentsOf(message).flatMap(({ header, subject, preview, body }) => [
    ...(header?.kind === 'text' ? header.parts : []),
    ...[...subject, ...preview, ...body].flatMap((text) => text.parts),
  ]);
  const own = new Set(message.parameters.map(({ name }) => name));
  return parts.flatMap((part) => {
    const name = part.kind === 'variable' ? part.path[0] : undefined;
    if (part.kind !== 'variable' || name === undefined || own.has(name)) return [];
    return [{ name, hasDefault: part.filter?.name === 'default' }];
  });
}

/** Values that nothing uses. The result of an action may well be named for the reader alone. */
export const checkUnusedValues: ModelCheck = (model, find, textOf) => {
  for (const { automation } of automationsIn(model)) {
    const steps = [...allSteps(automation.steps)];
    const used = new Set(steps.flatMap((step) => namesUsedBy(step, model)));
    for (const step of steps) {
      if (step.kind !== 'let' || used.has(step.name)) continue;
      const { name, source } = step;
      const place = placeOf(/^let\s+([^\s=]+)/, source, textOf) ?? source;
      find('unused-value', { name }, place, [remove(say`Remove "${name}"`, source)]);
    }
  }
};

function namesUsedBy(step: Step, model: JourneyModel): string[] {
  const named = expressionsOf(step).flatMap(namesIn);
  const message = step.kind === 'send' ? byId(model.messages, step.message) : undefined;
  if (!message) return named;
  // A footer keeps its variables as they are written.
  const footer = [...(message.footer ?? '').matchAll(/\{\{\s*([^\s.|}]+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
  return [...named, ...variablesOf(message).map(({ name }) => name), ...footer];
}
