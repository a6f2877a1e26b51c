import {
  automationsOf,
  byId,
  childSteps,
  expressionsOf,
  partsOf,
  type Engagement,
  type JourneyModel,
  type Step,
  type StepOf,
} from '@journey/model';
import { insert, type Fix } from '../../diagnostics/fix.ts';
import type { Find, ModelCheck } from '../check.ts';
import { automationsIn, branchesOf, coversEverybody, listEnds } from '../flow/automations.ts';
import { isForTheSame, sendsAtOnce, type SendAtOnce } from '../flow/repetition.ts';
import { same } from '../flow/expressions.ts';
import { keywordOf } from '../flow/places.ts';
import { say } from '../../locale/speech.ts';

/** What only the customer can do, which takes time. */
const TAKES_TIME: readonly Engagement[] = ['opened', 'clicked', 'replied'];

/** Questions that come too early, and messages that come all at once. */
export const checkHaste: ModelCheck = (model, find) => {
  for (const { automation } of automationsIn(model)) new Moments(model, find).list(automation.steps, []);
};

/** Two messages by the same system and event, of which two automations each send one at once. */
export const checkSeveralAtOnce: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    const sends: SendAtOnce[] = [];
    for (const send of automationsOf(journey).flatMap(({ automation }) => sendsAtOnce(automation))) {
      const before = sends.find((other) => same(other.event, send.event) && isForTheSame(other, send));
      if (before) reportTogether(before.step, send.step, model, find);
      sends.push(send);
    }
  }
};

/** Says so where the messages are two, of one system, and one of them advertises. */
function reportTogether(before: StepOf<'send'>, step: StepOf<'send'>, model: JourneyModel, find: Find): void {
  const [one, other] = [before, step].map(({ message }) => byId(model.messages, message));
  if (!one || !other || one === other || one.system !== other.system) return;
  if (one.category !== 'marketing' && other.category !== 'marketing') return;
  find('sent-together', { one: one.label, other: other.label }, keywordOf(step, 'send'), [
    waitBefore(step, say`Wait a day before`, '1d'),
  ]);
}

function waitBefore({ source: { start } }: Step, title: string, time: string): Fix {
  return insert(title, start, `wait ${time}\n${' '.repeat(start.character)}`);
}

/** Goes through steps with what has been sent since time passed last. */
class Moments {
  private readonly model: JourneyModel;
  private readonly find: Find;

  constructor(model: JourneyModel, find: Find) {
    this.model = model;
    this.find = find;
  }

  /** Gives what was sent at the moment in which the list ends. */
  list(steps: readonly Step[], before: readonly StepOf<'send'>[]): readonly StepOf<'send'>[] {
    return steps.reduce((sent, step) => this.step(step, sent), before);
  }

  private step(step: Step, sent: readonly StepOf<'send'>[]): readonly StepOf<'send'>[] {
    switch (step.kind) {
      case 'send':
        this.checkTogether(step, sent);
        return [...sent, step];
      case 'wait':
      case 'at':
      case 'run':
        for (const children of childSteps(step)) this.list(children, []);
        return [];
      case 'if':
      case 'switch':
      case 'split':
        this.checkQuestion(step, sent);
        return this.branches(step, sent);
      default:
        for (const children of childSteps(step)) this.list(children, childSteps(step).length > 1 ? [] : sent);
        return childSteps(step).length > 0 ? [] : sent;
    }
  }

  private branches(step: Step, sent: readonly StepOf<'send'>[]): readonly StepOf<'send'>[] {
    const going = branchesOf(step)
      .map((steps) => ({ steps, after: this.list(steps, sent) }))
      .filter(({ steps }) => !listEnds(steps))
      .map(({ after }) => after);
    if (!coversEverybody(step)) going.push(sent);
    // What only some were sent says nothing of the others.
    const [first = [], ...others] = going;
    return first.filter((each) => others.every((other) => other.includes(each)));
  }

  private checkQuestion(step: Step, sent: readonly StepOf<'send'>[]): void {
    for (const part of expressionsOf(step).flatMap((expression) => [...partsOf(expression)])) {
      if (part.kind !== 'engagement' || !TAKES_TIME.includes(part.engagement)) continue;
      if (!sent.some(({ message }) => message === part.message)) continue;
      this.find('no-time-to-react', { message: part.message, engagement: part.engagement }, part.source, [
        waitBefore(step, say`Wait two days before`, '2d'),
      ]);
      return;
    }
  }

  private checkTogether(step: StepOf<'send'>, sent: readonly StepOf<'send'>[]): void {
    const before = sent.find((other) => other.message !== step.message && same(other.to, step.to));
    if (before) reportTogether(before, step, this.model, this.find);
  }
}
