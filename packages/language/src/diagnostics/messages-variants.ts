import { define, didYouMean, quoted } from './define.ts';

const MAIL = 'system mail "Mail" uses smoove\n';
const PUSH = 'system app_push "Push" uses onesignal { app: env ONESIGNAL_APP }\n';
const variants = (first: string, second: string, more = ''): string =>
  `${MAIL}message offer via mail {\n  subject "For you"\n  variant price ${first}\n  variant story ${second}\n${more}}`;

/** J0645 to J0649, J0660 to J0664: variants of a message, links, and the files that texts stand in. */
export const variantDiagnostics = {
  'variant-sum': define<{ sum: number }>({
    code: 'J0645',
    severity: 'error',
    message: ({ sum }) => `The shares of the variants add up to ${sum}%, not to 100%.`,
    help: {
      what: 'The variants of a message are for more or for less than all of its customers.',
      why: 'Somebody would get none of them, or nobody could say which.',
      wrong: variants('50% { body "20 ILS off" }', '40% { body "How Dana saved" }'),
      right: variants('50% { body "20 ILS off" }', '50% { body "How Dana saved" }'),
    },
  }),
  'variant-alone': define<{ variant: string }>({
    code: 'J0646',
    severity: 'warning',
    message: ({ variant }) =>
      `${quoted(variant)} is the only variant, so there is nothing to compare it with; add another one.`,
    help: {
      what: 'A message has one variant.',
      why: 'A test needs two things at least.',
      wrong: `${MAIL}message offer via mail {\n  subject "For you"\n  variant price 100% { body "20 ILS off" }\n}`,
      right: `${MAIL}message offer via mail {\n  subject "For you"\n  body "20 ILS off"\n}`,
    },
  }),
  'variants-alike': define<{ variant: string; other: string }>({
    code: 'J0647',
    severity: 'warning',
    message: ({ variant, other }) =>
      `The variants ${quoted(other)} and ${quoted(variant)} say the same; change one of them.`,
    help: {
      what: 'Two variants of a message have the same parts.',
      why: 'Whatever a test of them finds is chance.',
      wrong: variants('50% { body "20 ILS off" }', '50% { body "20 ILS off" }'),
      right: variants('50% { body "20 ILS off" }', '50% { body "How Dana saved" }'),
    },
  }),
  'winner-without-variants': define({
    code: 'J0648',
    severity: 'warning',
    message: () => 'There are no variants to choose a winner from; add two, or remove this line.',
    help: {
      what: 'A message says how the best of its variants is found, and has none.',
      why: 'There is nothing to choose from.',
      wrong: `${MAIL}message offer via mail {\n  subject "For you"\n  body "20 ILS off"\n  winner by clicked after 2d\n}`,
      right: `${MAIL}message offer via mail {\n  subject "For you"\n  body "20 ILS off"\n}`,
    },
  }),
  'winner-measure': define<{ text: string; known: string }>({
    code: 'J0649',
    severity: 'error',
    message: ({ text, known }) =>
      `${quoted(text)} can't choose a winner: take what the system reports (${known}), an event, or a KPI of a journey.`,
    help: {
      what: 'A winner is to be found by something that does not tell variants apart: a field, a text, or an engagement that the system does not report.',
      why: 'Nobody could ever say which variant is the better one.',
      wrong: variants(
        '50% { body "20 ILS off" }',
        '50% { body "How Dana saved" }',
        '  winner by replied after 2d\n',
      ),
      right: variants(
        '50% { body "20 ILS off" }',
        '50% { body "How Dana saved" }',
        '  winner by clicked after 2d\n',
      ),
    },
  }),
  'link-address': define<{ address: string }>({
    code: 'J0660',
    severity: 'warning',
    message: ({ address }) =>
      `The link ${quoted(address)} is no whole address; begin with https:// or with the scheme of your app.`,
    help: {
      what: 'What a push message opens is not a full address.',
      why: 'The phone would not know what to open.',
      wrong: `${PUSH}message ready via app_push {\n  title "Ready"\n  text "Come and get it."\n  link "orders/last"\n}`,
      right: `${PUSH}message ready via app_push {\n  title "Ready"\n  text "Come and get it."\n  link "myshop://orders/last"\n}`,
    },
  }),
  'mjml-unknown-tag': define<{ tag: string; where: string; suggestion: string | undefined }>({
    code: 'J0661',
    severity: 'error',
    message: ({ tag, where, suggestion }) => `MJML has no <${tag}>${where}.${didYouMean(suggestion)}`,
    help: {
      what: 'A mail in MJML has a tag that MJML does not know.',
      why: 'MJML leaves the tag out, with all that stands in it.',
      wrong: `${MAIL}message hi via mail {\n  subject "Hello"\n  body """\n    <mjml><mj-body><mj-sektion></mj-sektion></mj-body></mjml>\n  """\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Hello"\n  body """\n    <mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>\n  """\n}`,
      source: 'documentation.mjml.io, "Components"',
    },
  }),
  'mjml-broken': define<{ problem: string; where: string }>({
    code: 'J0662',
    severity: 'error',
    message: ({ problem, where }) => `${problem}${where}.`,
    help: {
      what: 'A mail in MJML has a tag that is never closed, closes one that is not open, or does not begin with <mjml>.',
      why: 'MJML refuses the mail, or puts its parts where they don’t belong.',
      wrong: `${MAIL}message hi via mail {\n  subject "Hello"\n  body """\n    <mjml><mj-body><mj-section><mj-text>Hello</mj-text></mj-body></mjml>\n  """\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Hello"\n  body """\n    <mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>\n  """\n}`,
      source: 'documentation.mjml.io',
    },
  }),
  'text-file-kind': define<{ path: string }>({
    code: 'J0663',
    severity: 'error',
    message: ({ path }) => `A text can't be read from ${quoted(path)}; save it as .html, .mjml or .txt.`,
    help: {
      what: 'The text of a message is to come from a file that is no text: a document, a picture.',
      why: 'The customer would get the letters that make up the file.',
      wrong: `${MAIL}message hi via mail {\n  subject "Hello"\n  body file "./hello.docx"\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Hello"\n  body "Hello!"\n}`,
    },
  }),
};
