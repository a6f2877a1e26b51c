import {
  isEventReference,
  LEAST_SAMPLE,
  type LocalizedText,
  type Message,
  type MessageButton,
  type MessageContent,
  type MessageHeader,
  type MessageWinner,
  type TextPart,
} from '@journey/model';
import * as ast from '../generated/ast.ts';
import { allParts, versionsOf } from '../text/message-parts.ts';
import type { WrittenText } from '../text/message-texts.ts';
import type { ConnectorCompiler } from './connectors.ts';
import { optional, type CompileContext } from './context.ts';
import { duration, type ExpressionCompiler } from './expressions.ts';
import { refOf } from '../references/ref-of.ts';
import { textParts } from './text-parts.ts';

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
    const languages = node.parts.find(ast.isLanguages);
    const versions = versionsOf(node);
    const contents = versions.map(({ parts }) => this.content(parts, texts));
    const [content = this.content(node.parts, texts)] = contents;
    return {
      id: this.context.id(node),
      label: this.context.label(node),
      system: this.context.use(system),
      ...optional('category', node.category ?? categoryOf(node)),
      ...optional('topic', node.topic),
      ...optional('consent', node.consent),
      parameters: node.parameters.map((parameter) => this.connectors.parameter(parameter)),
      languages: languages?.languages ?? this.languagesOf(texts, content.template?.language),
      ...optional('fallbackLanguage', languages?.fallback),
      ...content,
      variants: versions.flatMap(({ variant }, index) => {
        const own = contents[index];
        if (!variant?.name || !own) return [];
        return [{ name: variant.name, share: variant.share, ...own, source: this.context.source(variant) }];
      }),
      ...optional('winner', this.winner(node.parts.find(ast.isWinner))),
      ...this.context.documentation(node),
      source: this.context.source(node),
    };
  }

  private content(parts: readonly ast.MessagePart[], all: readonly WrittenText[]): MessageContent {
    const texts = all.filter(({ node }) => parts.includes(node));
    const template = parts.find(ast.isTemplatePart);
    const footer = texts.find((text) => ast.isFooterPart(text.node));
    return {
      ...optional('template', template && this.template(template)),
      subject: this.localized(texts, (part) => ast.isSubjectPart(part) || ast.isTitlePart(part)),
      preview: this.localized(texts, ast.isPreviewPart),
      body: this.localized(texts, (part) => ast.isTextPart(part) || ast.isBodyPart(part)),
      ...optional('header', this.header(parts, texts)),
      ...optional('footer', footer && plain(this.parts(footer))),
      buttons: parts.filter(ast.isButtonPart).flatMap((button) => this.button(button) ?? []),
      ...optional('link', this.expressions.compile(parts.find(ast.isLinkPart)?.value)),
    };
  }

  private winner(node: ast.Winner | undefined): MessageWinner | undefined {
    const by = node && this.measure(node.measure);
    if (!by) return undefined;
    const after = node.after === undefined ? undefined : duration(node.after);
    return {
      by,
      ...optional('after', after),
      atLeast: node.atLeast ?? LEAST_SAMPLE,
      source: this.context.source(node),
    };
  }

  private measure(node: ast.Expression): MessageWinner['by'] | undefined {
    const engagement = this.expressions.engagement(node);
    if (engagement) return { kind: 'engagement', engagement };
    const measure = this.expressions.compile(node);
    if (measure?.kind === 'kpi') return { kind: 'kpi', kpi: measure.kpi };
    return measure && isEventReference(measure) ? { kind: 'event', event: measure } : undefined;
  }

  private template(node: ast.TemplatePart): NonNullable<Message['template']> {
    return { name: node.name, ...optional('language', node.language), source: this.context.source(node) };
  }

  /** The languages that the texts are written in, where the message lists none. */
  private languagesOf(texts: readonly WrittenText[], template: string | undefined): string[] {
    const written = texts.map(({ node }) => ('language' in node ? node.language : undefined));
    return [...new Set([template, ...written])].filter((language) => language !== undefined);
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
    return textParts(text.pieces, this.context.source(text.node), (variable) => text.rangeOf(variable));
  }

  private header(
    parts: readonly ast.MessagePart[],
    texts: readonly WrittenText[],
  ): MessageHeader | undefined {
    const part = parts.find(ast.isHeaderPart);
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

function categoryOf(node: ast.Message): Message['category'] {
  return allParts(node).find(ast.isTemplatePart)?.category;
}

function plain(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : `{{${part.path.join('.')}}}`)).join('');
}
