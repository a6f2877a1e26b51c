import { aptProgram, findExecutable } from './apt-program.ts';
import { fonts } from './fonts.ts';
import { InstallProblem } from './program.ts';
import { consoleProgress } from './progress.ts';

const executables = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const chromium = aptProgram({
  name: 'chromium',
  purpose: 'looking at the map as a person does',
  packages: ['chromium'],
  find: chromiumExecutable,
  otherwise:
    'install Chromium or Chrome yourself, or set JOURNEY_CHROMIUM to the full path of its executable, and try again.',
});

/** The full path of a Chromium or Chrome on this machine; `JOURNEY_CHROMIUM` says it outright. */
export function chromiumExecutable(): string | undefined {
  const given = process.env['JOURNEY_CHROMIUM'];
  return findExecutable(given ? [given] : executables);
}

/**
 * Makes sure of a browser, and of fonts for the languages of the examples, installing what is missing.
 * @returns the full path of the browser's executable
 * @throws {InstallProblem} where there is none and none can be installed
 */
export async function ensureChromium(): Promise<string> {
  for (const program of [chromium, fonts]) {
    if (!program.probe().installed) await program.install(consoleProgress(program.name));
  }
  const executable = chromiumExecutable();
  if (!executable)
    throw new InstallProblem('Chromium was installed and has gone again; run "npm run setup:real".');
  return executable;
}
