import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { ENGAGEMENTS } from '@journey/model';
import { replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import * as ast from '../generated/ast.ts';
import { refText } from '../references/ref-of.ts';
import { fieldsOfEvent, mappableFields, resolveType } from '../references/types.ts';
import { describeValue, valueOf } from '../references/values.ts';
import { misfitOf } from '../references/fits.ts';
import { propertyRange, rangeOf, removeNode } from './edits.ts';
import { say } from '../locale/speech.ts';

/** What connectors may limit the length of. */
const LIMITED: readonly string[] = [
  'subject',
  'preview',
  'title',
  'header',
  'body',
  'text',
  'footer',
  'button',
  'reply',
];

/** What every request may use besides its own parameters. */
const GIVEN: readonly string[] = ['setting', 'message', 'recipient'];

/** Whom a report is about, and what tells it from others of the same thing: no field of the event need hold it. */
const IDENTIFYING: readonly string[] = ['email', 'phone', 'event_id'];

export function checkBase(base: ast.BaseAddress, accept: ValidationAcceptor): void {
  const { value } = base;
  if (!value || /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)\b|^\{/i.test(value)) return;
  const range = propertyRange(base, 'value');
  const whole = `https://${value.replace(/^http:\/\//i, '')}`;
  const fixes = range ? [replace(say`Begin with https://`, range, JSON.stringify(whole))] : [];
  report(accept, 'base-address', { address: value }, { node: base, property: 'value', fixes });
}

export function checkLimitPart(limit: ast.Limit, accept: ValidationAcceptor): void {
  const { part } = limit;
  if (part === undefined || LIMITED.includes(part)) return;
  const suggestion = suggest(part, LIMITED);
  const fixes = renamed(limit, 'part', suggestion);
  const parameters = { part, known: LIMITED.join(', '), suggestion };
  report(accept, 'unknown-limit', parameters, { node: limit, property: 'part', fixes });
}

export function checkReports(reports: ast.Reports, accept: ValidationAcceptor): void {
  reports.engagements.forEach((word, index) => {
    if ((ENGAGEMENTS as readonly string[]).includes(word)) return;
    const suggestion = suggest(word, ENGAGEMENTS);
    const fixes = renamed(reports, 'engagements', suggestion, index);
    const parameters = { word, known: ENGAGEMENTS.join(', '), suggestion };
    report(accept, 'unknown-report', parameters, { node: reports, property: 'engagements', index, fixes });
  });
}

function renamed(node: AstNode, property: string, name: string | undefined, index?: number): Fix[] {
  const range = propertyRange(node, property, index);
  return range && name !== undefined ? [replace(say`Change to ${name}`, range, name, true)] : [];
}

/** The holes of a request's address are filled. */
export function checkRequest(request: ast.HttpRequest, accept: ValidationAcceptor): void {
  const connector = AstUtils.getContainerOfType(request, ast.isConnector);
  const { path } = request;
  if (!connector || !path) return;
  const place = { node: request, property: 'path' } as const;
  if (!/^https?:/i.test(path) && !connector.members.some(ast.isBaseAddress))
    report(accept, 'request-without-base', { path }, place);
  const action = AstUtils.getContainerOfType(request, ast.isAction);
  const known = [...(action?.parameters.map(({ name }) => name) ?? []), ...GIVEN];
  for (const [, hole = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
    const [root = ''] = hole.trim().split('.');
    if (known.includes(root)) continue;
    const parameters = { name: hole.trim(), known: known.join(', '), suggestion: suggest(root, known) };
    report(accept, 'unknown-hole', parameters, place);
  }
}

/** A webhook's payload is mapped to fields that the event has. */
export function checkMapping(event: ast.EventType, accept: ValidationAcceptor): void {
  const names = fieldsOfEvent(event).map(({ name }) => name);
  for (const mapping of event.source?.mapping ?? []) {
    const { field } = mapping;
    if (!field || names.includes(field) || names.length === 0 || IDENTIFYING.includes(field)) continue;
    const suggestion = suggest(field, names);
    const fixes = renamed(mapping, 'field', suggestion);
    report(
      accept,
      'unknown-mapping',
      { field, event: event.name, suggestion },
      { node: mapping, property: 'field', fixes },
    );
  }
}

/** The vendor's answer is mapped to fields that the action's result has. */
export function checkResult(request: ast.HttpRequest, accept: ValidationAcceptor): void {
  const { $container: action } = request;
  const names = mappableFields(request).map(({ name }) => name);
  for (const mapping of request.result) {
    const { field } = mapping;
    if (!field || names.includes(field)) continue;
    const suggestion = suggest(field, names);
    const parameters = { field, action: ast.isAction(action) ? action.name : 'send', suggestion };
    const fixes = renamed(mapping, 'field', suggestion);
    report(accept, 'unknown-result', parameters, { node: mapping, property: 'field', fixes });
  }
}

/** What stands in for a value is of its kind. */
export function checkDefault(parameter: ast.Parameter, accept: ValidationAcceptor): void {
  const { default: value } = parameter;
  const wanted = resolveType(parameter.type);
  if (!value || wanted.kind === 'unknown' || !misfitOf(valueOf(value), wanted)) return;
  const parameters = {
    name: parameter.name,
    wanted: describeValue(wanted),
    given: describeValue(valueOf(value)),
  };
  report(accept, 'default-of-other-kind', parameters, { node: value });
}

/** Nothing is set twice. */
export function checkSettings(owner: ast.System | ast.SystemOverride, accept: ValidationAcceptor): void {
  reportRepeated(owner.settings, ({ setting }) => refText(setting), accept);
}

export function checkEnvironment(environment: ast.Environment, accept: ValidationAcceptor): void {
  const { name, systems } = environment;
  reportRepeated(systems, ({ system }) => refText(system), accept);
  if (name && systems.every(({ settings }) => settings.length === 0))
    report(accept, 'environment-changes-nothing', { name }, { node: environment, property: 'name' });
}

function reportRepeated<Node extends AstNode>(
  nodes: readonly Node[],
  nameOf: (node: Node) => string,
  accept: ValidationAcceptor,
): void {
  const first = new Map<string, Node>();
  for (const node of nodes) {
    const what = nameOf(node);
    const other = first.get(what);
    if (!other || what === '') first.set(what, node);
    else {
      const line = (rangeOf(other)?.start.line ?? 0) + 1;
      report(accept, 'set-twice', { what, line }, { node, fixes: removeNode(say`Remove this one`, node) });
    }
  }
}
