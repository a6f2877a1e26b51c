import { define, didYouMean, quoted } from './define.ts';

const WHATSAPP = 'system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }\n';
const MAIL = 'system mail "Mail" uses smoove\n';
const message = (...parts: readonly string[]): string =>
  `${WHATSAPP}message hi via wa {\n  template hi\n  ${parts.join('\n  ')}\n}`;

/** J0630 to J0639: the languages that a message is written in. */
export const languageDiagnostics = {
  'text-twice': define<{ part: string; language: string | undefined }>({
    code: 'J0630',
    severity: 'warning',
    message: ({ part, language }) =>
      language === undefined
        ? `This message has a ${part} already, so this one is never sent; remove it, or say the language of each: ${part} he "…".`
        : `This message has a ${part} in ${quoted(language)} already, so this one is never sent; remove it, or change its language.`,
    help: {
      what: 'A message has two texts or two subjects in the same language.',
      why: 'Only the first one is ever sent.',
      wrong: message('text he "שלום!"', 'text he "ברוכים הבאים!"'),
      right: message('text he "שלום!"', 'text en "Welcome!"'),
    },
  }),
  'language-without-text': define<{ language: string }>({
    code: 'J0631',
    severity: 'warning',
    message: ({ language }) =>
      `The message lists the language ${quoted(language)} and has no text in it; add text ${language} "…", or take it off the list.`,
    help: {
      what: 'One of the languages after "languages" has no text.',
      why: 'These customers would get the text of another language.',
      wrong: message('languages he, ar', 'text he "שלום!"'),
      right: message('languages he, ar', 'text he "שלום!"', 'text ar "مرحبًا!"'),
    },
  }),
  'fallback-not-listed': define<{ language: string }>({
    code: 'J0632',
    severity: 'error',
    message: ({ language }) =>
      `The fallback ${quoted(language)} is not among the message's languages; add it to the list, or fall back on one of them.`,
    help: {
      what: 'The language for everybody else is none of those that the message is written in.',
      why: 'There would be nothing to fall back on.',
      wrong: message('languages he, ar fallback en', 'text he "שלום!"', 'text ar "مرحبًا!"'),
      right: message('languages he, ar fallback he', 'text he "שלום!"', 'text ar "مرحبًا!"'),
    },
  }),
  'language-not-listed': define<{ language: string }>({
    code: 'J0633',
    severity: 'warning',
    message: ({ language }) =>
      `The message's languages don't list ${quoted(language)}, so this text is never sent; add it to the list.`,
    help: {
      what: 'A text is in a language that is not among those after "languages".',
      why: 'Nobody would get it.',
      wrong: message('languages he', 'text he "שלום!"', 'text ar "مرحبًا!"'),
      right: message('languages he, ar', 'text he "שלום!"', 'text ar "مرحبًا!"'),
    },
  }),
  'unknown-language': define<{ language: string; suggestion: string | undefined }>({
    code: 'J0634',
    severity: 'error',
    message: ({ language, suggestion }) =>
      `${quoted(language)} is no code of a language; write he, ar or en, or with a country en_US.${didYouMean(suggestion)}`,
    help: {
      what: 'Where a language is named stands something else than its code (BCP 47, with _ for -).',
      why: 'No customer has that language, and WhatsApp knows no template in it.',
      wrong: message('text hebrew "שלום!"'),
      right: message('text he "שלום!"'),
      source: 'IETF BCP 47; Unicode CLDR',
    },
  }),
  'subject-language-missing': define<{ part: 'subject' | 'preview'; language: string }>({
    code: 'J0635',
    severity: 'warning',
    message: ({ part, language }) =>
      `The message has a text in ${quoted(language)} and no ${part} in it; add ${part} ${language} "…".`,
    help: {
      what: 'An e-mail is written in several languages, and one of them lacks its subject or its preview.',
      why: 'These customers would get that of another language.',
      wrong: `${MAIL}message hi via mail {\n  subject he "שלום"\n  body he "שלום!"\n  body ar "مرحبًا!"\n}`,
      right: `${MAIL}message hi via mail {\n  subject he "שלום"\n  subject ar "مرحبًا"\n  body he "שלום!"\n  body ar "مرحبًا!"\n}`,
    },
  }),
  'other-script': define<{ language: string; written: string }>({
    code: 'J0636',
    severity: 'warning',
    message: ({ language, written }) =>
      `This text is said to be in ${quoted(language)}, but its letters are ${written}; correct the language or the text.`,
    help: {
      what: 'A text is in other letters than its language: two texts changed places, or the language was copied along.',
      why: 'Customers would get a text that they can not read, and WhatsApp rejects templates whose text is in another language.',
      wrong: message('text he "مرحبًا بكم في متجرنا!"', 'text ar "ברוכים הבאים לחנות!"'),
      right: message('text he "ברוכים הבאים לחנות!"', 'text ar "مرحبًا بكم في متجرنا!"'),
    },
  }),
  'no-fallback': define<{ languages: string; first: string }>({
    code: 'J0637',
    severity: 'information',
    message: ({ languages, first }) =>
      `Who reads none of ${languages} gets the text in ${quoted(first)}, because it stands first; say so with fallback ${first}, or name another.`,
    help: {
      what: 'A message is written in several languages and does not say which of them everybody else gets.',
      why: 'It would be the one that happens to stand first: a text that moves changes what customers get.',
      wrong: message('languages he, ar', 'text he "שלום!"', 'text ar "مرحبًا!"'),
      right: message('languages he, ar fallback he', 'text he "שלום!"', 'text ar "مرحبًا!"'),
    },
  }),
};
