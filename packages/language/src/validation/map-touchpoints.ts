import type { AstNode, Reference, ValidationAcceptor } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import { insert, remove, tidied, type Fix } from '../diagnostics/fix.ts';
import { quoted } from '../diagnostics/define.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { channelOf } from '../references/places.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { propertyRange, rangeOf, removeItem, removeNode } from './edits.ts';
import { say } from '../locale/speech.ts';

/** One feeling for each persona at each touchpoint. */
export function checkEmotions(touchpoint: ast.Touchpoint, accept: ValidationAcceptor): void {
  const first = new Map<ast.Persona | undefined, ast.Emotion>();
  for (const emotion of touchpoint.members.filter(ast.isEmotion)) {
    const persona = refOf(emotion.persona);
    if (emotion.persona && !persona) continue;
    const other = first.get(persona);
    if (!other) first.set(persona, emotion);
    else {
      const whose = persona ? quoted(persona.label ?? persona.name) : 'everybody';
      const fixes = removeNode(say`Remove this emotion`, emotion);
      report(accept, 'emotion-twice', { whose, line: lineOf(other) }, { node: emotion, fixes });
    }
  }
}

/** A touchpoint is where its channel is. */
export function checkPresence(touchpoint: ast.Touchpoint, accept: ValidationAcceptor): void {
  const presence = touchpoint.members.find(ast.isPresence);
  const channel = channelOf(touchpoint);
  if (!presence || !channel?.presence || channel.presence === presence.value) return;
  report(
    accept,
    'presence-contradicts-channel',
    { word: presence.value, channel: channel.name, presence: channel.presence },
    { node: presence, fixes: removeNode(say`Remove "${presence.value}"`, presence, true) },
  );
}

/** A touchpoint at a point of sale is on that one's channel. */
export function checkPointOfSale(touchpoint: ast.Touchpoint, accept: ValidationAcceptor): void {
  const pointOfSale = refOf(touchpoint.pointOfSale);
  const [on, channel] = [refOf(pointOfSale?.channel), channelOf(touchpoint)];
  if (!pointOfSale || !on || !channel || on === channel) return;
  const cst = GrammarUtils.findNodeForKeyword(touchpoint.$cstNode, 'on');
  const range = cst && {
    start: cst.range.start,
    end: propertyRange(touchpoint, 'channel')?.end ?? cst.range.end,
  };
  const fixes = range
    ? [tidied(remove(say`Remove "on ${channel.name}"`, range), AstUtils.getDocument(touchpoint).textDocument)]
    : [];
  report(
    accept,
    'point-of-sale-elsewhere',
    { pointOfSale: pointOfSale.name, on: on.name, channel: channel.name },
    { node: touchpoint, property: 'pointOfSale', fixes },
  );
}

/** Where a journey names its personas, its parts are for those. */
export function checkPersonas(journey: ast.Journey, accept: ValidationAcceptor): void {
  const uses = journey.members.filter(ast.isPersonaUse);
  const own = new Set(uses.flatMap(({ personas }) => personas.map((persona) => refOf(persona))));
  const use = uses.at(-1);
  if (!use) return;
  const end = propertyRange(use, 'personas', use.personas.length - 1)?.end;
  for (const node of AstUtils.streamAllContents(journey)) {
    if (ast.isPersonaUse(node)) continue;
    for (const { reference, property, index } of AstUtils.streamReferences(node)) {
      const persona = 'ref' in reference ? reference.ref : undefined;
      if (!ast.isPersona(persona) || own.has(persona)) continue;
      const name = reference.$refText;
      const fixes = end ? [insert(say`Add ${name} to the journey's personas`, end, `, ${name}`)] : [];
      const place = { node, property, ...(index === undefined ? {} : { index }), fixes };
      report(accept, 'persona-elsewhere', { name, journey: journey.name }, place);
    }
  }
}

/** Whoever is named in a list is named once. */
export function checkRepeatedNames(
  node: ast.Touchpoint | ast.PersonaUse | ast.SegmentUse,
  accept: ValidationAcceptor,
): void {
  if (ast.isSegmentUse(node)) checkRepeated(node, 'segments', node.segments, 'segment', accept);
  else checkRepeated(node, 'personas', node.personas, 'persona', accept);
  if (ast.isTouchpoint(node)) checkRepeated(node, 'departments', node.departments, 'department', accept);
}

function checkRepeated(
  node: ast.Touchpoint | ast.PersonaUse | ast.SegmentUse,
  property: 'personas' | 'segments' | 'departments',
  references: readonly Reference[],
  kind: string,
  accept: ValidationAcceptor,
): void {
  const names = references.map(refText);
  names.forEach((name, index) => {
    if (name === '' || names.indexOf(name) === index) return;
    const place: { node: AstNode; property: string; index: number; fixes: Fix[] } = {
      node,
      property,
      index,
      fixes: removeItem(say`Remove the second ${name}`, node, property, index, true),
    };
    if (kind === 'department') report(accept, 'department-twice', { name }, place);
    else report(accept, 'persona-twice', { name, kind }, place);
  });
}

/** What counts only once, by the type of the statement that says it. */
const ONCE: Readonly<Record<string, string>> = {
  ConnectorChannel: 'The channel',
  Authentication: 'How to authenticate',
  BaseAddress: 'The base address',
  Delivery: 'How messages go out',
  ModelUse: 'The model',
  Version: 'The version',
  Priority: 'The priority',
  MomentOfTruth: 'The moment of truth',
  BreakPoint: 'The break point',
  Owner: 'The owner',
  Status: 'The status',
  Presence: 'Online or offline',
  Image: 'The image',
  KpiTarget: 'The target',
  KpiBaseline: 'The baseline',
  KpiOwner: 'The owner',
  KpiMeasuredIn: 'Where it is measured',
};

export function checkSaidOnce(
  node: ast.Connector | ast.Journey | ast.Persona | ast.Stage | ast.Touchpoint,
  accept: ValidationAcceptor,
): void {
  forRepeated(node.members, (member, what, line) => {
    report(
      accept,
      'said-twice',
      { what, line },
      { node: member, fixes: removeNode(say`Remove this one`, member) },
    );
  });
}

export function checkClausesOnce(kpi: ast.Kpi, accept: ValidationAcceptor): void {
  forRepeated(kpi.clauses, (clause, what, line) => {
    const fixes = removeItem(say`Remove this one`, kpi, 'clauses', clause.$containerIndex ?? 0);
    report(accept, 'said-twice', { what, line }, { node: clause, fixes });
  });
}

function forRepeated(
  nodes: readonly AstNode[],
  found: (node: AstNode, what: string, line: number) => void,
): void {
  const first = new Map<string, AstNode>();
  for (const node of nodes) {
    const what = ONCE[node.$type];
    const other = first.get(node.$type);
    if (what === undefined) continue;
    if (other) found(node, what, lineOf(other));
    else first.set(node.$type, node);
  }
}

function lineOf(node: AstNode): number {
  return (rangeOf(node)?.start.line ?? 0) + 1;
}
