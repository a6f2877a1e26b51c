/** J05: what automations do. */
export const flowDiagnostics = {};
