import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { refOf, refText } from './ref-of.ts';

/** A stage with all that the journeys of its line say of it. */
export interface WholeStage {
  /** The stage as the nearest journey declares it. */
  readonly node: ast.Stage;
  /** All declarations of it, the nearest journey's last. */
  readonly layers: readonly ast.Stage[];
  readonly members: readonly ast.StageMember[];
}

/** A journey with all that it takes from the journeys that it extends. */
export interface WholeJourney {
  /** What it says besides stages, the rules of its policies first. */
  readonly members: readonly ast.JourneyMember[];
  readonly stages: readonly WholeStage[];
  /** The parts that others stand in the place of, with those. */
  readonly replaced: ReadonlyMap<AstNode, AstNode>;
}

/** A part that a journey can override or leave out. */
export type JourneyPart = ast.Stage | ast.Touchpoint | ast.Automation | ast.Kpi;

/** What is added to what the base says; all else takes its place. */
const ADDED: ReadonlySet<string> = new Set(['Note', 'Backstage', 'Evidence', 'Without', 'MessageOverride']);

/** The journeys that a journey extends, the nearest first; the circle's start where they go round in one. */
export function basesOf(journey: ast.Journey): ast.Journey[] {
  const line = new Set<ast.Journey>();
  for (let base = refOf(journey.base); base && !line.has(base); base = refOf(base.base)) line.add(base);
  return [...line];
}

/** The journey with all that it inherits; a journey that extends none is what it says itself. */
export function wholeOf(journey: ast.Journey): WholeJourney {
  const line = [...new Set([journey, ...basesOf(journey)])].reverse();
  const replaced = new Map<AstNode, AstNode>();
  const [first = journey, ...others] = line;
  return others.reduce(
    (base, next) => extended(base, next, replaced),
    extended({ members: [], stages: [], replaced }, first, replaced),
  );
}

/** What the journey takes from the one that it extends; nothing where it extends none. */
export function inheritedBy(journey: ast.Journey): WholeJourney | undefined {
  const base = refOf(journey.base);
  return base && wholeOf(base);
}

/** The stages, touchpoints, automations and KPIs of a whole journey. */
export function partsOf({ members, stages }: WholeJourney): JourneyPart[] {
  return [
    ...stages.flatMap((stage) => [stage.node, ...stage.members.filter(isPart)]),
    ...members.filter(isPart),
  ];
}

/** The part of the base that a part has the place of, or would have if it said `override`. */
export function overriddenBy(part: JourneyPart): JourneyPart | undefined {
  const stage = ast.isStage(part.$container) ? part.$container : undefined;
  const journey = stage?.$container ?? part.$container;
  const base = ast.isJourney(journey) ? inheritedBy(journey) : undefined;
  if (!base || !part.name) return undefined;
  const owner = stage && base.stages.find(({ node }) => node.name === stage.name);
  const places = stage ? (owner?.members ?? []) : [...base.members, ...base.stages.map(({ node }) => node)];
  return places.filter(isPart).find((other) => keyOf(other) === keyOf(part));
}

/** Where the part that a part overrides was first declared; undefined where it overrides none. */
export function originOf(part: JourneyPart): JourneyPart | undefined {
  // Journeys that extend each other in a circle have no first one.
  const seen = new Set([part]);
  for (let next = overriddenBy(part); next && !seen.has(next); next = overriddenBy(next)) seen.add(next);
  return [...seen].slice(1).at(-1);
}

/** The declarations of a stage, the nearest journey's first. */
export function layersOf(stage: ast.Stage): ast.Stage[] {
  const others = basesOf(stage.$container).flatMap(({ members }) => members.filter(ast.isStage));
  return [stage, ...others.filter(({ name }) => name === stage.name)];
}

/** The stage model that the journey follows, its own or an inherited one. */
export function stageModelOf(journey: ast.Journey): ast.StageModel | undefined {
  for (const each of [journey, ...basesOf(journey)]) {
    const use = each.members.find(ast.isModelUse);
    if (use) return refOf(use.model);
  }
  return undefined;
}

function extended(base: WholeJourney, journey: ast.Journey, replaced: Map<AstNode, AstNode>): WholeJourney {
  const gone = new Set(journey.members.filter(ast.isWithout).flatMap(({ parts }) => parts.map(refText)));
  const stays = (node: AstNode): boolean => !isPart(node) || !gone.has(node.name);
  const rules = journey.policies.flatMap((policy) => refOf(policy)?.rules ?? []);
  const own = [...rules, ...journey.members.filter((member) => !ast.isStage(member))];
  return {
    members: merged(base.members.filter(stays), own, replaced),
    stages: stagesOf(
      base.stages
        .filter(({ node }) => stays(node))
        .map((stage) => ({ ...stage, members: stage.members.filter(stays) })),
      journey.members.filter(ast.isStage),
      replaced,
    ),
    replaced,
  };
}

function stagesOf(
  base: readonly WholeStage[],
  own: readonly ast.Stage[],
  replaced: Map<AstNode, AstNode>,
): WholeStage[] {
  const stages = [...base];
  for (const node of own) {
    const index = base.findIndex((stage) => stage.node.name === node.name && Boolean(node.name));
    const inherited = base[index];
    if (!inherited) stages.push({ node, layers: [node], members: node.members });
    else {
      for (const layer of inherited.layers) replaced.set(layer, node);
      const members = merged(inherited.members, node.members, replaced);
      stages[stages.indexOf(inherited)] = { node, layers: [...inherited.layers, node], members };
    }
  }
  return placed(stages, own);
}

/** Puts the stages that say where they belong behind or before those that they name. */
function placed(stages: WholeStage[], own: readonly ast.Stage[]): WholeStage[] {
  for (const node of own) {
    const stage = stages.find((each) => each.node === node);
    const others = stages.filter((each) => each !== stage);
    const index = others.findIndex((other) => other.node.name === refText(node.neighbour));
    if (!stage || !node.place || index < 0) continue;
    others.splice(node.place === 'after' ? index + 1 : index, 0, stage);
    stages.splice(0, stages.length, ...others);
  }
  return stages;
}

/** A part takes the place of the inherited one of its name; a setting, that of all inherited ones of its kind. */
function merged<Member extends AstNode>(
  base: readonly Member[],
  own: readonly Member[],
  replaced: Map<AstNode, AstNode>,
): Member[] {
  const ownParts = new Map(own.filter(isPart).map((part) => [keyOf(part), part]));
  const restated = new Set(own.filter((member) => !isPart(member)).map(({ $type }) => $type));
  const inherited = base.flatMap((member): Member[] => {
    if (!isPart(member)) return restated.has(member.$type) && !ADDED.has(member.$type) ? [] : [member];
    const part = ownParts.get(keyOf(member));
    if (!part) return [member];
    for (const [older, newer] of replaced) if (newer === member) replaced.set(older, part);
    replaced.set(member, part);
    return [part];
  });
  return [...inherited, ...own.filter((member) => !inherited.includes(member))];
}

/** Whether the node is a part that a journey can override. */
export function isPart<Node extends AstNode>(node: Node): node is Node & JourneyPart {
  return ast.isStage(node) || ast.isTouchpoint(node) || ast.isAutomation(node) || ast.isKpi(node);
}

/** Whether the part says that it takes the place of an inherited one. */
export function isOverride(node: AstNode): node is JourneyPart {
  return isPart(node) && node.override;
}

function keyOf({ $type, name }: JourneyPart): string {
  return `${$type} ${name}`;
}
