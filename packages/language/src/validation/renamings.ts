import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { removeLines } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';
import { partsOf, wholeOf } from '../references/inheritance.ts';
import { refOf, refText } from '../references/ref-of.ts';
import { rangeOf } from './edits.ts';

/** What had another name in an earlier version bears a name that the journey has, and had one that it has no more. */
export function checkRenamings(version: ast.Version, accept: ValidationAcceptor): void {
  const { renamings, underWay } = version;
  const [first] = renamings;
  if (!first) return;
  if (underWay === 'finish') report(accept, 'map-needs-move', {}, { node: first, keyword: 'map' });
  const present = namesIn(version.$container);
  const seen = new Set<string>();
  for (const node of renamings) {
    const { from } = node;
    const target = refOf(node.to);
    if (!from || !target) continue;
    const kind = target.$type;
    const range = rangeOf(node);
    const place = {
      node,
      property: 'from',
      fixes: range ? [removeLines(say`Remove the line`, range)] : [],
    } as const;
    if (present[kind].has(from)) report(accept, 'mapped-still-there', { name: from }, place);
    else if (seen.has(`${kind} ${from}`)) report(accept, 'mapped-twice', { name: from }, place);
    seen.add(`${kind} ${from}`);
    if (ast.isMessage(target) && !present.Message.has(target.name)) {
      report(accept, 'mapped-not-sent', { name: refText(node.to) }, { node, property: 'to' });
    }
  }
}

/** The names of the journey's stages and automations, and of the messages that it sends. */
function namesIn(journey: ast.Journey): Readonly<Record<ast.VersionPart['$type'], ReadonlySet<string>>> {
  const parts = partsOf(wholeOf(journey));
  const automations = parts.filter(ast.isAutomation);
  const sent = automations.flatMap((automation) =>
    AstUtils.streamAllContents(automation)
      .filter(ast.isSend)
      .map(({ message }) => refText(message))
      .toArray(),
  );
  return {
    Stage: new Set(parts.filter(ast.isStage).map(({ name }) => name)),
    Automation: new Set(automations.map(({ name }) => name)),
    Message: new Set(sent),
  };
}
