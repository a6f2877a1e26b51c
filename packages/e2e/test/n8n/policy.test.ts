import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JourneyModel } from '@journey/model';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate, type HistoryEntry } from '@journey/simulator';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { generatedCode } from './generated-code.ts';

type Row = Readonly<Record<string, unknown>>;

const ZONE = 'Asia/Jerusalem';
const folder = temporaryFolder('policy');
afterAll(() => folder.remove());

const HOUR = 3_600_000;
const START = Date.parse('2027-01-20T00:00:00Z');

/** Hours after the beginning, over three ends of months and the change to summer time. */
const moments = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 130 }), { minLength: 1, maxLength: 12 });

test.each(['1 message per 1mo', '2 messages per 1mo 1d', '1 message per 1d', '3 messages per 1w'])(
  'n8n counts a cap of %s as the model does, at the ends of months and over the change of clocks',
  async (cap) => {
    const model = await journeyWith(`cap ${cap}`);
    const decide = decider(model);
    fc.assert(
      fc.property(moments, (hours) => {
        const events = hours.toSorted((a, b) => a - b).map((hour) => buys(hour));
        expect(decide(events).map(said)).toEqual(inModel(model, events));
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);

const chooses = (hour: number, topic: string): Reported => reported(hour, 'chose', { topic });

describe('n8n acts as the model does', () => {
  test.each([
    ['a cap that waits', 'cap 1 message per 1d, then wait', [buys(0), buys(30), buys(40)]],
    [
      'a cap that drops beside one that waits',
      'cap 1 message per 1d, then wait cap 2 messages per 1w',
      [buys(0), buys(30), buys(60)],
    ],
    ['what such events are usually called', '', [buys(0), reported(1, 'unsubscribed'), buys(2)]],
    [
      'what the journey says is a no',
      'unsubscribe on post.chose',
      [reported(1, 'unsubscribed'), buys(2), chooses(3, ''), buys(4)],
    ],
    [
      'what the journey says is a yes',
      'subscribe on post.chose',
      [reported(1, 'unsubscribed'), buys(2), chooses(3, ''), buys(4)],
    ],
    [
      'a topic that is left and come back to',
      `unsubscribe from tips on post.chose as choice where choice.topic == "no tips"
       subscribe to tips on post.chose as choice where choice.topic == "tips"`,
      [buys(1), chooses(2, 'no tips'), buys(3), chooses(4, 'other'), buys(5), chooses(6, 'tips'), buys(7)],
    ],
    [
      'a topic that needs consent',
      'consent topic tips required subscribe to tips on post.chose',
      [buys(1), chooses(2, 'tips'), buys(3)],
    ],
  ] as const)('by %s', async (_, policy, events) => {
    const model = await journeyWith(policy);
    const decisions = inModel(model, events);
    expect(decider(model)(events).map(said)).toEqual(decisions);
    expect(new Set(decisions).size, String(decisions)).toBeGreaterThan(1);
  });
});

const ZONES = ['America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'Nowhere/Else', '', undefined];

test.each([
  'quiet 21:00-08:00 in customer.timezone',
  'send sunday-thursday 09:00-18:00 send friday 10:00-14:00 on email in customer.timezone',
  'send 09:00-18:00 send 11:00-12:00 on post, sms in customer.timezone quiet 20:00-10:00 on sms',
  'quiet 21:00-08:00 on post quiet 22:00-09:00 in "America/Los_Angeles"',
  'closed friday 14:00 - saturday 20:00 in customer.timezone closed on 2027-03-26 - 2027-03-28 in customer.timezone',
])(
  'n8n keeps the hours of "%s" as the model does, wherever the customer is',
  async (policy) => {
    const model = await journeyWith(policy);
    const decide = decider(model);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 100 }), fc.constantFrom(...ZONES), (hour, timezone) => {
        const customer = timezone === undefined ? {} : { timezone };
        const bought = reported(hour, 'bought', customer);
        const sent = historyOf(model, [bought]).find(({ name }) => name === 'sent:tip');
        let [made] = decide([bought], customer);
        // Asked again at the moment until which it waits, as n8n does.
        if (made?.until) [made] = decide([{ ...bought, at: Date.parse(made.until) }], customer);
        expect(made).toEqual({ what: 'sent', at: sent?.at });
      }),
      { numRuns: 80 },
    );
  },
  60_000,
);

/** Something that the made-up system reports of the one customer, so many hours after the beginning. */
interface Reported {
  readonly at: number;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function reported(hour: number, name: string, data: Readonly<Record<string, unknown>> = {}): Reported {
  return { at: START + hour * HOUR, name: `post.${name}`, data: { email: 'dana@example.com', ...data } };
}

/** What the journey answers with a message. */
function buys(hour: number): Reported {
  return reported(hour, 'bought');
}

let journeys = 0;

async function journeyWith(policy: string): Promise<JourneyModel> {
  journeys += 1;
  const file = join(folder.path, `${journeys}.journey`);
  writeFileSync(
    file,
    `connector outpost "Outpost" {
  channel email
  base "https://post.example.com"
  event bought of contact = webhook "bought"
  event unsubscribed of contact = webhook "unsubscribed"
  event chose { id: text email: email topic: text } = webhook "chose"
  send = POST "/messages" { to: recipient.email }
}
system post "Post" uses outpost
message tip "Tip" via post category marketing topic tips { subject "tip" body "Tip" }
journey trial "Trial" {
  timezone "${ZONE}"
  ${policy}
  stage only "Only" {
    automation tells "Tells" {
      on post.bought
      send tip
    }
  }
}
`,
  );
  const model = await compileFile(file);
  expect(model.journeys[0]?.policy.timezone).toBe(ZONE);
  return model;
}

function historyOf(model: JourneyModel, events: readonly Reported[]): readonly HistoryEntry[] {
  return simulate(model, {
    events: events.map(({ at, ...event }, index) => ({
      ...event,
      at: new Date(at).toISOString(),
      id: String(index),
    })),
    until: new Date(START + 140 * 24 * HOUR).toISOString(),
  }).history;
}

/** What becomes of each message when it is first asked about. */
function inModel(model: JourneyModel, events: readonly Reported[]): readonly string[] {
  const moments = new Set(events.map(({ at }) => at));
  return historyOf(model, events)
    .filter(({ at, name }) => moments.has(at) && /^(sent|spared|deferred):/.test(name))
    .map(({ name, why }) => said(decision(name, why)));
}

/** What was decided about a message, and when. */
interface Decision {
  readonly what: string;
  readonly why?: string;
  readonly at: number;
  readonly until?: string;
}

function said({ what, why }: Pick<Decision, 'what' | 'why'>): string {
  return why === undefined ? what : `${what}: ${why}`;
}

function decision(name: string, why: unknown): Pick<Decision, 'what' | 'why'> {
  const what = name.startsWith('sent:') || name.startsWith('begun:') ? 'sent' : (name.split(':')[0] ?? '');
  return { what, ...(typeof why === 'string' ? { why } : {}) };
}

/** Runs the generated code as n8n does, once for each message, with the rows that the earlier ones left. */
function decider(
  model: JourneyModel,
): (events: readonly Reported[], customer?: Reported['data']) => readonly Decision[] {
  const run = generatedCode(model, '.policy.json', 'Decide', ZONE);
  return (events, customer = {}) => {
    const rows: Row[] = [];
    const keep = (row: Row): void => void rows.push({ ...row, id: rows.length + 1 });
    return events.flatMap(({ at, name, data }, index) => {
      keep({
        name,
        data: JSON.stringify(data),
        at: new Date(at).toISOString(),
        journey: 'trial',
        key: String(index),
      });
      if (name !== 'post.bought') return [];
      const call = {
        run: { id: `run-${index}`, after: rows.length, attempt: 0, automation: 'tells' },
        contact: 'c',
        step: { id: 'send', kind: 'send', message: 'tip' },
      };
      const nodes = { Called: [{ call }], 'The customer': [{ data: JSON.stringify(customer) }] };
      const [item] = run(nodes, rows, at);
      const row = item?.['row'] as Row;
      keep(row);
      const { until } = JSON.parse(String(row['data'])) as { readonly until?: string };
      return [{ ...decision(String(row['name']), row['why']), at, ...(until ? { until } : {}) }];
    });
  };
}
