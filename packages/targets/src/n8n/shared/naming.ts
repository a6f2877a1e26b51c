import type { SourceRange } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Described } from '../nodes.ts';
import { nodeName, type NodeName } from '../words/index.ts';
import type { WorkflowBuilder } from '../workflow.ts';

/** Claims a node's name in the journey's language; `of` is the part of something that the node is, by its own name. */
export type Naming = (name: NodeName, of?: string) => Described;

/** For nodes that all come from one place of the journey. */
export function naming({ words }: JourneyContext, flow: WorkflowBuilder, source: SourceRange): Naming {
  return (name, of) => ({ name: flow.claimName(nodeName(words, name, of)), source });
}
