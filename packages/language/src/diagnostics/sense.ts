import { define, quoted } from './define.ts';

const MESSAGES = `system mail uses smoove
system sms uses twilio { from: env SMS_NUMBER }
system calendar uses google_calendar
message hi via mail category utility { subject "Hi" body "Welcome!" }
message more via mail category marketing { subject "More" body "There is more." }
message tip via mail category marketing { subject "A tip" body "Water it." }
message ring via sms category utility { text "See you tomorrow." }
message deal via sms category marketing { text "New in the shop." }
`;
const steps = (
  text: string,
  rules = 'exit on mail.unsubscribed',
  trigger = 'on calendar.booked as meeting',
): string =>
  `${MESSAGES}journey j { timezone "Europe/London" ${rules} stage s { automation a { ${trigger} ${text} } } }`;

/** J0560 and on, J0666, J0740 and on: what works as it is written, and what somebody who knows customers would object to. */
export const senseDiagnostics = {
  'no-time-to-react': define<{ message: string; engagement: string }>({
    code: 'J0560',
    severity: 'warning',
    message: ({ message, engagement }) =>
      `${quoted(message)} goes out in this very moment, so nobody has ${engagement} it yet; wait before you ask.`,
    help: {
      what: 'An automation sends a message and asks at once what the customer did with it.',
      why: 'The answer is always no: nobody opens a mail in the second in which it is sent. All take the same branch.',
      wrong: steps('send hi if opened(hi) { stop } else { send more }'),
      right: steps('send hi wait 2d if opened(hi) { stop } else { send more }'),
    },
  }),
  'sent-together': define<{ one: string; other: string }>({
    code: 'J0561',
    severity: 'warning',
    message: ({ one, other }) =>
      `${quoted(one)} and ${quoted(other)} go out in the same minute by the same way; wait between them, or make one message of them.`,
    help: {
      what: 'Two messages, one of them advertising, are sent one right after the other by the same system.',
      why: 'The second hides the first, and who gets two at once looks for the way to unsubscribe.',
      wrong: steps('send hi send more'),
      right: steps('send hi wait 1d send more'),
    },
  }),
  'branches-alike': define<{ keyword: string }>({
    code: 'J0562',
    severity: 'warning',
    message: ({ keyword }) =>
      `All branches of this "${keyword}" do the same, so it makes no difference; change one of them, or do it without.`,
    help: {
      what: 'All branches of a split or of a condition hold the same steps.',
      why: 'Often one was copied and never changed: the test compares a thing with itself.',
      wrong: steps('split { 50% one { send more } 50% two { send more } }'),
      right: steps('split { 50% one { send more } 50% two { send tip } }'),
    },
  }),
  'holdout-goes-on': define({
    code: 'J0563',
    severity: 'warning',
    message: () =>
      'The hold-out of the split above comes here too and is sent this after all; end its branch with "stop", or send this in the other branches.',
    help: {
      what: 'The branch of a hold-out ends, and the steps behind the split send something to everybody.',
      why: 'Who is held out gets nothing, so that the others can be compared with them. With the message they are no comparison any more.',
      wrong: steps('split { 90% all { send tip } 10% holdout { wait 1d } } send more'),
      right: steps(
        'split { 90% all { send tip } 10% holdout { stop } } send more',
        'goal calendar.ended exit on mail.unsubscribed',
      ),
    },
  }),
  'same-again': define<{ label: string; times: number | undefined }>({
    code: 'J0564',
    severity: 'warning',
    message: ({ label, times }) =>
      times === undefined
        ? `The same ${quoted(label)} goes out again and again without an end; give it variants, or say until when.`
        : `The same ${quoted(label)} goes out up to ${times} times to whoever does not react; send it less often, or give it variants.`,
    help: {
      what: 'The same advertising is repeated eight times or more, or every day without an end.',
      why: 'Who does not react to the third one will not react to the ninth, but will mark it as spam, which harms all other mails.',
      wrong: steps('repeat every 3d until calendar.ended, at most 30 times { send more }'),
      right: steps('repeat every 3d until calendar.ended, at most 3 times { send more }'),
    },
  }),
  'advertised-regardless': define<{ label: string }>({
    code: 'J0565',
    severity: 'information',
    message: ({ label }) =>
      `Everybody gets ${quoted(label)} too, also who has long done what it is for; give the journey a goal (goal …), or ask before it: if not happened(…).`,
    help: {
      what: 'Advertising follows on advertising after a wait, nothing is asked between the two, and the journey has neither a goal nor an exit but for who unsubscribes.',
      why: 'Who bought on the first mail is asked to buy again by the second. A goal ends the journey for who reached it.',
      wrong: steps('send tip wait 7d send more'),
      right: steps('send tip wait 7d send more', 'goal calendar.ended exit on mail.unsubscribed'),
    },
  }),
  'moment-of-what-may-not-be': define<{ event: string }>({
    code: 'J0566',
    severity: 'warning',
    message: ({ event }) =>
      `Nothing says that ${event} has happened by then; begin the automation with "on ${event}", or wait for it before.`,
    help: {
      what: 'A step waits for a moment of something that neither started the automation nor is waited for: so long before a meeting which nobody booked.',
      why: 'For who has booked nothing there is no such moment, and the step is left out.',
      wrong: steps(
        'at 1d before calendar.booked.start { send hi }',
        'exit on mail.unsubscribed',
        'on calendar.cancelled',
      ),
      right: steps('at 1d before meeting.start { send hi }'),
    },
  }),
  'needs-what-is-unknown': define<{ label: string; field: string }>({
    code: 'J0567',
    severity: 'warning',
    message: ({ label, field }) =>
      `Here ${field} isn't known, and without it ${quoted(label)} reaches nobody; turn the condition around, or send it another way.`,
    help: {
      what: 'A message is sent to just those whose address for it is not known.',
      why: 'A condition was written the wrong way round: whoever could be reached gets nothing.',
      wrong: steps('if not known(customer.phone) { send ring }'),
      right: steps('if known(customer.phone) { send ring }'),
    },
  }),
  'advertising-as-service': define<{ text: string; category: string; file: string | undefined }>({
    code: 'J0680',
    severity: 'warning',
    message: ({ text, category }) =>
      `${quoted(text)} is advertising, but the message says category ${category}, which goes past consent and caps; write category marketing, or leave it out.`,
    help: {
      what: 'A message of category transactional, utility or authentication advertises.',
      why: 'Such messages go out to who unsubscribed as well, and past all caps. Law calls that spam, and WhatsApp moves the template to marketing.',
      wrong:
        'system mail uses smoove\nmessage bill via mail category transactional { subject "Your bill" body "Thank you. Take 20% off your next order!" }',
      right:
        'system mail uses smoove\nmessage bill via mail category transactional { subject "Your bill" body "Thank you for your order." }',
      source: 'Directive 2002/58/EC, article 13; WhatsApp template categories',
    },
  }),
  'reckoning-in-text': define<{ message: string; name: string }>({
    code: 'J0682',
    severity: 'error',
    message: ({ message, name }) =>
      `Texts show values and reckon nothing, so {{${name}}} stays empty; give ${quoted(message)} a parameter, and the value where it is sent: send ${message}(value: …).`,
    help: {
      what: 'A variable of a text is a sum, a call or another expression.',
      why: 'A text is filled in by many systems, which know names and no arithmetic.',
      wrong:
        'system mail uses smoove\nsystem calendar uses google_calendar\nmessage bill via mail { subject "Bill" body "Ten more: {{customer.email + 10}}" }\njourney j { timezone "UTC" exit on mail.unsubscribed stage s { touchpoint t on web automation a { on calendar.booked send bill } } }',
      right:
        'system mail uses smoove\nsystem calendar uses google_calendar\nmessage bill(amount: number) via mail { subject "Bill" body "Ten more: {{amount}}" }\njourney j { timezone "UTC" exit on mail.unsubscribed stage s { touchpoint t on web automation a { on calendar.booked send bill(amount: 20 + 10) } } }',
    },
  }),
  'draft-text': define<{ text: string }>({
    code: 'J0681',
    severity: 'warning',
    message: ({ text }) =>
      `${quoted(text)} stands in a text that customers get; write what is meant to be there.`,
    help: {
      what: 'A text holds what stands in drafts: lorem ipsum, TODO, [insert …], an address of the own computer.',
      why: 'It would go out as it is.',
      wrong:
        'system mail uses smoove\nmessage news via mail { subject "TODO" body "What is new this week." }',
      right:
        'system mail uses smoove\nmessage news via mail { subject "This week" body "What is new this week." }',
    },
  }),
  'rings-at-night': define<{ label: string; time: string }>({
    code: 'J0740',
    severity: 'warning',
    message: ({ label, time }) =>
      `${quoted(label)} rings at ${time}, when most people sleep; choose another time, or say quiet 21:00-08:00.`,
    help: {
      what: 'A text message, a WhatsApp message or a push goes out between 23:00 and 06:00, and the journey has no quiet hours.',
      why: 'It wakes people. In some countries advertising at night is forbidden as well.',
      wrong: steps('at 04:00 on day of meeting.start { send ring }'),
      right: steps('at 08:00 on day of meeting.start { send ring }'),
    },
  }),
  'consent-unsaid': define<{ label: string }>({
    code: 'J0741',
    severity: 'information',
    message: ({ label }) =>
      `${quoted(label)} is advertising to a phone, and nothing says whether customers agreed to it; write consent marketing required, or consent marketing implied where they did.`,
    help: {
      what: 'A journey advertises by SMS, and says nothing of consent.',
      why: 'Nearly everywhere such advertising needs a yes beforehand. Nothing said counts as implied: everybody gets it until they say no.',
      wrong: steps('send deal'),
      right: steps('send deal', 'exit on mail.unsubscribed consent marketing required'),
      source: 'Directive 2002/58/EC, article 13; 47 U.S.C. § 227',
    },
  }),
};
