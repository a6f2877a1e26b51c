import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { refOf } from '../references/ref-of.ts';
import { linkArgument } from '../references/types.ts';

/** The journey, the one that it extends, and whatever they run, each once. */
function partsOf(journey: ast.Journey): AstNode[] {
  const parts = new Set<AstNode>([journey]);
  for (const part of parts) {
    const base = ast.isJourney(part) ? refOf(part.base) : undefined;
    if (base) parts.add(base);
    for (const node of AstUtils.streamAllContents(part)) {
      const target = ast.isRun(node)
        ? refOf(node.target)
        : ast.isStage(node)
          ? refOf(node.nested)
          : ast.isSegmentTrigger(node)
            ? refOf(node.segment)
            : undefined;
      if (target) parts.add(target);
    }
  }
  return [...parts];
}

/** Everything that a journey says, and what it runs says. */
export function contentsOf(journey: ast.Journey): AstNode[] {
  const segments = journey.members
    .filter(ast.isSegmentUse)
    .flatMap((use) => use.segments.map((each) => refOf(each)));
  return [...partsOf(journey), ...segments].flatMap((part) =>
    part ? AstUtils.streamAllContents(part).toArray() : [],
  );
}

/**
 * What an expression that names an event stands for, in a form that can be compared: the system or stage and its
 * event, or the engagement and its message. Undefined for anything else.
 */
export function eventKey(expression: AstNode | undefined): string | undefined {
  if (ast.isMember(expression) && ast.isReference(expression.receiver)) {
    const event = refOf(expression.member);
    const owner = refOf(expression.receiver.target);
    return ast.isEventType(event) && owner ? `${idOf(owner)} ${event.name}` : undefined;
  }
  if (!ast.isCall(expression) || !ast.isReference(expression.callee)) return undefined;
  const value = expression.arguments[0]?.value;
  const message = ast.isReference(value) ? refOf(value.target) : undefined;
  const callee = refOf(expression.callee.target);
  if (!ast.isMessage(message) || !callee || !('name' in callee)) return undefined;
  const link = linkArgument(expression)?.value;
  return [idOf(message), callee.name, ...(ast.isTextLiteral(link) ? [link.value] : [])].join(' ');
}

/** The message of `opened(message)` and the like. */
export function messageOfEvent(expression: AstNode): ast.Message | undefined {
  const value = ast.isCall(expression) ? expression.arguments[0]?.value : undefined;
  const target = ast.isReference(value) ? refOf(value.target) : undefined;
  return ast.isMessage(target) ? target : undefined;
}

function idOf(node: AstNode & { readonly name: string }): string {
  return `${AstUtils.getDocument(node).uri.toString()}#${node.$type}/${node.name}`;
}
