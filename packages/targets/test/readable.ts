import type { N8nNode, N8nWorkflow } from '../src/n8n/workflow.ts';

/** A workflow as a person reviews it: the nodes in their order, what each computes, and where it leads. */
export function readable(workflow: N8nWorkflow): string {
  const nodes = workflow.nodes.map((node) =>
    [...head(node), ...parameters(node), ...ways(workflow, node)].join('\n'),
  );
  return `${workflow.name}  (${workflow.id})\n\n${nodes.join('\n\n')}\n`;
}

function head(node: N8nNode): string[] {
  const type = `${node.type.replace('n8n-nodes-base.', '')} ${node.typeVersion}`;
  return [`■ ${node.name}  [${type}]  ${node.notes ?? ''}  @${node.position.join(',')}`];
}

function parameters(node: N8nNode): string[] {
  if (node.type.endsWith('.stickyNote')) return [indent(String(node.parameters['content']))];
  return Object.entries(node.parameters).flatMap(([name, value]) => leaves(name, value));
}

/** What n8n wants written out besides, and nobody reviews. */
const NOISE =
  /(^|\.)(options|schema|matchingColumns|mode|language|__rl|attemptToConvertTypes|convertFieldsToString|typeValidation)(\.|$)/;

function leaves(path: string, value: unknown): string[] {
  if (NOISE.test(path)) return [];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, part]) => leaves(`${path}.${name}`, part));
  }
  const text = String(value);
  return [text.includes('\n') ? `    ${path}:\n${indent(text, 8)}` : `    ${path}: ${text}`];
}

function ways(workflow: N8nWorkflow, node: N8nNode): string[] {
  const outputs = workflow.connections[node.name]?.main ?? [];
  return outputs.flatMap((targets, output) =>
    targets.map((target) => `    ${outputs.length > 1 ? `${output} ` : ''}→ ${target.node}`),
  );
}

function indent(text: string, by = 4): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
