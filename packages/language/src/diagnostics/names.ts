import { define, didYouMean, quoted } from './define.ts';

const UNUSED_MAIL = 'system mail uses smoove\nsystem site uses form\n';
const UNUSED_JOURNEY =
  'journey first { timezone "Europe/London" stage start { automation greet { on site.signed_up send hello } } }';
export const nameDiagnostics = {
  'unknown-name': define<{ kind: string; name: string; suggestion: string | undefined }>({
    code: 'J0201',
    severity: 'error',
    message: ({ kind, name, suggestion }) =>
      `No ${kind} is named ${quoted(name)} here.${didYouMean(suggestion)}`,
    help: {
      what: 'A name refers to nothing that can be seen from this place.',
      why: 'A file sees what it declares itself, what it imports, and the library.',
      wrong: 'persona owner "Owner"\njourney launch { persona ownr }',
      right: 'persona owner "Owner"\njourney launch { persona owner }',
    },
  }),
  'not-imported': define<{ kind: string; name: string; path: string }>({
    code: 'J0202',
    severity: 'error',
    message: ({ kind, name, path }) =>
      `The ${kind} ${quoted(name)} stands in ${quoted(path)}; import it from there.`,
    help: {
      what: 'The name exists in another file that this one does not import.',
      why: 'Only what is imported is visible, so that a name never changes its meaning because of a file far away.',
      wrong: 'journey launch { persona owner }',
      right: 'import { owner } from "./personas.journey"\njourney launch { persona owner }',
    },
  }),
  'unknown-file': define<{ path: string }>({
    code: 'J0203',
    severity: 'error',
    message: ({ path }) => `There is no file ${quoted(path)} beside this one; check the path.`,
    help: {
      what: 'An import names a file that does not exist.',
      why: 'Paths are relative to the file that imports, and begin with ./ or ../.',
      wrong: 'import "./no-such-file.journey"',
      right: 'import "./personas.journey"',
    },
  }),
  'duplicate-name': define<{ kind: string; name: string; line: number }>({
    code: 'J0204',
    severity: 'error',
    message: ({ kind, name, line }) =>
      `${quoted(name)} is the name of another ${kind} already, in line ${line}; give one of them another name.`,
    help: {
      what: 'Two things of the same kind have the same name.',
      why: 'Names are for references: with two of them, nobody can tell which is meant.',
      wrong: 'persona owner "Owner"\npersona owner "Buyer"',
      right: 'persona owner "Owner"\npersona buyer "Buyer"',
    },
  }),
  'unknown-member': define<{ owner: string; name: string; suggestion: string | undefined; known: string }>({
    code: 'J0205',
    severity: 'error',
    message: ({ owner, name, suggestion, known }) =>
      suggestion !== undefined || known === ''
        ? `${owner} has no ${quoted(name)}.${didYouMean(suggestion)}`
        : `${owner} has no ${quoted(name)}; it has ${known}.`,
    help: {
      what: 'What stands after the dot is not offered by what stands before it.',
      why: "A system's events and actions come from its connector, a record's fields from its declaration.",
      wrong: 'system landing uses form\njourney j { goal landing.signed_upp }',
      right: 'system landing uses form\njourney j { goal landing.signed_up }',
    },
  }),
  'unused-declaration': define<{ kind: string; name: string }>({
    code: 'J0206',
    severity: 'hint',
    unnecessary: true,
    message: ({ kind, name }) => `Nothing uses the ${kind} ${quoted(name)}.`,
    help: {
      what: 'A file with a journey declares a message, persona, segment or policy that neither the file nor another one uses.',
      why: 'Who reads the file believes that it matters: that the message is sent, that the policy holds. What several journeys share stands in a file without automations, where nothing is expected to be used.',
      wrong: `${UNUSED_MAIL}message hello via mail { subject "Hello" body "Hi" }
message old_hello via mail { subject "Hello" body "Welcome" }
${UNUSED_JOURNEY}`,
      right: `${UNUSED_MAIL}message hello via mail { subject "Hello" body "Hi" }
${UNUSED_JOURNEY}`,
    },
  }),
};
