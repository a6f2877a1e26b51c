import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availableParallelism, loadavg } from 'node:os';
import type { Json } from '../../src/json.ts';
import { executions, nodeRuns } from '../../src/n8n/index.ts';
import { fields, google, leadDelivery, meta, type VendorCall } from '../../src/vendors/index.ts';
import { isMail, isWhatsApp, speaksOf, subjectOf, template } from './calls.ts';
import { matchMeeting, SECRET, ZONE } from '../../src/trial/match-meeting.ts';
import { person, type Person } from './person.ts';
import { startingAt, startTrial, type Trial } from '../../src/trial/trial.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/**
 * A day lasts 21.6 seconds and an hour 0.9, longer on a machine that has other work: so n8n is a few of the journey's
 * hours late at most.
 */
const BUSY = Math.min(3, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));
/** In the night to Friday, Israel's clocks go forward: in the middle of the stories. */
const CHANGE = Date.parse('2027-03-26T02:00:00+02:00');
/** Until n8n has started, three to five of the journey's days go by. */
const SCALE = startingAt('2027-03-18T06:00:00+02:00', Math.round(4000 / BUSY));
/** The longest story takes seven of the journey's days, and n8n some time of its own. */
const STORY = 330_000 * BUSY;

const WORKERS = process.env['JOURNEY_N8N_WORKERS'] !== undefined;

const facebook = meta();
const agenda = google();
let trial: Trial;

beforeAll(async () => {
  trial = await startTrial({
    ...matchMeeting(facebook, agenda),
    timeScale: SCALE,
  });
}, 600_000);

afterAll(async () => {
  await trial.stop();
});

