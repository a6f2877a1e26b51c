import type { JourneyContext } from '../context.ts';
import { node } from '../nodes.ts';
import { createTable, TABLES, type TableName } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';
import { naming } from './naming.ts';

/** Creates the tables that are missing; safe to repeat. */
export function setupWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'setup'],
    name: context.callee('setup').name,
    file: context.fileName('setup'),
    role: 'setup',
    words: context.words,
    heading: {
      text: `## ${context.callee('setup').name}\n\n${context.words.notes.setup}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const began = flow.add(
    [],
    node(about('The server has started'), 'n8nTrigger', 1, { events: ['init', 'activate'] }),
    true,
  );
  const byHand = flow.add([], node(about('By hand'), 'manualTrigger', 1, {}), true);
  let last: readonly Port[] = [began, byHand];
  for (const table of Object.keys(TABLES).filter(isTable)) {
    last = [flow.add(last, createTable(about('table', TABLES[table].name), table), true)];
  }
  return flow.build();
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}
