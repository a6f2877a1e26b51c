import { define } from './define.ts';

const mail = (...lines: readonly string[]): string =>
  `system mail "Mail" uses smoove\nmessage hi via mail {\n  subject "Hi"\n  body """\n    ${lines.join('\n    ')}\n  """\n}`;
const CAN_I_EMAIL = 'Can I email (caniemail.com)';
const of = (file: string | undefined): string => (file === undefined ? '' : ` of ${file}`);

/** J0640 to J0644: what mail programs make of a mail. */
export const mailDiagnostics = {
  'empty-text': define<{ file: string | undefined }>({
    code: 'J0640',
    severity: 'error',
    message: ({ file }) =>
      file === undefined
        ? 'This text is empty; write what the customer should read, or remove it.'
        : `The file ${file} is empty; write the message into it.`,
    help: {
      what: "A message's text, or the file that holds it, is empty.",
      why: 'The customer would get an empty message, or the vendor would refuse it.',
      wrong: 'system mail "Mail" uses smoove\nmessage hi via mail {\n  subject "Hi"\n  body ""\n}',
      right: 'system mail "Mail" uses smoove\nmessage hi via mail {\n  subject "Hi"\n  body "Welcome!"\n}',
    },
  }),
  'stripped-markup': define<{ tag: string; advice: string; file: string | undefined }>({
    code: 'J0641',
    severity: 'warning',
    message: ({ tag, advice, file }) => `Mail programs drop the ${tag}${of(file)}; ${advice}.`,
    help: {
      what: 'The HTML of an e-mail has a script, a form, a frame or a style sheet in a file of its own.',
      why: 'Mail programs remove them: what they do or show never reaches the customer.',
      wrong: mail('<p>Welcome!</p>', '<script>count()</script>'),
      right: mail('<p>Welcome!</p>'),
      source: CAN_I_EMAIL,
    },
  }),
  'relative-address': define<{ address: string; file: string | undefined }>({
    code: 'J0642',
    severity: 'warning',
    message: ({ address, file }) =>
      `The address "${address}"${of(file)} leads nowhere once it is mailed; write the whole address, with https://.`,
    help: {
      what: 'A picture or a link of an e-mail has an address without https:// and the name of a site.',
      why: "The customer's mail program has no folder of yours to look it up in: the picture stays blank and the link dead.",
      wrong: mail('<img src="pictures/cart.png" alt="Your cart">'),
      right: mail('<img src="https://www.example.com/cart.png" alt="Your cart">'),
    },
  }),
  'direction-missing': define<{ file: string | undefined }>({
    code: 'J0643',
    severity: 'warning',
    message: ({ file }) =>
      `The text${of(file)} is written from right to left, and its HTML doesn't say so: put dir="rtl" on the outermost tag.`,
    help: {
      what: 'The HTML of a Hebrew or Arabic e-mail has no dir="rtl".',
      why: 'Mail programs would set it to the left, with full stops and numbers in the wrong places.',
      wrong: mail('<p>ברוכים הבאים! נשמח לראותכם בחנות.</p>'),
      right: mail('<p dir="rtl">ברוכים הבאים! נשמח לראותכם בחנות.</p>'),
      source: CAN_I_EMAIL,
    },
  }),
  'dead-link': define<{ file: string | undefined }>({
    code: 'J0644',
    severity: 'warning',
    message: ({ file }) => `A link${of(file)} leads nowhere; give its href an address.`,
    help: {
      what: 'The HTML of an e-mail has a link whose address is empty or "#".',
      why: 'The customer presses it and nothing happens.',
      wrong: mail('<p><a href="#">See the offer</a></p>'),
      right: mail('<p><a href="https://www.example.com/offer">See the offer</a></p>'),
    },
  }),
};
