import { define, didYouMean, quoted } from './define.ts';

export const journeyDiagnostics = {
  'split-sum': define<{ sum: number }>({
    code: 'J0401',
    severity: 'error',
    message: ({ sum }) => `The branches of a split must add up to 100%; these add up to ${sum}%.`,
    help: {
      what: 'The percentages of a split are more or less than 100.',
      why: 'Some customers would get nothing, or nobody could say what they get.',
      wrong: 'journey j { stage s { automation a { manually split { 50% { stop } 40% { stop } } } } }',
      right: 'journey j { stage s { automation a { manually split { 50% { stop } 50% { stop } } } } }',
    },
  }),
  'no-trigger': define<{ name: string }>({
    code: 'J0402',
    severity: 'warning',
    message: ({ name }) =>
      `Nothing starts the automation ${quoted(name)}: give it a trigger (on …), or run it from another one.`,
    help: {
      what: 'An automation has no trigger and no other automation runs it.',
      why: 'It would never run.',
      wrong: 'journey j { stage s { automation a { stop } } }',
      right: 'system landing uses form\njourney j { stage s { automation a { on landing.signed_up stop } } }',
    },
  }),
  'no-steps': define<{ name: string }>({
    code: 'J0403',
    severity: 'warning',
    message: ({ name }) => `The automation ${quoted(name)} does nothing; add a step.`,
    help: {
      what: 'An automation has a trigger and no step.',
      why: 'It would start and end at once.',
      wrong: 'system landing uses form\njourney j { stage s { automation a { on landing.signed_up } } }',
      right: 'system landing uses form\njourney j { stage s { automation a { on landing.signed_up stop } } }',
    },
  }),
  'emotion-range': define<{ value: number }>({
    code: 'J0404',
    severity: 'error',
    message: ({ value }) => `An emotion lies between -2 (very bad) and +2 (very good); ${value} does not.`,
    help: {
      what: 'An emotion is no whole number from -2 to +2.',
      why: 'The curve of the map has these five levels.',
      wrong: 'journey j { stage s { touchpoint t { emotion +5 } } }',
      right: 'journey j { stage s { touchpoint t { emotion +2 } } }',
    },
  }),
  'clock-range': define<{ text: string }>({
    code: 'J0405',
    severity: 'error',
    message: ({ text }) => `${text} is no time of day; times run from 00:00 to 23:59.`,
    help: {
      what: 'A time has an hour over 23 or a minute over 59.',
      why: 'No clock shows it.',
      wrong: 'journey j { quiet 25:00-08:00 }',
      right: 'journey j { quiet 21:00-08:00 }',
    },
  }),
  'unknown-timezone': define<{ zone: string; suggestion: string | undefined }>({
    code: 'J0406',
    severity: 'error',
    message: ({ zone, suggestion }) =>
      `${quoted(zone)} is no time zone; write a name such as "${suggestion ?? 'Asia/Jerusalem'}".`,
    help: {
      what: 'The time zone is not one of the IANA time zone database.',
      why: 'Quiet hours and reminders would fall at the wrong time.',
      wrong: 'journey j { timezone "Jerusalem" }',
      right: 'journey j { timezone "Asia/Jerusalem" }',
      source: 'IANA Time Zone Database',
    },
  }),
  'message-file-missing': define<{ path: string }>({
    code: 'J0407',
    severity: 'error',
    message: ({ path }) => `There is no file ${quoted(path)} for this message; check the path.`,
    help: {
      what: "A message's body is in a file that does not exist.",
      why: 'There would be nothing to send.',
      wrong:
        'system mail uses smoove\nmessage hi via mail { subject "Hi" body file "./mails/no-such-mail.html" }',
      right: 'system mail uses smoove\nmessage hi via mail { subject "Hi" body "Welcome!" }',
    },
  }),
  'message-without-text': define<{ name: string }>({
    code: 'J0408',
    severity: 'error',
    message: ({ name }) => `The message ${quoted(name)} has no text; add text "…" or body "…".`,
    help: {
      what: 'A message says nothing.',
      why: 'There would be nothing to send.',
      wrong: 'system mail uses smoove\nmessage hi via mail { subject "Hi" }',
      right: 'system mail uses smoove\nmessage hi via mail { subject "Hi" body "Welcome!" }',
    },
  }),
  'loop-without-wait': define({
    code: 'J0409',
    severity: 'error',
    message: () =>
      'This loop never waits and would run all at once; write repeat every 3d, or put a wait into it.',
    help: {
      what: 'A repeat has neither a pause (every …) nor a number of times, nor a wait among its steps.',
      why: 'It would send message after message without a pause.',
      wrong:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat until crm.deal_won { crm.find_deal(person: customer) } } } }',
      right:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat every 3d until crm.deal_won { crm.find_deal(person: customer) } } } }',
    },
  }),
  'endless-loop': define({
    code: 'J0410',
    severity: 'warning',
    message: () => 'This loop has no end; add until … or at most … times.',
    help: {
      what: 'A repeat has neither a condition nor a number of times.',
      why: 'A customer would be followed up for ever.',
      wrong:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat every 3d { crm.find_deal(person: customer) } } } }',
      right:
        'system crm uses pipedrive\njourney j { stage s { automation a { manually repeat every 3d, at most 6 times { crm.find_deal(person: customer) } } } }',
    },
  }),
  'stage-not-in-model': define<{ stage: string; model: string; suggestion: string | undefined }>({
    code: 'J0411',
    severity: 'warning',
    message: ({ stage, model, suggestion }) =>
      `The model ${quoted(model)} has no stage ${quoted(stage)}.${didYouMean(suggestion)} Rename it, or say which one it plays: stage ${stage} as ….`,
    help: {
      what: "A stage has a name that is not among its model's stages or their aliases.",
      why: 'Journeys that follow one model can be compared stage by stage.',
      wrong: 'journey j { model five_stage stage purchasing "Buying" }',
      right: 'journey j { model five_stage stage purchasing "Buying" as purchase }',
    },
  }),
  'secret-in-source': define<{ setting: string }>({
    code: 'J0412',
    severity: 'error',
    message: ({ setting }) =>
      `${quoted(setting)} looks like a secret; keep it in the environment and write env NAME here.`,
    help: {
      what: 'A token, key or password stands in the source.',
      why: 'Everybody who reads the repository could use it.',
      wrong: 'connector acme { setting token: text }\nsystem a uses acme { token: "8f3k2j9d8s7f6g5h4j3k" }',
      right: 'connector acme { setting token: text }\nsystem a uses acme { token: env ACME_TOKEN }',
    },
  }),
};
