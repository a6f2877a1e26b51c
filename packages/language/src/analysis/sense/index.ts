import type { ModelCheck } from '../check.ts';
import { checkConsentUnsaid, checkNight } from './courtesy.ts';
import { checkExperiments } from './experiments.ts';
import { checkMomentsOfEvents, checkUnreachable } from './facts.ts';
import { checkHaste, checkSeveralAtOnce } from './haste.ts';
import { checkEndlessAdvertising, checkRepeatedAdvertising } from './insistence.ts';

/** What works as it is written, and what somebody who knows customers would object to. */
export const senseChecks: readonly ModelCheck[] = [
  checkHaste,
  checkSeveralAtOnce,
  checkExperiments,
  checkRepeatedAdvertising,
  checkEndlessAdvertising,
  checkMomentsOfEvents,
  checkUnreachable,
  checkNight,
  checkConsentUnsaid,
];
