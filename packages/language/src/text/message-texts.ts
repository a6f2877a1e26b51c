import type { AstNode, URI } from 'langium';
import { AstUtils, TextDocument } from 'langium';
import { propertyNode } from '../references/property-node.ts';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { fileUri } from '../references/imports.ts';
import type { JourneyServices } from '../services.ts';
import { allParts } from './message-parts.ts';
import { splitContent, splitLiteral, type TemplatePiece } from './template.ts';

export type TextNode =
  | ast.SubjectPart
  | ast.PreviewPart
  | ast.TitlePart
  | ast.TextPart
  | ast.BodyPart
  | ast.HeaderPart
  | ast.FooterPart;

/** A text of a message, split into letters and variables. */
export interface WrittenText {
  readonly node: TextNode;
  readonly pieces: readonly TemplatePiece[];
  /** The file that the text came from, as the message names it. */
  readonly file?: string;
  /** The file that is named but can't be read. */
  readonly missingFile?: string;
  /** Where a variable stands in the source; undefined for one in a file. */
  rangeOf(variable: { readonly offset: number; readonly length: number }): Range | undefined;
  /** The text as it is written, in which the variables' offsets count, and where that is. */
  readonly raw: RawSource;
}

/** A literal of a journey, or the content of a file. */
export interface RawSource {
  readonly uri: URI;
  readonly text: string;
  rangeAt(offset: number, length: number): Range;
}

/** Reads the texts of messages, from the source and from the files that it names. */
export class MessageTexts {
  private readonly services: JourneyServices;
  /** A text that stands in a journey is the same whoever sends it. */
  private readonly literals = new WeakMap<TextNode, WrittenText>();

  constructor(services: JourneyServices) {
    this.services = services;
  }

  /** All texts of the message and of its variants, in the order of the source. */
  of(message: ast.Message): WrittenText[] {
    return allParts(message)
      .filter(isTextNode)
      .flatMap((node) => this.read(node) ?? []);
  }

  /** One text of a message; undefined where there is none. */
  read(node: TextNode): WrittenText | undefined {
    if (ast.isBodyPart(node) && node.file !== undefined) return this.readFile(node, node.file);
    if (ast.isHeaderPart(node) && node.file !== undefined) return undefined;
    const known = this.literals.get(node) ?? this.readLiteral(node);
    if (known) this.literals.set(node, known);
    return known;
  }

  private readLiteral(node: TextNode): WrittenText | undefined {
    const raw = literalSource(node, 'text');
    if (!raw) return undefined;
    return {
      node,
      pieces: splitLiteral(raw.text),
      rangeOf: ({ offset, length }) => raw.rangeAt(offset, length),
      raw,
    };
  }

  private readFile(node: ast.BodyPart, file: string): WrittenText {
    const uri = fileUri(AstUtils.getDocument(node), file);
    const content = this.contentOf(uri);
    return {
      node,
      file,
      pieces: content === undefined ? [] : splitContent(content),
      ...(content === undefined ? { missingFile: file } : {}),
      rangeOf: () => undefined,
      raw: sourceOf(uri, content ?? ''),
    };
  }

  private contentOf(uri: URI): string | undefined {
    try {
      return this.services.shared.workspace.FileSystemProvider.readFileSync(uri);
    } catch {
      return undefined;
    }
  }
}

/** Whether the node is a text that a customer reads. */
export function isTextNode(node: AstNode): node is TextNode {
  return (
    ast.isSubjectPart(node) ||
    ast.isPreviewPart(node) ||
    ast.isTitlePart(node) ||
    ast.isTextPart(node) ||
    ast.isBodyPart(node) ||
    ast.isHeaderPart(node) ||
    ast.isFooterPart(node)
  );
}

/** A literal of the source as it is written; undefined where the node has none. */
export function literalSource(node: AstNode, property: string): RawSource | undefined {
  const literal = propertyNode(node, property);
  if (!literal) return undefined;
  const { uri, textDocument } = AstUtils.getDocument(node);
  return {
    uri,
    text: literal.text,
    rangeAt: (offset, length) => rangeAt(textDocument, literal.offset + offset, length),
  };
}

function sourceOf(uri: URI, text: string): RawSource {
  let document: TextDocument | undefined;
  return {
    uri,
    text,
    rangeAt: (offset, length) => {
      document ??= TextDocument.create(uri.toString(), '', 0, text);
      return rangeAt(document, offset, length);
    },
  };
}

function rangeAt(document: TextDocument, offset: number, length: number): Range {
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
}
