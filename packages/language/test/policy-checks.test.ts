import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const SYSTEMS = `system crm uses pipedrive
system mail uses smoove
system calendar uses google_calendar
message hi via mail category marketing { subject "Hi" body "Welcome!" }
message more via mail category marketing { subject "More" body "There is more." }
message bill via mail category transactional { subject "Bill" body "Your bill." }
`;

const journey = (rules: string, steps = ''): string =>
  `${SYSTEMS}journey j {\n  ${rules}\n  stage s { automation a { on calendar.booked as meeting ${steps} } }\n}\n`;

const ZONE = 'timezone "Asia/Jerusalem" exit on mail.unsubscribed';

async function silent(source: string, code: string): Promise<void> {
  expect(await findings(source).then((lines) => lines.filter((line) => line.includes(code)))).toEqual([]);
}

/** The source after the finding's first fix, which must end the finding. */
async function cured(source: string, code: string): Promise<string> {
  const result = await fixed(source, code);
  await silent(result, code);
  return result;
}

describe('consent', () => {
  const sends = (rules: string): string =>
    `${SYSTEMS}message tip via mail category marketing topic tips { subject "Tip" body "Water it." }\n` +
    `journey j {\n  ${rules}\n  stage s { automation a { on crm.deal_won send tip } }\n}\n`;

  test('who says what counts as unsubscribing says it of every system that advertises', async () => {
    const wrong = sends('unsubscribe on crm.deal_lost');
    expect((await findings(wrong)).join('\n')).toContain(
      'J0718 The journey says what counts as unsubscribing and leaves mail.unsubscribed out, though it advertises by',
    );
    expect(await cured(wrong, 'J0718')).toContain('unsubscribe on crm.deal_lost, mail.unsubscribed\n');
    await silent(sends('unsubscribe on crm.deal_lost exit on mail.unsubscribed'), 'J0718');
    await silent(sends('unsubscribe from tips on crm.deal_lost'), 'J0718');
    await silent(sends('exit on mail.unsubscribed'), 'J0718');
  });

  test('no event is a no and a yes, but one may be of two topics, or on conditions', async () => {
    const both = 'unsubscribe on mail.unsubscribed subscribe on mail.unsubscribed';
    expect((await findings(sends(both))).join('\n')).toContain('J0719');
    await silent(sends('unsubscribe on mail.unsubscribed subscribe on crm.deal_won'), 'J0719');
    await silent(
      sends(
        'unsubscribe from tips on crm.deal_won exit on mail.unsubscribed subscribe to news on crm.deal_won',
      ),
      'J0719',
    );
  });

  test('topics that are misspelt are found, and others may be said for messages to come', async () => {
    for (const rule of [
      'consent topic tipps required',
      'unsubscribe from tipps on crm.deal_lost',
      'subscribe to tipps on crm.deal_won',
    ])
      expect(await cured(sends(`exit on mail.unsubscribed ${rule}`), 'J0720')).toContain(
        rule.replace('tipps', 'tips'),
      );
    await silent(sends('exit on mail.unsubscribed consent topic events required'), 'J0720');
  });

  test('is said once of a topic, and of a category and a topic of one name', async () => {
    expect(await cured(sends('consent topic tips required, topic tips implied'), 'J0716')).toContain(
      'consent topic tips required\n',
    );
    await silent(sends('consent marketing required, topic tips required'), 'J0716');
  });
});

