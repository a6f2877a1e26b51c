import { define, didYouMean, quoted } from './define.ts';

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
  'unknown-member': define<{ owner: string; name: string; suggestion: string | undefined }>({
    code: 'J0205',
    severity: 'error',
    message: ({ owner, name, suggestion }) => `${owner} has no ${quoted(name)}.${didYouMean(suggestion)}`,
    help: {
      what: 'What stands after the dot is not offered by what stands before it.',
      why: "A system's events and actions come from its connector, a record's fields from its declaration.",
      wrong: 'system landing uses form\njourney j { goal landing.signed_upp }',
      right: 'system landing uses form\njourney j { goal landing.signed_up }',
    },
  }),
};
