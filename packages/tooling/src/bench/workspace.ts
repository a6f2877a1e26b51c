import { type Random, seededRandom } from './random.ts';

export interface SourceFile {
  /** Relative to the workspace's folder. */
  readonly path: string;
  readonly text: string;
}

const LABELS = [
  'Welcome',
  'Second visit',
  'Meeting booked',
  'ברוכים הבאים',
  'תזכורת לפגישה',
  'מעקב אחרי הצעה',
  'مرحبا بكم',
  'تذكير بالموعد',
  'متابعة العرض',
] as const;
const SENTENCES = [
  'We saw that you were here and would like to know what was missing.',
  'Three ways to shorten the time from a question to a meeting.',
  'קיבלנו את הפנייה שלך, ניצור קשר עוד היום.',
  'נשמח לשמוע מה עבד ומה פחות בחודש הראשון.',
  'يسعدنا أن نسمع رأيكم في الخدمة.',
  'موعدنا غدا، نراكم قريبا.',
] as const;
const STAGES = ['awareness', 'consideration', 'purchase', 'retention', 'loyalty'] as const;
const MESSAGES_A_FILE = 40;

const SYSTEMS = `system leads "Lead form" uses facebook_leads { page: env FB_PAGE_ID }
system landing "Landing page" uses form
system crm "CRM" uses pipedrive { pipeline: "Leads" }
system mail "Mail" uses smoove
system calendar "Meetings" uses google_calendar { calendar: env MEETINGS_CALENDAR_ID }
system survey "Questionnaire" uses questionpro { survey: env QUESTIONPRO_SURVEY_ID }
`;

/**
 * A workspace of journeys that are right, of about that many bytes: the same for the same seed. Each journey has its
 * own file of messages, and all share the systems, as a real team's do.
 */
export function generateWorkspace(seed: number, bytes: number): SourceFile[] {
  const random = seededRandom(seed);
  const files: SourceFile[] = [{ path: 'systems.journey', text: SYSTEMS }];
  let size = Buffer.byteLength(SYSTEMS);
  for (let number = 0; size < bytes; number++) {
    const added = [messagesFile(number, random), journeyFile(number, random)];
    for (const file of added) size += Buffer.byteLength(file.text);
    files.push(...added);
  }
  return files;
}

/** What a journey of that size is made of: as large as a whole company's, on one map. */
export const LARGE = { stages: 25, touchpointsAStage: 40, automationsAStage: 12 } as const;

/** One journey with a thousand touchpoints and three hundred automations, in a workspace of its own. */
export function generateLargeJourney(seed: number): SourceFile[] {
  const random = seededRandom(seed);
  const kinds = [series, reminders, followUp];
  const stages = Array.from({ length: LARGE.stages }, (_, index) => {
    const name = `stage_${index}`;
    const touchpoints = Array.from({ length: LARGE.touchpointsAStage }, (__, spot) =>
      touchpoint(name, spot, random),
    );
    const automations = Array.from({ length: LARGE.automationsAStage }, (__, spot) =>
      (kinds[spot % kinds.length] ?? series)(0, `${name}_${spot}`, random),
    );
    return `  stage ${name} "${random.pick(LABELS)}" {\n${[...touchpoints, ...automations].join('')}  }\n`;
  });
  const text = `import { calendar, crm, landing, leads, mail, survey } from "./systems.journey"
import "./messages_0.journey"

journey large "${random.pick(LABELS)}" {
  timezone "Asia/Jerusalem"
${stages.join('\n')}}
`;
  return [
    { path: 'systems.journey', text: SYSTEMS },
    messagesFile(0, random),
    { path: 'large.journey', text },
  ];
}

/** One file of at least that many lines, with everything in it. */
export function generateFile(seed: number, lines: number): SourceFile {
  const random = seededRandom(seed);
  const texts = [SYSTEMS];
  for (let number = 0, count = 0; count < lines; number++) {
    const added = [messagesFile(number, random), journeyFile(number, random)].map(({ text }) =>
      text.replace(/^import .*\n/gm, ''),
    );
    for (const text of added) count += text.split('\n').length - 1;
    texts.push(...added);
  }
  return { path: 'everything.journey', text: texts.join('\n') };
}

