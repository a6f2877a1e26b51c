import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { isReckoning } from '@journey/model';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { parameterFor } from '../references/types.ts';
import { bare, functionName, unitOf, valueOf } from '../references/values.ts';
import { say } from '../locale/speech.ts';
import { removeItem, textOf } from './edits.ts';

/** Functions that take something other than events, and so stand anywhere. */
const OF_VALUES: ReadonlySet<string> = new Set(['known']);

/** What is asked of events in a condition is asked of one customer, over a time that is written out. */
export function checkReckoning(call: ast.Call, accept: ValidationAcceptor): void {
  const name = functionName(call);
  if (name === undefined) return;
  const within = call.arguments.find((argument) => parameterFor(argument)?.name === 'within');
  const isMeasured =
    AstUtils.getContainerOfType(call, ast.isKpi) ?? AstUtils.getContainerOfType(call, ast.isWinner);
  if (isMeasured) {
    if (!within) return;
    const fixes = removeItem(say`Leave the time out`, call, 'arguments', within.$containerIndex ?? 0);
    report(accept, 'within-in-kpi', { within: textOf(within.value) }, { node: within, fixes });
    return;
  }
  if (within && isReckoned(within.value)) {
    report(accept, 'time-written-out', { written: textOf(within.value) }, { node: within });
  }
  const isOfOne = isReckoning(name) || OF_VALUES.has(name) || isOfMessage(call);
  if (!isOfOne) report(accept, 'measure-of-many', { name }, { node: call });
}

/** Whether it is a length of time that only a run could reckon; what is of another kind is no argument at all. */
function isReckoned(time: ast.Expression): boolean {
  const unit = unitOf(valueOf(time));
  return !ast.isDurationLiteral(bare(time)) && (unit === undefined || unit === 'duration');
}

/** Whether it asks what became of a message. */
function isOfMessage(call: ast.Call): boolean {
  const [parameter] = call.arguments.flatMap((argument) => parameterFor(argument) ?? []);
  return ast.isPrimitiveType(parameter?.type) && parameter.type.name === 'message';
}
