import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, UriUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import type { EmotionValue, JourneyEdit, SourceRange } from '@journey/model';
import * as ast from '../../generated/ast.ts';
import { say } from '../../locale/speech.ts';
import { propertyRange, rangeOf } from '../../validation/edits.ts';
import { indentationOf, statementOf, StatementText, type Added, type Edit } from './statements.ts';
import { freeName } from './free-name.ts';

/** The edits of the document's text that do it, or a sentence that says why it can't be done from there. */
export type EditedJourney =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly message: string };

type Labelled = ast.Journey | ast.Stage | ast.Touchpoint | ast.Automation | ast.Kpi;

/** Why an edit isn't made. */
class Refusal extends Error {}

/**
 * Works an edit of the map out as edits of the text. Only what it is about changes: the rest stays letter by letter, and
 * comments go along with what they stand at.
 * @param document the text that the map's model was compiled from, parsed and linked
 * @param version the version of that text; another one than the document's is refused, for its places may be others
 */
export function editJourney(document: LangiumDocument, edit: JourneyEdit, version: number): EditedJourney {
  try {
    if (document.textDocument.version !== version)
      throw new Refusal(say`The text has changed since this map was drawn: try again.`);
    const edits = new JourneyEditor(document, edit.journey).edits(edit);
    return { kind: 'edits', edits: edits.map((each) => asTextEdit(document, each)) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

function asTextEdit({ textDocument }: LangiumDocument, { start, end, text }: Edit): TextEdit {
  return {
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
    newText: text,
  };
}

class JourneyEditor {
  private readonly document: LangiumDocument;
  private readonly text: StatementText;
  private readonly journey: ast.Journey;

  constructor(document: LangiumDocument, journey: SourceRange) {
    this.document = document;
    this.text = new StatementText(document.textDocument.getText());
    this.journey = this.find(journey, ast.isJourney);
  }

  edits(edit: JourneyEdit): Edit[] {
    switch (edit.kind) {
      case 'rename':
        return this.rename(this.part(edit.part, isLabelled), labelOf(edit.label));
      case 'moveTouchpoint':
        return this.move(
          this.part(edit.touchpoint, ast.isTouchpoint),
          this.part(edit.stage, ast.isStage),
          edit.before && this.part(edit.before, ast.isTouchpoint),
        );
      case 'setEmotion':
        return this.setEmotion(
          this.part(edit.touchpoint, ast.isTouchpoint),
          edit.emotion && this.part(edit.emotion, ast.isEmotion),
          edit.value,
        );
      case 'addTouchpoint':
        return this.addTouchpoint(
          this.part(edit.stage, ast.isStage),
          edit.after && this.part(edit.after, ast.isTouchpoint),
          labelOf(edit.label),
        );
      case 'addStage':
        return this.addStage(edit.after && this.part(edit.after, ast.isStage), labelOf(edit.label));
    }
  }

  private rename(part: Labelled, label: string): Edit[] {
    const old = propertyRange(part, 'label');
    const name = propertyRange(part, 'name');
    if (old) return [this.replace(old, quote(label))];
    if (!name) throw new Refusal(say`The part isn't in the text any more.`);
    return [this.replace({ start: name.end, end: name.end }, ` ${quote(label)}`)];
  }

  private move(touchpoint: ast.Touchpoint, stage: ast.Stage, before: ast.Touchpoint | undefined): Edit[] {
    const siblings = touchpointsOf(stage);
    const at = before ? siblings.indexOf(before) : siblings.length;
    if (before === touchpoint || siblings[at - 1] === touchpoint) return [];
    if (touchpoint.$container !== stage) this.refuseTaken(touchpoint, stage);
    const { taken, edit } = this.text.taken(statementOf(touchpoint));
    return [edit, before ? this.text.before(statementOf(before), taken) : this.inStage(stage, taken)];
  }

  private refuseTaken({ name }: ast.Touchpoint, stage: ast.Stage): void {
    if (touchpointsOf(stage).some((other) => other.name === name))
      throw new Refusal(say`Stage ${stage.name} has a touchpoint ${name} already.`);
  }

  /** Behind the stage's touchpoints, else behind what brings a customer there. */
  private inStage(stage: ast.Stage, text: Added): Edit {
    const last = touchpointsOf(stage).at(-1) ?? stage.members.findLast(ast.isEnter);
    if (last) return this.text.after(statementOf(last), text);
    const [first] = stage.members;
    return first ? this.text.before(statementOf(first), text) : this.inBraces(stage, text);
  }

  private setEmotion(
    touchpoint: ast.Touchpoint,
    emotion: ast.Emotion | undefined,
    value: EmotionValue,
  ): Edit[] {
    const written = value > 0 ? `+${value}` : String(value);
    const old = emotion && propertyRange(emotion, 'value');
    if (old) return [this.replace(old, written)];
    const text = asAdded(`emotion ${written}`);
    const mark = touchpoint.members.findLast(
      (member) => ast.isMomentOfTruth(member) || ast.isBreakPoint(member),
    );
    if (mark) return [this.text.after(statementOf(mark), text)];
    const [first] = touchpoint.members;
    return [first ? this.text.before(statementOf(first), text) : this.inBraces(touchpoint, text)];
  }

  private addTouchpoint(stage: ast.Stage, after: ast.Touchpoint | undefined, label: string): Edit[] {
    const name = freeName(label, 'touchpoint', namesIn(stage));
    const text = asAdded(`touchpoint ${name} ${quote(label)}`);
    return [after ? this.text.after(statementOf(after), text) : this.inStage(stage, text)];
  }

  private addStage(after: ast.Stage | undefined, label: string): Edit[] {
    const text = asAdded(`stage ${freeName(label, 'stage', namesIn(this.journey))} ${quote(label)}`);
    const { members } = this.journey;
    const previous = after ?? members.findLast(ast.isStage) ?? members.at(-1);
    return [
      previous ? this.text.after(statementOf(previous), text, true) : this.inBraces(this.journey, text),
    ];
  }

  /** In a part that holds nothing yet, with braces or without. */
  private inBraces(part: AstNode, text: Added): Edit {
    const statement = statementOf(part);
    const indentation = indentationOf(this.text.text, statement.start);
    return this.text.text[statement.end - 1] === '}'
      ? this.text.beforeBrace(statement.end - 1, indentation, text)
      : this.text.inNewBraces(statement.end, indentation, text);
  }

  private part<Part extends AstNode>(range: SourceRange, is: (node: unknown) => node is Part): Part {
    const part = this.find(range, is);
    const owner = AstUtils.getContainerOfType(part, ast.isJourney);
    if (owner && owner !== this.journey)
      throw new Refusal(
        say`This part is inherited from journey ${owner.name}: change it in that journey's map.`,
      );
    return part;
  }

  private find<Part extends AstNode>(range: SourceRange, is: (node: unknown) => node is Part): Part {
    if (range.file !== UriUtils.basename(this.document.uri))
      throw new Refusal(say`This part stands in another file, ${range.file}: change it there.`);
    const found = AstUtils.streamAst(this.document.parseResult.value).find(
      (node) => is(node) && isAt(node, range),
    );
    if (!is(found)) throw new Refusal(say`The part isn't in the text any more.`);
    return found;
  }

  private replace({ start, end }: Pick<SourceRange, 'start' | 'end'>, text: string): Edit {
    const { textDocument } = this.document;
    return { start: textDocument.offsetAt(start), end: textDocument.offsetAt(end), text };
  }
}

function isAt(node: AstNode, { start, end }: SourceRange): boolean {
  const range = rangeOf(node);
  return (
    range !== undefined &&
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}

function isLabelled(node: unknown): node is Labelled {
  return [ast.isJourney, ast.isStage, ast.isTouchpoint, ast.isAutomation, ast.isKpi].some((is) => is(node));
}

function touchpointsOf(stage: ast.Stage): ast.Touchpoint[] {
  return stage.members.filter(ast.isTouchpoint);
}

function namesIn({ members }: ast.Journey | ast.Stage): string[] {
  return members.flatMap((member) => ('name' in member ? [member.name] : []));
}

function asAdded(text: string): Added {
  return { text, indentation: '' };
}

/** A label is one line of letters. */
function labelOf(written: string): string {
  const label = written.replaceAll(/\s+/g, ' ').trim();
  if (label === '') throw new Refusal(say`A label needs at least one letter.`);
  return label;
}

function quote(label: string): string {
  return `"${label.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
