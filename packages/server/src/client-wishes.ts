import { setDiagnosticsHelpBase } from '@journey/language';
import type { Services } from './model-service.ts';
import type { ServerOptions } from './protocol.ts';
import { readServerOptions } from './server-options.ts';

/** Does as the client says when it starts the server; `defaults` hold where it says nothing. */
export function applyClientWishes(services: Services, defaults: ServerOptions): void {
  services.shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    const { diagnosticsHelpBase } = { ...defaults, ...readServerOptions(initializationOptions) };
    setDiagnosticsHelpBase(services.journey, diagnosticsHelpBase);
  });
}
