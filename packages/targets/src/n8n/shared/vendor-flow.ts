import type { Connector, SourceRange, System } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { code, type Described } from '../nodes.ts';
import { insertRows } from '../tables.ts';
import { stopWithError } from '../nodes.ts';
import { literal } from '../javascript/literal.ts';
import type { CredentialKind, VendorFlow } from '../vendors/vendor.ts';
import type { NodeSpec, Port, WorkflowBuilder } from '../workflow.ts';

/** A call that failed for a passing reason is tried again; the waits are n8n's, at most five seconds. */
const RETRIES = { retryOnFail: true, maxTries: 3, waitBetweenTries: 3000 } as const;

export interface VendorFlowOptions {
  readonly context: JourneyContext;
  readonly flow: WorkflowBuilder;
  readonly system: System;
  readonly connector: Connector;
  readonly credentials: Credentials;
  readonly credential: CredentialKind | undefined;
  /** What nodes are about that say nothing of their own. */
  readonly source: SourceRange;
  /** JavaScript for the state that the step was asked for with; empty where there is none. */
  readonly asked: string;
}

/** Builds a vendor's part of a workflow, and gathers where its calls may fail. */
export function createVendorFlow(
  options: VendorFlowOptions,
): VendorFlow & { readonly failures: readonly Port[] } {
  const { flow, system, credentials } = options;
  const failures: Port[] = [];
  const about = (name: string, source?: SourceRange): Described => ({
    name: flow.claimName(name),
    source: source === undefined || isOfLibrary(source) ? options.source : source,
  });
  return {
    context: options.context,
    system,
    connector: options.connector,
    asked: options.asked,
    failures,
    about,
    add: (after, spec) => flow.add(after, spec, true),
    call: (after, spec, credential = options.credential) => {
      const signedIn: NodeSpec =
        credential === undefined ? spec : { ...spec, credentials: credentials.use(system, credential) };
      if (after.length === 0) return flow.add(after, signedIn, true);
      const settings = { ...RETRIES, onError: 'continueErrorOutput', ...spec.settings } as const;
      const port = flow.add(after, { ...signedIn, settings }, true);
      failures.push({ node: port.node, output: 1 });
      return port;
    },
  };
}

/** A connector that ships with the language is nothing that the journey's authors wrote: their system's line says more. */
function isOfLibrary(source: SourceRange): boolean {
  return /^[a-z-]+:/.test(source.file);
}

/** What follows a call that failed to the end: it is kept as an event, and the run ends as an error that people see. */
export function addFailure(
  flow: WorkflowBuilder,
  vendor: VendorFlow & { readonly failures: readonly Port[] },
): void {
  if (vendor.failures.length === 0) return;
  const noted = flow.add(
    vendor.failures,
    code(
      vendor.about('What failed'),
      `const state = ${vendor.asked};
const { error } = $input.first().json;
const why = String(error?.message ?? error ?? 'unknown').slice(0, 500);
const what = state.step.message ?? ${literal(`${vendor.system.id}.`)} + state.step.action;
return [{ json: {
  contact: state.contact, journey: ${literal(vendor.context.journey.id)}, name: 'failed:' + what, key: state.key,
  run: state.run.id, step: state.step.id, data: '{}', why, at: ${vendor.context.clock.now()}.toISO(),
} }];`,
    ),
    true,
    true,
  );
  const kept = vendor.add([noted], insertRows(vendor.about('Keep the failure'), 'events'));
  vendor.add([kept], stopWithError(vendor.about('End with the error'), '$json.name + ": " + $json.why'));
}
