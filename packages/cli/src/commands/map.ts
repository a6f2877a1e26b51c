import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import {
  type Actuals,
  exportJourney,
  imageFilesOf,
  type ImageSources,
  type ExportRequest,
  isTextFormat,
  LANE_IDS,
  type LaneId,
  PRINTED_FORMATS,
  type PrintedFormat,
  readActuals,
  readImages,
  TEXT_FORMATS,
  type TextFormat,
  type ThemeName,
  VIEW_IDS,
  type ViewId,
  WIDEST_PRINT,
} from '@journey/map';
import { PrintProblem, printSvg } from '@journey/map/node';
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
  readonly format?: string;
  readonly journey?: string;
  readonly view: string;
  readonly lanes?: string;
  readonly actuals?: string;
  readonly theme: string;
  readonly json?: true;
}

/** The themes by the names that people give them. */
const THEMES: Readonly<Record<string, ThemeName>> = {
  light: 'light',
  dark: 'dark',
  'high-contrast': 'contrast',
};
const FORMATS: readonly (TextFormat | PrintedFormat)[] = [
  ...Object.keys(TEXT_FORMATS).filter(isTextFormat),
  ...PRINTED_FORMATS,
];

interface Written {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Draws one journey in the format that its file's ending says. What is wrong in the journey is marked in it. */
export async function map(paths: readonly string[], options: MapOptions): Promise<ExitCode> {
  const toStandardOutput = options.output === '-';
  if (options.json && toStandardOutput) {
    throw new UsageError(
      'The standard output holds either the picture or JSON: give -o a file, or leave --json out.',
    );
  }
  const format = formatOf(options);
  const choices = {
    view: oneOf<ViewId>('view', options.view, VIEW_IDS),
    theme: themeNamed(options.theme),
    ...(options.lanes === undefined ? {} : { lanes: lanesNamed(options.lanes) }),
    ...(options.actuals === undefined ? {} : { actuals: await actualsIn(options.actuals) }),
  };
  const found = oneJourney(journeysIn(await openPaths(paths)), options.journey);
  const file = resolve(
    toStandardOutput || !options.output ? `${found.journey.id}.${format}` : options.output,
  );
  const [main, ...beside] = await write(format, {
    ...requestOf(found),
    ...choices,
    images: await imagesOf(found),
    name: basename(file, extname(file)),
  });
  const { errors } = countBySeverity(findingsOf(found.document));
  if (toStandardOutput) {
    stdout.raw(main.content);
  } else {
    await replaceFile(file, main.content);
    for (const { name, content } of beside) await replaceFile(join(dirname(file), name), content);
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

function requestOf({ document, model, journey }: FoundJourney): Omit<ExportRequest, 'name'> {
  const { file } = journey.source;
  const problems = document.diagnostics
    .filter(({ severity }) => severity === 1)
    .map((diagnostic) => ({ range: { file, ...diagnostic.range }, message: messageOf(diagnostic) }));
  return { model, journey: journey.id, problems };
}

/** What stands in the journey's image files; a finding says which can't be read. */
function imagesOf({ document, model }: FoundJourney): Promise<ImageSources> {
  const folder = dirname(document.uri.fsPath);
  return readImages(imageFilesOf(model), (file) => readFile(join(folder, file)).catch(() => undefined));
}

async function write(
  format: TextFormat | PrintedFormat,
  request: ExportRequest,
): Promise<readonly [Written, ...Written[]]> {
  const [main, ...beside] = isTextFormat(format)
    ? exportJourney(format, request)
    : exportJourney('svg', { ...request, widest: WIDEST_PRINT });
  const files = beside.map(({ name, text }) => ({ name, content: text }));
  if (isTextFormat(format)) return [{ name: main.name, content: main.text }, ...files];
  try {
    return [{ name: `${request.name}.${format}`, content: await printSvg(main.text, format) }];
  } catch (error) {
    if (error instanceof PrintProblem) throw new UsageError(error.message);
    throw error;
  }
}

/** What --format says, else the ending of the file; SVG where neither says. */
function formatOf({ format, output = '-' }: MapOptions): TextFormat | PrintedFormat {
  const ending = extname(output).slice(1).toLowerCase();
  return oneOf('format', format ?? (ending === '' ? 'svg' : ending), FORMATS);
}

function lanesNamed(list: string): LaneId[] {
  return list.split(',').map((name) => oneOf<LaneId>('lane', name.trim(), LANE_IDS));
}

async function actualsIn(path: string): Promise<Actuals> {
  try {
    return readActuals(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError(`"${path}" can't be read.`);
    throw error instanceof Error ? new UsageError(error.message) : error;
  }
}

function themeNamed(name: string): ThemeName {
  return THEMES[oneOf('theme', name, Object.keys(THEMES))] ?? 'light';
}

/** @throws {UsageError} where there is no such choice. */
function oneOf<Choice extends string>(what: string, name: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === name);
  if (found !== undefined) return found;
  throw new UsageError(`There is no ${what} "${name}": there are ${choices.join(', ')}.`);
}
