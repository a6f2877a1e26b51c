import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings } from './support/workspace.ts';

const CODES = /J09\d\d/;
const HEAD = `system leads uses facebook_leads { page: env FB_PAGE_ID }
system landing uses form
system calendar uses google_calendar
system crm uses pipedrive
system mail uses smoove
message hi via mail category transactional { subject "Hi" body "Welcome!" }
message reminder via mail category transactional { subject "Soon" body "See you!" }
message never via mail category transactional { subject "No" body "Nothing" }
automation remind(moment: moment) { at 1d before moment { send reminder } }
journey j {
  goal crm.deal_won
  stage s {
    automation greet { on leads.submitted or landing.signed_up as lead send hi to lead }
    automation meet { on calendar.booked as meeting run remind(moment: meeting.start) wait for calendar.ended }
    kpi moved = count(calendar.moved) per 30d
  }
}
journey empty { stage s { pain "Slow" } }
`;

async function codes(source: string): Promise<string[]> {
  return (await findings(HEAD + source))
    .map((line) => line.split(' ')[1] ?? '')
    .filter((code) => CODES.test(code));
}

/** What the first fix makes of the source; the finding must be gone from it. */
async function repaired(source: string, code: string): Promise<string> {
  const result = (await fixed(HEAD + source, code)).slice(HEAD.length);
  expect(await codes(result)).not.toContain(code);
  return result;
}

const LEAD = '  2027-03-24 10:00 leads.submitted { first_name: "Dana" }';
const scenario = (...lines: string[]): string => `scenario "x" of j {\n${lines.join('\n')}\n}`;
const assume = (text: string): string => `assume j { ${text} }`;

describe('scenarios', () => {
  test('of the worked example make sense', async () => {
    expect(
      await codes(
        scenario(
          '  2027-03-24 10:00 leads.submitted { first_name: "Dana", phone: "+972500000000" } as lead',
          '  2027-03-24 12:00 calendar.booked { start: 2027-03-28 16:00 } as meeting',
          '  expect send hi within 1m',
          '  2027-03-25 9:00 calendar.moved { meeting: meeting, start: 2027-03-30 10:00 }',
          '  expect no send reminder on 2027-03-27',
          '  expect send reminder at 2027-03-29 10:00',
          '  expect no crm.deal_won',
        ),
      ),
    ).toEqual([]);
  });

  test('go forward in time', async () => {
    expect(await codes(scenario(LEAD, '  2027-03-24 10:00 landing.signed_up', '  expect send hi'))).toEqual(
      [],
    );
    expect(await codes(scenario(LEAD, '  expect send hi', '  2027-03-23 10:00 landing.signed_up'))).toEqual([
      'J0901',
    ]);
    const early = '  2027-03-24 9:59 landing.signed_up';
    expect(await repaired(scenario(LEAD, early, '  expect send hi'), 'J0901')).toBe(
      scenario(early, LEAD, '  expect send hi'),
    );
  });

  test('expect something after something happened', async () => {
    expect(await codes(scenario('  expect send hi', LEAD))).toEqual(['J0902']);
    expect(await codes(scenario(LEAD, '  expect send hi at 2027-03-24 9:30'))).toEqual(['J0902']);
    expect(await codes(scenario(LEAD, '  expect send hi on 2027-03-23'))).toEqual(['J0902']);
    expect(await codes(scenario(LEAD, '  expect send hi on 2027-03-24'))).toEqual([]);
    expect(await codes(scenario(LEAD))).toEqual(['J0911']);
  });

  test('test journeys that do something, and messages that they send', async () => {
    expect(await codes(`scenario "x" of empty {\n${LEAD}\n  expect send hi\n}`)).toEqual(['J0903']);
    expect(await codes(scenario(LEAD, '  expect send never'))).toEqual(['J0910']);
    expect(await codes(scenario(LEAD, '  expect no send never'))).toEqual(['J0910']);
    expect(
      await codes(`journey k extends j { stage t }\nscenario "x" of k {\n${LEAD}\n  expect send hi\n}`),
    ).toEqual([]);
  });

  test('have names of their own', async () => {
    const one = scenario(LEAD, '  expect send hi');
    expect(await codes(`${one}\n${one}`)).toEqual(['J0908']);
    expect(await codes(`${one}\n${one.replace('"x"', '"y"')}`)).toEqual([]);
  });

  test('give events what they carry', async () => {
    const booked = (data: string): string =>
      scenario(`  2027-03-24 10:00 calendar.booked { ${data} }`, '  expect send reminder');
    expect(await codes(booked('start: 2027-03-28 16:00, title: "Meeting", email: "a@example.com"'))).toEqual(
      [],
    );
    expect(await repaired(booked('strat: 2027-03-28 16:00'), 'J0907')).toBe(
      booked('start: 2027-03-28 16:00'),
    );
    expect(await repaired(booked('start: "2027-03-28 16:00"'), 'J0909')).toBe(
      booked('start: 2027-03-28 16:00'),
    );
    expect(await codes(booked('title: 5'))).toEqual([]);
    expect(await codes(booked('start: 16'))).toEqual(['J0909']);
    expect(await codes(booked('nothing_like_it: 16'))).toEqual(['J0907']);
  });
});

describe('assumptions', () => {
  test('about events that the journey looks at', async () => {
    expect(
      await codes(
        assume(
          '40 leads.submitted per 1d, opened(hi) 42%, clicked(reminder) 3%, calendar.booked 12% after 1d..5d, calendar.moved 2%',
        ),
      ),
    ).toEqual([]);
  });

  test('about other events change nothing', async () => {
    expect(await codes(assume('calendar.cancelled 3%'))).toEqual(['J0904']);
    expect(await codes(assume('opened(never) 3%'))).toEqual(['J0904']);
    expect(
      await repaired(assume('3 leads.submitted per 1d, calendar.cancelled 3%, calendar.ended 2%'), 'J0904'),
    ).toBe(assume('3 leads.submitted per 1d, calendar.ended 2%'));
    expect(await repaired(assume('calendar.cancelled 3%, calendar.ended 2%'), 'J0904')).toBe(
      assume('calendar.ended 2%'),
    );
  });

  test('are made once', async () => {
    expect(await repaired(assume('opened(hi) 3%, opened(hi) 5%'), 'J0906')).toBe(assume('opened(hi) 3%'));
    expect(await codes(assume('opened(hi) 3%, clicked(hi) 5%, opened(reminder) 2%'))).toEqual([]);
    expect(await repaired('assume j {\n  opened(hi) 3%\n  opened(hi) 5%\n}', 'J0906')).toBe(
      'assume j {\n  opened(hi) 3%\n}',
    );
  });

  test('know which time is shorter', async () => {
    expect(await codes(assume('calendar.booked 12% after 24h..1d'))).toEqual([]);
    expect(await repaired(assume('calendar.booked 12% after 5d..1d'), 'J0905')).toBe(
      assume('calendar.booked 12% after 1d..5d'),
    );
  });
});

test.each([
  'scenario "x" of j { 2027-03-24 10:00',
  'scenario "x" of',
  'assume j { opened(',
  'scenario "x" of j { expect',
  'assume j { opened(hi) 3% after 5d..',
])('what is still being written is left alone: %s', async (text) => {
  await expect(codes(text)).resolves.toBeDefined();
});
