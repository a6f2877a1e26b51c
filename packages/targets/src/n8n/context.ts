import type {
  Automation,
  EventReference,
  Expression,
  Hearing,
  Journey,
  JourneyModel,
  Message,
  PlannedAutomation,
  System,
} from '@journey/model';
import {
  allSteps,
  automationsCarriedOut,
  byId,
  conditionsOfJourney,
  connectorOf,
  eventsNeeded,
  partsOf,
  prevailingDirection,
} from '@journey/model';
import type { GenerateOptions } from '../target.ts';
import { createClock, type Clock } from './javascript/clock.ts';
import { compile } from './javascript/expression.ts';
import type { Scope } from './javascript/scope.ts';
import { luxonWeekdays } from './javascript/time.ts';
import { literal } from './javascript/literal.ts';
import { factOf, factsAsked, hearing, type Fact, type FactScope } from './facts.ts';
import type { Findings } from './findings.ts';
import type { Callee } from './nodes.ts';
import { wordsIn, type Words } from './words/index.ts';
import { workflowId } from './workflow.ts';

/** Workflows that a journey has once. */
export type SharedRole = 'events' | 'policy' | 'winner' | 'alarm' | 'notify' | 'setup' | 'clock' | 'again';

/** Those that take in what happens, whatever version a customer is on; the others come with the version. */
const UNVERSIONED: ReadonlySet<string> = new Set(['events', 'setup', 'clock', 'again', 'alarm', 'notify']);

/** All that the parts of one journey's generation share. */
export interface JourneyContext {
  readonly model: JourneyModel;
  /** The systems' events that n8n can be told of. */
  readonly hears: Hearing;
  readonly journey: Journey;
  readonly clock: Clock;
  readonly zone: string | undefined;
  /** The language that texts without one are written in: what dates are worded in. */
  readonly language: string;
  readonly findings: Findings;
  readonly automations: readonly PlannedAutomation[];
  /** Systems that the journey sends or acts with. */
  readonly systemsUsed: readonly System[];
  readonly messagesUsed: readonly Message[];
  /** Names of environment variables that the generated workflows read. */
  readonly variables: Set<string>;
  /** What its conditions ask of a customer that isn't of one run. */
  readonly facts: readonly Fact[];
  /** All events that somebody has to report to the journey. */
  readonly needed: readonly EventReference[];
  /** All that it decides by. */
  readonly conditions: readonly Expression[];
  /** A scope whose state is `state`; `given` is what a connector's request may name besides, `record` the trigger's thing. */
  scope(state: string, given?: (name: string) => string, record?: Scope['record']): Scope;
  settingValue(system: string, name: string): Expression | undefined;
  /** What a workflow's id comes from. Where customers finish on the version that they began, a new one has ids of its own. */
  versionKey(...parts: readonly string[]): readonly string[];
  /** The id of another journey's events workflow. */
  eventsOf(journey: string): string;
  callee(role: SharedRole): Callee;
  /** The workflows' own words, in the journey's language. */
  readonly words: Words;
  systemCallee(system: string): Callee;
  automationCallee(automation: Automation): Callee;
  fileName(...parts: readonly string[]): string;
}

