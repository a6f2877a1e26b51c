import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { formatText } from '@journey/language';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findJourneyFiles, shownPath } from '../files.ts';
import { counted, printJson, stderr, stdout } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { replaceFile } from '../write-file.ts';

export interface FormatOptions {
  readonly json?: true;
  /** Changes nothing and says what would change. */
  readonly check?: true;
  /** Reads one journey from the standard input and writes it to the standard output. */
  readonly stdin?: true;
}

type Outcome = 'changed' | 'unchanged' | 'syntaxErrors';

interface FormattedFile {
  readonly file: string;
  readonly outcome: Outcome;
}

/** Brings journeys into the one canonical form. Statements with syntax errors stay as they are. */
export async function format(paths: readonly string[], options: FormatOptions): Promise<ExitCode> {
  if (options.stdin || (paths.length === 1 && paths[0] === '-')) return formatStandardInput(paths, options);
  if (paths.length === 0) {
    throw new UsageError(
      'Say which files or folders to format; "journey format ." means all in this folder.',
    );
  }
  const results: FormattedFile[] = [];
  for (const file of await findJourneyFiles(paths)) {
    results.push({ file: shownPath(file), outcome: await formatFile(file, options) });
  }
  if (options.json) printJson({ check: options.check ?? false, files: results });
  else printResults(results, options);
  const unfinished = results.some(
    ({ outcome }) => outcome === 'syntaxErrors' || (options.check && outcome === 'changed'),
  );
  return unfinished ? EXIT.findings : EXIT.fine;
}

async function formatFile(file: string, options: FormatOptions): Promise<Outcome> {
  const text = await readFile(file, 'utf8');
  const { text: formatted, hasErrors } = formatText(text);
  if (formatted !== text && !options.check) await replaceFile(file, formatted);
  if (hasErrors) return 'syntaxErrors';
  return formatted === text ? 'unchanged' : 'changed';
}

async function formatStandardInput(paths: readonly string[], options: FormatOptions): Promise<ExitCode> {
  if (paths.some((path) => path !== '-')) {
    throw new UsageError('Either name files or give the text on the standard input, not both.');
  }
  if (options.json) throw new UsageError('The standard input gives the text itself back; leave --json out.');
  const text = await textOf(process.stdin);
  const { text: formatted, hasErrors } = formatText(text);
  if (!options.check) stdout.raw(formatted);
  if (hasErrors) {
    stderr.line(
      'Statements with syntax errors were left as they are; "journey check" on the file says where.',
    );
    return EXIT.findings;
  }
  return options.check && formatted !== text ? EXIT.findings : EXIT.fine;
}

function printResults(results: readonly FormattedFile[], options: FormatOptions): void {
  const told: Record<Outcome, ((file: string) => string) | undefined> = {
    changed: (file) => `${options.check ? 'would change' : 'formatted'} ${file}`,
    syntaxErrors: (file) =>
      `left statements with syntax errors in ${file} as they are ("journey check" says where)`,
    unchanged: undefined,
  };
  for (const { file, outcome } of results) {
    const sentence = told[outcome]?.(stdout.isolate(file));
    if (sentence !== undefined) stdout.line(sentence);
  }
  const changed = results.filter(({ outcome }) => outcome === 'changed').length;
  const verb = options.check ? 'would change' : 'changed';
  stdout.line(`${counted(results.length, 'file')}, ${changed === 0 ? 'none' : String(changed)} ${verb}.`);
}
