import type { ActionType, Connector, EventType, Message, SourceRange, System } from '@journey/model';
import type { Capability } from '../../target.ts';
import type { JourneyContext } from '../context.ts';
import type { Described } from '../nodes.ts';
import type { NodeName } from '../words/index.ts';
import type { NodeSpec, Port } from '../workflow.ts';

/** The kind of n8n credential that a system signs in with. */
export interface CredentialKind {
  readonly type: string;
  /** What has to be filled in; never a value, but where a person would find one. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a vendor's mapping builds its part of a workflow with. */
export interface VendorFlow {
  readonly context: JourneyContext;
  readonly system: System;
  readonly connector: Connector;
  /** JavaScript for the customer's state as it was when the step was asked for, with `step` in it. */
  readonly asked: string;
  /** A node by a name of the journey's or the vendor's own. */
  about(name: string, source?: SourceRange): Described;
  /** A node in the journey's language; `of` is what it is a part of, by its own name. */
  named(name: NodeName, of?: string, source?: SourceRange): Described;
  /** Adds a node of our own logic. */
  add(after: readonly Port[], spec: NodeSpec): Port;
  /** Leads to the failure's record: the vendor has answered, and refused. */
  fail(from: Port): void;
  /** Adds a node that calls the vendor: it signs in, and leads to the failure's record where it fails. */
  call(after: readonly Port[], spec: NodeSpec, credential?: CredentialKind): Port;
}

/** What a message's nodes find in their item: `to`, `language`, `message` with its texts, `parameters`, `recipient`. */
export interface MessageMapping extends Capability {
  build(flow: VendorFlow, after: readonly Port[], message: Message): Port;
}

/** The action's nodes find its arguments in `asked.step.args`; the last one's item has the `result`. */
export interface ActionMapping extends Capability {
  /** Done again, it changes nothing: it looks first, or says what is to be so. */
  readonly repeatable?: true;
  build(flow: VendorFlow, after: readonly Port[], action: ActionType): Port;
}

/** Items that the nodes end with are events as the events workflow takes them: `event`, `id`, `data`, `identities`. */
export interface EventMapping extends Capability {
  /** Events that one trigger of the vendor serves together. */
  readonly group: string;
  build(flow: VendorFlow, events: readonly EventType[]): readonly Port[];
}

/** One connector's place in n8n: adding a system's own nodes is a file with one of these and a row in the table. */
export interface VendorMapping {
  readonly connector: string;
  /** Where n8n and the vendor describe what is mapped here. */
  readonly source: string;
  readonly credential: CredentialKind;
  readonly triggerCredential?: CredentialKind;
  readonly actions: Readonly<Record<string, ActionMapping>>;
  readonly events: Readonly<Record<string, EventMapping>>;
  readonly message?: MessageMapping;
}