export function createContext(
  model: JourneyModel,
  journey: Journey,
  options: GenerateOptions,
  findings: Findings,
): JourneyContext {
  const zone = journey.policy.timezone;
  const clock = createClock(zone, options.timeScale);
  const automations = automationsCarriedOut(model, journey);
  const conditions = conditionsOfJourney(
    journey,
    automations.map(({ automation }) => automation),
  );
  const settingValue = settings(model, options.environment);
  const variables = new Set<string>();
  const messagesUsed = messagesOf(model, automations);
  const scope: JourneyContext['scope'] = (state, given, record) => ({
    state,
    ...(record === undefined ? {} : { record }),
    clock,
    zone,
    workdays: luxonWeekdays(journey.policy.workWeek),
    given: given ?? ((name) => `${state}.vars?.${name}`),
    setting: (system, name) => {
      const value = settingValue(system, name);
      if (value?.kind === 'env') variables.add(value.name);
      return value === undefined ? 'undefined' : compile(value, scope(state));
    },
    fact: (expression) => factIn(state, expression, factScope),
    where: (condition) => compile(condition, { ...scope(state, given), isJudged: true }),
    segment: (id) => {
      const condition = byId(model.segments, id)?.condition;
      if (condition === undefined) return 'false';
      const inside = { ...factScope, inSegment: true };
      const own: Scope = { ...scope(state), fact: (expression) => factIn(state, expression, inside) };
      return `(${compile(condition, own)})`;
    },
    unsupported: (what, source) => {
      findings.report('target-expression-unsupported', `n8n workflows can't ${what}.`, source);
      return 'undefined';
    },
  });
  const factScope: FactScope = {
    model,
    inSegment: false,
    where: (condition) => {
      const own = [...partsOf(condition)].find(({ kind }) => kind === 'variable');
      if (own !== undefined) return scope('about').unsupported('count by a name of the run', own.source);
      return scope('about').where(condition);
    },
  };
  const language = languageOf(journey, messagesUsed);
  const words = wordsIn(language);
  const title = (name: string): string => `${journey.label} · ${name}`;
  const { version } = journey;
  const isNewVersion = version !== undefined && version.underWay === 'finish' && version.number > 1;
  const versionKey = (...parts: readonly string[]): readonly string[] =>
    isNewVersion ? [journey.id, ...parts, `version ${version.number}`] : [journey.id, ...parts];
  const hears = hearing(model);
  return {
    model,
    hears,
    needed: eventsNeeded(model, journey, hears),
    journey,
    clock,
    zone,
    language,
    words,
    findings,
    automations,
    conditions,
    facts: factsAsked(conditions, factScope),
    messagesUsed,
    systemsUsed: systemsOf(model, automations, messagesUsed),
    variables,
    scope,
    settingValue,
    versionKey,
    eventsOf: (id) => workflowId([id, 'events']),
    callee: (role) => ({
      id: workflowId(UNVERSIONED.has(role) ? [journey.id, role] : versionKey(role)),
      name: title(words.titles[role]),
    }),
    systemCallee: (id) => ({
      id: workflowId(versionKey('system', id)),
      name: title(byId(model.systems, id)?.label ?? id),
    }),
    automationCallee: (automation) => ({
      id: workflowId(versionKey('automation', automation.id)),
      name: title(automation.label),
    }),
    fileName: (...parts) => `workflows/${[journey.id, ...parts].join('.')}.json`,
  };
}

function factIn(state: string, expression: Expression, scope: FactScope): string | undefined {
  const fact = factOf(expression, scope);
  return fact && `${state}.facts?.[${literal(fact.key)}]`;
}

/** What the system says, in that environment, else what its connector takes where nothing is said. */
function settings(
  model: JourneyModel,
  environmentId: string | undefined,
): (system: string, name: string) => Expression | undefined {
  const environment = byId(model.environments, environmentId);
  return (systemId, name) => {
    const own = [byId(environment?.systems ?? [], systemId), byId(model.systems, systemId)]
      .flatMap((system) => system?.settings ?? [])
      .find((setting) => setting.name === name);
    const declared = connectorOf(model, systemId)?.settings.find((parameter) => parameter.name === name);
    return own?.value ?? declared?.default;
  };
}

function messagesOf(model: JourneyModel, automations: readonly PlannedAutomation[]): Message[] {
  const sent = new Set<string>();
  for (const { automation } of automations) {
    for (const step of allSteps(automation.steps)) if (step.kind === 'send') sent.add(step.message);
  }
  return model.messages.filter((message) => sent.has(message.id));
}

function systemsOf(
  model: JourneyModel,
  automations: readonly PlannedAutomation[],
  messages: readonly Message[],
): System[] {
  const used = new Set(messages.map((message) => message.system));
  for (const { automation } of automations) {
    for (const step of allSteps(automation.steps)) if (step.kind === 'action') used.add(step.system);
  }
  return model.systems.filter((system) => used.has(system.id));
}

/** What most messages are written in, by their templates; else by the script of the journey's label. */
function languageOf(journey: Journey, messages: readonly Message[]): string {
  const named = messages.flatMap((message) => [
    ...message.languages,
    ...(message.template?.language ?? '').split('_', 1),
  ]);
  const counts = new Map<string, number>();
  for (const language of named) if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  const [most] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  if (most !== undefined) return most[0];
  if (prevailingDirection([journey.label]) === 'ltr') return 'en';
  return /\p{Script=Arabic}/u.test(journey.label) ? 'ar' : 'he';
}

/** The systems that report something which the journey needs to know, in the order of their declaration. */
export function reportingSystems(context: JourneyContext): System[] {
  const reporting = new Set<string>();
  for (const event of context.needed) {
    if (event.kind === 'event') reporting.add(event.system);
    if (event.kind === 'engagement' && event.engagement !== 'sent') {
      reporting.add(byId(context.model.messages, event.message)?.system ?? '');
    }
  }
  return context.model.systems.filter((system) => reporting.has(system.id));
}
