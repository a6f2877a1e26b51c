import type { AstNode, URI } from 'langium';
import { AstUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { allParts } from '../text/message-parts.ts';
import { isTextNode, literalSource, type RawSource } from '../text/message-texts.ts';
import { splitLiteral, type TemplatePiece } from '../text/template.ts';
import { isOverride, isPart, originOf, type JourneyPart } from './inheritance.ts';
import { refOf } from './ref-of.ts';
import { SentValues } from './sent-values.ts';
import { sitesOf } from './sites.ts';
import {
  happeningField,
  mappableFields,
  parameterFor,
  typeOfMember,
  typeOfNamed,
  type Type,
} from './types.ts';

/** A name that the grammar takes for a mere word or for a part of a text, although it refers to something. */
export interface SpelledName {
  readonly uri: URI;
  readonly range: Range;
  readonly text: string;
  /** What it means; a variable in a text means something in each automation that sends it. */
  readonly declarations: () => readonly AstNode[];
}

/** Names of arguments, keys of what is given, names after `as` in imports, and variables in texts. */
export class SpelledNames {
  private readonly services: JourneyServices;
  private readonly values: SentValues;

  constructor(services: JourneyServices) {
    this.services = services;
    this.values = new SentValues(services);
  }

  /** Those of the node itself, not of what it contains. */
  in(node: AstNode): SpelledName[] {
    if (isTextNode(node)) return this.inMessage(node);
    if (ast.isNotify(node)) return this.inNotification(node);
    if (ast.isHttpRequest(node)) return this.inRequest(node);
    if (isOverride(node)) return word(node, 'name', () => originOf(node));
    const [property, declaration] = WORDS[node.$type]?.(node) ?? [];
    return property === undefined ? [] : word(node, property, () => declaration);
  }

  /** Where a declaration may be spelled, without being referred to: the nodes to look into. */
  haunts(declaration: AstNode): AstNode[] {
    const { $container: owner } = declaration;
    if (ast.isParameter(declaration) && owner) {
      const told = ast.isAutomation(owner) ? this.textsOf(owner) : AstUtils.streamAst(owner).toArray();
      return [...told, ...this.argumentsFor(owner)];
    }
    if (isPart(declaration)) return this.overridesOf(declaration);
    if (ast.isField(declaration)) return this.nodesThatSay(declaration.name);
    const automation = AstUtils.getContainerOfType(declaration, ast.isAutomation);
    const isValue = ast.isBinding(declaration) || ast.isLet(declaration) || ast.isForEach(declaration);
    return isValue && automation ? this.textsOf(automation) : [];
  }

  /** What stands in the brackets wherever it is called, sent or run. */
  private argumentsFor(callee: AstNode): AstNode[] {
    return sitesOf(callee, this.services).flatMap(({ node }) => {
      const call = ast.isMember(node) || ast.isReference(node) ? node.$container : node;
      return ast.isCall(call) || ast.isSend(call) || ast.isRun(call) ? call.arguments : [];
    });
  }

  /** The texts that go out of an automation. */
  private textsOf(automation: ast.Automation): AstNode[] {
    return AstUtils.streamAst(automation)
      .toArray()
      .flatMap((node): AstNode[] => {
        if (ast.isNotify(node)) return [node];
        return ast.isSend(node) ? textNodesOf(refOf(node.message)) : [];
      });
  }

  /** All nodes of the documents in which the word stands, and of those whose texts stand in files. */
  private nodesThatSay(word: string): AstNode[] {
    return this.services.shared.workspace.LangiumDocuments.all
      .filter(({ textDocument }) => {
        const text = textDocument.getText();
        return text.includes(word) || text.includes('file');
      })
      .flatMap(({ parseResult }) => AstUtils.streamAst(parseResult.value))
      .toArray();
  }

  /** The parts of journeys that extend others, where they override one of that name. */
  private overridesOf({ name }: JourneyPart): AstNode[] {
    return this.services.shared.workspace.LangiumDocuments.all
      .flatMap(({ parseResult }) => (parseResult.value as ast.File).declarations)
      .filter((declaration) => ast.isJourney(declaration) && declaration.base !== undefined)
      .flatMap((journey) => AstUtils.streamAllContents(journey))
      .filter((part) => isOverride(part) && part.name === name)
      .toArray();
  }

  private inMessage(node: ast.MessagePart & AstNode): SpelledName[] {
    const message = AstUtils.getContainerOfType(node, ast.isMessage);
    if (!message || !isTextNode(node)) return [];
    const written = this.services.texts.read(node);
    if (!written) return [];
    return this.variables(written.raw, written.pieces, (name) => {
      const parameter = message.parameters.find((each) => each.name === name);
      if (parameter) return [parameter];
      const sends = sitesOf(message, this.services).flatMap((site) =>
        ast.isSend(site.node) ? site.node : [],
      );
      return [...new Set(sends.flatMap((send) => this.values.valueNamed(name, send) ?? []))];
    });
  }

  private inNotification(node: ast.Notify): SpelledName[] {
    const raw = literalSource(node, 'text');
    if (!raw) return [];
    return this.variables(raw, splitLiteral(raw.text), (name) => {
      const value = this.values.valueNamed(name, node);
      return value ? [value] : [];
    });
  }

  private variables(
    raw: RawSource,
    pieces: readonly TemplatePiece[],
    rootsOf: (name: string) => readonly ast.Named[],
  ): SpelledName[] {
    return pieces.flatMap((piece) => {
      if (piece.kind !== 'variable') return [];
      const inner = raw.text.slice(piece.offset, piece.offset + piece.length);
      const start = piece.offset + inner.length - inner.trimStart().length;
      return this.path(raw, start, piece.path, rootsOf);
    });
  }

  /** The names of a path such as `lead.first_name`, one by one. */
  private path(
    raw: RawSource,
    start: number,
    path: readonly string[],
    rootsOf: (name: string) => readonly ast.Named[],
  ): SpelledName[] {
    let offset = start;
    return path.map((text, index) => {
      const range = raw.rangeAt(offset, text.length);
      offset += text.length + 1;
      return {
        uri: raw.uri,
        range,
        text,
        declarations: () => this.follow(path.slice(0, index + 1), rootsOf),
      };
    });
  }

  private follow(
    [root = '', ...fields]: readonly string[],
    rootsOf: (name: string) => readonly ast.Named[],
  ): AstNode[] {
    const found = rootsOf(root).flatMap((start) => {
      let node: AstNode = start;
      let type: Type = typeOfNamed(start);
      for (const field of fields) {
        const member = this.services.references.ScopeProvider.members(type).find(
          ({ name }) => name === field,
        );
        if (!member) return [];
        node = member;
        type = typeOfMember(member);
      }
      return [node];
    });
    return [...new Set(found)];
  }

  /** The holes of `/members/{member.id}`, and what keeps a request from being made twice. */
  private inRequest(node: ast.HttpRequest): SpelledName[] {
    const raw = literalSource(node, 'path');
    const action = AstUtils.getContainerOfType(node, ast.isAction);
    const parameters = action?.parameters ?? [];
    const rootsOf = (name: string) => parameters.filter((parameter) => parameter.name === name);
    const holes = raw ? [...raw.text.matchAll(/\{([^{}]*)\}/g)] : [];
    const inPath = holes.flatMap(({ 1: inner = '', index }) =>
      raw
        ? this.path(
            raw,
            index + 1 + inner.length - inner.trimStart().length,
            inner.trim().split('.'),
            rootsOf,
          )
        : [],
    );
    return [...inPath, ...word(node, 'key', () => rootsOf(node.key ?? '')[0])];
  }
}

/** Which of a node's words is a name, and whose. */
const WORDS: Readonly<Partial<Record<string, (node: AstNode) => readonly [string, AstNode | undefined]>>> = {
  Argument: (node) => ['name', parameterFor(node as ast.Argument)],
  Entry: (node) => ['key', keyOf(node as ast.Entry)],
  PayloadMapping: (node) => ['field', mappedField(node as ast.PayloadMapping)],
  ImportedName: (node) => ['alias', refOf((node as ast.ImportedName).target)],
};

// `{ points }` in a request is short for `{ points: points }`.
function keyOf(entry: ast.Entry): AstNode | undefined {
  if (AstUtils.getContainerOfType(entry, ast.isHappening)) return happeningField(entry);
  if (entry.value || entry.object || entry.objects) return undefined;
  const action = AstUtils.getContainerOfType(entry, ast.isAction);
  return action?.parameters.find(({ name }) => name === entry.key);
}

function mappedField(mapping: ast.PayloadMapping): AstNode | undefined {
  return mappableFields(mapping.$container).find(({ name }) => name === mapping.field);
}

function word(node: AstNode, property: string, declaration: () => AstNode | undefined): SpelledName[] {
  const raw = literalSource(node, property);
  if (!raw) return [];
  const { uri, text } = raw;
  return [
    {
      uri,
      range: raw.rangeAt(0, text.length),
      text,
      declarations: () => [declaration()].filter((each) => each !== undefined),
    },
  ];
}

function textNodesOf(message: ast.Message | undefined): AstNode[] {
  return message ? allParts(message).filter(isTextNode) : [];
}
