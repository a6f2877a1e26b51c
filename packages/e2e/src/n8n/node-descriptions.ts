import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Json } from '../json.ts';

/** A parameter as n8n describes it to its own editor; only what is looked at here. */
export interface ParameterDescription {
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  readonly default?: Json;
  readonly required?: boolean;
  /** Offered values; or the parameters of a collection; or the groups of a fixed collection. */
  readonly options?: readonly OptionDescription[];
  readonly modes?: readonly { readonly name: string }[];
  readonly typeOptions?: Readonly<Record<string, unknown>>;
}

/** A value, a parameter or a group of parameters, depending on what it is an option of. */
export interface OptionDescription extends ParameterDescription {
  readonly value?: Json;
  readonly values?: readonly ParameterDescription[];
}

export interface CredentialDescription {
  readonly name: string;
  readonly required?: boolean;
}

export interface NodeDescription {
  readonly name: string;
  readonly version: number | readonly number[];
  readonly properties: readonly ParameterDescription[];
  readonly credentials?: readonly CredentialDescription[];
  readonly outputs: readonly unknown[] | string;
  readonly webhooks?: readonly { readonly restartWebhook?: boolean }[];
}

/** A node of a workflow as it is imported. */
export interface NodeJson {
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly credentials?: Readonly<Record<string, Json>>;
  readonly webhookId?: string;
  readonly onError?: string;
}

/** The two of n8n's own functions that decide what a node's parameters mean. */
interface NodeHelpers {
  getNodeParameters(
    properties: readonly ParameterDescription[],
    values: Readonly<Record<string, Json>>,
    withDefaults: boolean,
    withHidden: boolean,
    node: NodeJson,
    description: NodeDescription,
  ): Readonly<Record<string, Json>> | null;
  displayParameter(
    values: Json,
    parameter: ParameterDescription | CredentialDescription,
    node: NodeJson,
    description: NodeDescription,
    root: Json,
  ): boolean;
  getNodeParametersIssues(
    properties: readonly ParameterDescription[],
    node: NodeJson,
    description: NodeDescription,
  ): { readonly parameters?: Readonly<Record<string, readonly string[]>> } | null;
}

/** What an installed n8n knows about its nodes. Nothing of it is kept or shipped. */
export interface NodeCatalogue {
  readonly helpers: NodeHelpers;
  /** All descriptions of a type (without the package's name), one or more versions each. */
  descriptions(name: string): readonly NodeDescription[];
  hasCredentialType(name: string): boolean;
}

/** Reads the catalogue of the n8n that is installed in `folder` (half a second, no server). */
export function readNodeCatalogue(folder: string): NodeCatalogue {
  const types = join(folder, 'node_modules/n8n-nodes-base/dist/types');
  // n8n's own files, whose shape the interfaces above follow.
  const nodes = JSON.parse(readFileSync(join(types, 'nodes.json'), 'utf8')) as readonly NodeDescription[];
  const credentials = JSON.parse(readFileSync(join(types, 'credentials.json'), 'utf8')) as readonly {
    name: string;
  }[];
  const require = createRequire(join(folder, 'package.json'));
  const { NodeHelpers: helpers } = require('n8n-workflow') as { readonly NodeHelpers: NodeHelpers };
  const credentialTypes = new Set(credentials.map(({ name }) => name));
  return {
    helpers,
    descriptions: (name) => nodes.filter((node) => node.name === name),
    hasCredentialType: (name) => credentialTypes.has(name),
  };
}
