/** J0310 and on: values and units that don't fit together. */
export const unitDiagnostics = {};
