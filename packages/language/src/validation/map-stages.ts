import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { directionOf, prevailingDirection } from '@journey/model';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { modelStageOf } from '../compile/journeys.ts';
import { insert, remove, tidied, type Fix } from '../diagnostics/fix.ts';
import { quoted } from '../diagnostics/define.ts';
import { report } from '../diagnostics/registry.ts';
import * as ast from '../generated/ast.ts';
import { stageModelOf, wholeOf } from '../references/inheritance.ts';
import { refOf } from '../references/ref-of.ts';
import { afterStatement, propertyRange, rangeOf } from './edits.ts';
import { nodesIn, visitNodes } from '../references/visit.ts';
import { say } from '../locale/speech.ts';

type Labelled = ast.Journey | ast.Stage | ast.Touchpoint | ast.Automation | ast.Kpi;

/** The stages of a journey against those of its model. */
export function checkStages(journey: ast.Journey, accept: ValidationAcceptor): void {
  const stages = stagesOf(journey);
  const use = journey.members.find(ast.isModelUse);
  const model = stageModelOf(journey);
  const hasContent =
    stages.length > 0 || journey.members.some((member) => ast.isAutomation(member) || ast.isKpi(member));
  if (!hasContent && !use && !journey.base && journey.name)
    report(accept, 'no-stages', { journey: journey.name }, { node: journey, property: 'name' });
  if (!model) return;
  if (use) checkMissing(journey, use, model, accept);
  checkOrder(journey, model, accept);
}

function stagesOf(journey: ast.Journey): ast.Stage[] {
  return journey.members.filter(ast.isStage).filter(({ name }) => Boolean(name));
}

function checkMissing(
  journey: ast.Journey,
  use: ast.ModelUse,
  model: ast.StageModel,
  accept: ValidationAcceptor,
): void {
  // What a journey leaves out, the one that it extends may have.
  if (journey.base) return;
  const played = new Set(stagesOf(journey).map(modelStageOf));
  const missing = model.stages.filter(({ name }) => name && !played.has(name));
  const shown = model.stages.length - missing.length;
  // A journey that shows less than half of its model, such as only the onboarding, means to.
  if (missing.length === 0 || (shown > 0 && shown < model.stages.length / 2)) return;
  const stages = missing.map(({ name }) => quoted(name)).join(', ');
  report(
    accept,
    'missing-stages',
    { model: model.name, stages, one: missing.length === 1 },
    { node: use, property: 'model', fixes: addStages(journey, use, model, missing) },
  );
}

/** What adds the stages of a journey's model that it doesn't play; nothing where it plays all. */
export function missingStages(use: ast.ModelUse): Fix[] {
  const { $container: journey } = use;
  const model = refOf(use.model);
  if (!ast.isJourney(journey) || !model) return [];
  const played = new Set(stagesOf(journey).map(modelStageOf));
  const missing = model.stages.filter(({ name }) => name && !played.has(name));
  return missing.length === 0 ? [] : addStages(journey, use, model, missing);
}

/** Puts each missing stage behind the one that it follows in the model. */
function addStages(
  journey: ast.Journey,
  use: ast.ModelUse,
  model: ast.StageModel,
  missing: readonly ast.ModelStage[],
): Fix[] {
  const stages = stagesOf(journey);
  const firstStage = journey.members.findIndex(ast.isStage);
  const beforeAll = (firstStage < 0 ? journey.members.at(-1) : journey.members[firstStage - 1]) ?? use;
  const language = languageOf(journey);
  const edits: TextEdit[] = [];
  let place: Position | undefined = afterStatement(beforeAll);
  for (const stage of model.stages) {
    const present = stages.find((each) => modelStageOf(each) === stage.name);
    if (present) place = afterStatement(present);
    else if (missing.includes(stage) && place) {
      const label = stage.translations.find((each) => each.language === language)?.text ?? stage.label;
      const text = `\n  stage ${stage.name}${label === undefined ? '' : ` "${label}"`}`;
      const last = edits.at(-1);
      if (last && last.range.start === place)
        edits[edits.length - 1] = { ...last, newText: last.newText + text };
      else edits.push({ range: { start: place, end: place }, newText: text });
    }
  }
  const title = say`Add ${missing.map(({ name }) => name).join(', ')}`;
  return edits.length === 0 ? [] : [{ title, edits }];
}

/** The language that most of the journey's labels are in, as far as their script tells. */
function languageOf(journey: ast.Journey): 'he' | 'ar' | undefined {
  const labels = labelsIn(journey).join('');
  const hebrew = labels.match(/\p{Script=Hebrew}/gu)?.length ?? 0;
  const arabic = labels.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = labels.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (Math.max(hebrew, arabic) <= latin) return undefined;
  return hebrew >= arabic ? 'he' : 'ar';
}