describe.concurrent('the worked example in a real n8n', () => {
  test(
    'a lead of the landing page is in the CRM, greeted, and gets the series as she answers it',
    async () => {
      const dana = person('dana', 'דנה', '{{ $env.X }} "כהן" <b>');
      await trial.untilHour(9, ZONE);
      expect(await trial.post('match_meeting/landing/signed-up', dana.form)).toBe(200);

      const created = await trial.call(
        'a person',
        (call) => call.path === '/api/v2/persons' && speaksOf(call, dana.email),
      );
      expect(fields(created)).toMatchObject({
        name: dana.form.full_name,
        emails: [{ value: dana.email }],
        phones: [{ value: dana.form.phone }],
      });
      const deal = await trial.call(
        'a deal',
        (call) => call.path === '/api/v2/deals' && fields(call)['title'] === dana.form.full_name,
      );
      expect(fields(deal)).toEqual({
        title: dana.form.full_name,
        person_id: expect.any(Number),
        stage_id: 20,
      });

      const hello = await whatsApp('lead_hello', dana.phone);
      expect(template(hello)).toEqual({ name: 'lead_hello', language: 'he', parameters: ['דנה'] });
      const intro = await mail('הסרטון שביקשת: איך נראה עסק שרץ לבד', dana.email);
      expect(fields(intro)['body']).toContain('<p>היי דנה,</p>');
      expect(fields(intro)['body']).toMatch(/<body[^>]*><div style="display:none;[^>]*>דנה, שמונה דקות/);
      expect(fields(intro)).toMatchObject({ toMembersByEmail: [dana.email], trackLinks: true });

      const invited = await survey('שאלון קצר לפני שנפגשים', dana.email);
      // Two days later at the same time of day: one of them lacks an hour.
      const pause = journeyTime(invited) - decided('intro_video', dana);
      expect(pause).toBeGreaterThanOrEqual(2 * DAY - HOUR);
      expect(pause).toBeLessThan(2 * DAY + 8 * HOUR);
      expect(fields(invited)).toMatchObject({ mode: 4, emails: [dana.email] });
      await trial.post('match_meeting/survey/completed', {
        responseID: 'r-dana',
        emailAddress: dana.email,
        score: '6',
      });

      const story = 'כך חנות פרחים אחת הכפילה את ההזמנות';
      const offer = 'בוא נבדוק אם אנחנו מתאימים';
      const next = await trial.call(
        'one branch of the split',
        (call) => isMail(call, story, dana.email) || isMail(call, offer, dana.email),
      );
      expect(journeyTime(next) - journeyTime(invited)).toBeLessThan(3 * DAY);
      const isStory = fields(next)['subject'] === story;
      await trial.post('match_meeting/mail/engagement', {
        message: isStory ? 'success_story' : 'invite',
        engagement: isStory ? 'opened' : 'clicked',
        email: dana.email,
      });
      await mail('נשאר רק לבחור שעה', dana.email);
      expect(mailsTo(dana.email)).toEqual([
        fields(intro)['subject'],
        fields(next)['subject'],
        'נשאר רק לבחור שעה',
      ]);
    },
    STORY,
  );

  test(
    'one who doesn’t answer the questionnaire is reminded of it after three days, and offered no meeting',
    async () => {
      const avi = person('avi', 'אבי', 'לוי');
      await trial.untilHour(9, ZONE);
      await trial.post('match_meeting/landing/signed-up', avi.form);
      const invited = await survey('שאלון קצר לפני שנפגשים', avi.email);
      const reminder = await mail('עוד שתי דקות ונדע איך לעזור', avi.email);
      expect(journeyTime(reminder) - journeyTime(invited)).toBeGreaterThan(2.8 * DAY);
      await trial.call(
        'one branch of the split',
        (call) =>
          call.host === 'rest.smoove.io' && speaksOf(call, avi.email) && /חנות|מתאימים/.test(subjectOf(call)),
      );
      await finished('match_meeting.consideration.nurture', avi);
      expect(mailsTo(avi.email)).not.toContain('נשאר רק לבחור שעה');
    },
    STORY,
  );

  test(
    'a meeting is confirmed, reminded of a day before and on its morning, and followed up until the deal is won',
    async () => {
      const maya = person('maya', 'מאיה', 'ביטון');
      const nine = await trial.untilHour(9, ZONE);
      await trial.post('match_meeting/landing/signed-up', maya.form);
      const deal = await trial.call(
        'a deal',
        (call) => call.path === '/api/v2/deals' && fields(call)['title'] === maya.form.full_name,
      );
      // The greeting and the meeting are two automations: whoever books before the greeting may get it after the details.
      await whatsApp('lead_hello', maya.phone);
      const start = new Date(nine.getTime() + 4 * DAY + HOUR);
      start.setUTCMinutes(0, 0, 0);
      const meeting = {
        id: 'meeting-maya',
        title: 'פגישת התאמה',
        start: start.toISOString(),
        end: new Date(start.getTime() + HOUR).toISOString(),
        email: maya.email,
      };
      await trial.report({ system: 'calendar', event: 'booked', id: 'meeting-maya:booked', data: meeting });
      await trial.report({ system: 'calendar', event: 'booked', id: 'meeting-maya:booked', data: meeting });

      const details = await whatsApp('meeting_details', maya.phone);
      expect(template(details).parameters).toEqual([weekday(start), date(start), time(start), 'יישלח בהמשך']);
      expect(template(await whatsApp('meeting_tomorrow', maya.phone)).parameters).toEqual([
        date(start),
        time(start),
      ]);
      expect(decided('reminder_day_before', maya)).toBeGreaterThanOrEqual(start.getTime() - DAY);
      expect(template(await whatsApp('meeting_today', maya.phone)).parameters).toEqual([time(start)]);
      expect(clock(decided('reminder_morning', maya))).toMatch(/^(08|09|1\d):/);
      expect(date(new Date(decided('reminder_morning', maya)))).toBe(date(start));

      // The cap is two messages a day, and counts the reminder of the day before.
      await trial.until('some hours after the meeting', () =>
        trial.now().getTime() > start.getTime() + 8 * HOUR ? true : undefined,
      );
      await trial.report({ system: 'calendar', event: 'ended', id: 'meeting-maya:ended', data: meeting });
      const first = await trial.call('a follow-up call', (call) => call.path === '/api/v2/activities');
      expect(fields(first)).toMatchObject({
        subject: 'פולואפ אחרי פגישת התאמה',
        type: 'call',
        deal_id: expect.any(Number),
      });
      const reminder = await trial.call(
        'a reminder in the calendar',
        (call) => call.method === 'POST' && call.path.includes('/calendar/v3/'),
      );
      expect(fields(reminder)).toMatchObject({
        summary: 'פולואפ',
        attendees: [{ email: 'noa@example.com' }],
      });
      expect(template(await whatsApp('follow_up', maya.phone)).parameters).toEqual(['מאיה']);
      await trial.call(
        'the second follow-up',
        (call) =>
          isWhatsApp(call, 'follow_up', maya.phone) &&
          call !== trial.calls.find((one) => isWhatsApp(one, 'follow_up', maya.phone)),
      );

      await wonAtPipedrive(Number(fields(deal)['person_id']));
      const welcome = await mail('ברוכים הבאים! כך מתחילים', maya.email);
      expect(fields(welcome)['body']).toContain('היי מאיה,');
      expect(whatsAppsTo(maya.phone)).toEqual([
        'lead_hello',
        'meeting_details',
        'meeting_tomorrow',
        'meeting_today',
        'follow_up',
        'follow_up',
      ]);
    },
    STORY,
  );

  test(
    'a meeting that moves twice takes its reminder along, and one that is cancelled after that has none',
    async () => {
      const lior = person('lior', 'ליאור', 'פרץ');
      const tal = person('tal', 'טל', 'שדה');
      const nine = await trial.untilHour(9, ZONE);
      for (const one of [lior, tal]) await trial.post('match_meeting/landing/signed-up', one.form);
      const first = new Date(nine.getTime() + 3 * DAY + 7 * HOUR);
      const between = new Date(first.getTime() + DAY);
      const second = new Date(first.getTime() + 3 * DAY);
      const meeting = (of: Person, start: Date): Readonly<Record<string, string>> => ({
        id: `meeting-${of.phone}`,
        start: start.toISOString(),
        end: new Date(start.getTime() + HOUR).toISOString(),
        email: of.email,
      });
      for (const one of [lior, tal]) {
        await whatsApp('lead_hello', one.phone);
        await trial.report({
          system: 'calendar',
          event: 'booked',
          id: `booked-${one.phone}`,
          data: meeting(one, first),
        });
        await whatsApp('meeting_details', one.phone);
      }
      for (const start of [between, second]) {
        for (const one of [lior, tal]) {
          const id = `moved-${one.phone}-${start.toISOString()}`;
          await trial.report({ system: 'calendar', event: 'moved', id, data: meeting(one, start) });
        }
      }
      await trial.report({
        system: 'calendar',
        event: 'cancelled',
        id: 'cancelled-tal',
        data: meeting(tal, second),
      });

      const reminder = await whatsApp('meeting_tomorrow', lior.phone);
      expect(template(reminder).parameters).toEqual([date(second), time(second)]);
      expect(decided('reminder_day_before', lior)).toBeGreaterThanOrEqual(second.getTime() - DAY);
      expect(whatsAppsTo(lior.phone)).toEqual(['lead_hello', 'meeting_details', 'meeting_tomorrow']);
      await finished('match_meeting.purchase.meeting', tal);
      expect(whatsAppsTo(tal.phone)).toEqual(['lead_hello', 'meeting_details']);
    },
    STORY,
  );

  test(
    'a lead form of Facebook leads to the CRM and a greeting, once however often Facebook tells',
    async () => {
      const rina = person('rina', 'רינה', 'מזרחי');
      const lead = {
        id: 'lead-rina',
        formId: 'form-1',
        pageId: 'page-1',
        values: { full_name: rina.form.full_name, email: rina.email, phone_number: rina.form.phone },
      };
      facebook.addLead(lead);
      for (let times = 0; times < 2; times++) {
        const { headers, text } = leadDelivery(lead, SECRET);
        const answer = await fetch(facebook.callbackUrl() ?? '', {
          method: 'POST',
          headers: { ...headers },
          body: text,
        });
        expect(answer.ok).toBe(true);
        await happened('leads.submitted', 'lead-rina');
      }
      await whatsApp('lead_hello', rina.phone);
      expect(
        trial.calls.filter(
          (call) => call.path === '/api/v2/deals' && fields(call)['title'] === rina.form.full_name,
        ),
      ).toHaveLength(1);
      expect(whatsAppsTo(rina.phone)).toEqual(['lead_hello']);
    },
    STORY,
  );

  test(
    'who unsubscribes in the middle gets nothing more',
    async () => {
      const noam = person('noam', 'נועם', 'שגב');
      await trial.untilHour(9, ZONE);
      await trial.post('match_meeting/landing/signed-up', noam.form);
      await mail('הסרטון שביקשת: איך נראה עסק שרץ לבד', noam.email);
      await trial.post('match_meeting/mail/unsubscribed', { email: noam.email, first_name: 'נועם' });
      await happened('journey.exited', 'unsubscribed');
      await finished('match_meeting.consideration.nurture', noam);
      expect(
        trial.calls.filter((call) => call.host === 'api.questionpro.com' && speaksOf(call, noam.email)),
      ).toEqual([]);
      expect(mailsTo(noam.email)).toHaveLength(1);
    },
    STORY,
  );

  test.each([
    ['={{ $env.HOME }}', '{{ $json }}'],
    [`Robert'); DROP TABLE students;--`, 'a "b" \\ \n c `${d}`'],
    ['=HYPERLINK("http://x")', '../../etc/passwd <script>alert(1)</script>'],
  ])(
    'the name %s %s comes to the vendors letter for letter',
    async (first, last) => {
      const mallory = person(`mallory${first.length}`, first, last);
      await trial.untilHour(12, ZONE);
      await trial.post('match_meeting/landing/signed-up', mallory.form);
      const isTheirs = (call: VendorCall): boolean => fields(call)['title'] === mallory.form.full_name;
      await trial.call('a deal with the name', (call) => call.path === '/api/v2/deals' && isTheirs(call));
      const created = await trial.call(
        'a person',
        (call) => call.path === '/api/v2/persons' && speaksOf(call, mallory.email),
      );
      expect(fields(created)['name']).toBe(mallory.form.full_name);
      expect(template(await whatsApp('lead_hello', mallory.phone)).parameters).toEqual([first]);
    },
    STORY,
  );

  test(
    'a meeting that somebody books in Google’s calendar is seen there',
    async () => {
      const gil = person('gil', 'גיל', 'אדרי');
      await trial.untilHour(9, ZONE);
      await trial.post('match_meeting/landing/signed-up', gil.form);
      await whatsApp('lead_hello', gil.phone);
      const start = new Date(trial.now().getTime() + 40 * DAY);
      agenda.addEvent({
        id: 'meeting-gil',
        summary: 'פגישת התאמה',
        start: { dateTime: start.toISOString() },
        end: { dateTime: new Date(start.getTime() + HOUR).toISOString() },
        attendees: [{ email: 'meetings@example.com', self: true }, { email: gil.email }],
        hangoutLink: 'https://meet.example.com/gil',
      });
      const details = await whatsApp('meeting_details', gil.phone);
      expect(template(details).parameters.at(-1)).toBe('https://meet.example.com/gil');
    },
    STORY,
  );
});

test('it all went on over the change to summer time', () => {
  const moments = trial.events().map(({ at }) => Date.parse(String(at)));
  expect(Math.min(...moments)).toBeLessThan(CHANGE);
  expect(Math.max(...moments)).toBeGreaterThan(CHANGE);
});

test.runIf(WORKERS)('with workers, PostgreSQL has an index for each look-up of a customer', () => {
  const made = trial.home.queue?.database.query(
    "select indexname from pg_indexes where indexname like 'journey%'",
  );
  expect(made?.map(({ indexname }) => String(indexname).replace(/_[^_]+$/, '')).sort()).toEqual([
    'journey_contacts_contact',
    'journey_dates_contact',
    'journey_dates_due',
    'journey_dates_key',
    'journey_events_contact',
    'journey_events_key',
    'journey_identities_key',
    'journey_runs_contact',
    'journey_runs_due',
    'journey_runs_run',
    'journey_set_aside_key',
  ]);
});

test('nothing failed, and nothing was sent in the quiet hours', () => {
  const failed = executions(trial.home).filter(({ status }) => status === 'error' || status === 'crashed');
  const reasons = failed.flatMap(({ id }) =>
    nodeRuns(trial.home, id).flatMap(({ node, error }) => (error ? [`${node}: ${error}`] : [])),
  );
  expect(reasons).toEqual([]);
  const sent = trial.events().filter(({ name }) => String(name).startsWith('begun:'));
  expect(sent.length).toBeGreaterThan(20);
  for (const row of sent)
    expect(clock(Date.parse(String(row['at']))), String(row['name'])).toMatch(/^(08|09|1\d|20):/);
});

function mail(subject: string, email: string): Promise<VendorCall> {
  return trial.call(`the mail "${subject}" to ${email}`, (call) => isMail(call, subject, email));
}

function mailsTo(email: string): string[] {
  return trial.calls.filter((call) => call.host === 'rest.smoove.io' && speaksOf(call, email)).map(subjectOf);
}

function survey(subject: string, email: string): Promise<VendorCall> {
  const isIt = (call: VendorCall): boolean =>
    call.path === '/a/api/v2/surveys/555/batches' && speaksOf(call, email) && speaksOf(call, subject);
  return trial.call(`the questionnaire for ${email}`, isIt);
}

function whatsApp(name: string, phone: string): Promise<VendorCall> {
  return trial.call(`the WhatsApp message ${name} to ${phone}`, (call) => isWhatsApp(call, name, phone));
}

function whatsAppsTo(phone: string): string[] {
  return trial.calls
    .filter((call) => call.path.endsWith('/111/messages') && fields(call)['to'] === phone)
    .map((call) => template(call).name);
}

/** When the call arrived, by the journey's clock. */
function journeyTime(call: VendorCall): number {
  const start = Date.parse(SCALE.start);
  return start + (call.at - start) * SCALE.factor;
}

/** When it was decided that the message goes out, by the journey's clock. */
function decided(message: string, to: Person): number {
  const contact = contactOf(to);
  const row = trial
    .events()
    .find((event) => event['name'] === `begun:${message}` && event['contact'] === contact);
  return Date.parse(String(row?.['at']));
}

function contactOf(someone: Person): unknown {
  const row = trial
    .events()
    .find((event) => event['name'] === 'landing.signed_up' && String(event['data']).includes(someone.email));
  return row?.['contact'];
}

function happened(name: string, about: string): Promise<unknown> {
  const find = (): unknown =>
    trial.events().find((event) => event['name'] === name && JSON.stringify(event).includes(about));
  return trial.until(`${name} about ${about}`, () => find() ?? undefined);
}

/** Waits until the customer's run of an automation has come to its end. */
async function finished(automation: string, someone: Person): Promise<void> {
  const workflow = runWorkflow(automation, someone);
  await trial.until(`the end of ${automation} for ${someone.email}`, () => {
    const mine = executions(trial.home, workflow).filter(({ id }) =>
      nodeRuns(trial.home, id).some(({ outputs }) => JSON.stringify(outputs).includes(someone.email)),
    );
    return mine.length > 0 && mine.every(({ status }) => status === 'success') ? true : undefined;
  });
}

function runWorkflow(automation: string, someone: Person): string {
  const row = trial
    .events()
    .find(
      (event) =>
        event['name'] === 'run.started' &&
        event['step'] === automation &&
        event['contact'] === contactOf(someone),
    );
  const data: { workflow?: string } = JSON.parse(String(row?.['data'] ?? '{}'));
  return data.workflow ?? '';
}

/** Pipedrive's own report that the person's deal was won, as its webhooks (version 2) have it. */
async function wonAtPipedrive(personId: number): Promise<void> {
  const subscription = await trial.call(
    'Pipedrive’s webhook',
    (call) => call.method === 'POST' && call.path === '/v1/webhooks',
  );
  const deal: Json = {
    id: 900,
    title: 'Won',
    status: 'won',
    person_id: personId,
    update_time: '2027-01-01T00:00:00Z',
  };
  const answer = await fetch(String(fields(subscription)['subscription_url']), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      meta: { action: 'change', entity: 'deal', id: 'delivery-1' },
      data: deal,
      previous: { status: 'open' },
    }),
  });
  expect(answer.ok).toBe(true);
}

function clock(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(at);
}

function time(at: Date): string {
  return clock(at.getTime());
}

function date(at: Date): string {
  return new Intl.DateTimeFormat('he', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: ZONE,
  }).format(at);
}

function weekday(at: Date): string {
  return new Intl.DateTimeFormat('he', { weekday: 'long', timeZone: ZONE }).format(at);
}
