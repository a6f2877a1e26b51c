/** J08: the map and its measures. */
export const mapDiagnostics = {};
