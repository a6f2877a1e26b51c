import type {
  ActionType,
  Authentication,
  Connector,
  HttpRequest,
  Message,
  RequestBody,
  SourceRange,
  TemplatePart,
} from '@journey/model';
import { compile } from '../javascript/expression.ts';
import { expression, literal, object, plainText } from '../javascript/literal.ts';
import type { Scope } from '../javascript/scope.ts';
import { fork, httpRequest, set, type HttpCall } from '../nodes.ts';
import type { Port } from '../workflow.ts';
import type { ActionMapping, CredentialKind, MessageMapping, VendorFlow } from './vendor.ts';

/** How n8n signs in to a system that it has no nodes for. */
export function credentialOf(authentication: Authentication | undefined): CredentialKind | undefined {
  const secret = (name: string): string => `<${name}>`;
  switch (authentication?.scheme) {
    case 'bearer':
      return { type: 'httpBearerAuth', fields: { token: secret(authentication.secret) } };
    case 'basic':
      return {
        type: 'httpBasicAuth',
        fields: { user: secret(authentication.user), password: secret(authentication.secret) },
      };
    case 'header':
      return {
        type: 'httpHeaderAuth',
        fields: { name: authentication.name, value: secret(authentication.secret) },
      };
    case 'query':
      return {
        type: 'httpQueryAuth',
        fields: { name: authentication.name, value: secret(authentication.secret) },
      };
    case 'oauth2':
      return { type: 'oAuth2Api', fields: { clientId: '<client id>', clientSecret: '<client secret>' } };
    case undefined:
      return undefined;
  }
}

/** An action that its connector describes by an HTTP request. */
export const httpAction: ActionMapping = {
  support: 'http',
  how: 'HTTP Request, by the connector’s own description',
  build(flow, after, action) {
    const scope = requestScope(flow, (name) => `${flow.asked}.step.args?.${name}`);
    const sent = request(
      flow,
      after,
      `${flow.system.id}.${action.name}`,
      action.request,
      action.source,
      scope,
    );
    return flow.add(
      [sent],
      set(flow.named('result', action.name, action.source), `{ result: ${resultOf(action)} }`),
    );
  },
};

/** A message that its connector describes the delivery of. */
export const httpMessage: MessageMapping = {
  support: 'http',
  how: 'HTTP Request, by the connector’s own description',
  build(flow, after, message) {
    reportUnsentParts(flow, message);
    const scope = requestScope(flow, (name) => `$json.${name}`);
    const sent = request(flow, after, message.label, flow.connector.delivery, message.source, scope);
    return flow.add(
      [sent],
      set(flow.named('result', message.label, message.source), '{ result: { id: $json.body?.id ?? null } }'),
    );
  },
};

/** Without a description there is nothing to send. */
export function canDeliver(connector: Connector): boolean {
  return connector.delivery !== undefined;
}

function request(
  flow: VendorFlow,
  after: readonly Port[],
  name: string,
  described: HttpRequest | undefined,
  source: HttpRequest['source'],
  scope: Scope,
): Port {
  const credential = credentialOf(flow.connector.authentication);
  const parts = [...(flow.connector.base ?? []), ...(described?.path ?? [])];
  const call: HttpCall = {
    method: described?.method ?? 'POST',
    url: address(parts, scope),
    ...bodyOf(described, scope),
    ...headers(flow, described, scope),
    ...(credential === undefined ? {} : { authentication: { kind: 'generic', type: credential.type } }),
    // Status and headers say whether, and when, it is worth trying again.
    options: { response: { response: { fullResponse: true, neverError: true } } },
  };
  const sent = flow.call(after, httpRequest(flow.about(name, source), call), credential);
  const taken = flow.add([sent], fork(flow.named('taken?', name, source), isTaken(described)));
  flow.fail({ ...taken, output: 1 });
  return taken;
}

function isTaken(described: HttpRequest | undefined): string {
  const conditions = described?.conditions ?? [];
  const said = conditions.map(({ at, is }) => `String($json.body${place(at)}) === ${literal(is)}`);
  return ['$json.statusCode < 400', ...said].join(' && ');
}

