import { define, quoted } from './define.ts';

const WHATSAPP = 'system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }\n';
const FORM = 'system landing uses form\n';
const TEMPLATES = 'Meta, WhatsApp Business Platform, "Message templates"';
const COMPONENTS = 'Meta, WhatsApp Business Platform, "Template components"';

/** J0606 to J0615: what WhatsApp takes. */
export const templateDiagnostics = {
  'outside-customer-window': define<{ message: string }>({
    code: 'J0606',
    severity: 'warning',
    message: ({ message }) =>
      `${quoted(message)} has no template, and WhatsApp takes free text only within 24 hours after the customer wrote; nothing before this step says that they did. Give it an approved template (template … language …), or send it when the customer writes.`,
    help: {
      what: 'A WhatsApp message without a template is sent where the customer need not have written in the last 24 hours.',
      why: 'Outside these 24 hours WhatsApp delivers approved templates only.',
      wrong: `${WHATSAPP}${FORM}message hi via wa { text "Hello!" }\njourney j { stage s { automation a { on landing.signed_up send hi } } }`,
      right: `${WHATSAPP}message hi via wa { text "Hello!" }\njourney j { stage s { automation a { on wa.received send hi } } }`,
      source: 'Meta, WhatsApp Business Platform, "Customer service windows"',
    },
  }),
  'template-name': define<{ name: string }>({
    code: 'J0607',
    severity: 'error',
    message: ({ name }) =>
      `WhatsApp knows no template by the name ${quoted(name)}: such names have small Latin letters, digits and _ only, 512 at the most.`,
    help: {
      what: "A template's name has capitals, or letters other than Latin ones, or is too long.",
      why: 'WhatsApp gives templates no such names, so it would not find this one.',
      wrong: `${WHATSAPP}message hi via wa {\n  template OrderReady language en\n  text "Hello!"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template order_ready language en\n  text "Hello!"\n}`,
      source: TEMPLATES,
    },
  }),
  'template-language-missing': define<{ name: string }>({
    code: 'J0608',
    severity: 'warning',
    message: ({ name }) => `Say in which language the template ${quoted(name)} is approved: language he.`,
    help: {
      what: 'A WhatsApp template stands without its language.',
      why: 'WhatsApp finds a template by its name and its language; in the wrong one it refuses the message.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi\n  text "שלום!"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language he\n  text "שלום!"\n}`,
      source: TEMPLATES,
    },
  }),
  'template-edge-variable': define<{ edge: 'begins' | 'ends'; variable: string }>({
    code: 'J0609',
    severity: 'warning',
    message: ({ edge, variable }) =>
      `The template's text ${edge} with {{${variable}}}, and WhatsApp approves no such template: put words ${edge === 'begins' ? 'before' : 'after'} it.`,
    help: {
      what: "The first or the last thing in a WhatsApp template's text is a variable.",
      why: 'Meta rejects such templates when they are submitted.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Welcome, {{customer.first_name}}"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Welcome, {{customer.first_name}}, to our club!"\n}`,
      source: 'Meta, WhatsApp Business Platform, "Template review", reasons for rejection',
    },
  }),
  'template-adjacent-variables': define<{ first: string; second: string }>({
    code: 'J0610',
    severity: 'warning',
    message: ({ first, second }) =>
      `Between {{${first}}} and {{${second}}} stands no word, and WhatsApp approves no such template: put some text between them.`,
    help: {
      what: 'Two variables of a WhatsApp template follow each other with nothing but blanks between them.',
      why: 'Meta rejects such templates when they are submitted.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello {{customer.first_name}} {{customer.last_name}}, welcome!"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello {{customer.full_name}}, welcome!"\n}`,
      source: 'Meta, WhatsApp Business Platform, "Template review", reasons for rejection',
    },
  }),
  'too-many-buttons': define<{ what: string; limit: number; kind: string }>({
    code: 'J0611',
    severity: 'error',
    message: ({ what, limit, kind }) =>
      limit === 0
        ? `WhatsApp shows no ${what} in a ${kind}; remove it, or use a template.`
        : `WhatsApp takes at most ${limit} ${what} in a ${kind}; remove the others.`,
    help: {
      what: 'A WhatsApp message has more buttons than WhatsApp shows: in a template 10 altogether, 2 of them links and 1 a call; outside of templates 3 replies or 1 link.',
      why: 'WhatsApp refuses the message or the template.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "Call the shop" call "+97231234567"\n  button "Call us" call "+97237654321"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "Call us" call "+97237654321"\n}`,
      source: `${COMPONENTS}; "Interactive reply buttons messages"`,
    },
  }),
  'buttons-not-grouped': define({
    code: 'J0612',
    severity: 'error',
    message: () =>
      "WhatsApp wants a template's replies in one group, before or behind all other buttons; move this one to the others.",
    help: {
      what: "The reply buttons of a WhatsApp template don't stand together.",
      why: 'WhatsApp refuses a template whose replies and links alternate.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "Yes" reply\n  button "Shop" url "https://www.example.com"\n  button "No" reply\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  button "Yes" reply\n  button "No" reply\n  button "Shop" url "https://www.example.com"\n}`,
      source: COMPONENTS,
    },
  }),
  'template-header-variables': define({
    code: 'J0613',
    severity: 'warning',
    message: () =>
      "A WhatsApp template's header takes one variable at the most; put the others into the text.",
    help: {
      what: 'The header of a WhatsApp template has two variables or more.',
      why: 'Meta rejects such templates when they are submitted.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  header "For {{customer.first_name}} of {{customer.email}}"\n  text "Hello!"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  header "For {{customer.first_name}}"\n  text "Hello!"\n}`,
      source: COMPONENTS,
    },
  }),
  'footer-variable': define<{ variable: string }>({
    code: 'J0614',
    severity: 'warning',
    message: ({ variable }) =>
      `A WhatsApp footer is the same for everybody and takes no variable; move {{${variable}}} into the text.`,
    help: {
      what: 'The footer of a WhatsApp message has a variable.',
      why: 'The customer would read the braces, or Meta would reject the template.',
      wrong: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  footer "For {{customer.email}}"\n}`,
      right: `${WHATSAPP}message hi via wa {\n  template hi language en\n  text "Hello!"\n  footer "Your flower shop"\n}`,
      source: COMPONENTS,
    },
  }),
  'link-shortener': define<{ host: string }>({
    code: 'J0615',
    severity: 'information',
    message: ({ host }) =>
      `Carriers filter text messages with links of public shorteners such as ${host}; use a short address of your own.`,
    help: {
      what: 'A text message has a link of a shortener that anybody may use.',
      why: 'Spammers hide behind the same address, so carriers hold such messages back.',
      wrong: `system sms uses twilio { from: "+972501234567" }\nmessage hi via sms { text "Your order: https://bit.ly/3abcde" }`,
      right: `system sms uses twilio { from: "+972501234567" }\nmessage hi via sms { text "Your order: https://go.example.com/3abcde" }`,
      source: 'CTIA, "Messaging Principles and Best Practices"',
    },
  }),
};
