import { parseDuration, nominalSeconds } from '@journey/model';
import type { AstNode, CstNode, LangiumDocument, LeafCstNode } from 'langium';
import { AstUtils, CstUtils, isCompositeCstNode, isLeafCstNode } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import { InlayHintKind, type InlayHint, type InlayHintParams, type Position } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { parameterFor } from '../references/types.ts';
import type { JourneyEditorServices } from './services.ts';

/** Marks that keep the order of a line; the editor would show them as letters of their own. */
const ORDER_MARKS = /[\u2066-\u2069]/g;

/** What a reader would otherwise look up or reckon: names of arguments, when a message goes out, how many SMS it takes. */
export class JourneyInlayHints implements InlayHintProvider {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
    const hints: InlayHint[] = [];
    for (const node of AstUtils.streamAst(document.parseResult.value, { range }))
      hints.push(...this.hintsFor(node), ...this.words(node));
    return hints;
  }

  private hintsFor(node: AstNode): InlayHint[] {
    if (ast.isArgument(node)) return this.argument(node);
    if (ast.isMessage(node)) return behindName(node, this.services.meaning.ofSms(node));
    if (ast.isAutomation(node)) return this.sends(node);
    return [];
  }

  /** Lengths of time and dates, in whatever statement they stand. */
  private words(node: AstNode): InlayHint[] {
    return ownLeaves(node).flatMap(({ text, tokenType, range }) => {
      if (tokenType.name === 'DURATION') return hint(range.end, this.duration(text));
      return tokenType.name === 'DATE' ? hint(range.end, this.services.meaning.ofWeekday(text)) : [];
    });
  }

  /** The parameter of a value that is given by its place, where its own text doesn't say the same. */
  private argument(node: ast.Argument): InlayHint[] {
    const start = node.$cstNode?.range.start;
    const parameter = node.name === undefined ? parameterFor(node) : undefined;
    const isOnly = node.$container.arguments.length === 1;
    if (!start || !parameter || isOnly || node.$cstNode.text === parameter.name) return [];
    return [
      { position: start, label: `${parameter.name}:`, kind: InlayHintKind.Parameter, paddingRight: true },
    ];
  }

  /** A length of time that is hard to read at a glance: 90 minutes, 36 hours. */
  private duration(text: string): string | undefined {
    const duration = parseDuration(text);
    const [only, another] = duration?.parts ?? [];
    if (!duration || !only || another) return undefined;
    const isPlain = only.amount <= (PLAIN_UP_TO[only.unit] ?? Infinity);
    return isPlain ? undefined : this.services.meaning.ofSeconds(nominalSeconds(duration));
  }

  /** Behind each message, how long after the beginning it is sent. */
  private sends(automation: ast.Automation): InlayHint[] {
    return this.services.meaning.ofSends(automation).flatMap(({ range, text }) => hint(range.end, text));
  }
}

/** From where on an amount is better read in the next unit. */
const PLAIN_UP_TO: Readonly<Record<string, number>> = { s: 60, m: 60, h: 24 };

function hint(position: Position | undefined, text: string | undefined): InlayHint[] {
  if (!position || text === undefined || text === '') return [];
  return [{ position, label: text.replace(ORDER_MARKS, ''), paddingLeft: true }];
}

/** The tokens that stand in the node itself, not in what it contains. */
function ownLeaves(node: AstNode, cst: CstNode | undefined = node.$cstNode): LeafCstNode[] {
  if (!cst || cst.astNode !== node) return [];
  if (isLeafCstNode(cst)) return cst.hidden ? [] : [cst];
  return isCompositeCstNode(cst) ? cst.content.flatMap((part) => ownLeaves(node, part)) : [];
}

/** Behind the line that a block begins in, before its brace. */
function behindName(node: AstNode, text: string | undefined): InlayHint[] {
  const brace = node.$cstNode && CstUtils.flattenCst(node.$cstNode).find((leaf) => leaf.text === '{');
  return hint(brace?.range.end, text);
}
