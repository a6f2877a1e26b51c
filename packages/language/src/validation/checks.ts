import type { ValidationChecks } from 'langium';
import type { JourneyAstType } from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import {
  checkActionStep,
  checkCall,
  checkEvents,
  checkSecret,
  checkSystem,
  checkTargetArguments,
  checkValue,
} from './calls.ts';
import {
  checkAutomation,
  checkClocks,
  checkEmotion,
  checkRepeat,
  checkSplit,
  checkStageModel,
  checkTimezone,
} from './journeys.ts';
import { connectorChecks } from './connector-checks.ts';
import { checkBackOff, checkJoin, checkReactions, checkSplitWinner } from './branches.ts';
import { LinkChecks } from './links.ts';
import { MessageChecks } from './messages.ts';
import { checkMessage } from './messages-all.ts';
import { checkSentValues } from './messages-sends.ts';
import { analyse } from '../analysis/analyse.ts';
import { checkDuplicates, checkImport } from './names.ts';
import { checkClosedDates, checkRepeatedRules } from './policy-rules.ts';
import { checkImage } from './map-images.ts';
import { mapChecks } from './map-checks.ts';
import { checkRenamings } from './renamings.ts';
import { checkSchedule } from './schedules.ts';
import { simulationChecks } from './simulation-checks.ts';
import { unitChecks } from './unit-checks.ts';
import { checkDirections } from './directions.ts';
import { checkUnused } from './unused.ts';

/** Which checks look at which part of a journey. */
export function registerChecks(services: JourneyServices): void {
  const messages = new MessageChecks(services);
  const links = new LinkChecks(services);
  const checks: ValidationChecks<JourneyAstType> = {
    File: [
      checkDirections,
      checkDuplicates,
      checkUnused(services),
      checkSentValues(services),
      analyse(services),
    ],
    Import: checkImport(services),
    System: checkSystem,
    SettingValue: checkSecret,
    Message: [messages.checkMessage, checkMessage(services)],
    Timezone: checkTimezone,
    QuietHours: checkClocks,
    SendWindow: checkClocks,
    Closed: checkClocks,
    ClosedDates: checkClosedDates,
    ScheduleTrigger: [checkClocks, checkSchedule],
    DateTrigger: checkClocks,
    UntilMoment: checkClocks,
    WorkWeek: checkClocks,
    Moment: checkClocks,
    ClockLiteral: checkClocks,
    DateLiteral: checkClocks,
    Journey: checkRepeatedRules,
    Policy: checkRepeatedRules,
    Stage: checkStageModel,
    Version: checkRenamings,
    Emotion: checkEmotion,
    Image: checkImage(services),
    Automation: checkAutomation,
    EventTrigger: checkEvents,
    Goal: checkEvents,
    Split: [checkSplit, checkReactions],
    SplitWinner: checkSplitWinner,
    Parallel: checkJoin,
    Try: checkBackOff,
    Let: checkBackOff,
    Repeat: checkRepeat,
    ActionStep: [checkActionStep, checkBackOff],
    Call: [checkCall, links.checkCall],
    Reaction: links.checkReaction,
    Reference: checkValue,
    Send: [checkTargetArguments, messages.checkSend, checkBackOff],
    Run: [checkTargetArguments, checkBackOff],
  };
  for (const family of [checks, connectorChecks, unitChecks, mapChecks, simulationChecks])
    services.validation.ValidationRegistry.register(family);
}
