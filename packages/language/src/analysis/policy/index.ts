import type { ModelCheck } from '../check.ts';
import { checkContradictions, checkTopics, checkUnheardWithdrawals } from './consent.ts';
import {
  checkBusinessDays,
  checkHours,
  checkHoursToWaitFor,
  checkSilentClocks,
  checkTimezones,
} from './hours.ts';
import { checkAdvertisingToLeavers, checkGoalsAndExits, checkUnsubscribing } from './leaving.ts';
import { checkCappedSends, checkCaps, checkEmptyPeriods } from './limits.ts';

export const policyChecks: readonly ModelCheck[] = [
  checkTimezones,
  checkHours,
  checkHoursToWaitFor,
  checkSilentClocks,
  checkBusinessDays,
  checkCaps,
  checkCappedSends,
  checkEmptyPeriods,
  checkUnsubscribing,
  checkAdvertisingToLeavers,
  checkGoalsAndExits,
  checkUnheardWithdrawals,
  checkContradictions,
  checkTopics,
];
