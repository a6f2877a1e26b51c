import type { LangiumDocument, URI } from 'langium';
import { AstUtils, GrammarUtils, UriUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { splitContent, splitLiteral, type TemplatePiece } from './template.ts';

export type TextNode = ast.SubjectPart | ast.TextPart | ast.BodyPart | ast.HeaderPart | ast.FooterPart;

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
}

/** Reads the texts of messages, from the source and from the files that it names. */
export class MessageTexts {
  private readonly services: JourneyServices;

  constructor(services: JourneyServices) {
    this.services = services;
  }

  /** All texts of the message in the order of the source. */
  of(message: ast.Message): WrittenText[] {
    return message.parts.filter(isTextNode).flatMap((node) => this.read(node) ?? []);
  }

  private read(node: TextNode): WrittenText | undefined {
    if (ast.isBodyPart(node) && node.file !== undefined) return this.readFile(node, node.file);
    if (ast.isHeaderPart(node) && node.file !== undefined) return undefined;
    const literal = GrammarUtils.findNodeForProperty(node.$cstNode, 'text');
    if (!literal) return undefined;
    const document = AstUtils.getDocument(node);
    return {
      node,
      pieces: splitLiteral(literal.text),
      rangeOf: ({ offset, length }) => rangeAt(document, literal.offset + offset, length),
    };
  }

  private readFile(node: ast.BodyPart, file: string): WrittenText {
    const content = this.contentOf(fileUri(AstUtils.getDocument(node), file));
    return {
      node,
      file,
      pieces: content === undefined ? [] : splitContent(content),
      ...(content === undefined ? { missingFile: file } : {}),
      rangeOf: () => undefined,
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

function isTextNode(node: ast.MessagePart): node is TextNode {
  return (
    ast.isSubjectPart(node) ||
    ast.isTextPart(node) ||
    ast.isBodyPart(node) ||
    ast.isHeaderPart(node) ||
    ast.isFooterPart(node)
  );
}

/** The file that a message names, relative to the message's own file. */
export function fileUri(document: LangiumDocument, file: string): URI {
  return UriUtils.resolvePath(UriUtils.dirname(document.uri), file);
}

function rangeAt(document: LangiumDocument, offset: number, length: number): Range {
  const { textDocument } = document;
  return { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) };
}
