/** J09: assumptions and scenarios. */
export const simulationDiagnostics = {};
