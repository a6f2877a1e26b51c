import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import type { FormatOptions } from './commands/format.ts';
import type { GenerateOptions } from './commands/generate.ts';
import type { MapOptions } from './commands/map.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { explainFailure } from './failure.ts';
import { stdout, stderr } from './output/terminal.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

type End = (code: ExitCode) => void;

/** Runs one command line. What it has to say is on the standard streams by then. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  process.stdout.on('error', endQuietlyWhenNobodyReads);
  try {
    await journeyProgram((code) => (exitCode = code)).parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    return explainFailure(error);
  }
}

/** `journey check … | head` closes the pipe early: that is no failure. */
function endQuietlyWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  throw error;
}

function journeyProgram(end: End): Command {
  const program = new Command('journey')
    .description('Customer journeys as code: check them, draw their map, generate their automations.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .helpOption('-h, --help', 'show this help, or "journey COMMAND --help"')
    .configureHelp({ styleTitle: (title) => stdout.style('bold', title) })
    .configureOutput({ outputError: (message) => stderr.line(`journey: ${usageSentence(message)}`) })
    .exitOverride()
    .option(
      '--lang <language>',
      'say findings in this language: en, he or ar; as LANG says where nothing is said',
    )
    .hook('preAction', (_, command) => speakAsAsked(command.optsWithGlobals<{ lang?: string }>().lang))
    .addHelpText(
      'after',
      examples([
        ['journey check', 'say what is wrong in all journeys of this folder'],
        ['journey map shop.journey -o shop.svg', 'draw the map'],
        ['journey generate shop.journey -o out/n8n', 'write the workflows to import into n8n'],
      ]) + '\nExit codes: 0 fine, 1 findings, 2 a command line that cannot be done.',
    );
  defineCheck(program, end);
  defineFormat(program, end);
  defineGenerate(program, end);
  defineMap(program, end);
  defineLanguageServer(program);
  return program;
}

/** Loads nothing where English is spoken anyway. */
async function speakAsAsked(asked: string | undefined): Promise<void> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = asked ?? [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '');
  if (locale === undefined || /^(en|c|posix)\b/i.test(locale)) return;
  const { speak, spokenLanguages } = await import('@journey/language/speech');
  if (asked !== undefined && !spokenLanguages.includes(asked)) {
    throw new UsageError(`There is no language "${asked}" here: there are ${spokenLanguages.join(', ')}.`);
  }
  await speak(locale);
}

function defineCheck(program: Command, end: End): void {
  program
    .command('check')
    .summary('say what is wrong in journeys')
    .description('Say what is wrong in journeys, each finding with its place, its code and the line itself.')
    .argument('[paths...]', 'files, or folders to search for .journey files', ['.'])
    .option('--max-warnings <number>', 'fail when there are more warnings than this', wholeNumber)
    .option(
      '--severity <code=severity...>',
      'take findings otherwise: error, warning, info, hint or off; before what journey.json says',
    )
    .option('--json', 'print the findings for a program to read')
    .option('--no-cache', 'check again also what is as it was at the last check')
    .addHelpText(
      'after',
      examples([
        ['journey check', 'everything in this folder'],
        ['journey check shop.journey --max-warnings 0', 'fail on warnings too, as CI may want'],
        ['journey check . --severity J0411=off', 'without the findings of one kind'],
        ['journey check --json | jq .errors', 'the number of errors'],
      ]),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      end(await check(paths, options));
    });
}

function defineFormat(program: Command, end: End): void {
  program
    .command('format')
    .summary('bring journeys into the canonical form')
    .description(
      'Bring journeys into the one canonical form. Statements with syntax errors stay as they are.',
    )
    .argument('[paths...]', 'files or folders; - for the standard input')
    .option('--check', 'change nothing; fail when something would change')
    .option('--stdin', 'read one journey from the standard input, write it to the standard output')
    .option('--json', 'print what was done for a program to read')
    .addHelpText(
      'after',
      examples([
        ['journey format .', 'all journeys in this folder'],
        ['journey format --check .', 'is everything in form? For CI'],
        ['journey format - < shop.journey', 'show how it would look'],
      ]),
    )
    .action(async (paths: string[], options: FormatOptions) => {
      const { format } = await import('./commands/format.ts');
      end(await format(paths, options));
    });
}

