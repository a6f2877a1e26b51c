import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { insert, remove, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { refOf } from '../references/ref-of.ts';
import { resolveType, typeOfMember, typeOfNamed, type Type } from '../references/types.ts';
import type { JourneyServices } from '../services.ts';
import { allParts } from '../text/message-parts.ts';
import type { WrittenText } from '../text/message-texts.ts';
import type { TemplatePiece } from '../text/template.ts';
import { MessageView, rangeOf, type RawText } from './messages-view.ts';
import { nodesIn } from '../references/visit.ts';
import { SentValues } from '../references/sent-values.ts';
import { say } from '../locale/speech.ts';

type Variable = Extract<TemplatePiece, { kind: 'variable' }>;

/** A variable with what it stands for where its message is sent. */
interface SentVariable {
  readonly send: ast.Send;
  readonly message: ast.Message;
  readonly name: string;
  readonly variable: Variable;
  readonly raw: RawText;
  readonly type: Type;
  /** Whether it may be missing. */
  readonly optional: boolean;
  readonly place: { readonly node: AstNode; readonly range: ReturnType<typeof rangeOf> };
  /** Whether the text stands in the checked file, so that a fix may change it. */
  readonly isOwn: boolean;
}

const OF_DATES: ReadonlySet<string> = new Set(['date', 'time', 'weekday', 'datetime']);
/** What shows a type as people write it. */
const FILTERS: Readonly<Record<string, string>> = { date: 'date', moment: 'datetime' };

/** What a text's variables show suits what they stand for, wherever the message is sent. */
export function checkSentValues(
  services: JourneyServices,
): (file: AstNode, accept: ValidationAcceptor) => void {
  const values = new SentValues(services);
  const scopes = services.references.ScopeProvider;

  function sentVariables(send: ast.Send, views: Map<ast.Message, MessageView>): SentVariable[] {
    const message = refOf(send.message);
    if (!message) return [];
    const view = views.get(message) ?? new MessageView(message, { parts: allParts(message) }, services);
    views.set(message, view);
    return view.texts.flatMap((written) =>
      written.pieces.flatMap((piece) =>
        piece.kind === 'variable' ? (sentVariable(send, view, written, piece) ?? []) : [],
      ),
    );
  }

  function sentVariable(
    send: ast.Send,
    view: MessageView,
    written: WrittenText,
    variable: Variable,
  ): SentVariable | undefined {
    const [root = '', ...fields] = variable.path;
    const parameter = view.node.parameters.find(({ name }) => name === root);
    const target = parameter ?? values.valueNamed(root, send);
    if (!target) return undefined;
    let type = parameter ? resolveType(parameter.type) : typeOfNamed(target);
    let optional = parameter?.optional === true && !parameter.default;
    for (const field of fields) {
      const member = scopes.members(type).find(({ name }) => name === field);
      if (!member) return undefined;
      optional ||= ast.isField(member) && member.optional;
      type = typeOfMember(member);
    }
    const raw = view.raw(written);
    const isOwn = AstUtils.getDocument(send) === AstUtils.getDocument(view.node) && raw.isOwn;
    const place = isOwn
      ? { node: written.node, range: raw.range(variable.offset, variable.length) }
      : { node: send, range: rangeOf(send, 'message') };
    const name = variable.path.join('.');
    return { send, message: view.node, name, variable, raw, type, optional, place, isOwn };
  }

  return (file, accept) => {
    const reported = new Set<string>();
    const views = new Map<ast.Message, MessageView>();
    for (const send of nodesIn(file, ast.isSend)) {
      for (const sent of sentVariables(send, views)) {
        const { start } = sent.place.range;
        const key = `${start.line}:${start.character} ${sent.name} ${sent.variable.filter?.name ?? ''}`;
        if (reported.has(key)) continue;
        reported.add(key);
        check(sent, accept);
      }
    }
  };
}

function check(sent: SentVariable, accept: ValidationAcceptor): void {
  const { type, variable, optional } = sent;
  const filter = variable.filter?.name;
  if (type.kind === 'record' || type.kind === 'payload') reportWhole(sent, accept);
  else if (filter !== undefined && OF_DATES.has(filter)) checkFilter(sent, filter, accept);
  else if (type.kind === 'primitive' && FILTERS[type.name] !== undefined)
    reportUnfiltered(sent, FILTERS[type.name] ?? '', accept);
  else if (optional && filter === undefined) reportOptional(sent, accept);
}

function reportWhole(sent: SentVariable, accept: ValidationAcceptor): void {
  const { type, name, place } = sent;
  const fields =
    type.kind === 'record'
      ? type.record.fields.map((field) => field.name)
      : type.kind === 'payload'
        ? type.events.flatMap((event) => fieldNames(event))
        : [];
  const field = ['full_name', 'name', 'title', 'id'].find((each) => fields.includes(each));
  const fixes = field === undefined ? [] : added(sent, say`Show {{${name}.${field}}}`, `.${field}`, 'path');
  report(accept, 'whole-record-shown', { name, field }, { ...place, fixes });
}

function fieldNames(event: ast.EventType): string[] {
  const names = event.fields.map(({ name }) => name);
  for (
    let record = refOf(event.record), depth = 0;
    record && depth < 10;
    record = refOf(record.base), depth++
  )
    names.push(...record.fields.map(({ name }) => name));
  return names;
}

function checkFilter(sent: SentVariable, filter: string, accept: ValidationAcceptor): void {
  const { type, name, place, variable, raw, isOwn } = sent;
  const kind = describe(type);
  if (kind === undefined) return;
  const text = raw.text.slice(variable.offset, variable.offset + variable.length);
  const bar = text.slice(0, text.indexOf('|')).trimEnd().length;
  const range = raw.range(variable.offset + bar, text.trimEnd().length - bar);
  const fixes: Fix[] = isOwn ? [remove(say`Remove the filter ${filter}`, range)] : [];
  report(accept, 'filter-of-other-type', { name, filter, type: kind }, { ...place, fixes });
}

/** What people call a type that is surely no date; undefined where it may be one. */
function describe(type: Type): string | undefined {
  if (type.kind === 'choice') return 'one of a few words';
  if (type.kind === 'list') return 'a list';
  if (type.kind !== 'primitive' || FILTERS[type.name] !== undefined) return undefined;
  const names: Readonly<Record<string, string>> = {
    text: 'a text',
    number: 'a number',
    boolean: 'yes or no',
    duration: 'a length of time',
    money: 'an amount of money',
    percent: 'a percentage',
    email: 'an e-mail address',
    phone: 'a phone number',
    url: 'an address',
    file: 'a file',
  };
  return names[type.name];
}

function reportUnfiltered(sent: SentVariable, filter: string, accept: ValidationAcceptor): void {
  const { name, place, variable } = sent;
  // A default is a filter already, and a variable has one.
  const fixes =
    variable.filter === undefined ? added(sent, say`Show it with ${filter}`, ` | ${filter}`, 'text') : [];
  report(accept, 'moment-without-filter', { name, filter }, { ...place, fixes });
}

function reportOptional(sent: SentVariable, accept: ValidationAcceptor): void {
  const { name, place, raw, message } = sent;
  const value = ` | default ${raw.quote}…${raw.quote}`;
  const fixes = added(sent, say`Say what stands there when it is missing`, value, 'text');
  report(accept, 'optional-without-default', { name, message: message.name }, { ...place, fixes });
}

/** Adds something behind the variable's path, or behind all that stands in its braces. */
function added(sent: SentVariable, title: string, text: string, behind: 'path' | 'text'): Fix[] {
  const { raw, variable, name, isOwn } = sent;
  if (!isOwn) return [];
  const inner = raw.text.slice(variable.offset, variable.offset + variable.length);
  const length = behind === 'path' ? inner.indexOf(name) + name.length : inner.trimEnd().length;
  return [insert(title, raw.range(variable.offset + length, 0).start, text)];
}
