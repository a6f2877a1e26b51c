import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings } from './support/workspace.ts';

const SYSTEMS = `system crm uses pipedrive
system mail uses smoove
system sms uses twilio { from: env SMS_NUMBER }
system calendar uses google_calendar
system pay uses stripe
system leads uses facebook_leads { page: env PAGE }
message hi via mail category utility { subject "Hi" body "Welcome!" }
message bill via mail category transactional { subject "Bill" body "Your bill." }
message offer via mail category marketing { subject "An offer" body "New this week." }
message tip via mail category marketing { subject "A tip" body "Water it." }
message ring via sms category utility { text "See you tomorrow." }
message deal via sms category marketing { text "New in the shop." }
`;
const GOAL = 'exit on mail.unsubscribed goal crm.deal_won';

const journey = (steps: string, rules = GOAL, trigger = 'on calendar.booked as meeting'): string =>
  `${SYSTEMS}journey j "J" {\n  timezone "Asia/Jerusalem" ${rules}\n  stage s "S" {\n    touchpoint t on web\n    automation a {\n      ${trigger}\n      ${steps}\n    }\n  }\n}\n`;

/** What these checks say; the tests' messages are not all used. */
async function said(text: string): Promise<string[]> {
  return (await findings(text, /^J0(56|68|74)|^J0829/)).map((line) => line.replace(/^\S+ /, ''));
}

describe('what comes too early, or all at once', () => {
  test('what the customer does with a message takes time', async () => {
    const wrong = journey('send hi\n      if opened(hi) { stop }');
    expect(await said(wrong)).toEqual([
      'J0560 "hi" goes out in this very moment, so nobody has opened it yet; wait before you ask.',
    ]);
    expect(await fixed(wrong, 'J0560')).toContain('send hi\n      wait 2d\n      if opened(hi) { stop }');
    expect(await said(journey('send hi split by engagement with hi { clicked { stop } }'))).toHaveLength(1);
    expect(
      await said(
        journey('if customer.language == "he" { send hi } else { send bill } if opened(hi) { stop }'),
      ),
    ).toEqual([]);
    expect(await said(journey('send hi wait for clicked(hi) up to 2d if clicked(hi) { stop }'))).toEqual([]);
    expect(
      await said(journey('send hi repeat every 1d until opened(hi), at most 3 times { notify sales "x" }')),
    ).toEqual([]);
    expect(await said(journey('send hi if failed(hi) { notify sales "x" }'))).toEqual([]);
  });

  test('advertising and another message by the same way need a pause', async () => {
    const wrong = journey('send bill\n      send offer');
    expect(await said(wrong)).toEqual([
      'J0561 "bill" and "offer" go out in the same minute by the same way; wait between them, or make one message of them.',
    ]);
    expect(await fixed(wrong, 'J0561')).toContain('send bill\n      wait 1d\n      send offer');
    expect(await said(journey('send bill send hi'))).toEqual([]);
    expect(await said(journey('send bill send ring'))).toEqual([]);
    expect(await said(journey('if customer.language == "he" { send bill } else { send offer }'))).toEqual([]);
    expect(
      await said(journey('send bill run b', GOAL) + 'automation b { manually wait 1d send offer }'),
    ).toEqual([]);
  });

  test('also where two automations send them', async () => {
    const beside = (where: string) =>
      journey('send bill').replace(
        'touchpoint t on web',
        `automation other { on calendar.booked as m ${where} send offer }`,
      );
    expect((await said(beside(''))).join()).toContain('J0561');
    expect(await said(beside('where known(m.email) wait 1d'))).toEqual([]);
  });
});

describe('comparisons', () => {
  test('branches that all do the same compare nothing', async () => {
    expect((await said(journey('split { 50% one { send tip } 50% two { send tip } }'))).join()).toContain(
      'J0562',
    );
    expect((await said(journey('if known(customer.phone) { send tip } else { send tip }'))).join()).toContain(
      'J0562',
    );
    expect(await said(journey('if known(customer.phone) { send tip }'))).toEqual([]);
    expect(await said(journey('split { 50% one { send tip } 50% two { send offer } }'))).toEqual([]);
    expect(
      await said(journey('split { 50% one { send tip } 50% two { send tip wait 1d send hi } }')),
    ).toEqual([]);
  });

  test('a hold-out is held out to the end', async () => {
    expect(
      (await said(journey('split { 90% all { send tip } 10% holdout { wait 1d } } send offer'))).join(),
    ).toContain('J0563');
    expect(
      await said(journey('split { 90% all { send tip } 10% holdout { stop } } wait 1d send offer')),
    ).toEqual([]);
    expect(
      await said(journey('split { 90% all { send tip } 10% holdout { wait 1d } } notify sales "x"')),
    ).toEqual([]);
  });
});

