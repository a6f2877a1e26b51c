import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils } from 'langium';
import type { MapEdit, SourceRange } from '@journey/model';
import type { TextEdit } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { say } from '../locale/speech.ts';
import { quoteText } from '../text/literal.ts';
import { propertyRange } from '../validation/edits.ts';
import { freshName } from './fresh-name.ts';
import { cut, statementOf, writeAfter, writeBefore, writeInto } from './statements.ts';

/** The edits of the text, or a sentence that says why there are none. */
export type EditedText = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

type Maker<Kind extends MapEdit['kind']> = (
  document: LangiumDocument,
  edit: Extract<MapEdit, { kind: Kind }>,
) => EditedText;

/**
 * What a change in the map is in the text. All that it isn't about stays as it is, to the letter.
 * @param document the file in which the parts stand that are changed
 * @param journey the name of the journey that the map shows: what others hold is not changed through it
 */
export function editFromMap(document: LangiumDocument, edit: MapEdit, journey: string): EditedText {
  const [anchor] = partsOf(edit).map((range) => nodeAt(document, range));
  const owner = anchor && AstUtils.getContainerOfType(anchor, ast.isJourney);
  if (owner && owner.name !== journey)
    return { refused: say`This belongs to the journey ${owner.name}: change it there.` };
  switch (edit.kind) {
    case 'rename':
      return rename(document, edit);
    case 'feel':
      return feel(document, edit);
    case 'moveTouchpoint':
      return moveTouchpoint(document, edit);
    case 'addTouchpoint':
      return addTouchpoint(document, edit);
    case 'addStage':
      return addStage(document, edit);
  }
}

/** The parts of the text that a change is about. */
export function partsOf(edit: MapEdit): readonly SourceRange[] {
  switch (edit.kind) {
    case 'rename':
    case 'feel':
      return [edit.part];
    case 'moveTouchpoint':
      return [edit.part, edit.stage, ...(edit.before ? [edit.before] : [])];
    case 'addTouchpoint':
      return [edit.stage];
    case 'addStage':
      return [edit.after ?? edit.journey];
  }
}

const rename: Maker<'rename'> = (document, { part, label }) => {
  const node = nodeAt(document, part);
  if (!node || !('name' in node) || !hasLabel(node)) return changedMeanwhile();
  if (label.trim() === '') return { refused: say`A label has at least a letter.` };
  const written = propertyRange(node, 'label');
  if (written) return edited({ range: written, newText: quoteText(label.trim()) });
  const name = propertyRange(node, 'name');
  if (!name) return changedMeanwhile();
  return edited({ range: { start: name.end, end: name.end }, newText: ` ${quoteText(label.trim())}` });
};

const feel: Maker<'feel'> = (document, { part, value }) => {
  const node = nodeAt(document, part);
  const written = value > 0 ? `+${value}` : String(value);
  if (ast.isEmotion(node)) {
    const range = propertyRange(node, 'value');
    return range ? edited({ range, newText: written }) : changedMeanwhile();
  }
  if (!ast.isTouchpoint(node)) return changedMeanwhile();
  const lines = [`emotion ${written}`];
  const [first] = node.members;
  return edited(first ? writeBefore(first, lines) : writeInto(node, lines));
};

const moveTouchpoint: Maker<'moveTouchpoint'> = (document, { part, stage: place, before: behind }) => {
  const touchpoint = nodeAt(document, part);
  const stage = nodeAt(document, place);
  const before = behind && nodeAt(document, behind);
  if (!ast.isTouchpoint(touchpoint) || !ast.isStage(stage)) return changedMeanwhile();
  if (touchpoint.override && touchpoint.$container !== stage)
    return { refused: say`What overrides a part of another journey stays in its stage.` };
  if (before === touchpoint) return { edits: [] };
  const statement = statementOf(touchpoint);
  if (!statement) return changedMeanwhile();
  const others = stage.members.filter(ast.isTouchpoint).filter((other) => other !== touchpoint);
  const written = ast.isTouchpoint(before)
    ? writeBefore(before, statement.lines)
    : writeTouchpoint(stage, others.at(-1), touchpoint, statement.lines);
  return edited(cut(statement, document.textDocument), written);
};

const addTouchpoint: Maker<'addTouchpoint'> = (document, { stage: place, label }) => {
  const stage = nodeAt(document, place);
  if (!ast.isStage(stage)) return changedMeanwhile();
  if (label.trim() === '') return { refused: say`A label has at least a letter.` };
  const lines = [`touchpoint ${freshName(label, 'touchpoint', stage)} ${quoteText(label.trim())}`];
  const last = stage.members.filter(ast.isTouchpoint).at(-1);
  return edited(writeTouchpoint(stage, last, undefined, lines));
};

const addStage: Maker<'addStage'> = (document, { journey: place, after, label }) => {
  const journey = nodeAt(document, place);
  const neighbour = after && nodeAt(document, after);
  if (!ast.isJourney(journey)) return changedMeanwhile();
  if (label.trim() === '') return { refused: say`A label has at least a letter.` };
  const lines = [`stage ${freshName(label, 'stage', journey)} ${quoteText(label.trim())}`];
  const last = journey.members.filter(ast.isStage).at(-1) ?? journey.members.at(-1);
  const previous = ast.isStage(neighbour) ? neighbour : last;
  return edited(previous ? writeAfter(previous, ['', ...lines]) : writeInto(journey, lines));
};

/** As the stage's last touchpoint: before its automations and KPIs where it has no other. */
function writeTouchpoint(
  stage: ast.Stage,
  last: ast.Touchpoint | undefined,
  moved: ast.Touchpoint | undefined,
  lines: readonly string[],
): TextEdit | undefined {
  if (last) return writeAfter(last, lines);
  const members = stage.members.filter((member) => member !== moved);
  const next = members.find((member) => ast.isAutomation(member) || ast.isKpi(member));
  if (next) return writeBefore(next, lines);
  const previous = members.at(-1);
  return previous ? writeAfter(previous, lines) : writeInto(stage, lines);
}

/** The statement that begins there; undefined where the text is another one by now. */
function nodeAt(document: LangiumDocument, { start }: SourceRange): AstNode | undefined {
  return AstUtils.streamAst(document.parseResult.value).find(({ $cstNode, $type }) => {
    const own = $cstNode?.range.start;
    return $type !== ast.File.$type && own?.line === start.line && own.character === start.character;
  });
}

function hasLabel(node: AstNode): boolean {
  return (
    ast.isJourney(node) ||
    ast.isStage(node) ||
    ast.isTouchpoint(node) ||
    ast.isAutomation(node) ||
    ast.isKpi(node) ||
    ast.isPersona(node) ||
    ast.isMessage(node)
  );
}

function edited(...edits: readonly (TextEdit | undefined)[]): EditedText {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? { edits: made } : changedMeanwhile();
}

/** Said also where the map and the text don't fit together for any other reason: the next picture will. */
export function changedMeanwhile(): { readonly refused: string } {
  return { refused: say`The text has changed meanwhile. Try it again.` };
}
