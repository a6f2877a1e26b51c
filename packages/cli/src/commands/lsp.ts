import { existsSync } from 'node:fs';
import { startNodeServer } from '@journey/server';

/** The findings' pages, seen from here and from where this is built to. */
const PAGES = new URL('../../../../docs/diagnostics/', import.meta.url);

/** Serves the editor at the other end of the standard streams until it says goodbye or goes away. */
export function serveEditor(): void {
  startNodeServer(existsSync(PAGES) ? { diagnosticsHelpBase: PAGES.href } : {});
}
