import type { AstNode, CstNode, LeafCstNode } from 'langium';
import { CstUtils } from 'langium';
import * as ast from '../generated/ast.ts';

/** A token or comment with what the printer needs to know of its place. */
export interface FormatToken {
  readonly text: string;
  readonly kind: 'token' | 'lineComment' | 'blockComment' | 'textBlock';
  readonly node: AstNode;
  /** Line breaks between the token before and this one, in the source. */
  readonly breaksBefore: number;
  /** Where it stands in the source. */
  readonly offset: number;
  readonly end: number;
  /** Whether it is part of what has errors of syntax, and is left as it is. */
  readonly wounded: boolean;
  /** The statement that begins with this token: it gets a line of its own in a block of several lines. */
  readonly statement: AstNode | undefined;
}

/** Lists whose commas are a matter of taste: the canonical form has them only where the list stands in one line. */
const COMMA_OPTIONAL = ['Record', 'EventType', 'System', 'SystemOverride', 'AssumptionSet'];

/** What begins a line in a block of several lines. */
const STATEMENTS: ReadonlySet<string> = new Set(
  [
    'Import ImportedName Connector System Persona Segment Message Journey Policy StageModel Channel Department PointOfSale DataSource Environment',
    'AssumptionSet Scenario Automation Record FunctionDeclaration Given ConnectorChannel Authentication BaseAddress RequestHeader Limit',
    'Setting Reports Measure EventType Action Delivery Field PayloadMapping SettingValue SystemOverride PersonaText Image',
    'Translation ModelStage StageAlias TemplatePart Languages Variant Winner SubjectPart PreviewPart TitlePart LinkPart TextPart BodyPart HeaderPart FooterPart ButtonPart',
    'Timezone WorkWeek Closed SendWindow QuietHours FrequencyCaps Consent Unsubscribe Subscribe ModelUse PersonaUse SegmentUse Enter Goal Exit',
    'Reentry Version Renaming Priority MessageOverride Without Stage Touchpoint Emotion MomentOfTruth BreakPoint Note Backstage Evidence Presence Owner Status Kpi',
    'EventTrigger DateTrigger SegmentTrigger ScheduleTrigger ManualTrigger Send Let Wait At If Switch Split Repeat ForEach',
    'Parallel Try Notify Move Run Stop ExitJourney ActionStep Case SplitBranch SplitWinner ParallelBranch AssumedRate AssumedChance',
    'Happening Expectation Entry Entries Reaction',
  ].flatMap((line) => line.split(' ')),
);

/** Statements of which several may share a line with their block's braces. */
export const LISTED: ReadonlySet<string> = new Set([
  'ImportedName',
  'Field',
  'PayloadMapping',
  'SettingValue',
  'Translation',
  'StageAlias',
  'Entry',
]);

/** A part of the text with an error of syntax, from one offset to another. */
export type Wound = readonly [start: number, end: number];

/**
 * The tokens and comments of a file, in order. Where it has errors of syntax, what the parser left out is among them,
 * so that nothing of the text is missing.
 */
export function formatTokens(file: ast.File, wounds: readonly Wound[] = []): FormatToken[] {
  const root = file.$cstNode;
  if (!root) return [];
  const starts = statementStarts(file);
  const tokens: FormatToken[] = [];
  let lastLine = 0;
  for (const leaf of CstUtils.flattenCst(root)) {
    if (isOptionalComma(leaf)) continue;
    const breaksBefore = tokens.length === 0 ? 0 : leaf.range.start.line - lastLine;
    lastLine = leaf.range.end.line;
    const kind = kindOf(leaf);
    const statement = kind === 'token' ? (starts.get(leaf.offset) ?? branchOf(leaf)) : undefined;
    const { text, offset, end, astNode: node } = leaf;
    tokens.push({ text, kind, node, breaksBefore, statement, offset, end, wounded: false });
  }
  return wounds.length === 0 ? tokens : withWounds(tokens, wounds, file, root.root.fullText);
}

/** The tokens with what stands between them, and with each marked that an error is about. */
function withWounds(
  tokens: readonly FormatToken[],
  wounds: readonly Wound[],
  file: ast.File,
  source: string,
): FormatToken[] {
  const whole: FormatToken[] = [];
  let end = 0;
  const leftOut = (until: number): void => {
    const text = source.slice(end, until).trim();
    if (text === '' || text === ',') return;
    const offset = source.indexOf(text, end);
    whole.push({
      text,
      kind: 'token',
      node: file,
      breaksBefore: 0,
      statement: undefined,
      offset,
      end: offset + text.length,
      wounded: true,
    });
    end = offset + text.length;
  };
  for (const token of [...tokens].sort((one, other) => one.offset - other.offset)) {
    // Several tokens may stand for one slip.
    if (token.offset < end) continue;
    leftOut(token.offset);
    whole.push(token);
    end = token.end;
  }
  leftOut(source.length);
  const sorted = [...wounds].sort(([one], [other]) => one - other);
  let next = 0;
  return whole.map((token, index) => {
    const previousEnd = whole[index - 1]?.end ?? 0;
    while (next < sorted.length && (sorted[next]?.[1] ?? 0) <= token.offset) next++;
    const wounded = token.wounded || (sorted[next]?.[0] ?? Infinity) < token.end;
    const breaksBefore = index === 0 ? 0 : linesIn(source.slice(previousEnd, token.offset));
    return { ...token, wounded, breaksBefore };
  });
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

function isOptionalComma(leaf: LeafCstNode): boolean {
  return leaf.text === ',' && COMMA_OPTIONAL.includes(leaf.astNode.$type);
}

function kindOf(leaf: LeafCstNode): FormatToken['kind'] {
  if (leaf.text.startsWith('//')) return 'lineComment';
  if (leaf.text.startsWith('/*')) return 'blockComment';
  return leaf.text.startsWith('"""') ? 'textBlock' : 'token';
}

function statementStarts(file: ast.File): Map<number, AstNode> {
  const starts = new Map<number, AstNode>();
  const visit = (node: CstNode & { content?: readonly CstNode[] }): void => {
    const { astNode } = node;
    if (STATEMENTS.has(astNode.$type) && astNode.$cstNode && isInBlock(astNode)) {
      const offset = firstTokenOffset(astNode.$cstNode);
      if (!starts.has(offset)) starts.set(offset, astNode);
    }
    for (const child of node.content ?? []) visit(child);
  };
  if (file.$cstNode) visit(file.$cstNode);
  return starts;
}

/** The last branch of a block has no node of its own: its keyword belongs to the whole. */
function branchOf(leaf: LeafCstNode): AstNode | undefined {
  const { text, astNode } = leaf;
  const isLast =
    (text === 'otherwise' && (ast.isSwitch(astNode) || ast.isSplit(astNode))) ||
    (text === 'timeout' && ast.isWait(astNode));
  return isLast ? astNode : undefined;
}

// `enter on …` and `exit on …` hold a trigger that is no statement of its own.
function isInBlock(node: AstNode): boolean {
  const isTrigger = ast.isTrigger(node);
  return !isTrigger || ast.isAutomation(node.$container);
}

function firstTokenOffset(node: CstNode): number {
  return CstUtils.flattenCst(node).find((leaf) => !leaf.hidden)?.offset ?? node.offset;
}
