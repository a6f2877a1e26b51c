import { define } from './define.ts';

const SMS = 'system sms "SMS" uses twilio { from: "+972501234567" }\n';
const WHATSAPP = 'system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }\n';
const LONG = 'Your order waits for you in our shop in Herzl Street till Thursday evening. ';

/** J0601 to J0605: how much a channel takes. */
export const lengthDiagnostics = {
  'text-over-limit': define<{ part: string; system: string; characters: number; limit: number }>({
    code: 'J0601',
    severity: 'error',
    message: ({ part, system, characters, limit }) =>
      `The ${part} has ${characters} characters, and ${system} takes ${limit}: shorten it by ${characters - limit}.`,
    help: {
      what: 'A part of a message is longer than its system takes, even if every variable in it were empty.',
      why: 'The vendor refuses the message or cuts it off.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "Look at all of your orders in our shop" reply\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "See my orders" reply\n}`,
      source: 'What the connector says with limit …; of WhatsApp: Meta, "Template components"',
    },
  }),
  'text-near-limit': define<{ part: string; system: string; characters: number; limit: number }>({
    code: 'J0602',
    severity: 'warning',
    message: ({ part, system, characters, limit }) =>
      `With its variables the ${part} comes to about ${characters} characters, and ${system} takes ${limit}: shorten it.`,
    help: {
      what: 'A part of a message fits only if its variables are short. They are counted by their default text, or by what is usual: 10 letters, 18 for a date.',
      why: 'For some customers the vendor would refuse the message or cut it off.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  header "Your order for {{customer.full_name}} is ready and can be picked up today"\n  text "Hello!"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  header "Ready for you, {{customer.full_name}}"\n  text "Hello!"\n}`,
      source: 'What the connector says with limit …; of WhatsApp: Meta, "Template components"',
    },
  }),
  'sms-parts': define<{ parts: number; characters: number; each: number }>({
    code: 'J0603',
    severity: 'information',
    message: ({ parts, characters, each }) =>
      `This text goes out as ${parts} SMS: it has about ${characters} characters, and each holds ${each}.`,
    help: {
      what: 'A text message is longer than one SMS holds: 160 characters of the basic Latin alphabet, 70 as soon as one letter is Hebrew, Arabic or an emoji; a little less where it is split.',
      why: 'Every part is paid for.',
      wrong: `${SMS}message hi via sms {\n  text "ההזמנה שלך מוכנה לאיסוף בסניף הרצל. אנחנו כאן עד שבע בערב, ומחר מתשע בבוקר. נתראה!"\n}`,
      right: `${SMS}message hi via sms {\n  text "ההזמנה שלך מוכנה לאיסוף בסניף הרצל, עד שבע בערב."\n}`,
      source: '3GPP TS 23.038 and TS 23.040; Twilio, "SMS character limit"',
    },
  }),
  'sms-many-parts': define<{ parts: number; characters: number; each: number }>({
    code: 'J0604',
    severity: 'warning',
    message: ({ parts, characters, each }) =>
      `This text goes out as ${parts} SMS, and each is paid for: it has about ${characters} characters, and each holds ${each}. Shorten it, or send a link.`,
    help: {
      what: 'A text message takes more than three SMS.',
      why: 'It costs as many times as much, and phones may show the parts late or in another order.',
      wrong: `${SMS}message hi via sms {\n  text "${LONG.repeat(7).trim()}"\n}`,
      right: `${SMS}message hi via sms {\n  text "${LONG.trim()}"\n}`,
      source: '3GPP TS 23.038 and TS 23.040; Twilio, "SMS character limit"',
    },
  }),
  'sms-costly-characters': define<{ characters: string; parts: number; plainParts: number }>({
    code: 'J0605',
    severity: 'information',
    message: ({ characters, parts, plainParts }) =>
      `Because of ${characters} this text takes ${parts} SMS instead of ${plainParts}; a plainer sign does as well.`,
    help: {
      what: 'A sign such as a curly quote or a dash is outside the alphabet that lets an SMS hold 160 characters.',
      why: 'One such sign, and an SMS holds only 70: the text costs more than it has to.',
      wrong: `${SMS}message hi via sms { text "${LONG}We’re open till seven." }`,
      right: `${SMS}message hi via sms { text "${LONG}We're open till seven." }`,
      source: '3GPP TS 23.038; Twilio, "SMS character limit"',
    },
  }),
};