function headers(
  { connector, asked }: VendorFlow,
  described: HttpRequest | undefined,
  scope: Scope,
): Pick<HttpCall, 'headers'> {
  const own = (connector.headers ?? []).map(({ name, value }) => ({ name, value: headerText(value, scope) }));
  const key = described?.idempotencyKey;
  const all = key === undefined ? own : [...own, { name: key, value: expression(`${asked}.key`) }];
  return all.length === 0 ? {} : { headers: all };
}

function headerText(parts: readonly TemplatePart[], scope: Scope): string {
  if (parts.every((part) => part.kind === 'text')) return plainText(parts.map((part) => part.value).join(''));
  const pieces = parts.map((part) =>
    part.kind === 'text' ? literal(part.value) : compile(part.value, scope),
  );
  return expression(pieces.join(' + '));
}

/** A connector's request knows a message's subject and body. */
export function reportUnsentParts(flow: VendorFlow, message: Message): void {
  const report = (part: string, source: SourceRange): void => {
    const text = `n8n sends "${message.id}" without its ${part}: ${flow.connector.label} has no place for it here.`;
    flow.context.findings.report('target-message-part-ignored', text, source);
  };
  if (message.header !== undefined) report('header', message.header.source);
  if (message.footer !== undefined) report('footer', message.source);
  for (const button of message.buttons) report(`button "${button.label}"`, button.source);
}

/** `setting` is the system's own; other names are what the request is given. */
function requestScope(flow: VendorFlow, given: (name: string) => string): Scope {
  const scope = flow.context.scope('$json', (name) =>
    name.startsWith('setting.') ? scope.setting(flow.system.id, name.slice('setting.'.length)) : given(name),
  );
  return scope;
}

/** What a hole holds can't leave its place in the path. */
function address(parts: readonly TemplatePart[], scope: Scope): string {
  if (parts.every((part) => part.kind === 'text')) return plainText(parts.map((part) => part.value).join(''));
  const pieces = parts.map((part) =>
    part.kind === 'text' ? literal(part.value) : `encodeURIComponent(${compile(part.value, scope)})`,
  );
  return expression(pieces.join(' + '));
}

function bodyOf(described: HttpRequest | undefined, scope: Scope): Pick<HttpCall, 'body' | 'form'> {
  if (described?.body === undefined) return {};
  if (!described.isForm) return { body: body(described.body, scope) };
  const fields = fieldsOf(described.body, '', scope).map(([name, value]) => `[${literal(name)}, ${value}]`);
  return { form: `[${fields.join(', ')}]${AS_FORM}` };
}

/** A list that is known only when it is sent has a number for each of its items, as one that is written out. */
const AS_FORM =
  '.flatMap((field) => Array.isArray(field[1]) ? field[1].map((item, index) => [field[0] + "[" + index + "]", item]) : [field])' +
  '.filter((field) => field[1] != null)' +
  '.map((field) => encodeURIComponent(field[0]) + "=" + encodeURIComponent(field[1])).join("&")';

/** The fields of a form with their values: `metadata[source]` for what stands in an object, `items[0]` in a list. */
function fieldsOf(described: RequestBody, name: string, scope: Scope): (readonly [string, string])[] {
  switch (described.kind) {
    case 'value':
      return [[name, compile(described.value, scope)]];
    case 'list':
      return described.items.flatMap((item, index) => fieldsOf(item, `${name}[${index}]`, scope));
    case 'object':
      return described.entries.flatMap(({ key, value }) =>
        fieldsOf(value, name === '' ? key : `${name}[${key}]`, scope),
      );
  }
}

function body(described: RequestBody, scope: Scope): string {
  switch (described.kind) {
    case 'value':
      return compile(described.value, scope);
    case 'list':
      return `[${described.items.map((item) => body(item, scope)).join(', ')}]`;
    case 'object':
      return object(described.entries.map(({ key, value }) => [key, body(value, scope)]));
  }
}

function place(path: readonly string[]): string {
  return path.map((part) => `?.[${literal(part)}]`).join('');
}

/** A list's first item that isn't there makes a result that isn't there: nothing was found. */
function resultOf({ returns, request }: ActionType): string {
  if (returns === undefined) return 'null';
  if (request?.result === undefined) return '$json.body';
  const fields = object(request.result.map(({ field, from }) => [field, `$json.body${place(from)}`]));
  return `Object.values(${fields}).every((value) => value == null) ? null : ${fields}`;
}
