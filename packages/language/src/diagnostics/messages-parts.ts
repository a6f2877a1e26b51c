import { define, quoted } from './define.ts';

const MAIL = 'system mail "Mail" uses smoove\n';
const PAGE = '"<p>Three minutes to your first result.</p>"';
const SMS = 'system sms "SMS" uses twilio { from: "+972501234567" }\n';
const WHATSAPP = 'system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }\n';
const TEMPLATE = `${WHATSAPP}message hi via wa {\n  template hi language en\n`;

/** J0616 to J0629: subjects, previews, headers, footers and buttons. */
export const partDiagnostics = {
  'mail-without-subject': define<{ message: string }>({
    code: 'J0616',
    severity: 'warning',
    message: ({ message }) => `The e-mail ${quoted(message)} has no subject; add subject "…".`,
    help: {
      what: 'An e-mail has a text and no subject.',
      why: 'Hardly anybody opens it, and many mailing systems refuse it or take it for spam.',
      wrong: `${MAIL}message hi via mail {\n  body "Welcome!"\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Welcome to our club"\n  body "Welcome!"\n}`,
    },
  }),
  'long-subject': define<{ characters: number }>({
    code: 'J0617',
    severity: 'information',
    message: ({ characters }) =>
      `The subject has about ${characters} characters; phones show the first 40 to 60, so say what matters there.`,
    help: {
      what: 'The subject of an e-mail is longer than 60 characters.',
      why: 'Phones cut it off.',
      wrong: `${MAIL}message hi via mail {\n  subject "Three things that you may not know yet about your new membership card"\n  body "Welcome!"\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Three things about your new card"\n  body "Welcome!"\n}`,
    },
  }),
  'loud-subject': define({
    code: 'J0618',
    severity: 'information',
    message: () =>
      'The subject shouts; filters take capitals throughout and rows of exclamation marks for spam.',
    help: {
      what: 'The subject of an e-mail is all in capitals, or has two exclamation marks in a row or three altogether.',
      why: 'Spam filters count such signs, and people do too.',
      wrong: `${MAIL}message hi via mail {\n  subject "Only today!!!"\n  body "Welcome!"\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Only today!"\n  body "Welcome!"\n}`,
    },
  }),
  'part-not-shown': define<{ part: string; channel: string }>({
    code: 'J0619',
    severity: 'warning',
    message: ({ part, channel }) =>
      `${channel} shows no ${part}; remove it, or say the same in the message's text.`,
    help: {
      what: 'A message has a part that its channel does not show: a subject in WhatsApp; anything but the text in an SMS; a header, footer or button outside of the text in an e-mail.',
      why: 'The customer would never see it.',
      wrong: `${SMS}message hi via sms {\n  subject "Welcome"\n  text "Welcome!"\n}`,
      right: `${SMS}message hi via sms {\n  text "Welcome!"\n}`,
    },
  }),
  'part-twice': define<{ part: string }>({
    code: 'J0620',
    severity: 'warning',
    message: ({ part }) => `A message has one ${part} only: this second one is never used.`,
    help: {
      what: 'A message has a second header, footer, template or list of languages.',
      why: 'Only the first one counts.',
      wrong: `${TEMPLATE}  text "Hello!"\n  footer "Your flower shop"\n  footer "Herzl Street 5"\n}`,
      right: `${TEMPLATE}  text "Hello!"\n  footer "Your flower shop, Herzl Street 5"\n}`,
    },
  }),
  'header-file-missing': define<{ path: string }>({
    code: 'J0621',
    severity: 'error',
    message: ({ path }) => `There is no file ${quoted(path)} for this header; check the path.`,
    help: {
      what: "A message's header is a picture, a video or a document in a file that does not exist.",
      why: 'WhatsApp would refuse the message.',
      wrong: `${TEMPLATE}  header image "./pictures/no-such-picture.png"\n  text "Hello!"\n}`,
      right: `${TEMPLATE}  header image "https://www.example.com/cart.png"\n  text "Hello!"\n}`,
    },
  }),
  'header-file-kind': define<{ path: string; kind: string; known: string }>({
    code: 'J0622',
    severity: 'error',
    message: ({ path, kind, known }) =>
      `WhatsApp shows no ${kind} such as ${quoted(path)} in a header; it takes ${known}.`,
    help: {
      what: 'The file of a WhatsApp header is of a kind that WhatsApp does not show.',
      why: 'WhatsApp refuses the message. It takes JPEG and PNG pictures, MP4 and 3GPP videos; a document in a template is a PDF.',
      wrong: `${TEMPLATE}  header image "https://www.example.com/cart.svg"\n  text "Hello!"\n}`,
      right: `${TEMPLATE}  header image "https://www.example.com/cart.png"\n  text "Hello!"\n}`,
      source: 'Meta, WhatsApp Business Platform, "Media", supported media types',
    },
  }),
  'button-address': define<{ url: string }>({
    code: 'J0623',
    severity: 'warning',
    message: ({ url }) => `The button's address ${quoted(url)} should begin with https://.`,
    help: {
      what: 'A button leads to an address that is not a full one, or not a secure one.',
      why: 'The button would not work, or the phone would warn of the page.',
      wrong: `${TEMPLATE}  text "Hello!"\n  button "Shop" url "www.example.com"\n}`,
      right: `${TEMPLATE}  text "Hello!"\n  button "Shop" url "https://www.example.com"\n}`,
    },
  }),
  'button-without-label': define({
    code: 'J0624',
    severity: 'error',
    message: () => 'This button says nothing; write on it what it does, such as "See my order".',
    help: {
      what: 'The label of a button is empty.',
      why: 'WhatsApp refuses a message with such a button, and nobody would press it.',
      wrong: `${TEMPLATE}  text "Hello!"\n  button "" url "https://www.example.com"\n}`,
      right: `${TEMPLATE}  text "Hello!"\n  button "Shop" url "https://www.example.com"\n}`,
    },
  }),
  'button-phone': define<{ phone: string }>({
    code: 'J0625',
    severity: 'warning',
    message: ({ phone }) =>
      `The button calls ${quoted(phone)}, which works in one country only; begin with the country's code, such as +972.`,
    help: {
      what: 'The number that a button calls begins with 0.',
      why: 'WhatsApp wants numbers with the code of their country, and customers abroad could not call it.',
      wrong: `${TEMPLATE}  text "Hello!"\n  button "Call us" call "03-7654321"\n}`,
      right: `${TEMPLATE}  text "Hello!"\n  button "Call us" call "+97237654321"\n}`,
      source: 'Meta, WhatsApp Business Platform, "Template components"',
    },
  }),
  'markup-in-plain-text': define<{ tag: string; channel: string }>({
    code: 'J0626',
    severity: 'warning',
    message: ({ tag, channel }) =>
      `${channel} shows ${tag} as it stands here; ${channel === 'WhatsApp' ? 'for bold write *stars*, for italics _lines_' : 'write plain text'}.`,
    help: {
      what: 'A WhatsApp message or an SMS has HTML tags in its text.',
      why: 'The customer would read the tags. WhatsApp makes *bold* of stars and _italics_ of underlines; an SMS has neither.',
      wrong: `${TEMPLATE}  text "<b>Hello!</b> Good to see you."\n}`,
      right: `${TEMPLATE}  text "*Hello!* Good to see you."\n}`,
    },
  }),
  'long-preview': define<{ characters: number }>({
    code: 'J0627',
    severity: 'information',
    message: ({ characters }) =>
      `The preview has about ${characters} characters; inboxes show the first 40 to 140, so say what matters there.`,
    help: {
      what: 'The preview of an e-mail is longer than 140 characters.',
      why: 'Inboxes cut it off.',
      wrong: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "You have ordered for the first time, and so we would like to show you three things that most of our customers come to know only after a year or two with us"\n  body ${PAGE}\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "Three things that most of our customers come to know late"\n  body ${PAGE}\n}`,
    },
  }),
  'preview-without-page': define({
    code: 'J0628',
    severity: 'warning',
    message: () =>
      "This preview is never shown: the mail's text is letters alone, with no page to hide it in; write the text as HTML, or begin it with these words.",
    help: {
      what: 'An e-mail has a preview, and a text without tags.',
      why: 'A preview is a hidden line at the beginning of a page. A text without tags has nothing hidden: inboxes show how it begins.',
      wrong: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "Three minutes"\n  body "Three minutes to your first result."\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "Three minutes"\n  body ${PAGE}\n}`,
    },
  }),
  'preview-twice': define({
    code: 'J0629',
    severity: 'warning',
    message: () =>
      "The mail's text has an <mj-preview> of its own, which inboxes show behind this one; keep one of them.",
    help: {
      what: 'An e-mail has a preview, and its MJML has one too.',
      why: 'Both are hidden lines at the beginning of the page, and inboxes show what stands there one after the other.',
      wrong: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "Three minutes"\n  body "<mjml><mj-head><mj-preview>Hello</mj-preview></mj-head><mj-body><mj-raw>Welcome!</mj-raw></mj-body></mjml>"\n}`,
      right: `${MAIL}message hi via mail {\n  subject "Welcome"\n  preview "Three minutes"\n  body "<mjml><mj-body><mj-raw>Welcome!</mj-raw></mj-body></mjml>"\n}`,
    },
  }),
};
