import type { SourceRange } from '@journey/model';
import { describeSource } from '@journey/model';
import type { Plain } from './javascript/literal.ts';
import { arrange } from './layout.ts';
import { stableId, stableUuid } from '../hash.ts';
import type { Words } from './words/index.ts';
import { inReadingOrder } from './words/reading-order.ts';

export type Parameters = { readonly [name: string]: Plain };

export interface CredentialReference {
  readonly id: string;
  readonly name: string;
}

/** What a node is, apart from its place in a workflow. */
export interface NodeSpec {
  /** As people see it; made unique in its workflow. */
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: Parameters;
  readonly source: SourceRange;
  /** The step that the node carries out a part of. */
  readonly step?: string;
  readonly credentials?: Readonly<Record<string, CredentialReference>>;
  readonly settings?: NodeSettings;
  /** Nodes that are called from outside or that wait for a call. */
  readonly webhook?: boolean;
}

export interface NodeSettings {
  /** Gives one empty item where there would be none, so that what follows still runs. */
  readonly alwaysOutputData?: true;
  readonly executeOnce?: true;
  readonly onError?: 'continueErrorOutput' | 'continueRegularOutput';
  readonly retryOnFail?: true;
  readonly maxTries?: number;
  readonly waitBetweenTries?: number;
}

export interface N8nNode extends NodeSettings {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly position: readonly [number, number];
  readonly parameters: Parameters;
  readonly credentials?: Readonly<Record<string, CredentialReference>>;
  readonly webhookId?: string;
  readonly notes?: string;
  readonly notesInFlow?: boolean;
}

export type Connections = Readonly<
  Record<string, { readonly main: readonly (readonly { node: string; type: 'main'; index: number }[])[] }>
>;

/** A workflow as n8n imports it. */
export interface N8nWorkflow {
  readonly id: string;
  readonly name: string;
  readonly active: false;
  readonly nodes: readonly N8nNode[];
  readonly connections: Connections;
  readonly settings: Readonly<Record<string, string | boolean>>;
}

/** A workflow, with the source of its nodes and the file that it goes to. */
export interface GeneratedWorkflow {
  readonly workflow: N8nWorkflow;
  readonly file: string;
  readonly role: WorkflowRole;
  readonly automation?: string;
  readonly origins: readonly {
    readonly node: string;
    readonly source: SourceRange;
    readonly step?: string;
  }[];
}

export type WorkflowRole =
  | 'setup'
  | 'events'
  | 'policy'
  | 'winner'
  | 'alarm'
  | 'notify'
  | 'clock'
  | 'again'
  | 'system'
  | 'lookup'
  | 'intake'
  | 'automation'
  | 'branch';

/** An output of a node that something may follow. */
export interface Port {
  readonly node: string;
  readonly output: number;
}

interface Link {
  readonly from: Port;
  readonly to: string;
  readonly back: boolean;
  /** What follows is drawn apart: a failure. */
  readonly aside: boolean;
}

export interface WorkflowIdentity {
  /** Names that never change while the part of the journey stays the same; the id comes from them. */
  readonly key: readonly string[];
  readonly name: string;
  readonly file: string;
  readonly role: WorkflowRole;
  readonly automation?: string;
  readonly zone?: string | undefined;
  /** The language of what the builder itself names. */
  readonly words: Words;
  /** A heading on the canvas, and whatever a reader should know, in Markdown. */
  readonly heading: { readonly text: string; readonly source: SourceRange };
}

export function workflowId(key: readonly string[]): string {
  return stableId('workflow', ...key);
}

/** Collects nodes and links, then lays them out. */
export class WorkflowBuilder {
  readonly id: string;
  readonly #identity: WorkflowIdentity;
  readonly #nodes: (NodeSpec & { readonly name: string })[] = [];
  readonly #links: Link[] = [];
  readonly #names = new Set<string>();

  constructor(identity: WorkflowIdentity) {
    this.#identity = identity;
    this.id = workflowId(identity.key);
  }

  /** A name like this that no node of the workflow has yet; it is then taken. */
  claimName(wanted: string): string {
    const short = wanted.replace(/\s+/g, ' ').trim().slice(0, 80) || this.#identity.words.node('Step');
    let name = short;
    for (let n = 2; this.#names.has(name); n++) name = `${short} (${n})`;
    this.#names.add(name);
    return name;
  }

  /** Adds a node that follows the ports. Its name is taken as it is where it was claimed before. */
  add(after: readonly Port[], spec: NodeSpec, claimed = false, aside = false): Port {
    const name = claimed ? spec.name : this.claimName(spec.name);
    this.#nodes.push({ ...spec, name });
    for (const from of after) this.#links.push({ from, to: name, back: false, aside });
    return { node: name, output: 0 };
  }

  /** Leads back to a node that is already there. */
  loop(from: readonly Port[], to: string): void {
    for (const port of from) this.#links.push({ from: port, to, back: true, aside: false });
  }

  build(): GeneratedWorkflow {
    const { name, file, role, automation, zone, heading } = this.#identity;
    const places = arrange(
      this.#nodes.map((node) => node.name),
      this.#links.map(({ from, to, back, aside }) => ({
        from: from.node,
        output: from.output,
        to,
        back,
        aside,
      })),
    );
    const nodes = this.#nodes.map((spec) => this.#node(spec, places.at(spec.name)));
    const workflow: N8nWorkflow = {
      id: this.id,
      name,
      active: false,
      nodes: [this.#sticky(heading.text, places.width, places.height), ...nodes],
      connections: this.#connections(),
      settings: { executionOrder: 'v1', ...(zone === undefined ? {} : { timezone: zone }) },
    };
    const origins = this.#nodes.map((spec) => ({
      node: spec.name,
      source: spec.source,
      ...(spec.step === undefined ? {} : { step: spec.step }),
    }));
    return { workflow, file, role, ...(automation === undefined ? {} : { automation }), origins };
  }

  #node(spec: NodeSpec, position: readonly [number, number]): N8nNode {
    return {
      id: stableUuid('node', this.id, spec.name),
      name: spec.name,
      type: spec.type,
      typeVersion: spec.typeVersion,
      position,
      parameters: spec.parameters,
      ...(spec.credentials === undefined ? {} : { credentials: spec.credentials }),
      ...(spec.webhook ? { webhookId: stableUuid('webhook', this.id, spec.name) } : {}),
      ...spec.settings,
      notes: describeSource(spec.source),
      notesInFlow: true,
    };
  }

  #sticky(text: string, width: number, height: number): N8nNode {
    return {
      id: stableUuid('note', this.id),
      name: this.claimName(this.#identity.words.node('Note')),
      type: 'n8n-nodes-base.stickyNote',
      typeVersion: 1,
      position: [-60, -240],
      parameters: { content: inReadingOrder(text), width: width + 160, height: height + 360, color: 7 },
      notes: describeSource(this.#identity.heading.source),
    };
  }

  #connections(): Connections {
    const outputs = new Map<string, { node: string; type: 'main'; index: number }[][]>();
    for (const { from, to } of this.#links) {
      const ports = outputs.get(from.node) ?? [];
      while (ports.length <= from.output) ports.push([]);
      ports[from.output]?.push({ node: to, type: 'main', index: 0 });
      outputs.set(from.node, ports);
    }
    return Object.fromEntries(
      this.#nodes.flatMap(({ name }) => {
        const main = outputs.get(name);
        return main === undefined ? [] : [[name, { main }]];
      }),
    );
  }
}
