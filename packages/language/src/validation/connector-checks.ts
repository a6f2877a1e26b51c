import type { ValidationChecks } from 'langium';
import type { JourneyAstType } from '../generated/ast.ts';
import {
  checkBase,
  checkDefault,
  checkEnvironment,
  checkLimitPart,
  checkMapping,
  checkReports,
  checkRequest,
  checkResult,
  checkSettings,
} from './connectors.ts';

/** What people write of systems of their own, and of the places where they run. */
export const connectorChecks: ValidationChecks<JourneyAstType> = {
  BaseAddress: checkBase,
  Environment: checkEnvironment,
  EventType: checkMapping,
  HttpRequest: [checkRequest, checkResult],
  Limit: checkLimitPart,
  Parameter: checkDefault,
  Reports: checkReports,
  System: checkSettings,
  SystemOverride: checkSettings,
};
