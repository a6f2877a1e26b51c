import { allSteps, type Branch, type SourceRange, type Step, type StepOf } from '@journey/model';
import { insert, remove, replace, type Fix } from '../../diagnostics/fix.ts';
import type { ModelCheck, TextOf } from '../check.ts';
import { stepsIn } from './automations.ts';
import { between, keywordOf, placeOf, removeAfter, unwrap } from './places.ts';
import { say } from '../../locale/speech.ts';

/** Splits whose percentages divide nobody from anybody. */
export const checkSplits: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    if (step.kind !== 'split') continue;
    const [only, second] = step.branches;
    if (only && !second) {
      const fixes = only.holdout ? [] : unwrap(say`Do it without the split`, step, only.steps, textOf);
      find('split-with-one-branch', {}, keywordOf(step, 'split'), fixes);
    }
    step.branches.forEach((branch, index) => {
      const head = headOf(step, index, textOf);
      const place = head ?? branch.source;
      if (branch.percent === 0 && second) {
        const whole = head && between(head.file, head.start, branch.source.end);
        find('split-branch-of-nobody', {}, place, whole ? [remove(say`Remove the branch`, whole)] : []);
      }
      const sends = branch.holdout ? [...allSteps(branch.steps)].filter(({ kind }) => kind === 'send') : [];
      if (sends.length > 0) {
        const edits = sends.map(({ source: { start, end } }) => ({ range: { start, end }, newText: '' }));
        find('holdout-contacted', {}, place, [{ title: say`Send nothing to the hold-out`, edits }]);
      }
    });
  }
};

/** Where a branch of a split says its percentage and name, before its block. */
export function headOf(step: StepOf<'split'>, index: number, textOf: TextOf): SourceRange | undefined {
  const branch = step.branches[index];
  if (!branch) return undefined;
  const start = step.branches[index - 1]?.source.end ?? step.source.start;
  const before = between(step.source.file, start, branch.source.start);
  return placeOf(/(\d+(?:\.\d+)?\s*%[^{}%]*?)\s*$/, before, textOf);
}

/** What is said to be done side by side, alone. */
export const checkParallel: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    const [only, second] = step.kind === 'parallel' ? step.branches : [];
    if (!only || second) continue;
    const fixes = unwrap(say`Do it without "parallel"`, step, only.steps, textOf);
    find('parallel-with-one-branch', {}, keywordOf(step, 'parallel'), fixes);
  }
};

/** Attempts that nothing follows when they fail. */
export const checkTries: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    if (step.kind !== 'try' || step.retries > 0 || step.onFailure.length > 0) continue;
    const retry = insert(say`Try again three times`, step.source.end, ' retry 3 times every 10m');
    const isSilent = placeOf(/\}\s*(?:retry|on\s+failure)\b/, step.source, textOf) === undefined;
    const fixes = isSilent ? [retry] : [];
    find('try-without-help', {}, keywordOf(step, 'try'), [
      ...fixes,
      ...unwrap(say`Do it without "try"`, step, step.steps, textOf),
    ]);
  }
};

/** Repetitions that repeat nothing. */
export const checkRepetitions: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    if (step.kind !== 'repeat' || step.atMost === undefined || step.atMost > 1) continue;
    const times = step.atMost;
    find('repeat-too-few', { times }, keywordOf(step, 'repeat'), fixesOfRepeat(step, textOf));
  }
};

function fixesOfRepeat(step: StepOf<'repeat'>, textOf: TextOf): Fix[] {
  if (step.atMost === 0) return [remove(say`Remove what is never done`, step.source)];
  return step.until ? [] : unwrap(say`Do it once, without "repeat"`, step, step.steps, textOf);
}

/** Branches and blocks that hold nothing. */
export const checkEmptyBlocks: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    const keyword = BLOCK_KEYWORDS[step.kind];
    if (keyword !== undefined && holdsNothing(step, textOf)) {
      const fixes = [remove(say`Remove the "${keyword}"`, step.source)];
      find('step-does-nothing', { keyword }, keywordOf(step, keyword), fixes);
    } else if (step.kind === 'if') {
      for (const [branch, fix] of emptyBranches(step, textOf)) {
        find('empty-branch', {}, branch.source, fix ? [fix] : []);
      }
    }
  }
};

/** Steps that are there only for the steps inside them. */
const BLOCK_KEYWORDS: Readonly<Partial<Record<Step['kind'], string>>> = {
  at: 'at',
  if: 'if',
  repeat: 'repeat',
  forEach: 'for each',
  parallel: 'parallel',
  try: 'try',
};

// A broken step inside is missing from the model; only the text tells that there really is none.
function holdsNothing(step: Step, textOf: TextOf): boolean {
  if ([...allSteps([step])].length > 1) return false;
  // Conditions that say nothing are missing too, with their branches.
  if (step.kind === 'if')
    return step.branches.length > 0 && ifBranches(step).every((branch) => isEmpty(branch, textOf));
  const text = textOf(step.source);
  if (step.kind === 'parallel')
    return /^parallel\s*\{(\s|branch\b|\{\s*\}|[^\s{}/]+(?=\s*\{))*\}$/.test(text);
  return /\{\s*\}(\s*retry[^{}]*)?$/.test(text);
}

function ifBranches(step: StepOf<'if'>): readonly Branch[] {
  return [...step.branches, ...(step.otherwise ? [step.otherwise] : [])];
}

function isEmpty(branch: Branch, textOf: TextOf): boolean {
  return branch.steps.length === 0 && /^\{\s*\}$/.test(textOf(branch.source));
}

function emptyBranches(step: StepOf<'if'>, textOf: TextOf): [Branch, Fix | undefined][] {
  const last = step.branches.at(-1);
  return ifBranches(step)
    .filter((branch) => isEmpty(branch, textOf))
    .map((branch) => {
      if (branch === step.otherwise && last)
        return [branch, removeAfter(say`Remove the empty "else"`, last, branch, true)];
      return [branch, invert(step, textOf)];
    });
}

/** `if x { } else { … }` is `if not (x) { … }`. */
function invert(step: StepOf<'if'>, textOf: TextOf): Fix | undefined {
  const [branch, another] = step.branches;
  if (!branch || another || !step.otherwise) return undefined;
  const { file, start } = step.source;
  const condition = textOf(between(file, start, branch.source.start))
    .replace(/^if\s*/, '')
    .trim();
  const block = textOf(step.otherwise.source);
  return replace(say`Turn the condition around`, step.source, `if not (${condition}) ${block}`);
}
