import { chromium, type Browser } from 'playwright-core';
import { chromiumExecutable } from './programs/chromium.ts';
import { InstallProblem } from './programs/program.ts';

/** No sandbox, since suites run as root in containers; nothing that talks to the network on its own account. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the machine's browser without a window; `close()` ends it.
 * @throws {InstallProblem} where there is none
 */
export async function launchBrowser(executable = chromiumExecutable()): Promise<Browser> {
  if (!executable) throw new InstallProblem('There is no Chromium here; run "npm run setup:real".');
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}
