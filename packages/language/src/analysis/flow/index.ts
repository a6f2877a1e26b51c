import type { ModelCheck } from '../check.ts';
import { checkEmptyBlocks, checkParallel, checkRepetitions, checkSplits, checkTries } from './branches.ts';
import { checkCircles, checkOwnStageMoves } from './circles.ts';
import { checkConstantConditions, checkCoveredConditions, checkRepeatedConditions } from './conditions.ts';
import { checkEngagementBeforeSend, checkReportedEngagement } from './engagement.ts';
import { checkEntriesAndEnds, checkSegments } from './entry.ts';
import { checkOrderOfMoments } from './moments.ts';
import { checkReachability, checkTrailingWaits } from './reachability.ts';
import {
  checkNeedlessMoves,
  checkRepeatedSends,
  checkRepeatedTriggers,
  checkSendsOfSeveral,
} from './repetition.ts';
import { checkWaysToStages } from './stages.ts';
import { checkOwnWay } from './under-way.ts';
import { checkUnusedValues, checkVariables } from './variables.ts';
import { checkSplitWinners } from './winners.ts';
import { checkOpenWaits, checkWaitsWithinGoal, checkZeroWaits } from './waits.ts';

export const flowChecks: readonly ModelCheck[] = [
  checkReachability,
  checkTrailingWaits,
  checkEntriesAndEnds,
  checkSegments,
  checkVariables,
  checkUnusedValues,
  checkCircles,
  checkOwnStageMoves,
  checkConstantConditions,
  checkRepeatedConditions,
  checkCoveredConditions,
  checkSplits,
  checkSplitWinners,
  checkParallel,
  checkTries,
  checkRepetitions,
  checkEmptyBlocks,
  checkZeroWaits,
  checkOpenWaits,
  checkWaitsWithinGoal,
  checkOrderOfMoments,
  checkReportedEngagement,
  checkEngagementBeforeSend,
  checkRepeatedSends,
  checkRepeatedTriggers,
  checkSendsOfSeveral,
  checkNeedlessMoves,
  checkWaysToStages,
  checkOwnWay,
];
