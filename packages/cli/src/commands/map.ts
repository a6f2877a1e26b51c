import { resolve } from 'node:path';
import { layoutJourney, problemsByItem, renderSvg, type ThemeName } from '@journey/map';
import { type FoundJourney, journeysIn, oneJourney } from '../choose-journey.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { shownPath } from '../files.ts';
import { countBySeverity, findingsOf, messageOf } from '../output/findings.ts';
import { counted, printJson, stderr, stdout } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { openPaths } from '../workspace.ts';
import { replaceFile } from '../write-file.ts';

export interface MapOptions {
  readonly output?: string;
  readonly journey?: string;
  readonly theme: string;
  readonly json?: true;
}

/** The themes by the names that people give them. */
const THEMES: Readonly<Record<string, ThemeName>> = {
  light: 'light',
  dark: 'dark',
  'high-contrast': 'contrast',
};

/** Draws the map of one journey as a picture. What is wrong in the journey is marked in it. */
export async function map(paths: readonly string[], options: MapOptions): Promise<ExitCode> {
  const theme = themeNamed(options.theme);
  if (options.json && options.output === '-') {
    throw new UsageError(
      'The standard output holds either the picture or JSON: give -o a file, or leave --json out.',
    );
  }
  const found = oneJourney(journeysIn(await openPaths(paths)), options.journey);
  const svg = draw(found, theme);
  const { errors } = countBySeverity(findingsOf(found.document));
  if (options.output === '-') {
    stdout.raw(svg);
  } else {
    const file = resolve(options.output ?? `${found.journey.id}.svg`);
    await replaceFile(file, svg);
    if (options.json) printJson({ journey: found.journey.id, file: shownPath(file), errors });
    else
      stdout.line(`The map of ${stdout.isolate(found.journey.id)} is in ${stdout.isolate(shownPath(file))}.`);
  }
  if (errors === 0) return EXIT.fine;
  const source = stderr.isolate(shownPath(found.document.uri.fsPath));
  stderr.line(
    `${source} has ${counted(errors, 'error')}, marked in the map; "journey check ${source}" explains.`,
  );
  return EXIT.findings;
}

function draw({ document, model, journey }: FoundJourney, theme: ThemeName): string {
  const scene = layoutJourney(model, journey.id);
  const file = journey.source.file;
  const errors = document.diagnostics
    .filter(({ severity }) => severity === 1)
    .map((diagnostic) => ({ range: { file, ...diagnostic.range }, message: messageOf(diagnostic) }));
  return renderSvg(scene, { theme, problems: problemsByItem(scene, errors) });
}

function themeNamed(name: string): ThemeName {
  const theme = THEMES[name];
  if (theme !== undefined) return theme;
  throw new UsageError(`There is no theme "${name}": there are ${Object.keys(THEMES).join(', ')}.`);
}
