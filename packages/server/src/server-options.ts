/** What a client may say when it starts the server, as `initializationOptions`. */
export interface ServerOptions {
  /** The URI of the folder that holds the diagnostics' help pages; it ends with `/`. */
  readonly diagnosticsHelpBase?: string;
}

/** Reads what the client sent; whatever is missing or of another type is left out. */
export function readServerOptions(options: unknown): ServerOptions {
  if (typeof options !== 'object' || options === null || !('diagnosticsHelpBase' in options)) return {};
  const { diagnosticsHelpBase } = options;
  return typeof diagnosticsHelpBase === 'string' ? { diagnosticsHelpBase } : {};
}
