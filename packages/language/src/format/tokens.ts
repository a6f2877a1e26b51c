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
  /** The statement that begins with this token: it gets a line of its own in a block of several lines. */
  readonly statement: AstNode | undefined;
}

/** Lists whose commas are a matter of taste: the canonical form has them only where the list stands in one line. */
const COMMA_OPTIONAL = ['Record', 'EventType', 'System', 'SystemOverride', 'AssumptionSet'];

/** What begins a line in a block of several lines. */
const STATEMENTS: ReadonlySet<string> = new Set(
  [
    'Import ImportedName Connector System Persona Segment Message Journey Policy StageModel Channel Department PointOfSale DataSource Environment',
    'AssumptionSet Scenario Automation Record FunctionDeclaration Given ConnectorChannel Authentication BaseAddress Limit',
    'Setting Reports Measure EventType Action Delivery Field PayloadMapping SettingValue SystemOverride PersonaMember',
    'Translation ModelStage StageAlias TemplatePart Languages Variant Winner SubjectPart TitlePart LinkPart TextPart BodyPart HeaderPart FooterPart ButtonPart',
    'Timezone WorkWeek Closed SendWindow QuietHours FrequencyCaps Consent ModelUse PersonaUse SegmentUse Enter Goal Exit',
    'Reentry Version Priority MessageOverride Without Stage Touchpoint Emotion MomentOfTruth BreakPoint Note Backstage Evidence Presence Owner Status Kpi',
    'EventTrigger DateTrigger SegmentTrigger ScheduleTrigger ManualTrigger Send Let Wait At If Switch Split Repeat ForEach',
    'Parallel Try Notify Move Run Stop ExitJourney ActionStep Case SplitBranch ParallelBranch AssumedRate AssumedChance',
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

/** The tokens and comments of a file that was parsed without errors, in order. */
export function formatTokens(file: ast.File): FormatToken[] {
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
    tokens.push({ text: leaf.text, kind, node: leaf.astNode, breaksBefore, statement });
  }
  return tokens;
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
