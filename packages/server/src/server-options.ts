import type { ServerOptions } from './protocol.ts';

/** Reads what the client sent; whatever is missing or of another type is left out. */
export function readServerOptions(options: unknown): ServerOptions {
  if (typeof options !== 'object' || options === null || !('diagnosticsHelpBase' in options)) return {};
  const { diagnosticsHelpBase } = options;
  return typeof diagnosticsHelpBase === 'string' ? { diagnosticsHelpBase } : {};
}
