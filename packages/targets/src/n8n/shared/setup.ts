import type { JourneyContext } from '../context.ts';
import { node } from '../nodes.ts';
import { createTable, TABLES, type TableName } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';

/** Creates the tables that are missing; safe to repeat. */
export function setupWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'setup'],
    name: context.callee('setup').name,
    file: context.fileName('setup'),
    role: 'setup',
    heading: {
      text: `## ${context.journey.label} · ${context.words.titles.setup}\nCreates the tables that are missing, whenever n8n starts or this is published, and changes nothing else.`,
      source,
    },
  });
  const began = flow.add(
    [],
    node({ name: 'n8n has started', source }, 'n8nTrigger', 1, { events: ['init', 'activate'] }),
  );
  const byHand = flow.add([], node({ name: 'By hand', source }, 'manualTrigger', 1, {}));
  let last: readonly Port[] = [began, byHand];
  for (const table of Object.keys(TABLES).filter(isTable)) {
    last = [flow.add(last, createTable({ name: `Table ${TABLES[table].name}`, source }, table))];
  }
  return flow.build();
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}
