import type { AstNode, ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import { parseClock } from '@journey/model';
import * as ast from '../generated/ast.ts';
import { report } from '../diagnostics/registry.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { stageModelOf } from '../references/inheritance.ts';
import { refOf } from '../references/ref-of.ts';
import { isTimezone, listedZones, zoneNamed } from '../references/time-zones.ts';
import { replace } from '../diagnostics/fix.ts';
import { propertyRange } from './edits.ts';
import { say } from '../locale/speech.ts';

export function checkSplit(split: ast.Split, accept: ValidationAcceptor): void {
  if (split.message) return;
  const sum = split.branches.reduce((total, { percent }) => total + percent, 0);
  // Thirds are written with decimals.
  if (Math.abs(sum - 100) > 0.05)
    report(accept, 'split-sum', { sum: Number(sum.toFixed(2)) }, { node: split, keyword: 'split' });
}

export function checkAutomation(automation: ast.Automation, accept: ValidationAcceptor): void {
  const { name } = automation;
  if (!name) return;
  if (automation.steps.length === 0)
    report(accept, 'no-steps', { name }, { node: automation, property: 'name' });
  const started =
    automation.triggers.length > 0 || automation.parameters.length > 0 || isRunSomewhere(automation);
  if (!started) report(accept, 'no-trigger', { name }, { node: automation, property: 'name' });
}

// Automations of a journey are seen only in its file; those with parameters may be run by any.
function isRunSomewhere(automation: ast.Automation): boolean {
  return AstUtils.streamAllContents(AstUtils.findRootNode(automation))
    .filter(ast.isRun)
    .some((run) => refOf(run.target) === automation);
}

export function checkRepeat(repeat: ast.Repeat, accept: ValidationAcceptor): void {
  const place = { node: repeat, keyword: 'repeat' } as const;
  if (!repeat.every && repeat.atMost === undefined && !waits(repeat.block))
    report(accept, 'loop-without-wait', {}, place);
  else if (!repeat.until && repeat.atMost === undefined) report(accept, 'endless-loop', {}, place);
}

function waits(block: AstNode | undefined): boolean {
  return (
    block !== undefined &&
    AstUtils.streamAllContents(block).some((node) => ast.isWait(node) || ast.isAt(node))
  );
}

export function checkEmotion(emotion: ast.Emotion, accept: ValidationAcceptor): void {
  const { value } = emotion;
  if (!Number.isInteger(value) || Math.abs(value) > 2) {
    const nearest = Math.max(-2, Math.min(2, Math.round(value)));
    const text = nearest > 0 ? `+${nearest}` : String(nearest);
    const range = propertyRange(emotion, 'value');
    const fixes = range && Number.isFinite(value) ? [replace(say`Change to ${text}`, range, text)] : [];
    report(accept, 'emotion-range', { value }, { node: emotion, property: 'value', fixes });
  }
}

const CLOCK_PROPERTIES = [
  'clock',
  'clocks',
  'from',
  'to',
  'fromTime',
  'toTime',
  'time',
  'opens',
  'closes',
  'value',
] as const;

/** Times of day, wherever they stand. */
export function checkClocks(node: AstNode, accept: ValidationAcceptor): void {
  for (const property of CLOCK_PROPERTIES) {
    const value: unknown = Reflect.get(node, property);
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    texts.forEach((text, index) => {
      if (typeof text !== 'string' || !/^\d{1,2}:\d{2}$/.test(text) || parseClock(text)) return;
      report(accept, 'clock-range', { text }, { node, property, index });
    });
  }
}

export function checkTimezone(timezone: ast.Timezone, accept: ValidationAcceptor): void {
  const { zone } = timezone;
  if (!zone || isTimezone(zone)) return;
  const range = propertyRange(timezone, 'zone');
  const suggestion = zoneNamed(zone) ?? suggest(zone, listedZones());
  const fixes =
    suggestion === undefined || !range
      ? []
      : [replace(say`Change to "${suggestion}"`, range, `"${suggestion}"`, true)];
  report(accept, 'unknown-timezone', { zone, suggestion }, { node: timezone, property: 'zone', fixes });
}

/** A stage of a journey that follows a model plays one of the model's. */
export function checkStageModel(stage: ast.Stage, accept: ValidationAcceptor): void {
  const model = stageModelOf(stage.$container);
  if (!model || stage.override || stage.modelStage || !stage.name) return;
  const names = model.stages.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
  if (names.includes(stage.name)) return;
  const parameters = { stage: stage.name, model: model.name, suggestion: suggest(stage.name, names) };
  report(accept, 'stage-not-in-model', parameters, { node: stage, property: 'name' });
}
