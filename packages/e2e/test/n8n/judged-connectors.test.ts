import { findTarget } from '@journey/targets';
import { expect, test } from 'vitest';
import { compileText } from '../../../targets/test/journeys.ts';
import { connectorNamed, journeyWith, libraryConnectors } from '../../../targets/test/library-requests.ts';
import { judgeWorkflow, readNodeCatalogue, type WorkflowJson } from '../../src/n8n/index.ts';
import { realProgram } from '../../src/programs/index.ts';

test.for(libraryConnectors)(
  'n8n’s own descriptions find nothing wrong with a journey that uses all that %s offers',
  { timeout: 60_000 },
  async (name) => {
    const program = realProgram('n8n');
    if (!program.installed) throw new Error(program.why);
    const catalogue = readNodeCatalogue(program.folder);
    const model = await compileText(journeyWith(await connectorNamed(name)));
    const files = findTarget('n8n')?.generate(model).files ?? [];
    const workflows = files.filter(({ path }) => path.startsWith('workflows/'));
    expect(workflows.some(({ path }) => path.includes('.it.'))).toBe(true);
    for (const { path, content } of workflows) {
      const workflow: WorkflowJson = JSON.parse(content);
      expect(judgeWorkflow(catalogue, workflow), path).toEqual([]);
    }
  },
);
