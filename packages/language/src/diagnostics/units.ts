import { unitAmountDiagnostics } from './units-amounts.ts';
import { unitMixingDiagnostics } from './units-mixing.ts';
import { unitPlaceDiagnostics } from './units-places.ts';
import { unitReckoningDiagnostics } from './units-reckoning.ts';

export const unitDiagnostics = {
  ...unitPlaceDiagnostics,
  ...unitMixingDiagnostics,
  ...unitAmountDiagnostics,
  ...unitReckoningDiagnostics,
};