describe('time zones', () => {
  test('are asked for wherever a time of day is said', async () => {
    expect(await cured('journey j { quiet 21:00-08:00 }', 'J0701')).toBe(
      'journey j { timezone "UTC" quiet 21:00-08:00 }',
    );
    expect(
      await cured(
        'journey j "A {b}" {\n  model five_stage // the short one\n  quiet 21:00-08:00\n}',
        'J0701',
      ),
    ).toBe(
      'journey j "A {b}" {\n  model five_stage // the short one\n  timezone "UTC"\n  quiet 21:00-08:00\n}',
    );
    for (const steps of ['at 08:00 on day of meeting.start { send hi }', 'wait until 09:00 send hi'])
      expect((await findings(journey('exit on mail.unsubscribed', steps))).join('\n')).toContain('J0701');
  });

  test('are taken from another journey', async () => {
    const other =
      'journey k { timezone "Asia/Amman" }\njourney j {\n  closed friday 14:00 - saturday 20:00\n}';
    expect(await cured(other, 'J0701')).toContain('journey j {\n  timezone "Asia/Amman"\n');
  });

  test('are not asked for where no time of day is said, or in the customer’s zone', async () => {
    await silent(
      journey('exit on mail.unsubscribed', 'wait 2d send hi at 1d before meeting.start { send more }'),
      'J0701',
    );
    await silent(
      journey('exit on mail.unsubscribed', 'wait until 09:00 in customer.timezone send hi'),
      'J0701',
    );
    await silent('policy p { timezone "Asia/Amman" }\njourney j uses p { quiet 21:00-08:00 }', 'J0701');
  });
});

describe('hours', () => {
  test('count for what they are for, and only in one zone together', async () => {
    const rules = (text: string): string => `${SYSTEMS}journey j { timezone "Asia/Amman" ${text} }`;
    const never = rules('quiet 21:00-08:00 send 22:00-23:00 on email');
    expect((await findings(never)).join('\n')).toContain('J0703');
    await silent(rules('quiet 21:00-08:00 on sms send 22:00-23:00 on email'), 'J0703');
    await silent(rules('quiet 21:00-08:00 in customer.timezone send 22:00-23:00 on email'), 'J0703');
    await silent(rules('quiet 09:00-09:00 on mail'), 'J0702');
    await silent(`${SYSTEMS}journey j { quiet 21:00-08:00 in customer.timezone }`, 'J0701');
    const silenced = (on: string): string =>
      journey(`${ZONE} quiet 21:00-08:00 ${on}`, 'wait until tuesday 06:00 send hi');
    expect((await findings(silenced('on mail'))).join('\n')).toContain('J0706');
    await silent(silenced('on whatsapp'), 'J0706');
    await silent(silenced('in customer.timezone'), 'J0706');
  });

  test('leave room for sending', async () => {
    expect(await cured(`journey j {\n  timezone "Asia/Amman"\n  quiet 09:00-09:00\n}`, 'J0702')).toBe(
      'journey j {\n  timezone "Asia/Amman"\n}',
    );
    expect(
      await cured(
        'journey j { timezone "Asia/Amman" send 09:00-17:00 send friday 15:00-18:00 closed friday 14:00 - saturday 20:00 }',
        'J0703',
      ),
    ).toBe('journey j { timezone "Asia/Amman" send 09:00-17:00 closed friday 14:00 - saturday 20:00 }');
    for (const rules of [
      'quiet 21:00-08:00 send 08:30-20:30',
      'quiet 21:00-08:00 send 20:00-22:00',
      'send sunday-thursday 09:00-17:00 closed friday 14:00 - saturday 20:00',
    ])
      for (const code of ['J0702', 'J0703', 'J0704'])
        await silent(`journey j { timezone "Asia/Amman" ${rules} }`, code);
  });

  const quiet = `${ZONE} quiet 21:00-08:00`;

  test('are kept by what is sent at a time of day', async () => {
    expect(await cured(journey(quiet, 'at 07:30 on day of meeting.start { send hi }'), 'J0705')).toContain(
      'at 08:00 on day of meeting.start',
    );
    expect(await cured(journey(quiet, 'wait until tuesday 06:00 send hi'), 'J0706')).toContain(
      'wait until tuesday 08:00',
    );
    expect(await cured(journey(`${ZONE} send 09:30-18:00`, 'wait until 09:00 send hi'), 'J0706')).toContain(
      'wait until 09:30',
    );
    expect(
      await cured(
        `${SYSTEMS}journey j { ${quiet} stage s { automation a { every sunday at 05:00 send hi } } }`,
        'J0707',
      ),
    ).toContain('every sunday at 08:00');
  });

  test('name the other day where the evening runs into it', async () => {
    const lines = await findings(journey(quiet, 'at 22:00 1d before meeting.start { send hi }'));
    expect(lines.find((line) => line.includes('J0705'))).toContain('another day, 08:00');
    await expect(
      fixed(journey(quiet, 'at 22:00 1d before meeting.start { send hi }'), 'J0705'),
    ).rejects.toThrow('no fix');
  });

  test.each([
    ['J0705', 'at 08:00 on day of meeting.start { send hi }'],
    ['J0705', 'at 06:00 on day of meeting.start { crm.find_deal(person: customer) }'],
    ['J0705', 'at 06:00 on day of meeting.start { wait 4h send hi }'],
    ['J0705', 'at 1h before meeting.start { send hi }'],
    ['J0706', 'wait until 06:00 crm.find_deal(person: customer) wait 5h send hi'],
    ['J0706', 'wait until 06:00 in customer.timezone send hi'],
    ['J0706', 'wait until 20:59 send hi'],
  ])('%s is silent about %s', async (code, steps) => {
    await silent(journey(quiet, steps), code);
  });

  test('that are closed on one weekday only matter on that day', async () => {
    const sabbath = `${ZONE} closed friday 14:00 - saturday 20:00`;
    await silent(journey(sabbath, 'wait until 15:00 send hi'), 'J0706');
    const lines = await findings(journey(sabbath, 'wait until friday 15:00 send hi'));
    expect(lines.find((line) => line.includes('J0706'))).toContain('another day, 20:00');
  });

  test('business days ask for a week', async () => {
    expect(await cured(journey(ZONE, 'wait 2 business days send hi'), 'J0712')).toContain(
      'week sunday-thursday',
    );
    await silent(journey(`${ZONE} week monday-friday`, 'wait 2 business days send hi'), 'J0712');
    await silent(journey(ZONE, 'wait 2d send hi'), 'J0712');
  });
});