describe('advertising without an end', () => {
  test('the same again and again', async () => {
    expect(
      await said(journey('repeat every 3d until crm.deal_won, at most 30 times { send offer }')),
    ).toEqual([
      'J0564 The same "offer" goes out up to 30 times to whoever does not react; send it less often, or give it variants.',
    ]);
    expect((await said(journey('send offer', GOAL, 'every day at 10:00'))).join()).toContain(
      'again and again',
    );
    expect(await said(journey('send offer', GOAL, 'every day at 10:00 until 2027-01-01'))).toEqual([]);
    expect(await said(journey('send offer', GOAL, 'every monday at 10:00'))).toEqual([]);
    expect(await said(journey('repeat every 1d until crm.deal_won, at most 30 times { send bill }'))).toEqual(
      [],
    );
  });

  test('to who has long bought', async () => {
    const steps = 'send tip wait 7d send offer';
    expect((await said(journey(steps, 'exit on mail.unsubscribed'))).join()).toContain('J0565');
    expect(await said(journey(steps))).toEqual([]);
    expect(await said(journey(steps, 'exit on mail.unsubscribed or crm.deal_won'))).toEqual([]);
    const asked = 'send tip wait 7d if not happened(crm.deal_won) { send offer }';
    expect(await said(journey(asked, 'exit on mail.unsubscribed'))).toEqual([]);
  });
});

describe('what need not be so', () => {
  test('a moment of what nobody did', async () => {
    expect(
      (
        await said(journey('at 1d before calendar.booked.start { send hi }', GOAL, 'on crm.deal_created'))
      ).join(),
    ).toContain('J0566 Nothing says that calendar.booked has happened by then');
    expect(await said(journey('at 1d before meeting.start { send hi }'))).toEqual([]);
    expect(await said(journey('at 1d before calendar.booked.start { send hi }'))).toEqual([]);
  });

  test('a message for just those whom it can not reach', async () => {
    expect((await said(journey('if not known(customer.phone) { send ring }'))).join()).toContain(
      'J0567 Here customer.phone isn\'t known, and without it "ring" reaches nobody',
    );
    expect((await said(journey('if known(customer.phone) { send hi } else { send ring }'))).join()).toContain(
      'J0567',
    );
    expect(await said(journey('if known(customer.phone) { send ring } else { send hi }'))).toEqual([]);
    expect(await said(journey('if not known(customer.email) { send ring }'))).toEqual([]);
  });
});

describe('courtesy', () => {
  test('nothing rings at night, unless hours hold it back', async () => {
    const night = 'at 04:00 on day of meeting.start { send ring }';
    expect((await said(journey(night))).join()).toContain(
      'J0740 "ring" rings at 04:00, when most people sleep',
    );
    expect((await said(journey('wait until 23:30 send ring'))).join()).toContain('J0740');
    expect((await said(journey('send ring', GOAL, 'every monday at 05:00'))).join()).toContain('J0740');
    expect(await said(journey(night, `${GOAL} quiet 21:00-08:00`))).toEqual([]);
    expect(await said(journey('at 04:00 on day of meeting.start { send hi }'))).toEqual([]);
    expect(await said(journey('at 08:00 on day of meeting.start { send ring }'))).toEqual([]);
  });

  test('advertising by SMS says on what basis', async () => {
    const wrong = journey('send deal');
    expect((await said(wrong)).join()).toContain('J0741 "deal" is advertising to a phone');
    expect(await said(await fixed(wrong, 'J0741'))).toEqual([]);
    expect(await said(journey('send deal', `${GOAL} consent marketing implied`))).toEqual([]);
    expect(await said(journey('send ring'))).toEqual([]);
  });
});

describe('texts', () => {
  const text = (category: string, body: string): string =>
    `system mail uses smoove\nmessage m via mail category ${category} { subject "News" body "${body}" }`;

  test.each(['Take 20% off your next order!', 'קוד קופון בשבילך', '20% הנחה על הכול', 'خصم 20% على كل شيء'])(
    '“%s” is advertising, whatever its category says',
    async (body) => {
      expect((await said(text('transactional', body))).join()).toContain('J0680');
      expect(await said(text('marketing', body))).toEqual([]);
    },
  );

  test('a bill with a discount in it is a bill', async () => {
    expect(await said(text('transactional', 'Discount: 10. VAT is 18%. The sale is final.'))).toEqual([]);
  });

  test.each(['Lorem ipsum dolor', 'TODO', '[insert offer here]', 'See http://localhost:3000/x'])(
    '“%s” is a draft',
    async (body) => {
      expect((await said(text('marketing', body))).join()).toContain('J0681');
    },
  );
});

test('nobody wants more of what is lost, dear or slow', async () => {
  const kpi = (formula: string): string =>
    journey('send hi').replace('touchpoint t on web', `touchpoint t on web kpi k "K" = ${formula}`);
  for (const formula of [
    'count(crm.deal_lost) per month, target up',
    'rate(pay.refunded of pay.paid) per month, target >= 5%',
    'sum(leads.spend) / count(leads.submitted), target >= 35 ILS',
    'median(s.entered -> crm.deal_won), target >= 14d',
  ])
    expect((await said(kpi(formula))).join()).toContain('J0829');
  const right = await fixed(kpi('count(crm.deal_lost) per month, target up'), 'J0829');
  expect(right).toContain('target down');
  for (const formula of [
    'count(crm.deal_lost) per month, target down',
    'count(crm.deal_won) per month, target up',
    'median(s.entered -> crm.deal_lost), target >= 14d',
    'sum(crm.deal_won.value) / sum(leads.spend) per quarter, target >= 3',
  ])
    expect(await said(kpi(formula))).toEqual([]);
});
