import type { ValidationAcceptor } from 'langium';
import { ENGAGEMENTS, nominalSeconds, parseDuration } from '@journey/model';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { typeOf } from '../references/types.ts';
import { propertyRange, rangeOf, textOf } from './edits.ts';
import { say } from '../locale/speech.ts';

/** What a reaction shows to have happened as well. */
const INCLUDES: Readonly<Partial<Record<ast.Reaction['engagement'], readonly string[]>>> = {
  opened: ['delivered'],
  clicked: ['delivered', 'opened'],
  replied: ['delivered', 'opened'],
};

/** Reactions below one that takes all of theirs. */
export function checkReactions({ reactions }: ast.Split, accept: ValidationAcceptor): void {
  reactions.forEach((reaction, index) => {
    const { engagement, link } = reaction;
    const before = reactions.slice(0, index).find((earlier) => isTakenBefore(reaction, earlier));
    if (!before) return;
    const name = link === undefined ? engagement : `${engagement} link`;
    const parameters = { reaction: name, before: before.engagement };
    const fixes = swap(say`Put "${name}" first`, before, reaction);
    report(accept, 'reaction-taken-before', parameters, { node: reaction, property: 'engagement', fixes });
  });
}

/** A click on one link is a click; the same reaction a second time is found elsewhere. */
function isTakenBefore(reaction: ast.Reaction, before: ast.Reaction): boolean {
  if (before.link !== undefined) return false;
  const isAnyClick = reaction.link !== undefined && before.engagement === 'clicked';
  return isAnyClick || (INCLUDES[reaction.engagement]?.includes(before.engagement) ?? false);
}

/** What finds the best branch is something that happens. */
export function checkSplitWinner(winner: ast.SplitWinner, accept: ValidationAcceptor): void {
  const { measure } = winner;
  const target = ast.isReference(measure) ? refOf(measure.target) : undefined;
  const isNamed = ast.isFunctionDeclaration(target) && isEngagement(target.name);
  if (isNamed || isCallOfEngagement(measure)) return;
  if (!ast.isFunctionDeclaration(target) && ['event', 'unknown'].includes(typeOf(measure).kind)) return;
  report(accept, 'split-winner-measure', { text: textOf(measure) }, { node: winner, property: 'measure' });
}

function isCallOfEngagement(measure: ast.Expression): boolean {
  const callee = ast.isCall(measure) && ast.isReference(measure.callee) && refOf(measure.callee.target);
  return ast.isFunctionDeclaration(callee) && isEngagement(callee.name);
}

function isEngagement(name: string): boolean {
  return (ENGAGEMENTS as readonly string[]).includes(name);
}

function swap(title: string, one: ast.Reaction, other: ast.Reaction): Fix[] {
  const [first, second] = [rangeOf(one), rangeOf(other)];
  if (!first || !second) return [];
  const edits = [replace('', first, textOf(other)), replace('', second, textOf(one))];
  return [{ title, edits: edits.flatMap((fix) => fix.edits), preferred: true }];
}

/** No more branches can come to their ends than there are. */
export function checkJoin(node: ast.Parallel, accept: ValidationAcceptor): void {
  const { first, branches } = node;
  const range = propertyRange(node, 'first');
  if (first === undefined || !range || first <= branches.length || branches.length === 0) return;
  const fixes = [replace(say`Wait for ${branches.length}`, range, String(branches.length))];
  report(
    accept,
    'more-than-branches',
    { first, branches: branches.length },
    { node, property: 'first', fixes },
  );
}

/** Pauses that double have room to grow. */
export function checkBackOff(
  node: ast.Try | ast.Send | ast.Let | ast.Run | ast.ActionStep,
  accept: ValidationAcceptor,
): void {
  const { every, longest } = node;
  if (every === undefined || longest === undefined) return;
  const [pause, limit] = [parseDuration(every), parseDuration(longest)];
  if (pause && limit && nominalSeconds(limit) <= nominalSeconds(pause))
    report(accept, 'pause-over-longest', { every, longest }, { node, property: 'longest' });
}
