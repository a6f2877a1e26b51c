import type { Connector, SourceRange, System } from '@journey/model';
import { BACK_OFF } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { luxonDuration } from '../javascript/time.ts';
import { choose, code, set, stopWithError, waitForCall, waitUntil, type Described } from '../nodes.ts';
import { insertRows, upsertRows } from '../tables.ts';
import { credentialOf } from '../vendors/http.ts';
import { vendorOf } from '../vendors/index.ts';
import type { VendorFlow } from '../vendors/vendor.ts';
import { nodeName, type NodeName } from '../words/index.ts';
import type { NodeSpec, Port, WorkflowBuilder } from '../workflow.ts';
import { runKey } from './runs.ts';

export interface VendorFlowOptions {
  readonly context: JourneyContext;
  readonly flow: WorkflowBuilder;
  readonly system: System;
  readonly connector: Connector;
  readonly credentials: Credentials;
  /** What nodes are about that say nothing of their own. */
  readonly source: SourceRange;
  /** JavaScript for the state that the step was asked for with; empty where there is none. */
  readonly asked: string;
}

/** Builds a vendor's part of a workflow, and gathers where its calls may fail. */
export function createVendorFlow(
  options: VendorFlowOptions,
): VendorFlow & { readonly failures: readonly Port[] } {
  const { flow, system, connector, credentials } = options;
  const own = vendorOf(system.connector)?.credential ?? credentialOf(connector.authentication);
  const failures: Port[] = [];
  const about = (name: string, source?: SourceRange): Described => ({
    name: flow.claimName(name),
    source: source === undefined || isOfLibrary(source) ? options.source : source,
  });
  return {
    context: options.context,
    system,
    connector,
    asked: options.asked,
    failures,
    about,
    named: (name, of, source) => about(nodeName(options.context.words, name, of), source),
    add: (after, spec) => flow.add(after, spec, true),
    fail: (from) => {
      failures.push(from);
    },
    call: (after, spec, credential = own) => {
      const signedIn: NodeSpec =
        credential === undefined ? spec : { ...spec, credentials: credentials.use(system, credential) };
      if (after.length === 0) return flow.add(after, signedIn, true);
      const settings = { onError: 'continueErrorOutput', ...spec.settings } as const;
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

/**
 * What follows a call that failed. It is kept as an event, and tried again after pauses that grow; where the vendor
 * says when (`Retry-After`), not before. What keeps failing, or can't succeed, is put aside: the execution waits there
 * to be called, and nobody else waits for it. Inside a `try` it fails at once: the `try` decides.
 */
export function addFailure(
  flow: WorkflowBuilder,
  vendor: VendorFlow & { readonly failures: readonly Port[] },
  again: Port,
): void {
  if (vendor.failures.length === 0) return;
  const { clock } = vendor.context;
  const failed = flow.add(
    vendor.failures,
    code(vendor.named('What failed'), failureCode(vendor)),
    true,
    true,
  );
  const of = itemOf(failed.node);
  const row = vendor.add([failed], set(vendor.named('The failure'), '$json.row'));
  const kept = vendor.add([row], insertRows(vendor.named('Keep the failure'), 'events'));
  const which = vendor.add(
    [kept],
    choose(vendor.named('And now?'), 3, `["again", "aside", "fail"].indexOf(${of}.outcome)`),
  );
  const touch = (name: NodeName, after: Port, due: string): Port => {
    const value = vendor.add(
      [after],
      set(vendor.named(name), `{ run: ${runKey(vendor.asked)}, due: ${due} }`),
    );
    const match = { column: 'run', value: '$json.run' };
    return vendor.add(
      [value],
      upsertRows(vendor.named('keep', vendor.context.words.node(name)), 'runs', match),
    );
  };
  const instant = clock.trueInstant(`DateTime.fromISO(${of}.until)`);
  const later = touch('It goes on later', which, `DateTime.fromISO(${instant}).toUTC().toISO()`);
  const waited = vendor.add([later], waitUntil(vendor.named('Wait before the next try'), instant));
  const stands = touch('It stands', { ...which, output: 1 }, 'null');
  const url = `$execution.resumeUrl.replace("?", ${literal(`/${ASIDE}?`)})`;
  const letter = vendor.add(
    [stands],
    set(
      vendor.named('What is put aside'),
      `{ key: ${of}.row.key, contact: ${of}.row.contact, journey: ${of}.row.journey, run: ${of}.row.run, step: ${of}.row.step, what: ${of}.row.name, why: ${of}.row.why, url: ${url}, at: ${of}.row.at }`,
    ),
  );
  const match = { column: 'key', value: '$json.key' };
  const aside = vendor.add([letter], upsertRows(vendor.named('Put it aside'), 'aside', match));
  const called = vendor.add([aside], waitForCall(vendor.named('Wait to be called'), ASIDE, undefined));
  vendor.add(
    [{ ...which, output: 2 }],
    stopWithError(vendor.named('End with the error'), `${of}.row.name + ": " + ${of}.row.why`),
  );
  flow.loop([waited, called], again.node);
}

const ASIDE = 'again';

/** Statuses by which a vendor says that the same call can succeed later; the other refusals stay refusals. */
const PASSING = [408, 409, 423, 425, 429];

function failureCode(vendor: VendorFlow): string {
  const { clock, journey } = vendor.context;
  return `const state = ${vendor.asked};
const { error, statusCode, body, headers } = $input.first().json;
const status = Number(statusCode ?? error?.httpCode ?? error?.status ?? 0);
const said = error?.message ?? error ?? (status + ' ' + (typeof body === 'string' ? body : JSON.stringify(body ?? null)));
const isFinal = status >= 400 && status < 500 && !${literal(PASSING)}.includes(status);
const pause = ${literal(BACK_OFF.map(luxonDuration))}[state.failures];
const now = ${clock.now()};
const asked = headers?.['retry-after'];
const wanted = asked === undefined ? null : /^\\d+$/.test(asked) ? now.plus({ seconds: Number(asked) }) : DateTime.fromHTTP(asked);
const next = pause && now.plus(pause);
const until = next && wanted?.isValid && wanted > next ? wanted : next;
const what = state.step.message ?? ${literal(`${vendor.system.id}.`)} + state.step.action;
return [{ json: {
  outcome: state.step.tried ? 'fail' : isFinal || !until ? 'aside' : 'again', until: until?.toISO() ?? null,
  row: {
    contact: state.contact, journey: ${literal(journey.id)}, name: 'failed:' + what, key: state.key, run: state.run.id,
    step: state.step.id, data: '{}', why: String(said).slice(0, 500), at: now.toISO(),
  },
} }];`;
}
