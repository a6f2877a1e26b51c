import {
  automationsOf,
  byId,
  childSteps,
  formatDuration,
  goesOutBy,
  nominalSeconds,
  type FrequencyCap,
  type JourneyModel,
  type Message,
  type Policy,
  type Step,
} from '@journey/model';
import { remove, replace, type Fix } from '../../diagnostics/fix.ts';
import { branchesOf, coversEverybody, listEnds } from '../flow/automations.ts';
import { same } from '../flow/expressions.ts';
import { between, placeOf } from '../flow/places.ts';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { say } from '../../locale/speech.ts';

/** Caps that stop everything, and caps that stop nothing. */
export const checkCaps: ModelCheck = (model, find, textOf) => {
  for (const { policy } of model.journeys) {
    policy.caps.forEach((cap, index) => {
      if (cap.messages < 1 || !Number.isInteger(cap.messages)) {
        const amount = placeOf(/^[\d.]+(?:\s+messages?)?/, cap.source, textOf);
        find(
          'cap-amount',
          { messages: cap.messages },
          cap.source,
          amount ? [replace(say`Allow one message`, amount, '1 message')] : [],
        );
        return;
      }
      const stricter = policy.caps.find((other, place) => isStricter(other, cap, place < index));
      if (stricter) {
        const parameters = { stricter: describeCap(stricter) };
        find('cap-without-effect', parameters, cap.source, removeFromList(policy, index, textOf));
      }
    });
  }
};

/** Whether whoever keeps the one cap keeps the other as well; of two equal ones the first counts. */
function isStricter(one: FrequencyCap, other: FrequencyCap, isFirst: boolean): boolean {
  if (one === other || one.messages < 1 || !same(one.on, other.on)) return false;
  const [window, otherWindow] = [nominalSeconds(one.per), nominalSeconds(other.per)];
  const isEqual = one.messages === other.messages && window === otherWindow;
  return isEqual ? isFirst : one.messages <= other.messages && window >= otherWindow;
}

function describeCap({ messages, per }: FrequencyCap): string {
  return say`${messages} per ${formatDuration(per)}`;
}

/** Removes a cap from between its commas. */
function removeFromList({ caps }: Policy, index: number, textOf: TextOf): Fix[] {
  const [before, cap, after] = [caps[index - 1], caps[index], caps[index + 1]];
  if (!cap) return [];
  const { file } = cap.source;
  const title = say`Remove the cap that never counts`;
  const range = (start: FrequencyCap['source']['start'], end: FrequencyCap['source']['end']) =>
    between(file, start, end);
  if (before && /^\s*,\s*$/.test(textOf(range(before.source.end, cap.source.start))))
    return [remove(title, range(before.source.end, cap.source.end))];
  if (after && /^\s*,\s*$/.test(textOf(range(cap.source.end, after.source.start))))
    return [replace(title, range(cap.source.start, after.source.start), '')];
  const line = textOf({
    ...cap.source,
    start: { line: cap.source.start.line, character: 0 },
    end: cap.source.start,
  });
  const keyword = /cap\s+$/.exec(line);
  if (!keyword) return [];
  return [remove(title, range({ line: cap.source.start.line, character: keyword.index }, cap.source.end))];
}

/** More messages within a time than a cap lets through. */
export const checkCappedSends: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    for (const cap of journey.policy.caps) {
      if (cap.messages < 1) continue;
      for (const { automation } of automationsOf(journey))
        new CappedSends(model, cap, find).check(automation.steps);
    }
  }
};

/** The messages that count, by the seconds from the start at which they went out. */
interface Sent {
  readonly now: number;
  readonly times: readonly number[];
}

class CappedSends {
  private readonly model: JourneyModel;
  private readonly cap: FrequencyCap;
  private readonly find: Find;

  constructor(model: JourneyModel, cap: FrequencyCap, find: Find) {
    this.model = model;
    this.cap = cap;
    this.find = find;
  }

  check(steps: readonly Step[]): void {
    this.list(steps, { now: 0, times: [] });
  }

  private list(steps: readonly Step[], before: Sent): Sent {
    return steps.reduce((sent, step) => this.step(step, sent), before);
  }

  private step(step: Step, before: Sent): Sent {
    if (step.kind === 'send') return this.send(step, before);
    if (step.kind === 'wait') {
      if (step.wait.kind === 'duration')
        return { ...before, now: before.now + nominalSeconds(step.wait.duration) };
      // How long it takes, nobody knows.
      for (const children of childSteps(step)) this.check(children);
      return { now: 0, times: [] };
    }
    const branches = branchesOf(step);
    if (branches.length === 0) {
      for (const children of childSteps(step)) this.check(children);
      return childSteps(step).length > 0 ? { now: 0, times: [] } : before;
    }
    const ways = branches.map((steps) => ({ steps, after: this.list(steps, before) }));
    const going = ways.filter(({ steps }) => !listEnds(steps)).map(({ after }) => after);
    if (!coversEverybody(step)) going.push(before);
    return going.reduce((one, other) => (other.times.length > one.times.length ? other : one), before);
  }

  private send(step: Extract<Step, { kind: 'send' }>, before: Sent): Sent {
    const message = byId(this.model.messages, step.message);
    const toCustomer = !step.to || step.to.kind === 'variable' || step.to.kind === 'customer';
    if (!message || !toCustomer || !this.counts(message)) return before;
    const window = nominalSeconds(this.cap.per);
    const times = [...before.times.filter((time) => time > before.now - window), before.now];
    if (times.length > this.cap.messages)
      this.find('more-than-cap', { cap: describeCap(this.cap), count: times.length }, step.source);
    return { now: before.now, times };
  }

  private counts(message: Message): boolean {
    if (message.category !== undefined && message.category !== 'marketing') return false;
    return goesOutBy(this.model, message.system, this.cap.on);
  }
}

/** Times of no length within which something should count. */
export const checkEmptyPeriods: ModelCheck = (model, find) => {
  for (const { policy, goals } of model.journeys) {
    for (const goal of goals) {
      if (goal.within && goal.within.parts.length > 0 && nominalSeconds(goal.within) === 0)
        find('period-of-nothing', { what: 'The goal' }, goal.source);
    }
    for (const cap of policy.caps) {
      if (cap.per.parts.length > 0 && nominalSeconds(cap.per) === 0)
        find('period-of-nothing', { what: 'The cap' }, cap.source);
    }
  }
};
