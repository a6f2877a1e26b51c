import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { judgeWorkflow, readNodeCatalogue, type WorkflowJson } from '../../src/n8n/index.ts';
import { realProgram } from '../../src/programs/index.ts';
import { generateFile } from '../../src/trial/trial.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url));

/** Every journey among the examples. */
const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.journey'))
  .map((file) => `${EXAMPLES}${file}`)
  .filter((file) => /^journey /m.test(readFileSync(file, 'utf8')));

test.for(files)(
  'n8n’s own descriptions find nothing wrong with what is generated of %s',
  { timeout: 60_000 },
  async (file) => {
    const program = realProgram('n8n');
    if (!program.installed) throw new Error(program.why);
    const catalogue = readNodeCatalogue(program.folder);
    for (const timeScale of [undefined, { factor: 1440, start: '2027-03-01T08:00:00Z' }]) {
      const { files: generated, coverage } = await generateFile(file, timeScale);
      const workflows = generated.filter(({ path }) => path.startsWith('workflows/'));
      expect(workflows.length > 0).toBe(coverage.length > 0);
      for (const { path, content } of workflows) {
        const workflow: WorkflowJson = JSON.parse(content);
        expect(judgeWorkflow(catalogue, workflow), path).toEqual([]);
      }
    }
  },
);