describe('caps', () => {
  test.each([
    ['J0708', 'cap 0 messages per 1d', 'cap 1 message per 1d'],
    ['J0709', 'cap 2 messages per 7d, 3 messages per 1d', 'cap 2 messages per 7d'],
    ['J0709', 'cap 3 messages per 1d, 2 messages per 7d', 'cap 2 messages per 7d'],
    ['J0709', 'cap 1 message per 1d\n  cap 1 message per 1d', 'cap 1 message per 1d'],
  ])('%s: %s', async (code, before, after) => {
    expect(await cured(`journey j {\n  ${before}\n}`, code)).toBe(`journey j {\n  ${after}\n}`);
  });

  test('on different systems or of different strength stand side by side', async () => {
    await silent('journey j { cap 1 message per 1d, 3 messages per 7d }', 'J0709');
    await silent(`${SYSTEMS}journey j { cap 1 message per 7d on mail, 3 messages per 1d overall }`, 'J0709');
  });

  const capped = `${ZONE} cap 1 message per 1d`;
  test.each(['send hi send more', 'send hi wait 3h send more', 'if opened(hi) { send hi } send more'])(
    'hold back in %s',
    async (steps) => {
      expect((await findings(journey(capped, steps))).join('\n')).toContain('J0710');
    },
  );
  test.each([
    'send hi wait 1d send more',
    'send hi send bill',
    'send hi wait for opened(hi) up to 1d send more',
    'if opened(hi) { send hi } else { send more }',
    'if opened(hi) { send hi stop } send more',
    'send hi at 1d before meeting.start { send more }',
  ])('hold nothing back in %s', async (steps) => {
    await silent(journey(capped, steps), 'J0710');
  });

  test('of one system count its own messages only', async () => {
    const other =
      'system sms uses smoove\nmessage text via sms category marketing { subject "T" body "T" }\n';
    await silent(
      other + journey(`${ZONE} exit on sms.unsubscribed cap 1 message per 1d on mail`, 'send hi send text'),
      'J0710',
    );
  });
});

