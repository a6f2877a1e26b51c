import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { JourneyModel } from '@journey/model';
import { findTarget } from '@journey/targets';
import { realProgram } from '../../src/programs/index.ts';

/** Of Luxon, which n8n gives its code, what is used here. */
interface Luxon {
  readonly DateTime: { fromMillis(at: number): unknown };
  readonly Settings: { defaultZone: string };
}

type Json = Readonly<Record<string, unknown>>;

/** Runs the code: what each node before it gave, its own input, and what time it is. @returns the items that it gives */
export type RunCode = (
  nodes: Readonly<Record<string, readonly Json[]>>,
  input: readonly Json[],
  now: number,
) => readonly Json[];

/**
 * The code that is generated for a node, to be run as n8n does, with n8n's own Luxon.
 * @param workflow the end of its file's name: `.policy.json`
 */
export function generatedCode(model: JourneyModel, workflow: string, node: string, zone: string): RunCode {
  const { DateTime, Settings } = luxon();
  Settings.defaultZone = zone;
  // What is generated is to be run here.
  const run = new Function('$', '$input', '$now', 'DateTime', codeOf(model, workflow, node));
  return (nodes, input, now) => {
    const items = (rows: readonly Json[]) => ({
      first: () => ({ json: rows[0] ?? {} }),
      all: () => rows.map((json) => ({ json })),
    });
    const given = run(
      (name: string) => items(nodes[name] ?? []),
      items(input),
      DateTime.fromMillis(now),
      DateTime,
    ) as readonly { readonly json: Json }[];
    return given.map(({ json }) => json);
  };
}

function luxon(): Luxon {
  const program = realProgram('n8n');
  if (!program.installed) throw new Error(program.why);
  return createRequire(join(program.folder, 'node_modules', 'luxon', 'package.json'))('luxon') as Luxon;
}

function codeOf(model: JourneyModel, workflow: string, node: string): string {
  const { files } = findTarget('n8n')?.generate(model) ?? { files: [] };
  const text = files.find(({ path }) => path.endsWith(workflow))?.content ?? '';
  const { nodes }: { readonly nodes: readonly { name: string; parameters: { jsCode?: string } }[] } =
    JSON.parse(text);
  return nodes.find(({ name }) => name === node)?.parameters.jsCode ?? '';
}
