import type { AstNode, Reference } from 'langium';
import {
  parseClock,
  weekdaysBetween,
  type ClockTime,
  type ClosedTime,
  type ConsentRule,
  type ConsentSignal,
  type Emotion,
  type EmotionValue,
  type EntryLimit,
  type FrequencyCap,
  type Goal,
  type Journey,
  type Kpi,
  type Note,
  type Outlet,
  type Policy,
  type Reentry,
  type Renaming,
  type Stage,
  type TimeWindow,
  type Touchpoint,
  type Weekday,
} from '@journey/model';
import * as ast from '../generated/ast.ts';
import { named, optional, type CompileContext } from './context.ts';
import { notesOf } from './notes.ts';
import { duration, sourceText, type ExpressionCompiler } from './expressions.ts';
import type { FlowCompiler } from './flow.ts';
import {
  layersOf,
  stageModelOf,
  wholeOf,
  type WholeJourney,
  type WholeStage,
} from '../references/inheritance.ts';
import { channelOf } from '../references/places.ts';
import { refOf } from '../references/ref-of.ts';
import { datesOf } from '../references/closed-dates.ts';

/** Compiles the map: journeys, stages, touchpoints, KPIs and policies. */
export class JourneyCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;
  private readonly flow: FlowCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler, flow: FlowCompiler) {
    this.context = context;
    this.expressions = expressions;
    this.flow = flow;
  }

  journey(node: ast.Journey): Journey {
    const whole = wholeOf(node);
    const replaced = new Map([...whole.replaced, ...replacedMessages(whole.members)]);
    return this.context.inside(node, replaced, () => this.wholeJourney(node, whole));
  }

  private wholeJourney(node: ast.Journey, { members, stages }: WholeJourney): Journey {
    const model = stageModelOf(node);
    return {
      id: this.context.id(node),
      label: this.context.label(node),
      ...optional('extends', refOf(node.base)?.name),
      ...optional('stageModel', model && this.context.use(model)),
      personas: members.filter(ast.isPersonaUse).flatMap(({ personas }) => this.uses(personas)),
      segments: members.filter(ast.isSegmentUse).flatMap(({ segments }) => this.uses(segments)),
      policy: this.policy(members.filter(ast.isPolicyRule)),
      enter: this.enter(members),
      entryLimits: members.filter(ast.isEntries).flatMap((entries) => this.entryLimits(entries)),
      goals: members.filter(ast.isGoal).flatMap((goal) => this.goal(goal)),
      exits: members.filter(ast.isExit).flatMap(({ trigger }) => this.flow.triggers.trigger(trigger) ?? []),
      ...optional('reentry', this.reentry(members.find(ast.isReentry))),
      ...optional('version', this.version(members.find(ast.isVersion))),
      priority: members.find(ast.isPriority)?.value ?? 0,
      stages: stages.filter((stage) => Boolean(stage.node.name)).map((stage) => this.stage(stage)),
      automations: named(members.filter(ast.isAutomation)).map((automation) =>
        this.flow.automation(automation),
      ),
      kpis: this.kpis(members),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  /** The journeys of other files that those lead to: stages that are journeys, steps that run one. */
  linked(own: readonly AstNode[]): Journey[] {
    const journeys: Journey[] = [];
    for (const node of this.context.usedNodes()) {
      if (ast.isJourney(node) && !own.includes(node)) journeys.push(this.journey(node));
    }
    return journeys;
  }

  private version(node: ast.Version | undefined): Journey['version'] {
    if (!node) return undefined;
    const renamings = node.renamings.flatMap((one) => this.renaming(one) ?? []);
    return {
      number: node.number,
      underWay: node.underWay ?? 'finish',
      ...optional('on', node.other),
      ...(renamings.length === 0 ? {} : { renamings }),
    };
  }

  private renaming(node: ast.Renaming): Renaming | undefined {
    const target = refOf(node.to);
    if (!target || !node.from) return undefined;
    const kind = ast.isStage(target) ? 'stage' : ast.isAutomation(target) ? 'automation' : 'message';
    return { from: node.from, to: { kind, id: this.context.id(target) }, source: this.context.source(node) };
  }

  private stage({ node, layers, members }: WholeStage): Stage {
    const owner = refOf(members.find(ast.isOwner)?.department);
    const nested = refOf(layers.findLast((layer) => layer.nested)?.nested);
    const label = layers.findLast((layer) => layer.label !== undefined)?.label;
    return {
      id: this.context.id(node),
      name: node.name,
      label: label ?? node.name,
      ...optional('modelStage', modelStageOf(node)),
      ...optional('nestedJourney', nested && this.context.use(nested)),
      enter: this.enter(members),
      touchpoints: named(members.filter(ast.isTouchpoint)).map((touchpoint) => this.touchpoint(touchpoint)),
      automations: named(members.filter(ast.isAutomation)).map((automation) =>
        this.flow.automation(automation),
      ),
      kpis: this.kpis(members),
      ...optional('owner', owner && this.context.use(owner)),
      ...notesOf(members, this.context),
      ...this.context.documentation(layers.findLast((layer) => this.isDocumented(layer)) ?? node),
      source: this.context.source(node),
    };
  }

  private isDocumented(node: AstNode): boolean {
    return this.context.documentation(node).documentation !== undefined;
  }

  private touchpoint(node: ast.Touchpoint): Touchpoint {
    const { members } = node;
    const owner = refOf(members.find(ast.isOwner)?.department);
    const pointOfSale = refOf(node.pointOfSale);
    const channel = channelOf(node);
    const presence = members.find(ast.isPresence)?.value ?? channel?.presence;
    return {
      id: this.context.id(node),
      name: node.name,
      label: this.context.label(node),
      ...optional('channel', channel && this.context.use(channel)),
      ...optional('pointOfSale', pointOfSale && this.context.use(pointOfSale)),
      ...optional('presence', presence),
      ...optional('image', this.context.image(members.find(ast.isImage))),
      departments: this.uses(node.departments),
      personas: this.uses(node.personas),
      emotions: members.filter(ast.isEmotion).map((emotion) => this.emotion(emotion)),
      ...notesOf(members, this.context),
      ...optional('momentOfTruth', this.mark(members.find(ast.isMomentOfTruth))),
      ...optional('breakPoint', this.mark(members.find(ast.isBreakPoint))),
      ...optional('owner', owner && this.context.use(owner)),
      status: members.find(ast.isStatus)?.value ?? 'live',
      kpis: this.kpis(members),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private emotion(node: ast.Emotion): Emotion {
    const persona = refOf(node.persona);
    const value = Math.max(-2, Math.min(2, Math.round(node.value))) as EmotionValue;
    return {
      value,
      ...optional('quote', node.quote),
      ...optional('persona', persona && this.context.use(persona)),
      source: this.context.source(node),
    };
  }

  private kpis(
    members: readonly ast.JourneyMember[] | readonly ast.StageMember[] | readonly ast.TouchpointMember[],
  ): Kpi[] {
    return named([...members].filter(ast.isKpi)).flatMap((node) => this.kpi(node) ?? []);
  }

  private kpi(node: ast.Kpi): Kpi | undefined {
    const formula = this.expressions.compile(node.formula);
    if (!formula) return undefined;
    const owner = refOf(node.clauses.find(ast.isKpiOwner)?.department);
    const system = refOf(node.clauses.find(ast.isKpiMeasuredIn)?.system);
    return {
      id: this.context.id(node),
      name: node.name,
      label: this.context.label(node),
      formula,
      formulaText: sourceText(node.formula),
      ...optional('window', windowOf(node)),
      ...optional('target', this.target(node.clauses.find(ast.isKpiTarget))),
      ...optional('baseline', this.expressions.compile(node.clauses.find(ast.isKpiBaseline)?.value)),
      ...optional('owner', owner && this.context.use(owner)),
      ...optional('measuredIn', system && this.context.use(system)),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private target(node: ast.KpiTarget | undefined): Kpi['target'] {
    if (node?.trend) return { kind: 'trend', direction: node.trend };
    const value = this.expressions.compile(node?.value);
    return node?.operator && value ? { kind: 'bound', operator: node.operator, value } : undefined;
  }

  private policy(rules: readonly ast.PolicyRule[]): Policy {
    const week = rules.findLast(ast.isWorkWeek);
    return {
      ...optional('timezone', rules.findLast(ast.isTimezone)?.zone),
      ...optional('workWeek', week && this.week(week)),
      quietHours: rules.filter(ast.isQuietHours).flatMap((rule) => this.window(rule)),
      sendWindows: rules.filter(ast.isSendWindow).flatMap((rule) => this.window(rule)),
      closed: rules.filter(ast.isClosed).flatMap((rule) => this.closed(rule)),
      caps: rules
        .filter(ast.isFrequencyCaps)
        .flatMap(({ caps, overflow }) => caps.map((cap) => this.cap(cap, overflow))),
      consent: rules
        .filter(ast.isConsent)
        .flatMap(({ terms }) => terms.flatMap((term) => this.consent(term))),
      unsubscribe: rules.filter(ast.isUnsubscribe).flatMap((rule) => this.signal(rule)),
      subscribe: rules.filter(ast.isSubscribe).flatMap((rule) => this.signal(rule)),
    };
  }

  private consent(term: ast.ConsentTerm): ConsentRule[] {
    const { category, topic, basis } = term;
    const source = this.context.source(term);
    if (category) return [{ kind: 'category', category, basis, source }];
    return topic === undefined ? [] : [{ kind: 'topic', topic, basis, source }];
  }

  private signal(rule: ast.Unsubscribe | ast.Subscribe): ConsentSignal[] {
    const trigger = this.flow.triggers.trigger(rule.trigger);
    if (trigger?.kind !== 'events') return [];
    return [{ ...optional('topic', rule.topic), trigger, source: this.context.source(rule) }];
  }

  private week({ from, to, opens, closes }: ast.WorkWeek): Policy['workWeek'] {
    const [first, last] = [clock(opens), clock(closes)];
    return { from, to, ...optional('hours', first && last && { from: first, to: last }) };
  }

  private window(node: ast.QuietHours | ast.SendWindow): TimeWindow[] {
    const [from, to] = [clock(node.from), clock(node.to)];
    if (!from || !to) return [];
    const weekdays = ast.isSendWindow(node) ? weekdaysOf(node) : undefined;
    const outlets = node.outlets.flatMap((outlet) => this.outlet(outlet) ?? []);
    // Hours for what nobody knows are for nothing, and surely not for everything.
    if (outlets.length === 0 && node.outlets.length > 0) return [];
    return [
      {
        ...optional('weekdays', weekdays),
        from,
        to,
        ...optional('on', outlets.length > 0 ? outlets : undefined),
        ...this.zone(node),
        source: this.context.source(node),
      },
    ];
  }

  private zone(node: ast.QuietHours | ast.SendWindow | ast.Closed) {
    return optional('zone', this.expressions.compile(node.zone));
  }

  private outlet(reference: Reference<ast.Outlet> | undefined): Outlet | undefined {
    const target = refOf(reference);
    return target && { kind: ast.isSystem(target) ? 'system' : 'channel', id: this.context.use(target) };
  }

  private closed(node: ast.Closed): ClosedTime[] {
    const source = this.context.source(node);
    // Without times of day the days are closed from their beginning to their end.
    const [from, to] = [clock(node.fromTime ?? '00:00'), clock(node.toTime ?? '24:00')];
    if (node.fromDay && from && to) {
      return [
        {
          kind: 'weekly',
          from: { weekday: node.fromDay, time: from },
          to: { weekday: node.toDay ?? node.fromDay, time: to },
          ...this.zone(node),
          source,
        },
      ];
    }
    const dates = node.dates.flatMap((each) => datesOf(each));
    return dates.length > 0
      ? [{ kind: 'dates', dates, yearly: node.yearly, ...this.zone(node), source }]
      : [];
  }

  private cap(node: ast.FrequencyCap, overflow: FrequencyCap['overflow'] = 'drop'): FrequencyCap {
    return {
      messages: node.amount,
      per: duration(node.window),
      ...optional('on', this.outlet(node.target)),
      overflow,
      source: this.context.source(node),
    };
  }

  private goal(node: ast.Goal): Goal[] {
    const events = this.expressions.events(node.events);
    const segment = refOf(node.segment);
    if (events.length === 0 && !segment) return [];
    return [
      {
        events,
        ...optional('segment', segment && this.context.use(segment)),
        ...optional('where', this.expressions.compile(node.condition)),
        ...optional('within', node.within === undefined ? undefined : duration(node.within)),
        source: this.context.source(node),
      },
    ];
  }

  private reentry(node: ast.Reentry | undefined): Reentry | undefined {
    if (!node) return undefined;
    const atMost = optional('atMost', node.atMost);
    if (node.kind === 'after')
      return node.leaving
        ? { kind: 'afterExit', ...atMost }
        : { kind: 'after', duration: duration(node.after), ...atMost };
    if (node.kind !== 'once') return { kind: node.kind, ...atMost };
    const key = this.expressions.compile(node.key);
    return key && { kind: 'oncePer', key, ...atMost };
  }

  private entryLimits({ limits, overflow }: ast.Entries): EntryLimit[] {
    return limits.map((limit) => ({
      customers: limit.amount,
      ...optional('per', limit.window === undefined ? undefined : duration(limit.window)),
      overflow: overflow ?? 'drop',
      source: this.context.source(limit),
    }));
  }

  private enter(members: readonly ast.JourneyMember[] | readonly ast.StageMember[]) {
    return [...members]
      .filter(ast.isEnter)
      .flatMap(({ trigger }) => this.flow.triggers.trigger(trigger) ?? []);
  }

  private mark(node: ast.MomentOfTruth | ast.BreakPoint | undefined): Note | undefined {
    return node && { text: node.text ?? '', source: this.context.source(node) };
  }

  private uses(
    references: readonly { readonly ref?: (ast.Persona | ast.Segment | ast.Department) | undefined }[],
  ): string[] {
    return references.flatMap(({ ref }) => (ref ? [this.context.use(ref)] : []));
  }
}

function clock(text: string | undefined): ClockTime | undefined {
  return text === undefined ? undefined : parseClock(text);
}

/** The stage of the model that a stage plays: the one it names with `as`, or the one of its own name or alias. */
export function modelStageOf(node: ast.Stage): string | undefined {
  const said = refOf(layersOf(node).find((layer) => layer.modelStage)?.modelStage);
  if (said) return ast.isStageAlias(said) ? said.$container.name : said.name;
  const model = stageModelOf(node.$container);
  return model?.stages.find(
    ({ name, aliases }) => name === node.name || aliases.some((alias) => alias.name === node.name),
  )?.name;
}

/** The messages that the journey sends in the place of others; the nearest journey's word counts. */
function replacedMessages(members: readonly ast.JourneyMember[]): Map<AstNode, AstNode> {
  const replaced = new Map<AstNode, AstNode>();
  for (const { message, replacement } of members.filter(ast.isMessageOverride)) {
    const [older, newer] = [refOf(message), refOf(replacement)];
    if (!older || !newer) continue;
    for (const [oldest, old] of replaced) if (old === older) replaced.set(oldest, newer);
    replaced.set(older, newer);
  }
  return replaced;
}

function windowOf(node: ast.Kpi): Kpi['window'] {
  if (node.window !== undefined) return { kind: 'rolling', duration: duration(node.window) };
  return node.period === undefined ? undefined : { kind: 'calendar', period: node.period };
}

/** The days of a window that names some. */
function weekdaysOf({ fromDay, toDay, days }: ast.SendWindow): readonly Weekday[] | undefined {
  if (!fromDay) return undefined;
  return toDay ? weekdaysBetween(fromDay, toDay) : [...new Set([fromDay, ...days])];
}
