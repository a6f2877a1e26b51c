import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText, libraryFiles } from '@journey/language';
import { open } from './support/workspace.ts';

const examples = new URL('../../../examples/', import.meta.url);
const exampleFiles = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.journey'))
  .map((name) => ({ name, text: readFileSync(new URL(name, examples), 'utf8') }));
const texts = [...exampleFiles, ...libraryFiles.map(({ uri, text }) => ({ name: uri, text }))];

test.each(texts)('$name is in canonical form', ({ text }) => {
  expect(formatText(text)).toEqual({ text, hasErrors: false });
});

describe('the canonical form', () => {
  test.each([
    ['one space between words, none inside brackets', 'persona   owner  "Owner"', 'persona owner "Owner"\n'],
    [
      'a statement a line',
      'journey j{persona a timezone "UTC"}',
      'journey j {\n  persona a\n  timezone "UTC"\n}\n',
    ],
    [
      'a block of one statement may stay in its line',
      'journey j {\n stage s { automation a {\n manually at 1d before x.start {send hi}\n } } }',
      'journey j {\n  stage s {\n    automation a {\n      manually\n      at 1d before x.start { send hi }\n    }\n  }\n}\n',
    ],
    [
      'ranges and signs',
      'policy p { quiet 21:00 - 08:00 week sunday - thursday }',
      'policy p {\n  quiet 21:00-08:00\n  week sunday-thursday\n}\n',
    ],
    [
      'commas of fields depend on the line',
      'record a { x: text y: number }\nrecord b {\n x: text,\n y: number }',
      'record a { x: text, y: number }\n\nrecord b {\n  x: text\n  y: number\n}\n',
    ],
    [
      'texts of several lines are indented with their statement',
      'message m via x { text """\n one\n   two\n""" }',
      'message m via x {\n  text """\n    one\n      two\n  """\n}\n',
    ],
    [
      'notes of a map',
      'point  of sale shop on store  journey j { stage s { touchpoint till at shop {evidence "x" from interviews on 2027-03-31 backstage "y" by sales,service} } }',
      'point of sale shop on store\n\njourney j {\n  stage s {\n    touchpoint till at shop {\n      evidence "x" from interviews on 2027-03-31\n      backstage "y" by sales, service\n    }\n  }\n}\n',
    ],
    [
      'comments keep their place',
      '// top\npersona a // behind\n/** doc */\npersona b {\n// inside\n}',
      '// top\npersona a // behind\n\n/** doc */\npersona b {\n  // inside\n}\n',
    ],
    [
      'a comment behind a comma that is left out has a line of its own where it had one',
      'record a {\n  x: text // one\n  , /* two */ y: text, // three\n  z: text\n}',
      'record a {\n  x: text // one\n  /* two */\n  y: text // three\n  z: text\n}\n',
    ],
    ['at most one blank line', 'persona a\n\n\n\npersona b\n\n', 'persona a\n\npersona b\n'],
  ])('%s', (_, source, expected) => {
    expect(formatText(source).text).toBe(expected);
  });

  test.each([
    [
      'declarations around it are formatted',
      'persona   a "A"\npersona   "B"  {\n      goal   "x" }\npersona   c "C"\n',
      'persona a "A"\n\npersona   "B"  {\n      goal   "x" }\n\npersona c "C"\n',
    ],
    [
      'so are the statements of the same block',
      'journey j{\ntimezone   "UTC"\n    stage   17   { pain   "x" }\nstage later{pain   "y"}\n}\n',
      'journey j {\n  timezone "UTC"\n    stage   17   { pain   "x" }\n  stage later { pain "y" }\n}\n',
    ],
    [
      'slips are no more formatted than other errors',
      'persona   a   “A”  ;\npersona   b\n',
      'persona   a   “A”  ;\npersona b\n',
    ],
    [
      'comments stay',
      '// one\npersona   a\n// two\npersona   "B" // three\n// four\npersona   c\n',
      '// one\npersona a\n// two\npersona   "B" // three\n// four\npersona c\n',
    ],
    ['a block that never ends is left as it is', 'journey   {\n  x', 'journey   {\n  x\n'],
  ])('leaves what has syntax errors as it is: %s', (_, source, expected) => {
    expect(formatText(source)).toEqual({ text: expected, hasErrors: true });
  });
});

// Formatting must hold for layouts nobody thought of: break and join the real files at random, with comments anywhere.
const layout = fc.record({
  file: fc.constantFrom(...texts),
  seed: fc.infiniteStream(fc.constantFrom('', '', '', '\n', '\n\n', '  ', ' // note\n', ' /* note */ ')),
});

describe('for any layout of the real files', () => {
  test('formatting twice is formatting once, and no comment is lost', () => {
    fc.assert(
      fc.property(layout, ({ file, seed }) => {
        const source = scatter(file.text, seed);
        const once = formatText(source).text;
        expect(formatText(once).text).toBe(once);
        expect(comments(once)).toEqual(comments(source));
      }),
      { numRuns: 150 },
    );
  });

  test('the model stays the same', async () => {
    const [main = ''] = exampleFiles
      .filter(({ name }) => name.endsWith('match-meeting.journey'))
      .map(({ text }) => text);
    const selfContained = main.replace(/^import.*$/gm, '');
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.constantFrom('', '', '\n', '\n\n', '  ')), async (seed) => {
        const source = scatter(selfContained, seed);
        expect(await modelOf(formatText(source).text)).toEqual(await modelOf(source));
      }),
      { numRuns: 5 },
    );
  });
});

async function modelOf(text: string): Promise<unknown> {
  const model = (await open(text)).compile();
  return JSON.parse(JSON.stringify(model, (key, value: unknown) => (key === 'source' ? undefined : value)));
}

const PIECES = /("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)|([{}(),])/g;

/** Puts what the seed says around braces, brackets and commas outside texts and comments. */
function scatter(text: string, seed: Iterable<string>): string {
  const pieces = seed[Symbol.iterator]();
  const next = (): string => String(pieces.next().value);
  return text.replace(PIECES, (whole, kept: string | undefined) => kept ?? `${next()}${whole}${next()}`);
}

function comments(text: string): string[] {
  const found = text.match(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g) ?? [];
  return found.filter((piece) => piece.startsWith('/')).map((piece) => piece.replace(/\s+/g, ' ').trim());
}

test('what customers unsubscribe and subscribe by stands on lines of its own', () => {
  const text = `journey j {
  consent marketing required, topic tips implied
  unsubscribe from tips on mail.unsubscribed, wa.opted_out as no where no.reason == "tips"
  subscribe on crm.deal_won
}
`;
  expect(formatText(text).text).toBe(text);
  expect(formatText(text.replaceAll(/\s+/g, ' ')).text).toContain('\n  subscribe on crm.deal_won\n');
});
