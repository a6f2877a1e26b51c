import { define, quoted } from './define.ts';

export const syntaxDiagnostics = {
  'unexpected-character': define<{ character: string }>({
    code: 'J0001',
    severity: 'error',
    message: ({ character }) =>
      `${quoted(character)} has no meaning here; remove it, or put the text around it in quotes.`,
    help: {
      what: 'A character that the language does not use stands outside a text.',
      why: 'Only texts in quotes may hold any character; the rest of a journey is words, numbers and a few signs.',
      wrong: 'persona owner § "Owner"',
      right: 'persona owner "Owner"',
    },
  }),
  'unclosed-text': define<{ written: string; meant: string }>({
    code: 'J0002',
    severity: 'error',
    message: () => 'This text is not closed: put a " at its end, or """ around a text of several lines.',
    help: {
      what: 'A text begins with a quotation mark and its line ends before another one.',
      why: 'Without the second mark nobody can tell where the text ends and the journey goes on.',
      wrong: 'persona owner "Owner',
      right: 'persona owner "Owner"',
    },
  }),
  'invisible-character': define<{ codePoint: string }>({
    code: 'J0003',
    severity: 'error',
    message: ({ codePoint }) =>
      `An invisible character (${codePoint}) stands here; remove it: outside texts it can make a line read otherwise than it works.`,
    help: {
      what: 'A character that shows nothing, or that changes the direction of what follows, stands outside a text.',
      why: 'Such characters come in by copying from chats and web pages. They can make a reviewer see another order than the one that runs.',
      wrong: 'persona \u200Fowner "בעלת עסק"',
      right: 'persona owner "בעלת עסק"',
    },
  }),
  'syntax-expected': define<{ expected: string; found: string }>({
    code: 'J0101',
    severity: 'error',
    message: ({ expected, found }) => `Here ${expected} is needed, but ${found} stands here.`,
    help: {
      what: 'Something that the statement needs is missing.',
      why: 'Each statement has a fixed shape: a keyword, then its name, then its label and its block.',
      wrong: 'persona "Owner"',
      right: 'persona owner "Owner"',
    },
  }),
  'syntax-unexpected': define<{ found: string; place: string; expected: string }>({
    code: 'J0102',
    severity: 'error',
    message: ({ found, place, expected }) => `${found} can't stand in ${place}; ${expected}.`,
    help: {
      what: 'A statement stands where the language knows no such statement.',
      why: 'Each block has its own statements: a stage holds touchpoints, automations and KPIs, an automation holds steps.',
      wrong: 'journey launch {\n  touchpoint shop on web\n}',
      right: 'journey launch {\n  stage awareness {\n    touchpoint shop on web\n  }\n}',
    },
  }),
  'syntax-unclosed-block': define<{ bracket: string; expected: string; line: number | undefined }>({
    code: 'J0103',
    severity: 'error',
    message: ({ bracket, expected, line }) =>
      `This ${bracket} is never closed: ${line === undefined ? `put ${expected} at the end` : `put ${expected} before line ${line}`}.`,
    help: {
      what: 'A block is opened with { and never closed.',
      why: 'Without its closing brace the block swallows everything that follows.',
      wrong: 'persona owner "Owner" {\n  goal "Sleep well"',
      right: 'persona owner "Owner" {\n  goal "Sleep well"\n}',
    },
  }),
  'syntax-left-over': define<{ found: string }>({
    code: 'J0104',
    severity: 'error',
    message: ({ found }) =>
      `${found} can't stand outside a block; a file holds imports first, then journeys, personas, messages, systems and the like.`,
    help: {
      what: 'What stands here is neither an import nor a declaration.',
      why: 'Often a brace is closed too early, and the rest of a journey is left outside. Imports come before everything else.',
      wrong: 'goal "Sleep well"\npersona owner "Owner"',
      right: 'persona owner "Owner" { goal "Sleep well" }',
    },
  }),
  'surplus-bracket': define<{ bracket: string }>({
    code: 'J0105',
    severity: 'error',
    message: ({ bracket }) => `This ${bracket} closes nothing; remove it, or open its block before.`,
    help: {
      what: 'There is a closing bracket too many.',
      why: 'It ends a block too early, and what follows is left outside of it.',
      wrong: 'persona owner "Owner" {\n  goal "Sleep well"\n  }\n}',
      right: 'persona owner "Owner" {\n  goal "Sleep well"\n}',
    },
  }),
};
