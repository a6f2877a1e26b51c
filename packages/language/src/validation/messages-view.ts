import type { AstNode, TextDocument, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { propertyNode } from '../references/property-node.ts';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { remove, tidied, type Fix } from '../diagnostics/fix.ts';
import { refOf, refText } from '../references/ref-of.ts';
import type { JourneyServices } from '../services.ts';
import type { MessageVersion } from '../text/message-parts.ts';
import type { WrittenText } from '../text/message-texts.ts';

/** A text as it is written: of a literal with its quotes and escapes, of a file its content. */
export interface RawText {
  readonly text: string;
  /** Where a part of it stands in the journey; all of a file's content stands where the file is named. */
  range(offset: number, length: number): Range;
  /** Whether the text is the journey's own, so that a fix may change it. */
  readonly isOwn: boolean;
  /** How a quotation mark is written in it. */
  readonly quote: string;
}

/** Looks at one message. */
export type MessageCheck = (message: MessageView, accept: ValidationAcceptor) => void;

/** A message with what its checks ask for. */
export class MessageView {
  readonly node: ast.Message;
  readonly connector: ast.Connector | undefined;
  /** The channel that it travels by: `email`, `whatsapp`, `sms`. */
  readonly channel: string | undefined;
  readonly texts: readonly WrittenText[];
  readonly template: ast.TemplatePart | undefined;
  readonly buttons: readonly ast.ButtonPart[];
  readonly document: TextDocument;

  /** The parts that go out together: the message's own, with those of one variant in their place. */
  readonly parts: readonly ast.MessagePart[];

  constructor(node: ast.Message, { parts }: MessageVersion, services: JourneyServices) {
    this.node = node;
    this.parts = parts;
    this.connector = refOf(refOf(node.system)?.connector);
    const channel = this.connector?.members.find(ast.isConnectorChannel)?.channel;
    this.channel = channel && refText(channel);
    this.texts = services.texts.of(node).filter(({ node: part }) => parts.includes(part));
    this.template = parts.find(ast.isTemplatePart);
    // One that the parser mended may lack its label, whatever its type says.
    this.buttons = parts.filter(ast.isButtonPart).filter((button) => 'label' in button);
    this.document = AstUtils.getDocument(node).textDocument;
  }

  /** What the message says in each of its languages. */
  get bodies(): readonly WrittenText[] {
    return this.texts.filter(({ node }) => ast.isTextPart(node) || ast.isBodyPart(node));
  }

  get subjects(): readonly WrittenText[] {
    return this.texts.filter(({ node }) => ast.isSubjectPart(node) || ast.isTitlePart(node));
  }

  /** What inboxes show behind the subject. */
  get previews(): readonly WrittenText[] {
    return this.texts.filter(({ node }) => ast.isPreviewPart(node));
  }

  /** What customers read, but for a frame around it. */
  get written(): readonly WrittenText[] {
    return [...this.subjects, ...this.previews, ...this.bodies];
  }

  raw(written: WrittenText): RawText {
    const { node, file } = written;
    const cst = propertyNode(node, file === undefined ? 'text' : 'file');
    const text = file === undefined ? (cst?.text ?? '') : contentOf(written);
    const start = cst?.offset ?? 0;
    const whole = rangeOf(node, file === undefined ? 'text' : 'file');
    return {
      text,
      range: (offset, length) => (file === undefined ? this.rangeAt(start + offset, length) : whole),
      isOwn: file === undefined,
      quote: text.startsWith('"""') || file !== undefined ? '"' : '\\"',
    };
  }

  rangeAt(offset: number, length: number): Range {
    return {
      start: this.document.positionAt(offset),
      end: this.document.positionAt(offset + length),
    };
  }

  /** Takes the part out, and the line that it leaves empty. */
  removal(title: string, node: AstNode): Fix {
    return tidied(remove(title, rangeOf(node)), this.document);
  }
}

// Variables are as long as they are written, so that what stands behind them keeps its place.
function contentOf({ pieces }: WrittenText): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.value : `{{${'_'.repeat(piece.length)}}}`))
    .join('');
}

/** Where a node, or one of its properties, is written. */
export function rangeOf(node: AstNode, property?: string, index?: number): Range {
  const cst = property === undefined ? node.$cstNode : propertyNode(node, property, index);
  const nowhere = { line: 0, character: 0 };
  return (cst ?? node.$cstNode)?.range ?? { start: nowhere, end: nowhere };
}

/** The language that a text says it is in. */
export function languageOf({ node }: WrittenText): string | undefined {
  return 'language' in node ? node.language : undefined;
}

/** Where a text is reported: itself, or the name of its file. */
export function placeOf({ node, file }: WrittenText): { readonly node: AstNode; readonly range: Range } {
  return { node, range: rangeOf(node, file === undefined ? 'text' : 'file') };
}

/** What people call the parts of a message. */
export function partName(part: ast.MessagePart): string {
  switch (part.$type) {
    case 'TemplatePart':
      return 'template';
    case 'Languages':
      return 'list of languages';
    case 'SubjectPart':
      return 'subject';
    case 'PreviewPart':
      return 'preview';
    case 'TitlePart':
      return 'title';
    case 'LinkPart':
      return 'link';
    case 'Variant':
      return 'variant';
    case 'Winner':
      return 'choice of a winner';
    case 'HeaderPart':
      return 'header';
    case 'FooterPart':
      return 'footer';
    case 'ButtonPart':
      return 'button';
    default:
      return 'text';
  }
}
