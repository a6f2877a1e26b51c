import { define, quoted } from './define.ts';

/** What is written, and what the language has for it. */
export interface Written {
  readonly written: string;
  readonly meant: string;
}

const MAX_SHOWN = 40;

/** A piece of the text as a sentence shows it. */
function shown(text: string): string {
  // What stands in quotes needs no others.
  if (/^"[^"]*"$/.test(text) && text.length <= MAX_SHOWN) return text;
  return quoted(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text);
}

function instead({ written, meant }: Written): string {
  return `Write ${meant} instead of ${shown(written)}`;
}

/** J0006 and on: forms of other tools, scripts and languages, which are read as what they stand for. */
export const textDiagnostics = {
  'typographic-quotes': define<Written>({
    code: 'J0006',
    severity: 'error',
    message: ({ meant }) => `Texts stand in straight quotes: write ${meant}.`,
    help: {
      what: 'A text stands in typographic or single quotation marks.',
      why: 'Word processors and phones turn " into “ ” or ״. Each country has its own marks; the language has only the straight ones, so that it is always clear where a text ends.',
      wrong: 'persona owner “Owner”',
      right: 'persona owner "Owner"',
    },
  }),
  'foreign-sign': define<Written>({
    code: 'J0007',
    severity: 'error',
    message: (parameters) => `${instead(parameters)}.`,
    help: {
      what: 'A sign of another script or of typography stands where the language has a plain one.',
      why: 'Keyboards for Hebrew, Arabic and Chinese and word processors have their own commas, dashes and brackets, which look alike and mean nothing to the language.',
      wrong: 'policy calm {\n  quiet 21:00–08:00\n}',
      right: 'policy calm {\n  quiet 21:00-08:00\n}',
    },
  }),
  'foreign-digits': define<Written>({
    code: 'J0008',
    severity: 'error',
    message: (parameters) => `${instead(parameters)}: numbers are written with the digits 0 to 9.`,
    help: {
      what: 'A number is written with the digits of another script.',
      why: 'One way to write a number keeps files searchable and comparisons of versions short.',
      wrong: 'journey launch {\n  reentry after ٩٠d\n}',
      right: 'journey launch {\n  reentry after 90d\n}',
    },
  }),
  'unit-in-words': define<Written>({
    code: 'J0009',
    severity: 'error',
    message: (parameters) =>
      `${instead(parameters)}: amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.`,
    help: {
      what: 'A duration, a percentage, a time of day or an amount of money is written as in prose.',
      why: 'Each amount has one form: the unit stands right behind the number, a currency is its three letters.',
      wrong: 'journey launch {\n  reentry after 90 days\n}',
      right: 'journey launch {\n  reentry after 90d\n}',
    },
  }),
  'foreign-operator': define<Written>({
    code: 'J0010',
    severity: 'error',
    message: (parameters) => `${instead(parameters)}.`,
    help: {
      what: 'A condition uses the operator of another language.',
      why: 'Conditions read like prose: and, or, not; == compares, and a single = only defines.',
      wrong: 'segment hebrew where customer.language = "he"',
      right: 'segment hebrew where customer.language == "he"',
    },
  }),
  'foreign-comment': define<Written>({
    code: 'J0011',
    severity: 'error',
    message: () => 'A comment begins with //, or stands between /* and */.',
    help: {
      what: 'A comment is marked as in another language.',
      why: 'Only // and /* */ are comments; everything else is read as part of the journey.',
      wrong: '# Whom we sell to\npersona owner "Owner"',
      right: '// Whom we sell to\npersona owner "Owner"',
    },
  }),
  'unclosed-comment': define<Written>({
    code: 'J0012',
    severity: 'error',
    message: () => 'This comment is not closed: put */ at its end.',
    help: {
      what: 'A comment begins with /* and no */ follows.',
      why: 'Without its end nobody can tell what is comment and what is journey.',
      wrong: '/* Whom we sell to\npersona owner "Owner"',
      right: '/* Whom we sell to */\npersona owner "Owner"',
    },
  }),
  'stray-comment-end': define<Written>({
    code: 'J0013',
    severity: 'error',
    message: () => 'This */ closes no comment; remove it: a comment can not hold another one.',
    help: {
      what: 'A */ stands where no comment is open.',
      why: 'A comment ends with the first */, also where another /* stands in it.',
      wrong: '/* Whom /* we */ sell to */\npersona owner "Owner"',
      right: '/* Whom we sell to */\npersona owner "Owner"',
    },
  }),
  'needless-semicolon': define<Written>({
    code: 'J0014',
    severity: 'error',
    message: () => 'A statement ends with its line, without a semicolon; remove it.',
    help: {
      what: 'A semicolon stands in the journey.',
      why: 'Statements have a line each and need no sign at their end.',
      wrong: 'persona owner "Owner";',
      right: 'persona owner "Owner"',
    },
  }),
  'foreign-date': define<Written>({
    code: 'J0015',
    severity: 'error',
    message: (parameters) => `${instead(parameters)}: dates are written year-month-day.`,
    help: {
      what: 'A date is written otherwise than year-month-day.',
      why: '3/4/2027 is in March for some and in April for others; 2027-04-03 is the same day for everybody.',
      wrong:
        'journey launch {\n  timezone "UTC"\n  stage trial "Trial" {\n    automation open { manually wait until 28/03/2027 exit }\n  }\n}',
      right:
        'journey launch {\n  timezone "UTC"\n  stage trial "Trial" {\n    automation open { manually wait until 2027-03-28 exit }\n  }\n}',
    },
  }),
  'too-deep': define<{ limit: number }>({
    code: 'J0016',
    severity: 'error',
    message: ({ limit }) =>
      `More than ${limit} brackets stand in each other here; move the inner steps to an automation of their own (run …). What is deeper is not read.`,
    help: {
      what: 'Blocks or brackets are nested more than 64 deep.',
      why: 'Nobody can follow such a journey, and programs that read it run out of memory. An automation of its own can be run from any depth.',
      wrong: `persona owner "Owner"\nsegment deep where ${'('.repeat(70)}true${')'.repeat(70)}`,
      right: 'persona owner "Owner"\nsegment deep where true',
    },
  }),
  'too-long': define<{ limit: number }>({
    code: 'J0017',
    severity: 'error',
    message: ({ limit }) =>
      `This expression has more than ${limit} parts that build on each other; give parts of it names (let …), or compare with a list (x in [a, b]). The rest of it is not read.`,
    help: {
      what: 'One expression joins more than 250 parts.',
      why: 'Nobody can check such an expression. A list says the same in a line, and parts with names can be read one by one.',
      wrong: `segment many where customer.language == "he"${' or customer.language == "he"'.repeat(252)}`,
      right: 'segment many where customer.language in ["he", "ar"]',
    },
  }),
  'unclosed-direction': define<{ codePoint: string; closing: string }>({
    code: 'J0018',
    severity: 'warning',
    message: ({ codePoint, closing }) =>
      `An invisible character (${codePoint}) changes the direction of all that follows in this line; remove it, or end it with ${closing}.`,
    help: {
      what: 'A text or a comment has a character that begins another direction of writing (U+202A to U+202E, U+2066 to U+2068), and its line has none that ends it.',
      why: 'It changes how the rest of the line is shown, what stands behind the text included: a reviewer sees another order than the one that runs. Marks that only order what is beside them (U+200E, U+200F, U+061C) and directions that end in their line are fine in texts and comments.',
      wrong: 'persona owner "\u202Eבעלת עסק" { role "Buyer" }',
      right: 'persona owner "\u202Bבעלת עסק\u202C" { role "Buyer" }',
      source: 'Unicode Standard Annex #9; CVE-2021-42574',
    },
  }),
  'other-words': define<Written>({
    code: 'J0019',
    severity: 'error',
    message: (parameters) => `${instead(parameters)}.`,
    help: {
      what: 'A statement is worded as in everyday English, or as in another tool.',
      why: 'Each thing is said in one way, so that all journeys read alike and everybody can search them.',
      wrong: 'policy calm {\n  quiet from 21:00 to 08:00\n}',
      right: 'policy calm {\n  quiet 21:00-08:00\n}',
    },
  }),
  'inner-quotes': define<Written>({
    code: 'J0020',
    severity: 'error',
    message: ({ meant }) => `A quotation mark inside a text would end it: write ${meant}.`,
    help: {
      what: 'A text in quotes has a quotation mark inside of it.',
      why: 'A text ends at its next ". Inside of it the mark stands behind a backslash, \\"; in Hebrew abbreviations the right sign is ״.',
      wrong: 'persona owner "Owner" {\n  pain "They say "too late" again"\n}',
      right: 'persona owner "Owner" {\n  pain "They say \\"too late\\" again"\n}',
    },
  }),
};
