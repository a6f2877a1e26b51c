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
      wrong: 'persona { goal "Sleep well" }',
      right: 'persona owner { goal "Sleep well" }',
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
  'syntax-left-over': define<{ found: string; home: string | undefined }>({
    code: 'J0104',
    severity: 'error',
    message: ({ found, home }) =>
      `${found} can't stand outside a block; ${home === undefined ? 'a file holds imports first, then journeys, personas, messages, systems and the like' : `it belongs in ${home}`}.`,
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
  'mistyped-word': define<{ written: string; meant: string }>({
    code: 'J0106',
    severity: 'error',
    message: ({ written, meant }) =>
      `No statement begins with ${quoted(written)} here. Did you mean ${meant.split(' or ').map(quoted).join(' or ')}?`,
    help: {
      what: 'A statement begins with a word that the language does not have in this place, and nearly or in other words has.',
      why: 'Each statement begins with its keyword. Words of other tools (step, email, delay, while) have their own here: stage, send, wait, repeat.',
      wrong: 'journey launch {\n  timezon "UTC"\n  phase awareness "Awareness"\n}',
      right: 'journey launch {\n  timezone "UTC"\n  stage awareness "Awareness"\n}',
    },
  }),
  'missing-name': define<{ kind: string; example: string }>({
    code: 'J0107',
    severity: 'error',
    message: ({ kind, example }) => `${capitalised(kind)} needs a name before its label: ${example}.`,
    help: {
      what: 'A declaration has a label and no name, or the label before the name.',
      why: 'The name is what other lines refer to, the label is what people see on the map.',
      wrong: 'journey launch {\n  stage "First visit"\n}',
      right: 'journey launch {\n  stage first_visit "First visit"\n}',
    },
  }),
  'reserved-name': define<{ word: string; suggestion: string }>({
    code: 'J0108',
    severity: 'error',
    message: ({ word, suggestion }) =>
      `${quoted(word)} is a word of the language and can't be a name; take another one, such as ${suggestion}.`,
    help: {
      what: 'A word that begins a statement is used as a name.',
      why: 'Where a name or a brace is missing, the language must be able to tell where the next statement begins.',
      wrong: 'persona wait "Waits for a call"',
      right: 'persona wait_persona "Waits for a call"',
    },
  }),
  'name-of-words': define<{ name: string }>({
    code: 'J0109',
    severity: 'error',
    message: ({ name }) => `A name is one word, such as ${name}; a label of several words stands in quotes.`,
    help: {
      what: 'Several words, or words with dashes, stand where a name is.',
      why: 'Names are single words of letters, digits and _, so that other lines can refer to them. What people read is the label, in quotes.',
      wrong: 'journey launch {\n  stage first visit "First visit"\n}',
      right: 'journey launch {\n  stage first_visit "First visit"\n}',
    },
  }),
  'unquoted-text': define<{ text: string }>({
    code: 'J0110',
    severity: 'error',
    message: ({ text }) => `Texts stand in quotes: "${text}".`,
    help: {
      what: 'A text stands without quotation marks.',
      why: 'Without them nobody can tell where the text ends and the journey goes on.',
      wrong: 'persona owner "Owner" {\n  pain too many tools\n}',
      right: 'persona owner "Owner" {\n  pain "too many tools"\n}',
    },
  }),
  'missing-word': define<{ written: string; meant: string }>({
    code: 'J0111',
    severity: 'error',
    message: ({ written, meant }) => `A word is missing before ${quoted(written)}: write ${meant}.`,
    help: {
      what: 'A word or sign that belongs to the statement is missing.',
      why: 'Small words (uses, via, where, to, at most) say what the next part of the statement is.',
      wrong: 'system landing "Landing page" form',
      right: 'system landing "Landing page" uses form',
    },
  }),
  'needless-sign': define<{ written: string; meant: string }>({
    code: 'J0112',
    severity: 'error',
    message: ({ written }) => `There is no ${quoted(written)} here; remove it.`,
    help: {
      what: 'A colon, an equals sign, a comma or a word such as "then" stands where nothing belongs.',
      why: 'A setting is its keyword and its value, a statement ends with its line, and a block begins with its brace.',
      wrong: 'journey launch {\n  timezone: "UTC"\n}',
      right: 'journey launch {\n  timezone "UTC"\n}',
    },
  }),
  'clause-order': define<{ clause: string; before: string }>({
    code: 'J0113',
    severity: 'error',
    message: ({ clause, before }) => `${quoted(clause)} belongs before ${quoted(before)}; swap them.`,
    help: {
      what: 'The parts of a statement stand in another order than the language has.',
      why: 'One order makes all journeys read alike: a touchpoint is on a channel, by a department, for a persona.',
      wrong: 'journey launch {\n  stage awareness {\n    touchpoint ad "Ad" by marketing on web\n  }\n}',
      right: 'journey launch {\n  stage awareness {\n    touchpoint ad "Ad" on web by marketing\n  }\n}',
    },
  }),
  'wrong-bracket': define<{ found: string; expected: string }>({
    code: 'J0114',
    severity: 'error',
    message: ({ found, expected }) => `A block stands in braces: put ${expected} instead of ${found}.`,
    help: {
      what: 'A block begins with a round or square bracket.',
      why: 'Blocks stand in { }, arguments in ( ), lists in [ ].',
      wrong: 'persona owner "Owner" (\n  goal "Sleep well"\n)',
      right: 'persona owner "Owner" {\n  goal "Sleep well"\n}',
    },
  }),
  'missing-block': define<{ keyword: string }>({
    code: 'J0115',
    severity: 'error',
    message: ({ keyword }) =>
      `What belongs to ${quoted(keyword)} stands in braces: put { before it and } behind it.`,
    help: {
      what: 'A statement that holds others has no braces around them.',
      why: 'The braces say which steps belong to the condition and which come after it.',
      wrong:
        'journey launch {\n  timezone "UTC"\n  stage trial "Trial" {\n    automation end {\n      manually\n      if customer.email == "a@example.com" exit\n    }\n  }\n}',
      right:
        'journey launch {\n  timezone "UTC"\n  stage trial "Trial" {\n    automation end {\n      manually\n      if customer.email == "a@example.com" { exit }\n    }\n  }\n}',
    },
  }),
  'other-amount': define<{ written: string; meant: string }>({
    code: 'J0116',
    severity: 'error',
    message: ({ written, meant }) => `Write ${meant} instead of ${quoted(written)}.`,
    help: {
      what: 'A number stands where an amount with its unit is needed.',
      why: 'A share is a percentage, a time of day has hours and minutes.',
      wrong: 'policy calm {\n  quiet 21-08:00\n}',
      right: 'policy calm {\n  quiet 21:00-08:00\n}',
    },
  }),
  'missing-brace': define<{ keyword: string }>({
    code: 'J0117',
    severity: 'error',
    message: ({ keyword }) =>
      `What belongs to ${quoted(keyword)} stands in braces: put { at the end of this line.`,
    help: {
      what: 'A line begins a block and does not open it, although the block is closed further down.',
      why: 'Every } closes the last {: without the opening one it ends the block around it, and the rest is left outside.',
      wrong: 'persona owner "Owner"\n  goal "Sleep well"\n}',
      right: 'persona owner "Owner" {\n  goal "Sleep well"\n}',
    },
  }),
  'unknown-comparison': define<{ word: string }>({
    code: 'J0118',
    severity: 'error',
    message: ({ word }) =>
      `There is no comparison ${quoted(word)}; compare with ==, !=, <, <=, > or >=, or with a list: x in ["a", "b"].`,
    help: {
      what: 'A condition compares in a way that the language does not have, such as contains or matches.',
      why: 'Conditions are carried out by many systems, and only plain comparisons mean the same in all of them. What lies in a part of a text is better kept in a field or a list of its own.',
      wrong: 'segment gmail where customer.email contains "gmail"',
      right: 'segment hebrew where customer.language == "he"',
    },
  }),
  'name-begins-with-digit': define<{ written: string; meant: string }>({
    code: 'J0119',
    severity: 'error',
    message: ({ written, meant }) =>
      `A name begins with a letter: write ${meant} instead of ${quoted(written)}.`,
    help: {
      what: 'A name begins with a digit.',
      why: 'What begins with a digit is a number, a time or an amount.',
      wrong: 'journey launch {\n  stage 1 "First visit"\n}',
      right: 'journey launch {\n  stage stage_1 "First visit"\n}',
    },
  }),
  'needless-block': define<{ keyword: string }>({
    code: 'J0120',
    severity: 'error',
    message: ({ keyword }) =>
      `${quoted(keyword)} has no block: write what belongs to it behind it, without braces.`,
    help: {
      what: 'A statement of one line has braces.',
      why: 'Braces hold several statements. A setting or a condition is one: it stands behind its keyword.',
      wrong: 'segment hebrew {\n  customer.language == "he"\n}',
      right: 'segment hebrew where customer.language == "he"',
    },
  }),
  'missing-part': define<{ keyword: string; needed: string; example: string }>({
    code: 'J0121',
    severity: 'error',
    message: ({ keyword, needed, example }) => `${quoted(keyword)} needs ${needed} here: ${example}.`,
    help: {
      what: 'A statement lacks one of its parts: the message that is sent, the department that is told, the system that a message goes by.',
      why: 'Each of them is a name that is declared somewhere: a text alone does not say who gets it, and how.',
      wrong: 'message hello "Hello" category utility {\n  text "Hello"\n}',
      right:
        'system wa uses whatsapp {\n  number: env WA_NUMBER\n}\n\nmessage hello "Hello" via wa category utility {\n  text "Hello"\n}',
    },
  }),
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
