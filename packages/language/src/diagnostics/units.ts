import { unitAmountDiagnostics } from './units-amounts.ts';
import { unitMixingDiagnostics } from './units-mixing.ts';
import { unitPlaceDiagnostics } from './units-places.ts';

export const unitDiagnostics = {
  ...unitPlaceDiagnostics,
  ...unitMixingDiagnostics,
  ...unitAmountDiagnostics,
};
