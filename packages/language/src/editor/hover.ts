import { directionOf } from '@journey/model';
import type { AstNode, CstNode, LangiumDocument, LeafCstNode } from 'langium';
import { AstUtils, CstUtils, GrammarAST } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import type { JourneyEditorServices } from './services.ts';
import { keywordHelp } from './keyword-help.ts';
import { signatureOf } from './signatures.ts';

/** What stands at the cursor: a name with its documentation, a keyword, a length of time; and what it comes to. */
export class JourneyHoverProvider implements HoverProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
    const offset = document.textDocument.offsetAt(position);
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
    if (!leaf || leaf.hidden) return undefined;
    const name = this.services.names.at(document, position);
    return name
      ? hover([...name.declarations.flatMap((node) => this.about(node)), ...this.sending(leaf)], name.range)
      : hover(this.aboutWord(leaf), leaf.range);
  }

  /** What a declaration is, what its doc comment says, what it comes to. */
  about(node: AstNode): string[] {
    const signature = signatureOf(node);
    const documentation = this.services.documentation.DocumentationProvider.getDocumentation(node);
    return [
      ...(signature === undefined ? [] : [`\`\`\`journey\n${signature}\n\`\`\``]),
      ...(documentation === undefined ? [] : [documentation]),
      ...this.services.meaning.of(node).map(escaped),
      ...(ast.isMessage(node) ? [this.textOf(node)] : []),
    ];
  }

  /** Where a message is sent, when it goes out. */
  private sending(leaf: LeafCstNode): string[] {
    const send = AstUtils.getContainerOfType(leaf.astNode, ast.isSend);
    return send && ast.isSend(leaf.astNode) ? this.services.meaning.of(send).slice(1).map(escaped) : [];
  }

  private aboutWord(leaf: LeafCstNode): string[] {
    const { meaning } = this.services;
    if (leaf.tokenType.name === 'DURATION') return lines(meaning.ofDuration(leaf.text));
    if (leaf.tokenType.name === 'DATE') return lines(meaning.ofDate(leaf.text));
    if (!GrammarAST.isKeyword(leaf.grammarSource) || !/\p{L}/u.test(leaf.text)) return [];
    const isFirst = leaf.offset === firstLeaf(leaf.astNode)?.offset;
    return [
      ...lines(keywordHelp(leaf.grammarSource)),
      ...(isFirst ? meaning.of(leaf.astNode).map(escaped) : []),
    ];
  }

  /** The message as it is written, so that nobody has to open its file. */
  private textOf(message: ast.Message): string {
    return this.services.texts
      .of(message)
      .map(({ pieces }) =>
        pieces.map((piece) => (piece.kind === 'text' ? piece.value : `{{${piece.path.join('.')}}}`)).join(''),
      )
      .map((text) =>
        text
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== '')
      .map((text) => `> ${inItsDirection(escaped(text))}`)
      .join('\n>\n');
  }
}

/** Hovers read left to right; a Hebrew or Arabic text is put into a run of its own, so that its words keep their order. */
function inItsDirection(text: string): string {
  if (directionOf(text) !== 'rtl') return text;
  return `\u2067${text.replace(/\{\{.*?\}\}/g, '\u2066$&\u2069')}\u2069`;
}

function lines(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function firstLeaf(node: AstNode): CstNode | undefined {
  return node.$cstNode && CstUtils.flattenCst(node.$cstNode).find((leaf) => !leaf.hidden);
}

function hover(parts: readonly string[], range: NonNullable<Hover['range']>): Hover | undefined {
  const value = parts.filter((part) => part !== '').join('\n\n');
  return value === '' ? undefined : { contents: { kind: 'markdown', value }, range };
}

/** A text that stands for itself in Markdown. */
function escaped(text: string): string {
  return text.replace(/([\\`*_[\]<>#|])/g, '\\$1');
}
