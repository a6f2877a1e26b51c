import { define, didYouMean, quoted } from './define.ts';

export const typeDiagnostics = {
  'not-an-action': define<{ text: string }>({
    code: 'J0301',
    severity: 'error',
    message: ({ text }) =>
      `${quoted(text)} is no step: a step calls an action of a system, such as crm.create_deal(…).`,
    help: {
      what: 'A step names something without telling it to do anything.',
      why: 'An event or a field happens or is read; only actions can be carried out.',
      wrong:
        'system landing uses form\njourney j { stage s { automation a { on landing.visited landing.signed_up } } }',
      right: 'system landing uses form\njourney j { stage s { automation a { on landing.visited stop } } }',
    },
  }),
  'unknown-argument': define<{ callee: string; name: string; suggestion: string | undefined }>({
    code: 'J0302',
    severity: 'error',
    message: ({ callee, name, suggestion }) =>
      `${quoted(callee)} takes no ${quoted(name)}.${didYouMean(suggestion)}`,
    help: {
      what: 'An argument has a name that the action does not know.',
      why: 'The vendor would ignore it or refuse the call.',
      wrong:
        'system crm uses pipedrive\njourney j { stage s { automation a { on crm.deal_won as deal crm.add_note(deal: deal, txt: "x") } } }',
      right:
        'system crm uses pipedrive\njourney j { stage s { automation a { on crm.deal_won as deal crm.add_note(deal: deal, text: "x") } } }',
    },
  }),
  'missing-argument': define<{ callee: string; names: string }>({
    code: 'J0303',
    severity: 'error',
    message: ({ callee, names }) => `${quoted(callee)} needs ${names} as well.`,
    help: {
      what: 'A call leaves out an argument that the action can not do without.',
      why: 'The vendor would refuse the call, and the customer would get nothing.',
      wrong:
        'system crm uses pipedrive\njourney j { stage s { automation a { on crm.deal_won as deal crm.add_note(deal: deal) } } }',
      right:
        'system crm uses pipedrive\njourney j { stage s { automation a { on crm.deal_won as deal crm.add_note(deal: deal, text: "x") } } }',
    },
  }),
  'not-an-event': define<{ text: string }>({
    code: 'J0304',
    severity: 'error',
    message: ({ text }) =>
      `${quoted(text)} is no event; name something that a system reports, such as crm.deal_won.`,
    help: {
      what: 'A trigger, a goal or an exit names something that can not happen.',
      why: 'Only events start an automation or end a journey.',
      wrong: 'persona owner\njourney j { goal owner }',
      right: 'system crm uses pipedrive\njourney j { goal crm.deal_won }',
    },
  }),
  'missing-setting': define<{ system: string; connector: string; names: string; example: string }>({
    code: 'J0305',
    severity: 'error',
    message: ({ system, connector, names, example }) =>
      `The system ${quoted(system)} has to say ${names} to work with ${connector}: write ${example} behind its connector.`,
    help: {
      what: 'A system leaves out a setting that its connector can not do without.',
      why: 'Without it no call to the vendor can be built.',
      wrong: 'system wa "WhatsApp" uses whatsapp',
      right: 'system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }',
    },
  }),
  'unknown-variable': define<{ message: string; name: string; suggestion: string | undefined }>({
    code: 'J0306',
    severity: 'error',
    message: ({ message, name, suggestion }) =>
      `The message ${quoted(message)} says {{${name}}}, which this automation does not know at this step.${didYouMean(suggestion)}`,
    help: {
      what: "A message's text has a variable that neither the trigger nor an earlier step of the automation provides.",
      why: 'The customer would read an empty place, or the vendor would refuse the message.',
      wrong:
        'system mail uses smoove\nsystem landing uses form\nmessage hi via mail { subject "Hi" body "Hi {{lead.first_name}}" }\njourney j { stage s { automation a { on landing.signed_up as signup send hi } } }',
      right:
        'system mail uses smoove\nsystem landing uses form\nmessage hi via mail { subject "Hi" body "Hi {{signup.first_name}}" }\njourney j { stage s { automation a { on landing.signed_up as signup send hi } } }',
    },
  }),
  'not-callable': define<{ text: string }>({
    code: 'J0308',
    severity: 'error',
    message: ({ text }) =>
      `${quoted(text)} can't be called; only actions of a system and functions such as count(…) take arguments.`,
    help: {
      what: 'Brackets with arguments stand behind something that is neither an action nor a function.',
      why: 'There is nothing that could take the arguments.',
      wrong: 'system crm uses pipedrive\njourney j { kpi won = crm.deal_won(30) }',
      right: 'system crm uses pipedrive\njourney j { kpi won = count(crm.deal_won) }',
    },
  }),
  'not-a-value': define<{ text: string; kind: string }>({
    code: 'J0309',
    severity: 'error',
    message: ({ text, kind }) =>
      `The ${kind} ${quoted(text)} is no value; say which of its fields or events is meant.`,
    help: {
      what: 'A system, persona, stage or the like stands where a value is needed.',
      why: 'Nothing can be compared with it, sent to it or counted.',
      wrong: 'system crm uses pipedrive\njourney j { kpi won = crm * 2 }',
      right: 'system crm uses pipedrive\njourney j { kpi won = count(crm.deal_won) * 2 }',
    },
  }),
  'unknown-filter': define<{ name: string; known: string; suggestion: string | undefined }>({
    code: 'J0307',
    severity: 'error',
    message: ({ name, known, suggestion }) =>
      `Texts know no filter ${quoted(name)}; there are ${known}.${didYouMean(suggestion)}`,
    help: {
      what: 'After the bar in {{variable | filter}} stands a word that is no filter.',
      why: 'Filters say how a value is shown: as a date, a time, a weekday, or with a word for when it is missing.',
      wrong:
        'system mail uses smoove\nmessage hi via mail { subject "Hi" body "{{customer.first_name | upper}}" }',
      right:
        'system mail uses smoove\nmessage hi via mail { subject "Hi" body "{{customer.first_name | default \\"friend\\"}}" }',
    },
  }),
};
