import { mapImageDiagnostics } from './map-images.ts';
import { mapInheritanceDiagnostics } from './map-inheritance.ts';
import { mapKpiDiagnostics } from './map-kpis.ts';
import { mapStageDiagnostics } from './map-stages.ts';
import { mapTouchpointDiagnostics } from './map-touchpoints.ts';

export const mapDiagnostics = {
  ...mapStageDiagnostics,
  ...mapTouchpointDiagnostics,
  ...mapImageDiagnostics,
  ...mapKpiDiagnostics,
  ...mapInheritanceDiagnostics,
};
