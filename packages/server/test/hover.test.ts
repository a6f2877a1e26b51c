import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Project } from './project.ts';

const systems = `/** Where deals are kept. */
system crm "CRM" uses pipedrive
system sms "Texts" uses gateway
system leads "Lead form" uses facebook_leads

connector gateway { channel sms }

message reminder "תזכורת" via sms category utility {
  text "היי {{customer.first_name}}, הפגישה שלנו מחר בבוקר, בכתובת שקיבלת. נתראה מחר ונעבור יחד על כל מה ששאלת."
}
`;

const journey = `import "./systems.journey"

policy office {
  timezone "Asia/Jerusalem"
  send sunday-thursday 09:00-18:00
}

journey welcome "Welcome" uses office {
  stage awareness "Awareness" {
    automation capture "Capture" {
      on crm.deal_won as deal where deal.value >= 100 ILS
      wait 2d12h
      send reminder
      crm.add_note(deal: deal, text: "Done")
      wait until tuesday 10:00
    }
    kpi pace "Pace" = median(awareness.entered -> crm.deal_won) per 30d, target <= 14d
    kpi cost "Cost" = sum(leads.spend) / count(leads.submitted), target <= 35 ILS
  }
}

scenario "a day" of welcome {
  2027-03-28 10:00 crm.deal_won as deal
  expect send reminder
}
`;

let project: Project;

beforeAll(async () => {
  project = await Project.open({ 'systems.journey': systems, 'main.journey': journey });
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

/** The hover over the middle of a text that the journey holds, without the marks that keep its order. */
async function hover(needle: string, further: number): Promise<string | undefined> {
  expect(journey).toContain(needle);
  const marked = journey.replace(needle, `${needle.slice(0, further)}‸${needle.slice(further)}`);
  return (await project.hover('main.journey', marked))?.replace(/[\u2066-\u2069]/g, '');
}

describe('a hover says what it comes to', () => {
  test('a message: how it goes out, when, how long it is, what it says', async () => {
    expect(await hover('send reminder', 7)).toBe(
      [
        '```journey\nmessage reminder "תזכורת" via sms\n```',
        '2 SMS parts',
        '> היי {{customer.first\\_name}}, הפגישה שלנו מחר בבוקר, בכתובת שקיבלת. נתראה מחר ונעבור יחד על כל מה ששאלת.',
        'Sent Sunday–Thursday 09:00–18:00, Asia/Jerusalem',
      ].join('\n\n'),
    );
  });

  test('a system of another file: its doc comment', async () => {
    expect(await hover('crm.add_note', 1)).toBe(
      '```journey\nsystem crm "CRM" uses pipedrive\n```\n\nWhere deals are kept.',
    );
  });

  test('a length of time, in words', async () => {
    expect(await hover('2d12h', 2)).toBe('2 days and 12 hours');
  });

  test('a date, with its weekday', async () => {
    expect(await hover('2027-03-28', 2)).toBe('Sunday, March 28, 2027');
  });

  test('a measure: its formula, its time, its target', async () => {
    expect(await hover('kpi pace', 5)).toBe(
      [
        '```journey\nkpi pace "Pace" = median(awareness.entered -> crm.deal_won)\n```',
        'the median of the time from “Comes to stage Awareness” to “CRM: deal won” in 30 days',
        'Target: ≤ 14 days',
      ].join('\n\n'),
    );
    expect(await hover('kpi cost', 5)).toContain(
      'the sum of spend of Lead form divided by the number of “Lead form: form sent”',
    );
  });

  test('a keyword: what it does, and what the statement says', async () => {
    expect(await hover('wait until', 1)).toBe(
      'Goes on after a time, at a moment, or when something happened.\n\nWait until Tuesday, 10:00',
    );
    expect(await hover('on crm.deal_won', 1)).toBe(
      'Begins when the event happens.\n\nCRM: deal won, where value of the deal is at least ₪100',
    );
  });

  test('an automation: what starts it', async () => {
    expect(await hover('automation capture', 12)).toBe(
      '```journey\nautomation capture "Capture"\n```\n\nCRM: deal won, where value of the deal is at least ₪100',
    );
  });

  test('a journey: when it sends', async () => {
    expect(await hover('journey welcome', 9)).toContain('Sent Sunday–Thursday 09:00–18:00, Asia/Jerusalem');
  });

  test('nothing for blanks and numbers', async () => {
    expect(await hover('100 ILS', 1)).toBeUndefined();
    expect(await hover('    kpi pace', 2)).toBeUndefined();
  });
});
