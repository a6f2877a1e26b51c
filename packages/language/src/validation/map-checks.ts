import type { ValidationChecks } from 'langium';
import type { JourneyAstType } from '../generated/ast.ts';
import {
  checkCircles,
  checkFormula,
  checkQuotient,
  checkRate,
  checkSameKpis,
  checkTarget,
  checkWindow,
} from './map-kpis.ts';
import { checkDirection, checkPercentile, checkShare } from './map-kpi-functions.ts';
import {
  checkExtends,
  checkLeftOut,
  checkMessageOverride,
  checkNested,
  checkOverride,
} from './map-inheritance.ts';
import {
  checkEmptyStage,
  checkLabel,
  checkMissingLabels,
  checkSameLabels,
  checkStages,
} from './map-stages.ts';
import {
  checkClausesOnce,
  checkEmotions,
  checkPersonas,
  checkPointOfSale,
  checkPresence,
  checkRepeatedNames,
  checkSaidOnce,
} from './map-touchpoints.ts';

/** What a map says, and what its KPIs measure. */
export const mapChecks: ValidationChecks<JourneyAstType> = {
  Argument: checkRate,
  Automation: [checkLabel, checkOverride],
  Binary: checkQuotient,
  Call: [checkShare, checkPercentile],
  Connector: checkSaidOnce,
  Channel: checkLabel,
  DataSource: checkLabel,
  Department: checkLabel,
  Environment: checkLabel,
  Journey: [
    checkStages,
    checkLabel,
    checkMissingLabels,
    checkSameLabels,
    checkSameKpis,
    checkCircles,
    checkSaidOnce,
    checkPersonas,
    checkExtends,
  ],
  Kpi: [checkFormula, checkWindow, checkTarget, checkDirection, checkClausesOnce, checkLabel, checkOverride],
  Message: checkLabel,
  MessageOverride: checkMessageOverride,
  ModelStage: checkLabel,
  Persona: [checkLabel, checkSaidOnce],
  PersonaUse: checkRepeatedNames,
  PointOfSale: checkLabel,
  Policy: checkLabel,
  Segment: checkLabel,
  SegmentUse: checkRepeatedNames,
  Stage: [checkSaidOnce, checkOverride, checkNested, checkEmptyStage, checkLabel, checkSameLabels],
  StageModel: checkLabel,
  System: checkLabel,
  Touchpoint: [
    checkEmotions,
    checkPresence,
    checkPointOfSale,
    checkRepeatedNames,
    checkSaidOnce,
    checkLabel,
    checkOverride,
  ],
  Without: checkLeftOut,
};
