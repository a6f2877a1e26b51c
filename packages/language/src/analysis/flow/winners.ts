import {
  byId,
  connectorOf,
  sentIn,
  type Branch,
  type JourneyModel,
  type SplitWinner,
  type StepOf,
} from '@journey/model';
import { replace } from '../../diagnostics/fix.ts';
import { say } from '../../locale/speech.ts';
import type { Find, ModelCheck, TextOf } from '../check.ts';
import { stepsIn } from './automations.ts';
import { headOf } from './branches.ts';
import { keywordOf, placeOf } from './places.ts';

/** Splits that are to find their best branch, and can't. */
export const checkSplitWinners: ModelCheck = (model, find, textOf) => {
  for (const step of stepsIn(model)) {
    if (step.kind !== 'split' || !step.winner) continue;
    const { winner } = step;
    checkNames(step, find, textOf);
    const candidates = step.branches.filter(({ holdout }) => !holdout);
    if (candidates.length < 2) find('split-winner-alone', {}, keywordOf(winner, 'winner'));
    else if (winner.by.kind === 'engagement') checkMessages(model, candidates, winner, find);
    else checkShared(candidates, winner, find, textOf);
  }
};

function checkNames(step: StepOf<'split'>, find: Find, textOf: TextOf): void {
  const names = new Set<string>();
  step.branches.forEach((branch, index) => {
    const { name, holdout } = branch;
    if (holdout) return;
    if (name === undefined || names.has(name))
      find('split-winner-unnamed', { name }, headOf(step, index, textOf) ?? branch.source);
    else names.add(name);
  });
}

/** Each branch sends something of which its system tells. */
function checkMessages(
  model: JourneyModel,
  branches: readonly Branch[],
  { by, source }: SplitWinner,
  find: Find,
): void {
  if (by.kind !== 'engagement') return;
  const { engagement } = by;
  for (const branch of branches) {
    const isTold = sentIn(branch).some((id) => {
      const connector = connectorOf(model, byId(model.messages, id)?.system ?? '');
      return engagement === 'sent' || connector?.reports.includes(engagement);
    });
    const parameters = { branch: branch.name ?? '', engagement };
    if (!isTold) find('split-winner-silent-branch', parameters, source);
  }
}

/** What becomes of one message is fair only where all branches send it, or none. */
function checkShared(
  branches: readonly Branch[],
  { by, source }: SplitWinner,
  find: Find,
  textOf: TextOf,
): void {
  if (by.kind !== 'event' || by.event.kind !== 'engagement') return;
  const { engagement, message, link } = by.event;
  const senders = branches.filter((branch) => sentIn(branch).includes(message));
  if (senders.length === 0 || senders.length === branches.length) return;
  const measure = placeOf(/\bby\s+(\w+\s*\([^()]*\))/, source, textOf);
  const fixes =
    measure && link === undefined ? [replace(say`Compare by ${engagement}`, measure, engagement, true)] : [];
  const names = senders.map(({ name = '' }) => `"${name}"`).join(', ');
  find('split-winner-one-sided', { message, branches: names, engagement }, measure ?? source, fixes);
}
