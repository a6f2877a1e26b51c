import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { quoted } from '../diagnostics/define.ts';
import { insert, replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import * as ast from '../generated/ast.ts';
import {
  basesOf,
  inheritedBy,
  overriddenBy,
  partsOf,
  wholeOf,
  type JourneyPart,
  type WholeJourney,
} from '../references/inheritance.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { propertyRange, rangeOf } from './edits.ts';
import { say } from '../locale/speech.ts';

/** What people call a part of a journey. */
function kindOf({ $type }: JourneyPart): string {
  return $type === 'Kpi' ? 'KPI' : $type.toLowerCase();
}

function namesOf(journeys: readonly ast.Journey[]): string {
  return journeys.map(({ name }) => quoted(name)).join(say` and `);
}

/** No journey extends itself. */
export function checkExtends(journey: ast.Journey, accept: ValidationAcceptor): void {
  const bases = basesOf(journey);
  const index = bases.indexOf(journey);
  if (index < 0) return;
  const parameters = { journey: journey.name, through: namesOf(bases.slice(0, index)) };
  report(accept, 'extends-circle', parameters, { node: journey, property: 'base' });
}

/** A part says that it overrides one, and there is one. */
export function checkOverride(part: JourneyPart, accept: ValidationAcceptor): void {
  const journey = AstUtils.getContainerOfType(part, ast.isJourney);
  const base = refOf(journey?.base);
  // A base that can't be found is a finding by itself.
  if (!part.name || !journey || (journey.base && !base) || basesOf(journey).includes(journey)) return;
  const overridden = overriddenBy(part);
  const place = { node: part, property: 'name' } as const;
  const parameters = { kind: kindOf(part), name: part.name };
  if (part.override && !overridden) {
    const suggestion = suggest(part.name, base ? namesBeside(part, wholeOf(base)) : []);
    const fixes = [...renamed(part, suggestion), ...withoutOverride(part)];
    const details = { ...parameters, base: base?.name ?? '', suggestion };
    report(accept, 'nothing-to-override', details, { ...place, fixes });
  }
  if (!part.override && overridden && base) {
    const start = rangeOf(part)?.start;
    const fixes = start ? [insert(say`Override the ${kindOf(part)}`, start, 'override ')] : [];
    report(accept, 'override-unsaid', { ...parameters, base: base.name }, { ...place, fixes });
  }
}

function renamed(part: JourneyPart, suggestion: string | undefined): Fix[] {
  const range = propertyRange(part, 'name');
  return range && suggestion !== undefined ? [replace(say`Change to ${suggestion}`, range, suggestion)] : [];
}

function withoutOverride(part: JourneyPart): Fix[] {
  const word = propertyRange(part, 'override');
  if (!word) return [];
  const end = { line: word.end.line, character: word.end.character + 1 };
  return [replace(say`Remove "override"`, { start: word.start, end }, '')];
}

/** The names of the parts of that kind, the nearest place's first. */
function namesBeside(part: JourneyPart, base: WholeJourney): string[] {
  return partsOf(base)
    .filter(({ $type, name }) => $type === part.$type && Boolean(name))
    .map(({ name }) => name);
}

/** A message takes the place of one that is sent, and needs no more than that one. */
export function checkMessageOverride(override: ast.MessageOverride, accept: ValidationAcceptor): void {
  const base = refOf(override.$container.base);
  const [message, replacement] = [refOf(override.message), refOf(override.replacement)];
  const place = { node: override, property: 'message' } as const;
  if (!override.$container.base) {
    const parameters = { kind: 'message', name: refText(override.message), base: '', suggestion: undefined };
    report(accept, 'nothing-to-override', parameters, place);
  }
  if (!base || !message || !replacement) return;
  if (!contentsOf(wholeOf(base)).some((node) => ast.isSend(node) && refOf(node.message) === message))
    report(accept, 'message-not-sent', { message: message.name, base: base.name }, place);
  const given = new Set(message.parameters.map(({ name }) => name));
  for (const { name, optional, default: value } of replacement.parameters) {
    if (optional || value || given.has(name)) continue;
    const parameters = { message: replacement.name, parameter: name, replaced: message.name };
    report(accept, 'message-needs-more', parameters, { node: override, property: 'replacement' });
  }
}

/** Nothing that is left refers to what is left out. */
export function checkLeftOut(without: ast.Without, accept: ValidationAcceptor): void {
  const journey = without.$container;
  const rest = wholeOf(journey);
  const inherited = inheritedBy(journey);
  without.parts.forEach((reference, index) => {
    const part = refOf(reference);
    if (!part || !inherited) return;
    const gone = new Set<AstNode>([part, ...AstUtils.streamAllContents(part)]);
    const user = contentsOf(rest).find((node) =>
      AstUtils.streamReferences(node).some(({ reference: other }) => {
        const target = 'ref' in other ? other.ref : undefined;
        return target !== undefined && gone.has(target);
      }),
    );
    if (!user || AstUtils.getContainerOfType(user, ast.isWithout)) return;
    report(
      accept,
      'left-out-but-used',
      {
        kind: kindOf(part),
        name: part.name,
        user: ownerOf(user),
        line: (rangeOf(user)?.start.line ?? 0) + 1,
      },
      { node: without, property: 'parts', index },
    );
  });
}

function ownerOf(node: AstNode): string {
  for (let current: AstNode | undefined = node; current; current = current.$container)
    if ('name' in current && typeof current.name === 'string' && 'label' in current) return current.name;
  return '';
}

function contentsOf({ members, stages }: WholeJourney): AstNode[] {
  const parts = [...members, ...stages.flatMap((stage) => stage.members)];
  return parts.filter((part) => !ast.isWithout(part)).flatMap((part) => AstUtils.streamAst(part).toArray());
}

/** No journey is a part of itself. */
export function checkNested(stage: ast.Stage, accept: ValidationAcceptor): void {
  const nested = refOf(stage.nested);
  const journey = stage.$container;
  const path = nested && wayTo(journey, nested);
  if (!path) return;
  const parameters = { stage: stage.name, journey: journey.name, through: namesOf(path) };
  report(accept, 'nested-circle', parameters, { node: stage, property: 'nested' });
}

/** The journeys on the shortest way from one, through its stages, to another. */
function wayTo(goal: ast.Journey, start: ast.Journey): ast.Journey[] | undefined {
  const ways = new Map<ast.Journey, ast.Journey[]>([[start, []]]);
  for (const [journey, way] of ways) {
    if (journey === goal) return way;
    for (const { layers } of wholeOf(journey).stages) {
      const next = refOf(layers.findLast((layer) => layer.nested)?.nested);
      if (next && !ways.has(next)) ways.set(next, [...way, journey]);
    }
  }
  return undefined;
}