function checkOrder(journey: ast.Journey, model: ast.StageModel, accept: ValidationAcceptor): void {
  const order = model.stages.map(({ name }) => name);
  const first = new Map<string, ast.Stage>();
  let latest: { readonly stage: ast.Stage; readonly index: number } | undefined;
  for (const { node: stage } of wholeOf(journey).stages) {
    const plays = modelStageOf(stage);
    if (plays === undefined) continue;
    const other = first.get(plays);
    const place = { node: stage, property: 'name' } as const;
    // What the base says wrong is found where it stands.
    const isOwn = stage.$container === journey;
    if (isOwn && other && other.name !== stage.name)
      report(accept, 'stage-played-twice', { stage: stage.name, other: other.name, plays }, place);
    first.set(plays, other ?? stage);
    const index = order.indexOf(plays);
    if (isOwn && latest && index < latest.index)
      report(
        accept,
        'stage-order',
        { stage: stage.name, before: latest.stage.name, model: model.name },
        place,
      );
    else latest = { stage, index };
  }
}

export function checkEmptyStage(stage: ast.Stage, accept: ValidationAcceptor): void {
  if (stage.members.length > 0 || stage.nested || stage.override || !stage.name) return;
  report(accept, 'empty-stage', { stage: stage.name }, { node: stage, property: 'name' });
}

/** Labels have letters. */
export function checkLabel(
  node:
    | Labelled
    | ast.Persona
    | ast.Segment
    | ast.Message
    | ast.System
    | ast.Policy
    | ast.Environment
    | ast.Channel
    | ast.Department
    | ast.PointOfSale
    | ast.DataSource
    | ast.StageModel
    | ast.ModelStage,
  accept: ValidationAcceptor,
): void {
  if (node.label === undefined || node.label.trim() !== '') return;
  const range = propertyRange(node, 'label');
  if (!range) return;
  const fix = tidied(
    remove(say`Remove the empty label`, range, true),
    AstUtils.getDocument(node).textDocument,
  );
  report(accept, 'empty-label', { name: node.name }, { node, range, fixes: [fix] });
}

/** A name in Latin letters among labels from right to left needs a label as well. */
export function checkMissingLabels(journey: ast.Journey, accept: ValidationAcceptor): void {
  const labels = labelsIn(journey);
  if (labels.length < 2 || prevailingDirection(labels) !== 'rtl') return;
  for (const node of nodesIn(journey, isLabelled)) {
    // A stage that is overridden keeps its label.
    const inherits = ast.isStage(node) && node.override;
    if (node.label !== undefined || inherits || !node.name || directionOf(node.name) === 'rtl') continue;
    const range = propertyRange(node, 'name');
    const fixes = range ? modelLabel(node, range.end) : [];
    report(accept, 'label-missing', { name: node.name }, { node, property: 'name', fixes });
  }
}

function isLabelled(node: AstNode): node is Labelled {
  return [ast.isJourney, ast.isStage, ast.isTouchpoint, ast.isAutomation, ast.isKpi].some((is) => is(node));
}

/** A stage of a model has labels in the languages that the model knows. */
function modelLabel(node: Labelled, at: Position): Fix[] {
  if (!ast.isStage(node)) return [];
  const journey = node.$container;
  const model = refOf(journey.members.find(ast.isModelUse)?.model);
  const played = model?.stages.find(({ name }) => name === modelStageOf(node));
  const label = played?.translations.find(({ language }) => language === languageOf(journey))?.text;
  return label === undefined ? [] : [insert(say`Add the label "${label}"`, at, ` "${label}"`, true)];
}

function labelsIn(node: AstNode): string[] {
  const labels: string[] = [];
  visitNodes(node, (each) => {
    if ('label' in each && typeof each.label === 'string') labels.push(each.label);
  });
  return labels;
}

/** Stages are told apart by their labels, and so are the parts of a stage. */
export function checkSameLabels(container: ast.Journey | ast.Stage, accept: ValidationAcceptor): void {
  const first = new Map<string, AstNode>();
  for (const member of container.members) {
    if (!('label' in member) || (member.label ?? '').trim() === '') continue;
    const key = `${member.$type} ${member.label.trim()}`;
    const other = first.get(key);
    if (!other) first.set(key, member);
    else {
      const line = (rangeOf(other)?.start.line ?? 0) + 1;
      const kind = member.$type === 'Kpi' ? 'KPI' : member.$type.toLowerCase();
      report(
        accept,
        'same-label',
        { label: member.label.trim(), kind, line },
        { node: member, property: 'label' },
      );
    }
  }
}
