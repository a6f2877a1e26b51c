import type { Json } from '../json.ts';
import type { NodeCatalogue, NodeDescription, NodeJson } from './node-descriptions.ts';
import { parameterFindings } from './parameter-findings.ts';

/** A workflow as it is imported. */
export interface WorkflowJson {
  readonly name: string;
  readonly nodes: readonly NodeJson[];
  readonly connections: Readonly<
    Record<string, Readonly<Record<string, readonly (readonly Connection[] | null)[]>>>
  >;
}

interface Connection {
  readonly node: string;
  readonly type: string;
  readonly index: number;
}

const nodesPackage = 'n8n-nodes-base.';

/** The nodes whose settings name the credential that they need. */
const credentialParameters = ['genericAuthType', 'nodeCredentialType'];

/**
 * What n8n's own descriptions say is wrong with a workflow, as sentences that begin with the node; none when it
 * is right. It doesn't see options that n8n asks a vendor for, nor the insides of expressions.
 */
export function judgeWorkflow(catalogue: NodeCatalogue, workflow: WorkflowJson): readonly string[] {
  const nodeFindings = workflow.nodes.flatMap((node) =>
    judgeNode(catalogue, node).map(
      (finding) => `${node.name} (${node.type} ${node.typeVersion}): ${finding}`,
    ),
  );
  return [...nodeFindings, ...connectionFindings(catalogue, workflow)];
}

function judgeNode(catalogue: NodeCatalogue, node: NodeJson): string[] {
  if (!node.type.startsWith(nodesPackage)) return ['is not one of the nodes that every n8n has'];
  const ofType = catalogue.descriptions(node.type.slice(nodesPackage.length));
  if (ofType.length === 0) return ['there is no such node'];
  const description = descriptionOf(catalogue, node);
  if (!description)
    return [`has no such version; there are ${ofType.flatMap(({ version }) => version).join(', ')}`];
  return [
    ...parameterFindings(catalogue, description, node),
    ...credentialFindings(catalogue, description, node),
    ...webhookFindings(description, node),
  ];
}

function descriptionOf(catalogue: NodeCatalogue, node: NodeJson): NodeDescription | undefined {
  return catalogue
    .descriptions(node.type.slice(nodesPackage.length))
    .find(({ version }) => [version].flat().includes(node.typeVersion));
}

function credentialFindings(
  catalogue: NodeCatalogue,
  description: NodeDescription,
  node: NodeJson,
): string[] {
  const given = Object.keys(node.credentials ?? {});
  const { helpers } = catalogue;
  const values =
    helpers.getNodeParameters(description.properties, node.parameters, true, false, node, description) ?? {};
  const described = (description.credentials ?? []).filter((credential) =>
    helpers.displayParameter(values, credential, node, description, values),
  );
  const named = credentialParameters
    .map((name) => values[name])
    .filter((name): name is string => Boolean(name));
  const usable = [...described.map(({ name }) => name), ...named];
  const required = [
    ...described.filter((credential) => credential.required).map(({ name }) => name),
    ...named,
  ];
  return [
    ...required.filter((name) => !given.includes(name)).map((name) => `needs a credential "${name}"`),
    ...given.filter((name) => !usable.includes(name)).map((name) => `does not use the credential "${name}"`),
    ...given
      .filter((name) => !catalogue.hasCredentialType(name))
      .map((name) => `there is no credential type "${name}"`),
  ];
}

/** Without an id of its own n8n gives a webhook another address than its path says. */
function webhookFindings({ webhooks = [] }: NodeDescription, node: NodeJson): string[] {
  const listens = webhooks.some(({ restartWebhook }) => restartWebhook !== true);
  return listens && !node.webhookId ? ['needs a "webhookId"'] : [];
}

function connectionFindings(catalogue: NodeCatalogue, { nodes, connections }: WorkflowJson): string[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const twice = nodes
    .filter((node) => byName.get(node.name) !== node)
    .map((node) => `two nodes are named ${node.name}`);
  const loose = Object.entries(connections).flatMap(([source, byKind]) => {
    const node = byName.get(source);
    if (!node) return [`a connection comes from ${source}, which is not there`];
    const outputs = byKind['main'] ?? [];
    const targets = outputs.flatMap((output) => output ?? []).filter((target) => !byName.has(target.node));
    const count = outputCount(catalogue, node);
    return [
      ...targets.map((target) => `${source} is connected to ${target.node}, which is not there`),
      ...(count !== undefined && outputs.length > count
        ? [`${source} has ${count} outputs, and ${outputs.length} are connected`]
        : []),
    ];
  });
  return [...twice, ...loose];
}

/** How many outputs a node has, where that doesn't depend on its parameters. */
function outputCount(catalogue: NodeCatalogue, node: NodeJson): number | undefined {
  const outputs: Json | readonly unknown[] | undefined = descriptionOf(catalogue, node)?.outputs;
  if (!Array.isArray(outputs)) return undefined;
  return outputs.length + (node.onError === 'continueErrorOutput' ? 1 : 0);
}
