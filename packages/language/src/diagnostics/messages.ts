/** J06: what is said, and what vendors take. */
export const messageDiagnostics = {};