describe('leaving', () => {
  test('is what unsubscribing means', async () => {
    const goal = journey('goal crm.deal_won', 'send hi');
    expect(await cured(goal, 'J0713')).toContain('  goal crm.deal_won\n  exit on mail.unsubscribed\n');
    expect(await cured(journey('', 'send hi'), 'J0713')).toContain(
      'journey j {\n  exit on mail.unsubscribed\n',
    );
    await silent(journey('consent marketing required', 'send hi'), 'J0713');
    await silent(journey('', 'send bill'), 'J0713');
    await silent(journey('exit on crm.deal_lost or mail.unsubscribed', 'send hi'), 'J0713');
  });

  test('is not answered with advertising', async () => {
    const farewell = (step: string): string =>
      journey('', step).replace('on calendar.booked as meeting', 'on mail.unsubscribed');
    expect((await findings(farewell('send hi'))).join()).toContain('J0721');
    await silent(farewell('send bill'), 'J0721');
    await silent(journey('', 'send hi'), 'J0721');
  });

  test('is not said for the goal again', async () => {
    expect(
      await cured(
        'system crm uses pipedrive\njourney j {\n  goal crm.deal_won\n  exit on crm.deal_won\n}',
        'J0714',
      ),
    ).toBe('system crm uses pipedrive\njourney j {\n  goal crm.deal_won\n}');
    await silent('system crm uses pipedrive\njourney j { goal crm.deal_won exit on crm.deal_lost }', 'J0714');
  });
});

describe('rules', () => {
  test.each([
    ['J0715', 'timezone "Asia/Amman"\n  timezone "Asia/Jerusalem"', 'timezone "Asia/Jerusalem"'],
    ['J0715', 'week monday-friday\n  week sunday-thursday', 'week sunday-thursday'],
    ['J0716', 'consent marketing required, marketing implied', 'consent marketing required'],
    ['J0716', 'consent utility implied\n  consent utility implied', 'consent utility implied'],
    ['J0717', 'closed on "2027-04-21", "22.4.2027"', 'closed on "2027-04-21", "2027-04-22"'],
    ['J0717', 'closed on "2027/4/21"', 'closed on "2027-04-21"'],
    ['J0717', 'closed on 2027-04-21 - "28.4.2027"', 'closed on 2027-04-21 - "2027-04-28"'],
    ['J0730', 'closed on 2027-04-28 - 2027-04-21', 'closed on 2027-04-21 - 2027-04-28'],
  ])('%s: %s', async (code, before, after) => {
    for (const kind of ['journey', 'policy'])
      expect(await cured(`${kind} j {\n  ${before}\n}`, code)).toBe(`${kind} j {\n  ${after}\n}`);
  });

  test('of a policy may be overruled by the journey', async () => {
    await silent(
      'policy p { timezone "Asia/Amman" }\njourney j uses p { timezone "Asia/Jerusalem" }',
      'J0715',
    );
  });

  test('offer both readings of a date whose day may be its month', async () => {
    const { diagnostics } = await open('journey j { closed on "04/05/2027" yearly }');
    const found = diagnostics.find(({ code }) => code === 'J0717');
    expect(JSON.stringify(found?.data)).toContain('2027-05-04');
    expect(JSON.stringify(found?.data)).toContain('2027-04-05');
    expect(JSON.stringify(found?.data)).not.toContain('"preferred":true');
    expect((await findings('journey j { closed on "2027-02-30" }')).join('\n')).toContain('J0717');
    await silent('journey j { closed on "2028-02-29" }', 'J0717');
  });

  test('close for a year at most', async () => {
    await silent('journey j { closed on 2027-01-01 - 2027-12-31 }', 'J0731');
    await silent('journey j { closed on 2027-04-21 - 2027-04-21 }', 'J0730');
    expect((await findings('journey j { closed on 2027-01-01 - 2028-01-02 }')).join('\n')).toContain('J0731');
  });

  test('count within some time', async () => {
    expect((await findings('journey j { cap 2 messages per 0d }')).join('\n')).toContain('J0711');
    await silent('journey j { cap 2 messages per 1h }', 'J0711');
  });
});