function messagesFile(number: number, random: Random): SourceFile {
  const messages = Array.from({ length: MESSAGES_A_FILE }, (_, index) =>
    message(messageName(number, index), random),
  );
  return {
    path: `messages_${number}.journey`,
    text: `import { mail } from "./systems.journey"\n\n${messages.join('\n')}`,
  };
}

function messageName(file: number, index: number): string {
  return `note_${file}_${index}`;
}

function message(name: string, random: Random): string {
  return `message ${name} "${random.pick(LABELS)}" via mail category marketing {
  subject "${random.pick(LABELS)}"
  body """
    {{customer.first_name | default "friend"}}: ${random.pick(SENTENCES)}
    ${random.pick(SENTENCES)}
  """
}
`;
}

function journeyFile(number: number, random: Random): SourceFile {
  const stages = STAGES.map((name, index) => stage(number, name, index, random));
  const text = `import { calendar, crm, landing, leads, mail, survey } from "./systems.journey"
import "./messages_${number}.journey"

journey story_${number} "${random.pick(LABELS)}" {
  model five_stage
  timezone "Asia/Jerusalem"
  quiet 21:00-08:00
  cap ${1 + random.below(4)} messages per 1d
  goal crm.deal_won within 60d
  exit on mail.unsubscribed
  reentry after 90d

${stages.join('\n')}}
`;
  return { path: `story_${number}.journey`, text };
}

function stage(file: number, name: string, index: number, random: Random): string {
  const touchpoints = Array.from({ length: 2 + random.below(3) }, (_, spot) =>
    touchpoint(name, spot, random),
  );
  const automations = [
    series(file, name, random),
    reminders(file, name, random),
    followUp(file, name, random),
  ];
  const kpi = `    kpi ${name}_pace "${random.pick(LABELS)}" = count(landing.signed_up) / count(leads.submitted) per 30d, target >= ${10 + index}%\n`;
  return `  stage ${name} "${random.pick(LABELS)}" {\n${[...touchpoints, ...automations, kpi].join('')}  }\n`;
}

function touchpoint(stageName: string, spot: number, random: Random): string {
  return `    touchpoint ${stageName}_${spot} "${random.pick(LABELS)}" on ${random.pick(['facebook', 'web', 'email'])} by marketing {
      emotion ${random.pick(['+2', '+1', '0', '-1', '-2'])} "${random.pick(LABELS)}"
      ${random.pick(['pain', 'opportunity', 'backstage'])} "${random.pick(SENTENCES)}"
    }\n`;
}

const send = (file: number, random: Random) => `send ${messageName(file, random.below(MESSAGES_A_FILE))}`;

function series(file: number, stageName: string, random: Random): string {
  return `    /** ${random.pick(SENTENCES)} */
    automation ${stageName}_series "${random.pick(LABELS)}" {
      on landing.signed_up as signup
      ${send(file, random)}
      wait ${1 + random.below(6)}d
      ${send(file, random)}
      wait for survey.completed up to ${1 + random.below(5)}d {
        timeout { ${send(file, random)} }
      }
      split {
        50% story { ${send(file, random)} }
        50% offer { ${send(file, random)} }
      }
    }\n`;
}

function reminders(file: number, stageName: string, random: Random): string {
  return `    automation ${stageName}_meeting "${random.pick(LABELS)}" {
      on calendar.booked as meeting
      ${send(file, random)}
      at ${1 + random.below(3)}d before meeting.start { ${send(file, random)} }
      at 08:00 on day of meeting.start { ${send(file, random)} }
    }\n`;
}

function followUp(file: number, stageName: string, random: Random): string {
  return `    automation ${stageName}_follow_up "${random.pick(LABELS)}" {
      on calendar.ended as meeting
      let deal = crm.find_deal(person: customer)
      repeat every ${1 + random.below(5)}d until crm.deal_closed, at most ${2 + random.below(5)} times {
        calendar.add_reminder(title: "${random.pick(LABELS)}", owner: deal.owner)
        ${send(file, random)}
      }
    }\n`;
}
