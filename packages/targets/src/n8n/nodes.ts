import { expression, literal, plainText, type Plain } from './javascript/literal.ts';
import type { NodeSpec, Parameters } from './workflow.ts';

/**
 * The nodes of n8n that are generated, in the versions that 2.41 has; written by hand and judged, in the tests, by
 * n8n's own descriptions.
 */
export type Described = Pick<NodeSpec, 'name' | 'source' | 'step'>;

const PACKAGE = 'n8n-nodes-base.';

export function node(
  about: Described,
  type: string,
  typeVersion: number,
  parameters: Parameters,
  more: Partial<NodeSpec> = {},
): NodeSpec {
  return { ...about, type: PACKAGE + type, typeVersion, parameters, ...more };
}

export function code(about: Described, javascript: string, more: Partial<NodeSpec> = {}): NodeSpec {
  const parameters = { mode: 'runOnceForAllItems', language: 'javaScript', jsCode: javascript };
  return node(about, 'code', 2, parameters, more);
}

/** Replaces the item by an object. */
export function set(about: Described, javascript: string): NodeSpec {
  return node(about, 'set', 3.5, { mode: 'raw', jsonOutput: expression(`(${javascript})`), options: {} });
}

/** The beginning of a workflow that others call, giving it one object. */
export function called(about: Described, input: string): NodeSpec {
  const values = [{ name: input, type: 'object' }];
  return node(about, 'executeWorkflowTrigger', 1.2, {
    inputSource: 'workflowInputs',
    workflowInputs: { values },
  });
}

export interface Callee {
  readonly id: string;
  readonly name: string;
}

export interface CallOptions {
  readonly input: string;
  readonly javascript: string;
  /** Whether to go on only when the other workflow has ended; the item is then what it ended with. */
  readonly wait: boolean;
  /** Whether each item is a call of its own. */
  readonly each?: boolean;
}

/** Runs another workflow; `callee` may be JavaScript for an id. */
export function callWorkflow(about: Described, callee: Callee | string, options: CallOptions): NodeSpec {
  const reference =
    typeof callee === 'string'
      ? { __rl: true, mode: 'id', value: expression(callee) }
      : { __rl: true, mode: 'id', value: callee.id, cachedResultName: callee.name };
  return node(about, 'executeWorkflow', 1.4, {
    source: 'database',
    workflowId: reference,
    workflowInputs: {
      mappingMode: 'defineBelow',
      value: { [options.input]: expression(`(${options.javascript})`) },
      matchingColumns: [],
      schema: [column(options.input, 'object')],
      attemptToConvertTypes: false,
      convertFieldsToString: false,
    },
    mode: options.each ? 'each' : 'once',
    options: { waitForSubWorkflow: options.wait },
  });
}

/** Two ways on: the first where it holds. */
export function fork(about: Described, condition: string): NodeSpec {
  const test = {
    id: 'condition',
    leftValue: expression(`Boolean(${condition})`),
    rightValue: '',
    operator: { type: 'boolean', operation: 'true', singleValue: true },
  };
  const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 };
  return node(about, 'if', 2.3, {
    conditions: { options, combinator: 'and', conditions: [test] },
    options: {},
  });
}

/** As many ways on as said; `javascript` gives the number of the one to take. */
export function choose(about: Described, ways: number, javascript: string): NodeSpec {
  return node(about, 'switch', 3.4, {
    mode: 'expression',
    numberOutputs: ways,
    output: expression(javascript),
  });
}

/** @param instant JavaScript for ISO text with an offset. */
export function waitUntil(about: Described, instant: string): NodeSpec {
  return node(
    about,
    'wait',
    1.1,
    { resume: 'specificTime', dateTime: expression(instant) },
    { webhook: true },
  );
}

/** Waits to be called at the execution's own address, at the latest until the instant. */
export function waitForCall(about: Described, suffix: string, instant: string | undefined): NodeSpec {
  const limit: Parameters =
    instant === undefined
      ? { limitWaitTime: false }
      : { limitWaitTime: true, limitType: 'atSpecifiedTime', maxDateAndTime: expression(instant) };
  const parameters = {
    resume: 'webhook',
    incomingAuthentication: 'none',
    httpMethod: 'POST',
    responseCode: 200,
    responseMode: 'onReceived',
    ...limit,
    options: { webhookSuffix: suffix },
  };
  return node(about, 'wait', 1.1, parameters, { webhook: true });
}

/** Answers when all is done that follows from the call, so that nobody believes it taken that was not. */
export function webhook(
  about: Described,
  path: string,
  authentication: 'none' | 'headerAuth' = 'none',
): NodeSpec {
  const parameters = {
    httpMethod: 'POST',
    path,
    authentication,
    responseMode: 'lastNode',
    responseData: 'noData',
    options: {},
  };
  return node(about, 'webhook', 2.1, parameters, { webhook: true });
}

export function stopWithError(about: Described, javascript: string): NodeSpec {
  return node(about, 'stopAndError', 1, { errorType: 'errorMessage', errorMessage: expression(javascript) });
}

export interface HttpCall {
  readonly method: string;
  /** A parameter's value: text, or an expression. */
  readonly url: string;
  /** JavaScript for the body's value. */
  readonly body?: string;
  /** JavaScript for the text of a form, in the place of a body. */
  readonly form?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly query?: readonly { readonly name: string; readonly value: string }[];
  readonly authentication?:
    | { readonly kind: 'generic'; readonly type: string }
    | { readonly kind: 'predefined'; readonly type: string };
  readonly options?: { readonly [name: string]: Plain };
}

export function httpRequest(about: Described, call: HttpCall, more: Partial<NodeSpec> = {}): NodeSpec {
  const parameters: Record<string, Plain> = { method: call.method, url: call.url, ...authenticationOf(call) };
  if (call.query !== undefined) {
    Object.assign(parameters, {
      sendQuery: true,
      specifyQuery: 'keypair',
      queryParameters: { parameters: call.query },
    });
  }
  if (call.headers !== undefined) {
    Object.assign(parameters, {
      sendHeaders: true,
      specifyHeaders: 'keypair',
      headerParameters: { parameters: call.headers },
    });
  }
  if (call.body !== undefined) {
    const jsonBody = expression(`JSON.stringify(${call.body})`);
    Object.assign(parameters, { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody });
  }
  if (call.form !== undefined) {
    const body = expression(call.form);
    Object.assign(parameters, {
      sendBody: true,
      contentType: 'form-urlencoded',
      specifyBody: 'string',
      body,
    });
  }
  return node(about, 'httpRequest', 4.5, { ...parameters, options: call.options ?? {} }, more);
}

function authenticationOf({ authentication }: HttpCall): Parameters {
  if (authentication === undefined) return { authentication: 'none' };
  return authentication.kind === 'generic'
    ? { authentication: 'genericCredentialType', genericAuthType: authentication.type }
    : { authentication: 'predefinedCredentialType', nodeCredentialType: authentication.type };
}

/** One entry of the schema that n8n's mapping of columns wants beside the values. */
export function column(name: string, type: string): { readonly [key: string]: Plain } {
  return {
    id: name,
    displayName: name,
    required: false,
    defaultMatch: false,
    display: true,
    canBeUsedToMatch: true,
    type,
  };
}

/** A thing of a vendor that n8n's lists would offer, by its id. */
export function byId(value: string): Parameters {
  return { __rl: true, mode: 'id', value };
}

export { expression, literal, plainText };
