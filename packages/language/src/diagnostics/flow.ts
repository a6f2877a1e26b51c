import { define, quoted } from './define.ts';
import { branchDiagnostics } from './flow-branches.ts';
import { winnerDiagnostics } from './flow-winners.ts';
import { timeDiagnostics } from './flow-time.ts';
import { triggerDiagnostics } from './flow-triggers.ts';

/** J05: what automations do. */
export const flowDiagnostics = {
  ...timeDiagnostics,
  ...branchDiagnostics,
  ...winnerDiagnostics,
  ...triggerDiagnostics,
  'unreachable-step': define<{ because: string }>({
    code: 'J0501',
    severity: 'warning',
    unnecessary: true,
    message: ({ because }) => `This is never reached, because ${because}; remove it or move it up.`,
    help: {
      what: 'Steps stand behind one that always ends the automation, or behind a repeat that never ends.',
      why: 'No customer ever comes to them.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually stop send hi } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually send hi stop } } }`,
    },
  }),
  'used-before-set': define<{ name: string }>({
    code: 'J0502',
    severity: 'error',
    message: ({ name }) =>
      `${quoted(name)} has no value yet here: the step that sets it comes later, or elsewhere.`,
    help: {
      what: 'A step uses a value that no step before it has set.',
      why: 'The customer would read an empty place, or the call to the vendor would fail.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually crm.add_note(deal: deal, text: "x") let deal = crm.find_deal(person: customer) } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually let deal = crm.find_deal(person: customer) crm.add_note(deal: deal, text: "x") } } }`,
    },
  }),
  'not-always-set': define<{ name: string }>({
    code: 'J0503',
    severity: 'warning',
    message: ({ name }) =>
      `${quoted(name)} may have no value here, because not every way to this step sets it; use it only where it is set, or stop before.`,
    help: {
      what: 'A value comes from one of several triggers, from a branch, or from an event that a wait may not see in time.',
      why: 'For some customers the place stays empty, or the call to the vendor fails.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually wait for crm.deal_won as deal up to 3d crm.add_note(deal: deal, text: "x") } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually wait for crm.deal_won as deal up to 3d { timeout { stop } } crm.add_note(deal: deal, text: "x") } } }`,
    },
  }),
  'unused-value': define<{ name: string }>({
    code: 'J0504',
    severity: 'hint',
    unnecessary: true,
    message: ({ name }) => `Nothing uses ${quoted(name)}; remove it.`,
    help: {
      what: 'A let keeps a value that no later step and no message uses. The result of an action is let be: its name tells the reader what the action makes.',
      why: 'Whoever reads the automation looks for a use that is not there.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Hello!" }
journey j { stage s { automation a { manually let name = customer.first_name send hi } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Hello {{name}}!" }
journey j { stage s { automation a { manually let name = customer.first_name send hi } } }`,
    },
  }),
  'endless-circle': define<{ circle: string }>({
    code: 'J0505',
    severity: 'error',
    message: ({ circle }) =>
      `These automations start each other for ever and never wait: ${circle}. Put a wait between them, or break the circle.`,
    help: {
      what: 'An automation starts itself again, directly or through others, without any wait or condition.',
      why: 'It would run without an end, and send message after message.',
      wrong: 'journey j { stage s { automation a { manually run b } automation b { run a } } }',
      right: 'journey j { stage s { automation a { manually run b } automation b { stop } } }',
    },
  }),
  'possible-circle': define<{ circle: string }>({
    code: 'J0506',
    severity: 'warning',
    message: ({ circle }) =>
      `These automations can start each other again and again without a wait: ${circle}. Put a wait between them.`,
    help: {
      what: 'An automation can start itself again, directly or through others, and only a condition ends the circle.',
      why: 'The condition hardly changes in a moment; until it does, message after message goes out.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually if happened(crm.deal_created) { run b } } automation b { run a } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually if happened(crm.deal_created) { run b } } automation b { wait 1d run a } } }`,
    },
  }),
  'constant-condition': define<{ holds: boolean }>({
    code: 'J0507',
    severity: 'warning',
    message: ({ holds }) =>
      holds
        ? 'This is true for everybody, so it decides nothing; compare something that differs from customer to customer.'
        : 'This can never be true; compare something that differs from customer to customer.',
    help: {
      what: 'A condition has the same answer for every customer: it compares two fixed values, a value with itself, or wants one value to be two things at once.',
      why: 'One of the ways is never taken.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won and deal.status == lost { stop } crm.find_deal(person: customer) } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won or deal.status == lost { stop } crm.find_deal(person: customer) } } }`,
    },
  }),
  'repeated-condition': define({
    code: 'J0508',
    severity: 'warning',
    message: () =>
      'A branch above has the same condition and takes everybody; change this condition or remove the branch.',
    help: {
      what: 'Two branches of one if or switch have the same condition.',
      why: 'Only the first is ever taken.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won { stop } else if deal.status == won { exit } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won { stop } else if deal.status == lost { exit } } } }`,
    },
  }),
  'split-with-one-branch': define({
    code: 'J0509',
    severity: 'warning',
    message: () => 'A split with one branch divides nobody; add a branch, or do it without the split.',
    help: {
      what: 'A split has a single branch.',
      why: 'Everybody takes it: there is nothing to compare.',
      wrong: 'journey j { stage s { automation a { manually split { 100% all { stop } } } } }',
      right:
        'journey j { stage s { automation a { manually split { 50% half { stop } 50% rest { exit } } } } }',
    },
  }),
  'split-branch-of-nobody': define({
    code: 'J0510',
    severity: 'warning',
    message: () => 'Nobody takes a branch of 0%; give it a share or remove it.',
    help: {
      what: 'A branch of a split has 0%.',
      why: 'Its steps are never done.',
      wrong:
        'journey j { stage s { automation a { manually split { 100% all { stop } 0% rest { exit } } } } }',
      right:
        'journey j { stage s { automation a { manually split { 90% most { stop } 10% rest { exit } } } } }',
    },
  }),
  'holdout-contacted': define({
    code: 'J0511',
    severity: 'warning',
    message: () =>
      'A hold-out is left alone to compare with the others, but this one is sent something; give the branch a name of its own, or send nothing.',
    help: {
      what: 'The hold-out of a split is sent a message.',
      why: 'What the others got can no longer be compared with getting nothing.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually split { 90% offer { send hi } 10% holdout { send hi } } } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually split { 90% offer { send hi } 10% holdout { } } } } }`,
    },
  }),
  'repeat-too-few': define<{ times: number }>({
    code: 'J0512',
    severity: 'warning',
    message: ({ times }) =>
      times === 0
        ? 'At most 0 times is never; allow at least 2, or remove the repeat.'
        : `At most ${times} time is no repetition; allow at least 2, or do it without "repeat".`,
    help: {
      what: 'A repeat may run only once or not at all.',
      why: 'It repeats nothing, and its pause is never waited.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually repeat every 3d, at most 1 times { crm.find_deal(person: customer) } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually repeat every 3d, at most 3 times { crm.find_deal(person: customer) } } } }`,
    },
  }),
  'parallel-with-one-branch': define({
    code: 'J0513',
    severity: 'information',
    message: () => 'One branch has nothing to run beside; add a branch, or do it without "parallel".',
    help: {
      what: 'A parallel has a single branch.',
      why: 'Its steps follow each other just as they would without it.',
      wrong: 'journey j { stage s { automation a { manually parallel { branch { stop } } } } }',
      right: 'journey j { stage s { automation a { manually stop } } }',
    },
  }),
  'try-without-help': define({
    code: 'J0514',
    severity: 'warning',
    message: () => 'When this fails, nothing is done about it; add retry 3 times, or on failure { … }.',
    help: {
      what: 'A try neither tries again nor says what to do on failure.',
      why: 'It changes nothing: a failure still ends the automation.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { manually try { crm.find_deal(person: customer) } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { manually try { crm.find_deal(person: customer) } retry 3 times } } }`,
    },
  }),
  'empty-branch': define({
    code: 'J0515',
    severity: 'hint',
    message: () => 'This branch does nothing; leave it out.',
    help: {
      what: 'A branch of an if has no steps.',
      why: 'It reads as if something were missing.',
      wrong: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won { exit } else { } } } }`,
      right: `system crm uses pipedrive
journey j { stage s { automation a { on crm.deal_updated as deal if deal.status == won { exit } } } }`,
    },
  }),
  'step-does-nothing': define<{ keyword: string }>({
    code: 'J0516',
    severity: 'warning',
    message: ({ keyword }) => `There is nothing to do in this "${keyword}"; add a step, or remove it.`,
    help: {
      what: 'An at, if, repeat, for each, parallel or try holds no step.',
      why: 'It does nothing, or only waits.',
      wrong: `system calendar uses google_calendar
journey j { stage s { automation a { on calendar.booked as meeting at 1d before meeting.start { } } } }`,
      right: `system calendar uses google_calendar
system wa uses whatsapp { number: env WA }
message soon via wa category utility { template soon language en text "See you tomorrow!" }
journey j { stage s { automation a { on calendar.booked as meeting at 1d before meeting.start { send soon } } } }`,
    },
  }),
  'message-sent-twice': define<{ message: string }>({
    code: 'J0517',
    severity: 'warning',
    message: ({ message }) =>
      `${quoted(message)} goes out twice at the same moment; remove one, or wait between them.`,
    help: {
      what: 'An automation sends one message twice, with no wait between.',
      why: 'The customer gets it twice at once.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually send hi send hi } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { stage s { automation a { manually send hi } } }`,
    },
  }),
  'repeated-trigger': define({
    code: 'J0518',
    severity: 'warning',
    message: () => 'This event is named twice; once is enough.',
    help: {
      what: 'The same event stands twice among what starts an automation.',
      why: 'Most likely another event was meant.',
      wrong:
        'system landing uses form\njourney j { stage s { automation a { on landing.signed_up or landing.signed_up stop } } }',
      right:
        'system landing uses form\njourney j { stage s { automation a { on landing.signed_up or landing.visited stop } } }',
    },
  }),
  'moves-to-its-trigger': define({
    code: 'J0519',
    severity: 'warning',
    message: () =>
      'Entering this stage started the automation; moving there again does nothing, or starts it once more. Remove the move, or name another stage.',
    help: {
      what: 'An automation that starts when a customer enters a stage moves the customer to that same stage.',
      why: 'The customer is there already; where moving counts as entering, the automation never ends.',
      wrong: 'journey j { stage s { automation a { on s.entered move to s } } stage t }',
      right: 'journey j { stage s { automation a { on s.entered move to t } } stage t }',
    },
  }),
  'already-in-stage': define({
    code: 'J0520',
    severity: 'information',
    message: () => 'The customer is in this stage already; remove the move, or name another stage.',
    help: {
      what: 'A step moves the customer to a stage that the same event, or the move before, brought them to.',
      why: 'It changes nothing, and the stage may count them twice.',
      wrong: `system crm uses pipedrive
journey j { stage s { enter on crm.deal_won automation a { on crm.deal_won move to s } } }`,
      right: `system crm uses pipedrive
journey j { stage s { enter on crm.deal_won automation a { on crm.deal_won exit } } }`,
    },
  }),
  'engagement-not-reported': define<{ connector: string; engagement: string; reports: string }>({
    code: 'J0521',
    severity: 'error',
    message: ({ connector, engagement, reports }) =>
      reports === ''
        ? `${connector} never tells what became of a message, so nobody will know whether this one was ${engagement}.`
        : `${connector} never tells whether a message was ${engagement}; it tells ${reports}.`,
    help: {
      what: 'A condition, wait or measure asks something about a message that the system which sends it does not report.',
      why: 'The answer would always be no.',
      wrong: `system wa uses whatsapp { number: env WA }
message offer via wa category marketing { template offer language en text "Come in!" }
journey j { stage s { automation a { manually send offer wait for clicked(offer) up to 2d } } }`,
      right: `system wa uses whatsapp { number: env WA }
message offer via wa category marketing { template offer language en text "Come in!" }
journey j { stage s { automation a { manually send offer wait for replied(offer) up to 2d } } }`,
    },
  }),
  'engagement-before-send': define<{ message: string; engagement: string }>({
    code: 'J0522',
    severity: 'warning',
    message: ({ message, engagement }) =>
      `This asks whether ${quoted(message)} was ${engagement}, but this automation has not sent it before; only what happens after the automation began counts.`,
    help: {
      what: 'A condition asks about a message that no step before it sends.',
      why: 'Engagement counts from when the automation began, so the answer would always be no.',
      wrong: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
message more via mail { subject "More" body "There is more." }
journey j { stage s { automation a { manually send hi wait 2d if opened(more) { send more } } } }`,
      right: `system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
message more via mail { subject "More" body "There is more." }
journey j { stage s { automation a { manually send hi wait 2d if opened(hi) { send more } } } }`,
    },
  }),
  'message-sent-by-two': define<{ message: string; automation: string }>({
    code: 'J0542',
    severity: 'warning',
    message: ({ message, automation }) =>
      `The automation ${quoted(automation)} sends ${quoted(message)} on the same event already, so customers get it twice; send it once.`,
    help: {
      what: 'Two automations of a journey begin with the same event and both send the same message at once.',
      why: 'Customers get it twice in the same moment. A reminder that comes later is sent after a wait.',
      wrong: `system mail uses smoove
system site uses form
message hi via mail { subject "Hi" body "Welcome!" }
message tip via mail { subject "A tip" body "Begin here." }
journey j { timezone "Europe/London" stage s { automation a { on site.signed_up send hi } automation b { on site.signed_up send hi send tip } } }`,
      right: `system mail uses smoove
system site uses form
message hi via mail { subject "Hi" body "Welcome!" }
message tip via mail { subject "A tip" body "Begin here." }
journey j { timezone "Europe/London" stage s { automation a { on site.signed_up send hi } automation b { on site.signed_up send tip } } }`,
    },
  }),
  'always-under-way': define<{ what: string; name: string }>({
    code: 'J0549',
    severity: 'warning',
    message: ({ what, name }) =>
      `Whoever comes to this step is under way in the ${what} ${quoted(name)}; ask about another one.`,
    help: {
      what: 'A step asks whether its customer is under way in the very journey or automation that the step is a part of.',
      why: 'The answer is always yes. Behind a trigger the question makes sense: there the run has not begun yet.',
      wrong: `system site uses form
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { timezone "Europe/London" stage s { automation a { on site.signed_up if customer in j { send hi } } } }`,
      right: `system site uses form
system mail uses smoove
message hi via mail { subject "Hi" body "Welcome!" }
journey j { timezone "Europe/London" stage s { automation a { on site.signed_up where not (customer in j) send hi } } }`,
    },
  }),
  'no-way-to-stage': define<{ stage: string }>({
    code: 'J0543',
    severity: 'information',
    message: ({ stage }) =>
      `No customer ever comes to ${quoted(stage)}: say enter on … in it, or move to it from an automation.`,
    help: {
      what: 'The automations of a journey move customers from stage to stage, and one stage has automations or KPIs and neither an enter nor a move that leads to it.',
      why: 'The map shows it as a part of the way, and nobody is ever counted there. In a journey that moves nobody, this is not looked at.',
      wrong: `system site uses form
journey j { timezone "Europe/London"
  stage first { automation a { on site.signed_up move to second } }
  stage second
  stage third { kpi stay = median(third.entered -> third.left), target <= 30d }
}`,
      right: `system site uses form
journey j { timezone "Europe/London"
  stage first { automation a { on site.signed_up move to second } }
  stage second
  stage third { enter on site.visited kpi stay = median(third.entered -> third.left), target <= 30d }
}`,
    },
  }),
};
