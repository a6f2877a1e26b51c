/** J07: when and how often. */
export const policyDiagnostics = {};
