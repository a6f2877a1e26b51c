import type { LocalizedText, Message, MessageButton, MessageHeader, TextPart } from '@journey/model';
import * as ast from '../generated/ast.ts';
import { isTextFilter } from '../text/template.ts';
import type { WrittenText } from '../text/message-texts.ts';
import type { ConnectorCompiler } from './connectors.ts';
import { optional, type CompileContext } from './context.ts';
import type { ExpressionCompiler } from './expressions.ts';
import { refOf } from '../references/ref-of.ts';

/** Compiles what is said. */
export class MessageCompiler {
  private readonly context: CompileContext;
  private readonly expressions: ExpressionCompiler;
  private readonly connectors: ConnectorCompiler;

  constructor(context: CompileContext, expressions: ExpressionCompiler, connectors: ConnectorCompiler) {
    this.context = context;
    this.expressions = expressions;
    this.connectors = connectors;
  }

  message(node: ast.Message): Message | undefined {
    const system = refOf(node.system);
    if (!system) return undefined;
    const texts = this.context.services.texts.of(node);
    const template = node.parts.find(ast.isTemplatePart);
    const languages = node.parts.find(ast.isLanguages);
    const footer = texts.find((text) => ast.isFooterPart(text.node));
    return {
      id: this.context.id(node),
      label: this.context.label(node),
      system: this.context.use(system),
      ...optional('category', node.category ?? template?.category),
      ...optional('topic', node.topic),
      parameters: node.parameters.map((parameter) => this.connectors.parameter(parameter)),
      ...optional('template', template && this.template(template)),
      languages: languages?.languages ?? this.languagesOf(texts, template),
      ...optional('fallbackLanguage', languages?.fallback),
      subject: this.localized(texts, ast.isSubjectPart),
      body: this.localized(texts, (part) => ast.isTextPart(part) || ast.isBodyPart(part)),
      ...optional('header', this.header(node, texts)),
      ...optional('footer', footer && plain(this.parts(footer))),
      buttons: node.parts.filter(ast.isButtonPart).flatMap((button) => this.button(button) ?? []),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private template(node: ast.TemplatePart): NonNullable<Message['template']> {
    return { name: node.name, ...optional('language', node.language), source: this.context.source(node) };
  }

  /** The languages that the texts are written in, where the message lists none. */
  private languagesOf(texts: readonly WrittenText[], template: ast.TemplatePart | undefined): string[] {
    const written = texts.map(({ node }) => ('language' in node ? node.language : undefined));
    return [...new Set([template?.language, ...written])].filter((language) => language !== undefined);
  }

  private localized(
    texts: readonly WrittenText[],
    belongs: (node: WrittenText['node']) => boolean,
  ): LocalizedText[] {
    return texts
      .filter(({ node }) => belongs(node))
      .map((text) => ({
        ...optional('language', 'language' in text.node ? text.node.language : undefined),
        parts: this.parts(text),
        ...optional('file', text.file),
        source: this.context.source(text.node),
      }));
  }

  private parts(text: WrittenText): TextPart[] {
    return text.pieces.map((piece) => {
      if (piece.kind === 'text') return piece;
      const source = this.context.source(text.node);
      const range = text.rangeOf(piece);
      const filter =
        piece.filter && isTextFilter(piece.filter.name)
          ? { ...piece.filter, name: piece.filter.name }
          : undefined;
      return {
        kind: 'variable',
        path: piece.path,
        ...optional('filter', filter),
        source: range ? { ...source, ...range } : source,
      };
    });
  }

  private header(node: ast.Message, texts: readonly WrittenText[]): MessageHeader | undefined {
    const part = node.parts.find(ast.isHeaderPart);
    if (!part) return undefined;
    const source = this.context.source(part);
    if (part.kind !== undefined && part.file !== undefined)
      return { kind: part.kind, file: part.file, source };
    const written = texts.find((text) => text.node === part);
    return written && { kind: 'text', parts: this.parts(written), source };
  }

  private button(node: ast.ButtonPart): MessageButton | undefined {
    const source = this.context.source(node);
    const value = this.expressions.compile(node.value);
    if (node.kind === 'reply') return { kind: 'reply', label: node.label, source };
    if (!value) return undefined;
    return node.kind === 'url'
      ? { kind: 'url', label: node.label, url: value, source }
      : { kind: 'call', label: node.label, phone: value, source };
  }
}

function plain(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : `{{${part.path.join('.')}}}`)).join('');
}
