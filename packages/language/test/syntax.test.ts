import { describe, expect, test } from 'vitest';
import { describe as line, open } from './support/workspace.ts';
import { fixed } from './support/fixes.ts';

/** Statements in the places that they belong in, so that a case shows nothing but itself. */
const frames = {
  file: (text: string) => text,
  journey: (text: string) => `journey j "J" {\n${text}\nstage later "Later"\n}`,
  stage: (text: string) => `journey j "J" {\nstage s "S" {\n${text}\n}\nstage later "Later"\n}`,
  steps: (text: string) =>
    `journey j "J" {\nstage s "S" {\nautomation a "A" {\nmanually as x\n${text}\n}\n}\nstage later "Later"\n}`,
};

interface Slip {
  readonly frame: keyof typeof frames;
  readonly wrong: string;
  readonly says: string;
  /** What the first fix makes of it. */
  readonly right?: string;
}

const slips: readonly Slip[] = [
  // Texts
  {
    frame: 'file',
    wrong: 'persona bob “Owner”',
    says: 'Texts stand in straight quotes: write "Owner".',
    right: 'persona bob "Owner"',
  },
  {
    frame: 'file',
    wrong: 'persona bob ״בעלים״',
    says: 'Texts stand in straight quotes: write "בעלים".',
    right: 'persona bob "בעלים"',
  },
  {
    frame: 'file',
    wrong: "persona bob 'Owner'",
    says: 'Texts stand in straight quotes: write "Owner".',
    right: 'persona bob "Owner"',
  },
  {
    frame: 'stage',
    wrong: 'touchpoint ad "Ad on web {\n  pain "x"\n}',
    says: 'This text is not closed: put a " at its end, or """ around a text of several lines.',
    right: 'touchpoint ad "Ad on web" {\n  pain "x"\n}',
  },
  {
    frame: 'stage',
    wrong: 'touchpoint ad on web { pain too slow }',
    says: 'Texts stand in quotes: "too slow".',
    right: 'touchpoint ad on web { pain "too slow" }',
  },
  {
    frame: 'journey',
    wrong: 'timezone Asia/Jerusalem',
    says: 'Texts stand in quotes: "Asia/Jerusalem".',
    right: 'timezone "Asia/Jerusalem"',
  },
  {
    frame: 'file',
    wrong: 'message m via mail { subject Hello there body "y" }',
    says: 'Texts stand in quotes: "Hello there".',
    right: 'message m via mail { subject "Hello there" body "y" }',
  },
  // Names
  {
    frame: 'journey',
    wrong: 'stage "First visit" { touchpoint t on web }',
    says: 'A stage needs a name before its label: stage first_visit "First visit".',
    right: 'stage first_visit "First visit" { touchpoint t on web }',
  },
  {
    frame: 'journey',
    wrong: 'stage "ביקור" { touchpoint t on web }',
    says: 'A stage needs a name before its label: stage ביקור "ביקור".',
    right: 'stage ביקור "ביקור" { touchpoint t on web }',
  },
  {
    frame: 'journey',
    wrong: 'stage "Visit" visit { touchpoint t on web }',
    says: 'A stage needs a name before its label: stage visit "Visit".',
    right: 'stage visit "Visit" { touchpoint t on web }',
  },
  {
    frame: 'journey',
    wrong: 'stage first visit "First visit" { touchpoint t on web }',
    says: 'A name is one word, such as first_visit; a label of several words stands in quotes.',
    right: 'stage first_visit "First visit" { touchpoint t on web }',
  },
  {
    frame: 'journey',
    wrong: 'stage first-visit "First visit"',
    says: 'A name is one word, such as first_visit; a label of several words stands in quotes.',
    right: 'stage first_visit "First visit"',
  },
  {
    frame: 'journey',
    wrong: 'stage visit Visit the shop { touchpoint t on web }',
    says: 'A name is one word, such as visit_visit_the_shop; a label of several words stands in quotes.',
    right: 'stage visit "Visit the shop" { touchpoint t on web }',
  },
  {
    frame: 'file',
    wrong: 'persona wait "W"',
    says: '"wait" is a word of the language and can\'t be a name; take another one, such as wait_persona.',
    right: 'persona wait_persona "W"',
  },
  // Words of statements
  {
    frame: 'journey',
    wrong: 'stag visit "V" { touchpoint t on web }',
    says: 'No statement begins with "stag" here. Did you mean "stage"?',
    right: 'stage visit "V" { touchpoint t on web }',
  },
  {
    frame: 'journey',
    wrong: 'Stage visit "V"',
    says: 'No statement begins with "Stage" here. Did you mean "stage"?',
    right: 'stage visit "V"',
  },
  {
    frame: 'journey',
    wrong: 'phase visit "V"',
    says: 'No statement begins with "phase" here. Did you mean "stage"?',
    right: 'stage visit "V"',
  },
  {
    frame: 'journey',
    wrong: 'step visit "V"',
    says: 'No statement begins with "step" here. Did you mean "stage"?',
    right: 'stage visit "V"',
  },
  {
    frame: 'stage',
    wrong: 'workflow w "W" { manually exit }',
    says: 'No statement begins with "workflow" here. Did you mean "automation"?',
    right: 'automation w "W" { manually exit }',
  },
  {
    frame: 'steps',
    wrong: 'sned hello',
    says: 'No statement begins with "sned" here. Did you mean "send"?',
    right: 'send hello',
  },
  {
    frame: 'steps',
    wrong: 'email hello',
    says: 'No statement begins with "email" here. Did you mean "send"?',
    right: 'send hello',
  },
  {
    frame: 'steps',
    wrong: 'delay 2d\nexit',
    says: 'No statement begins with "delay" here. Did you mean "wait"?',
    right: 'wait 2d\nexit',
  },
  {
    frame: 'steps',
    wrong: 'while x.email == "a" { exit }',
    says: 'No statement begins with "while" here. Did you mean "repeat until" or "if"?',
    right: 'repeat until x.email == "a" { exit }',
  },
  {
    frame: 'steps',
    wrong: 'if x.email == "a" { stop } elif x.email == "b" { stop }',
    says: 'No statement begins with "elif" here. Did you mean "else if"?',
    right: 'if x.email == "a" { stop } else if x.email == "b" { stop }',
  },
  {
    frame: 'stage',
    wrong: 'automation a { when landing.signed_up exit }',
    says: 'No statement begins with "when" here. Did you mean "on"?',
    right: 'automation a { on landing.signed_up exit }',
  },
  // Small words
  {
    frame: 'file',
    wrong: 'system landing "Landing page" form',
    says: 'A word is missing before "form": write uses form.',
    right: 'system landing "Landing page" uses form',
  },
  {
    frame: 'file',
    wrong: 'system landing "Landing page" use form',
    says: 'Write uses instead of "use".',
    right: 'system landing "Landing page" uses form',
  },
  {
    frame: 'file',
    wrong: 'message m with mail { subject "x" }',
    says: 'Write via instead of "with".',
    right: 'message m via mail { subject "x" }',
  },
  {
    frame: 'file',
    wrong: 'segment s "S" customer.language == "he"',
    says: 'A word is missing before "customer": write where customer.',
    right: 'segment s "S" where customer.language == "he"',
  },
  {
    frame: 'file',
    wrong: 'import landing from "./x.journey"',
    says: 'What belongs to "import" stands in braces: put { before it and } behind it.',
    right: 'import { landing } from "./x.journey"',
  },
  {
    frame: 'journey',
    wrong: 'exit mail.unsubscribed',
    says: 'A word is missing before "mail": write on mail.',
    right: 'exit on mail.unsubscribed',
  },
  {
    frame: 'journey',
    wrong: 'reentry 90d',
    says: 'A word is missing before "90d": write after 90d.',
    right: 'reentry after 90d',
  },
  {
    frame: 'journey',
    wrong: 'goal crm.deal_won in 60d',
    says: 'Write within instead of "in".',
    right: 'goal crm.deal_won within 60d',
  },
  {
    frame: 'journey',
    wrong: 'cap 2 emails per 1d',
    says: 'Write messages instead of "emails".',
    right: 'cap 2 messages per 1d',
  },
  {
    frame: 'stage',
    wrong: 'kpi k "K" count(landing.signed_up)',
    says: 'A word is missing before "count": write = count.',
    right: 'kpi k "K" = count(landing.signed_up)',
  },
  {
    frame: 'steps',
    wrong: 'repeat 3 times { exit }',
    says: 'A word is missing before "3": write at most 3.',
    right: 'repeat at most 3 times { exit }',
  },
  {
    frame: 'steps',
    wrong: 'move retention',
    says: 'A word is missing before "retention": write to retention.',
    right: 'move to retention',
  },
  {
    frame: 'steps',
    wrong: 'y = 3',
    says: 'A word is missing before "y": write let y.',
    right: 'let y = 3',
  },
  // Signs too many
  {
    frame: 'journey',
    wrong: 'timezone: "UTC"',
    says: 'There is no ":" here; remove it.',
    right: 'timezone "UTC"',
  },
  {
    frame: 'journey',
    wrong: 'timezone = "UTC"',
    says: 'There is no "=" here; remove it.',
    right: 'timezone "UTC"',
  },
  {
    frame: 'steps',
    wrong: 'if x.email == "a" then { exit }',
    says: 'There is no "then" here; remove it.',
    right: 'if x.email == "a" { exit }',
  },
  {
    frame: 'file',
    wrong: 'persona bob "Owner";',
    says: 'A statement ends with its line, without a semicolon; remove it.',
    right: 'persona bob "Owner"',
  },
  // Order
  {
    frame: 'stage',
    wrong: 'touchpoint ad "Ad" by marketing on web',
    says: '"on web" belongs before "by marketing"; swap them.',
    right: 'touchpoint ad "Ad" on web by marketing',
  },
  {
    frame: 'stage',
    wrong: 'kpi k = count(landing.visited), target >= 5 per 30d',
    says: '"per 30d" belongs before "target >= 5"; swap them.',
    right: 'kpi k = count(landing.visited) per 30d, target >= 5',
  },
  // Conditions
  {
    frame: 'steps',
    wrong: 'if x.email = "a" { exit }',
    says: 'Write == instead of "=".',
    right: 'if x.email == "a" { exit }',
  },
  {
    frame: 'steps',
    wrong: 'if x.email is "a" { exit }',
    says: 'Write == instead of "is".',
    right: 'if x.email == "a" { exit }',
  },
  {
    frame: 'steps',
    wrong: 'if x.email == "a" && x.phone == "b" { exit }',
    says: 'Write and instead of "&&".',
    right: 'if x.email == "a" and x.phone == "b" { exit }',
  },
  {
    frame: 'steps',
    wrong: 'if x.email == "a" AND x.phone == "b" { exit }',
    says: 'Write and instead of "AND".',
    right: 'if x.email == "a" and x.phone == "b" { exit }',
  },
  {
    frame: 'steps',
    wrong: 'crm.create_deal(title = "x")',
    says: 'Write : instead of "=".',
    right: 'crm.create_deal(title : "x")',
  },
  {
    frame: 'steps',
    wrong: 'if x.email == "a" exit',
    says: 'What belongs to "if" stands in braces: put { before it and } behind it.',
    right: 'if x.email == "a" { exit }',
  },
  // Amounts
  {
    frame: 'steps',
    wrong: 'wait 2 days\nexit',
    says: 'Write 2d instead of "2 days": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'wait 2d\nexit',
  },
  {
    frame: 'steps',
    wrong: 'wait 1.5 hours\nexit',
    says: 'Write 90m instead of "1.5 hours": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'wait 90m\nexit',
  },
  {
    frame: 'steps',
    wrong: 'at 8pm on day of x.start { exit }',
    says: 'Write 20:00 instead of "8pm": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'at 20:00 on day of x.start { exit }',
  },
  {
    frame: 'steps',
    wrong: 'split { 50 a { exit } 50% b { stop } }',
    says: 'Write 50% instead of "50".',
    right: 'split { 50% a { exit } 50% b { stop } }',
  },
  {
    frame: 'journey',
    wrong: 'kpi k = count(landing.visited), target >= 20 percent',
    says: 'Write 20% instead of "20 percent": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'kpi k = count(landing.visited), target >= 20%',
  },
  {
    frame: 'journey',
    wrong: 'kpi k = sum(leads.spend), target <= 35₪',
    says: 'Write 35 ILS instead of "35₪": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'kpi k = sum(leads.spend), target <= 35 ILS',
  },
  {
    frame: 'steps',
    wrong: 'wait until 28/03/2027\nexit',
    says: 'Write 2027-03-28 instead of "28/03/2027": dates are written year-month-day.',
    right: 'wait until 2027-03-28\nexit',
  },
  // Other scripts
  {
    frame: 'journey',
    wrong: 'reentry after ٩٠d',
    says: 'Write 90d instead of "٩٠d": numbers are written with the digits 0 to 9.',
    right: 'reentry after 90d',
  },
  {
    frame: 'steps',
    wrong: 'wait 3 ימים\nexit',
    says: 'Write 3d instead of "3 ימים": amounts are written short, such as 2d, 15m, 08:00, 50% or 35 ILS.',
    right: 'wait 3d\nexit',
  },
  {
    frame: 'journey',
    wrong: 'quiet 21:00–08:00',
    says: 'Write - instead of "–".',
    right: 'quiet 21:00-08:00',
  },
  {
    frame: 'journey',
    wrong: 'persona bob، eve',
    says: 'Write , instead of "،".',
    right: 'persona bob, eve',
  },
  // Brackets and places
  {
    frame: 'stage',
    wrong: 'touchpoint ad "Ad" on web {\n  pain "x"\ntouchpoint other "Other" on web',
    says: 'This { is never closed: put } before line 5.',
    right: 'touchpoint ad "Ad" on web {\n  pain "x"\n}\ntouchpoint other "Other" on web',
  },
  {
    frame: 'steps',
    wrong: 'crm.add_note(text: "x"\nexit',
    says: 'This ( is never closed: put ) before line 6.',
    right: 'crm.add_note(text: "x")\nexit',
  },
  {
    frame: 'stage',
    wrong: 'touchpoint ad "Ad" on web )',
    says: 'This ) closes nothing; remove it, or open its block before.',
    right: 'touchpoint ad "Ad" on web ',
  },
  {
    frame: 'journey',
    wrong: 'touchpoint ad "Ad" on web',
    says: '"touchpoint" can\'t stand in a journey; it belongs in a stage.',
  },
  {
    frame: 'stage',
    wrong: 'send hello',
    says: '"send" can\'t stand in a stage; it belongs in an automation.',
  },
  {
    frame: 'stage',
    wrong: 'touchpoint ad on web { emotion happy }',
    says: 'Here a number from -2 (awful) to +2 (great) is needed, but "happy" stands here.',
  },
  // Comments
  {
    frame: 'file',
    wrong: '# who\npersona bob "Owner"',
    says: 'A comment begins with //, or stands between /* and */.',
    right: '// who\npersona bob "Owner"',
  },
  {
    frame: 'file',
    wrong: '/* who\npersona bob "Owner"',
    says: 'This comment is not closed: put */ at its end.',
    right: '/* who */\npersona bob "Owner"',
  },
];

const sourceOf = ({ frame, wrong }: Slip): string => frames[frame](wrong);
const about = async (text: string) =>
  (await open(text)).diagnostics.filter(({ code }) => /^J(00|01)/.test(String(code)));

describe('what is wrong is said in a sentence, once', () => {
  test.each(slips)('$wrong: $says', async (slip) => {
    const found = await about(sourceOf(slip));
    const sentences = found.map((each) => line(each).replace(/^\S+ \S+ /, ''));
    expect(sentences.map((sentence) => sentence.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual([slip.says]);
  });
});

describe('its fix mends it', () => {
  test.each(slips.filter(({ right }) => right !== undefined))('$wrong → $right', async (slip) => {
    const source = sourceOf(slip);
    const [first] = await about(source);
    const mended = await fixed(source, String(first?.code));
    expect(mended).toBe(frames[slip.frame](slip.right ?? ''));
    expect(await about(mended)).toEqual([]);
  });
});

describe('the rest of the journey stays alive', () => {
  test.each(slips.filter(({ frame }) => frame !== 'file'))('$wrong', async (slip) => {
    const [journey] = (await open(sourceOf(slip))).compile().journeys;
    expect(journey?.stages.map(({ name }) => name)).toContain('later');
  });
});
