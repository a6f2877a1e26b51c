import type { ServerOptions } from './protocol.ts';

/** Reads what the client sent; whatever is missing or of another type is left out. */
export function readServerOptions(options: unknown): ServerOptions {
  if (typeof options !== 'object' || options === null) return {};
  const helpBase = 'diagnosticsHelpBase' in options ? options.diagnosticsHelpBase : undefined;
  const commands = 'clientCommands' in options ? options.clientCommands : undefined;
  const diagnostics = 'diagnostics' in options ? options.diagnostics : undefined;
  const answersFileRequests = 'answersFileRequests' in options && options.answersFileRequests === true;
  return {
    answersFileRequests,
    ...(diagnostics === 'push' || diagnostics === 'pull' ? { diagnostics } : {}),
    ...(typeof helpBase === 'string' ? { diagnosticsHelpBase: helpBase } : {}),
    ...(Array.isArray(commands)
      ? { clientCommands: commands.filter((command) => typeof command === 'string') }
      : {}),
  };
}
