import { TEXT_FILTERS, type TextFilter } from '@journey/model';
import type { AstNode, CstNode, LangiumDocument } from 'langium';
import { CstUtils } from 'langium';
import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import * as ast from '../../generated/ast.ts';
import { describeType } from '../../references/describe-type.ts';
import { SentValues } from '../../references/sent-values.ts';
import { sitesOf } from '../../references/sites.ts';
import { typeOfMember, typeOfNamed, type Type } from '../../references/types.ts';
import type { JourneyEditorServices } from '../services.ts';
import { isTextNode } from '../../text/message-texts.ts';

const FILTER_HELP: Readonly<Record<TextFilter, string>> = {
  date: 'the date, in the language of the message',
  time: 'the time of day, in the zone of the journey',
  weekday: 'the name of the weekday',
  datetime: 'the date and the time of day',
  default: 'what is shown where there is no value',
};

/** Inside `{{…}}` of a text: the values that are known wherever it is sent, their fields, and how they can be shown. */
export class TextVariables {
  private readonly services: JourneyEditorServices;
  private readonly values: SentValues;

  constructor(services: JourneyEditorServices) {
    this.services = services;
    this.values = new SentValues(services);
  }

  /** What may stand there; undefined where the place is in no variable of a text. */
  itemsAt(document: LangiumDocument, position: Position): CompletionItem[] | undefined {
    const offset = document.textDocument.offsetAt(position);
    const leaf = textAt(document, offset);
    const before = leaf?.text.slice(0, offset - leaf.offset) ?? '';
    const inside = /\{\{([^{}]*)$/.exec(before)?.[1];
    if (!leaf || inside === undefined) return undefined;
    const node = leaf.astNode;
    const filter = /\|\s*([^\s|]*)$/.exec(inside);
    if (filter) return filters(position, filter[1] ?? '');
    const path = inside.trimStart().split('.');
    const typed = path.pop() ?? '';
    return this.members(node, path).map((member) => item(member, position, typed));
  }

  private members(node: AstNode, [root, ...fields]: readonly string[]): Member[] {
    const roots = this.rootsOf(node);
    if (root === undefined) return roots;
    let type: Type = roots.find(({ name }) => name === root)?.type ?? { kind: 'unknown' };
    const { ScopeProvider } = this.services.references;
    for (const field of fields) {
      const member = ScopeProvider.members(type).find(({ name }) => name === field);
      type = typeOfMember(member);
    }
    return ScopeProvider.members(type)
      .filter(ast.isField)
      .map((field) => ({ name: field.name, detail: describeType(field.type), type: typeOfMember(field) }));
  }

  /** A message's own parameters, and the values that all who send it know. */
  private rootsOf(node: AstNode): Member[] {
    const message = isTextNode(node) ? node.$container : undefined;
    const parameters = ast.isMessage(message) ? message.parameters : [];
    const steps = ast.isMessage(message)
      ? sitesOf(message, this.services).flatMap((site) => (ast.isSend(site.node) ? site.node : []))
      : [node];
    const [first = new Map<string, ast.Named>(), ...others] = steps.map((step) => this.values.known(step));
    const shared = [...first].filter(([name]) => others.every((known) => known.has(name)));
    const customer =
      first.size === 0 ? [...this.values.known(node)].filter(([name]) => name === 'customer') : [];
    return [
      ...parameters.map((parameter) => [parameter.name, parameter] as const),
      ...shared,
      ...customer,
    ].map(([name, value]) => {
      const type = typeOfNamed(value);
      return { name, detail: type.kind === 'record' ? type.record.name : value.$type.toLowerCase(), type };
    });
  }
}

interface Member {
  readonly name: string;
  readonly detail: string;
  readonly type: Type;
}

/** The text that the place is in, its quotes left out. */
function textAt(document: LangiumDocument, offset: number): CstNode | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset - 1);
  const isText =
    leaf && (isTextNode(leaf.astNode) || ast.isNotify(leaf.astNode)) && leaf.text.startsWith('"');
  return isText && offset > leaf.offset ? leaf : undefined;
}

function item({ name, detail }: Member, position: Position, typed: string): CompletionItem {
  return { label: name, detail, kind: CompletionItemKind.Variable, textEdit: edit(name, position, typed) };
}

function filters(position: Position, typed: string): CompletionItem[] {
  return TEXT_FILTERS.map((filter) => ({
    label: filter,
    detail: FILTER_HELP[filter],
    kind: CompletionItemKind.Function,
    textEdit: edit(filter, position, typed),
  }));
}

function edit(newText: string, end: Position, typed: string) {
  return { newText, range: { start: { line: end.line, character: end.character - typed.length }, end } };
}
