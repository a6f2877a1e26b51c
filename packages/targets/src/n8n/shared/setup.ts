import type { JourneyContext } from '../context.ts';
import { node } from '../nodes.ts';
import { createTable, TABLES, type TableName } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';

export const SETUP_TITLE = 'Setup';

/** Creates the tables that are missing; safe to repeat. */
export function setupWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'setup'],
    name: context.callee('setup', SETUP_TITLE).name,
    file: context.fileName('setup'),
    role: 'setup',
    heading: {
      text: `## ${context.journey.label} · ${SETUP_TITLE}\nRun this once by hand, before anything else. It creates the tables that are missing and changes nothing else.`,
      source,
    },
  });
  let last: Port = flow.add([], node({ name: 'Run me once', source }, 'manualTrigger', 1, {}));
  for (const table of Object.keys(TABLES).filter(isTable)) {
    last = flow.add([last], createTable({ name: `Table ${TABLES[table].name}`, source }, table));
  }
  return flow.build();
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}