function defineGenerate(program: Command, end: End): void {
  program
    .command('generate')
    .summary('write the automations for an orchestrator')
    .description(
      'Write the automations as files that an orchestrator imports. Nothing is written while there are errors, ' +
        'and no file that was changed by hand is overwritten unless --force says so.',
    )
    .argument('[paths...]', 'files or folders', ['.'])
    .option('-t, --target <name>', 'what to generate for', 'n8n')
    .option('-o, --output <folder>', 'where to write; "out/" and the target\'s name where nothing is said')
    .option('-j, --journey <name>', 'only this journey')
    .option('-e, --environment <name>', 'with the settings of this environment')
    .option(
      '--time-scale <number>',
      'for tests: this many seconds of the journey pass in one',
      positiveNumber,
    )
    .option(
      '--time-start <moment>',
      'for tests: the moment from which time is scaled, such as 2027-03-24T10:00:00Z',
    )
    .option('--check', 'write nothing; fail when what is there is not what would be written')
    .option('--force', 'overwrite files that were changed by hand')
    .option('--json', 'print what was done for a program to read')
    .addHelpText(
      'after',
      examples([
        ['journey generate shop.journey', 'n8n workflows into out/n8n'],
        ['journey generate . -e staging -o deploy', 'all journeys here, with the systems of "staging"'],
        ['journey generate . --check', 'is what is generated up to date? For CI'],
      ]),
    )
    .action(async (paths: string[], options: GenerateOptions) => {
      const { generate } = await import('./commands/generate.ts');
      end(await generate(paths, options));
    });
}

function defineMap(program: Command, end: End): void {
  program
    .command('map')
    .summary('draw the map of a journey')
    .description(
      'Draw a journey: as a picture (svg, png, pdf), a page (html, md) or data (mmd, csv, json), by the ending of ' +
        'the file. What is wrong in the journey is marked in it. Only PNG and PDF need a Chromium or Chrome.',
    )
    .argument('[paths...]', 'the file that holds the journey, or a folder with one', ['.'])
    .option('-o, --output <file>', 'the file; - for the standard output; NAME.svg where nothing is said')
    .option('-f, --format <name>', 'svg, png, pdf, html, md, mmd, csv or json, where no ending says it')
    .option('-j, --journey <name>', 'which journey, where there are several')
    .option('--view <name>', 'map, flow, timeline or kpis', 'map')
    .option('--lanes <names>', 'the lanes of the map from top to bottom, such as touchpoints,emotion,kpis')
    .option('--actuals <file>', 'what was measured of the KPIs, as CSV or JSON')
    .option('--theme <name>', 'light, dark or high-contrast', 'light')
    .option('--json', 'print what was done for a program to read')
    .addHelpText(
      'after',
      examples([
        ['journey map shop.journey -o shop.svg', 'the picture as a file'],
        ['journey map shop.journey -o shop.pdf', 'for the wall'],
        ['journey map shop.journey -o shop.html', 'all views in one page, to send'],
        [
          'journey map shop.journey --view kpis --actuals may.csv -o may.png',
          'targets and what became of them',
        ],
        ['journey map . --journey renewal --theme dark', 'one of several, on a dark ground'],
      ]),
    )
    .action(async (paths: string[], options: MapOptions) => {
      const { map } = await import('./commands/map.ts');
      end(await map(paths, options));
    });
}

function defineLanguageServer(program: Command): void {
  program
    .command('lsp')
    .summary('be the language server of an editor')
    .description(
      'Be the language server of an editor: checks, completion, hover, rename and all the rest of them.',
    )
    .requiredOption('--stdio', 'talk over the standard streams, as editors do')
    .addHelpText(
      'after',
      examples([['journey lsp --stdio', 'what to give an editor as its server for .journey files']]),
    )
    .action(async () => {
      const { serveEditor } = await import('./commands/lsp.ts');
      serveEditor();
    });
}

function examples(lines: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const shown = lines.map(
    ([command, meaning]) => `  ${command.padEnd(width)}  ${stdout.style('dim', meaning)}\n`,
  );
  return `\n${stdout.style('bold', 'Examples:')}\n${shown.join('')}`;
}

/** Commander's "error: unknown option '--jsn'\n(Did you mean --json?)" as one sentence. */
function usageSentence(message: string): string {
  const [sentence = '', suggestion] = message
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  const said = suggestion === undefined ? sentence : `${sentence}; did you mean ${suggestion.slice(14, -1)}`;
  return /[.?]$/.test(said) ? said : `${said}.`;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(value);
}

function positiveNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0) || !Number.isFinite(number))
    throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}
