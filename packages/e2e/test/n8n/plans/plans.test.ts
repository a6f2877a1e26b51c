import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { JourneyModel } from '@journey/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableRows } from '../../../src/n8n/index.ts';
import { temporaryFolder } from '../../../src/process/temporary-folder.ts';
import { differences, happenedInN8n, happensInModel } from './compare.ts';
import { CONSTRUCTS } from './constructs.ts';
import { noteOf, outpost, OUTPOST } from './outpost.ts';
import { emailOf, journeyOf, type Plan, type PlannedEvent } from './plan.ts';
import { randomPlans } from './random.ts';
import { ROUNDS } from './rounds.ts';
import { compileFile, startTrial, type Trial } from '../../../src/trial/trial.ts';

/**
 * A day lasts half a minute, longer on a machine that has other work: what happens comes half a day from what is decided
 * by it, and n8n must not be so late.
 */
const BUSY = Math.min(3, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));
const SCALE = { factor: Math.round(3000 / BUSY), start: new Date().toISOString() };
const DAYS = 7;
/** Another number is another sample. */
const SEED = Number(process.env['JOURNEY_PLANS_SEED'] ?? 20270301);
/** What runs is compared here, not how it is kept apart: n8n's other engine takes a quarter of the time. */
const FAST = { N8N_EXPRESSION_ENGINE: 'legacy' };
const KEY = { 'X-Journey-Key': 'made-up' };

const random = randomPlans(SEED, 6);
const byHand: readonly Plan[] = [
  { name: 'stands', steps: 'post.note(text: "fails 4", about: go.email)\nsend hello', events: [] },
  { name: 'refused', steps: 'post.note(text: "refused", about: go.email)\nsend hello', events: [] },
  {
    name: 'asked_later',
    steps: 'post.note(text: "fails 1, later", about: go.email)\nsend hello',
    events: [],
  },
];
const compared = [...CONSTRUCTS, ...random];
const ROUND = { name: 'round' };

const folder = temporaryFolder('plans');
let trial: Trial;
let model: JourneyModel;

beforeAll(async () => {
  const file = join(folder.path, 'plans.journey');
  writeFileSync(file, OUTPOST + journeyOf([...compared, ...byHand]) + ROUNDS);
  model = await compileFile(file);
  trial = await startTrial({
    file,
    timeScale: SCALE,
    vendors: [outpost()],
    environment: { NOTIFY_SALES: 'https://chat.example.com/sales', ...FAST },
    credentials: { httpBearerAuth: { token: 'made-up' }, httpHeaderAuth: { value: 'made-up' } },
  });
  // One after the other: twenty customers at once would each wait for the nineteen others.
  const plans = [...compared, ...byHand].map((plan, index) =>
    until(Date.now() + index * 2500 * BUSY).then(() => live(plan)),
  );
  await Promise.all([...plans, goRound(), bothWant(), twoCome('queue'), twoCome('few'), manyCome()]);
}, 1_500_000);

afterAll(async () => {
  await trial.stop();
  folder.remove();
});

describe('n8n does what the model says', () => {
  test.each(compared)('$name', { timeout: 600_000 }, async (plan) => {
    const compare = (): readonly string[] =>
      differences(
        happenedInN8n(trial, 'plans', plan),
        happensInModel(trial, model, 'plans', plan, trial.now()),
        DAYS - 1,
      );
    await trial
      .until('n8n to catch up', () => (compare().length === 0 ? true : undefined))
      .catch(() => false);
    expect(compare(), plan.steps).toEqual([]);
  });
});

test('dates, segments, the calendar and people start automations as the model says', () => {
  const inModel = happensInModel(trial, model, 'rounds', ROUND, trial.now());
  expect(differences(happenedInN8n(trial, 'rounds', ROUND), inModel, DAYS - 1)).toEqual([]);
  const notes = trial.calls.filter((call) => JSON.stringify(call.body).includes(emailOf(ROUND))).map(noteOf);
  expect(new Set(notes)).toEqual(new Set(['joined', 'daily', 'dated', 'asked', 'welcome']));
  expect(notes.filter((note) => note === 'dated')).toHaveLength(1);
});

test('of two journeys that wait to send to one customer, the one with the higher priority does', () => {
  expect(newsBy('high.only.tells')).toEqual(FIRST);
  expect(new Set(newsBy('low.only.tells'))).toEqual(new Set(SECOND));
});

test('of two automations of a journey that wait to send, the one with the higher priority does', () => {
  expect(newsBy('within.only.sooner')).toEqual(FIRST);
  expect(new Set(newsBy('within.only.later'))).toEqual(new Set(SECOND));
});

test('a journey that takes only one lets the next in when the first has left, or turns them away', () => {
  const courseOf = (journey: string, who: string): string[] =>
    trial
      .events()
      .filter((row) => row['journey'] === journey && String(row['key']).includes(`:${who} in `))
      .map((row) => String(row['name']));
  const came = ['post.go', 'journey.waits', 'journey.entered', 'run.started', 'did:post.note'];
  expect(courseOf('queue', 'first')).toEqual(came);
  expect(courseOf('queue', 'second')).toEqual(came);
  const rows = trial.events().filter((row) => row['journey'] === 'queue');
  const left = rows.findIndex((row) => row['name'] === 'journey.goal_reached');
  const [first, second] = rows.flatMap((row, index) => (row['name'] === 'journey.entered' ? [index] : []));
  expect(first).toBeLessThan(left);
  expect(second).toBeGreaterThan(left);
  expect(courseOf('few', 'second')).toEqual(['post.go', 'journey.waits', 'journey.turned_away']);
});

test('a split finds its best branch, which whoever comes new takes, and who has taken one stays in it', () => {
  const rows = rowsOfBest();
  const taken = rows.filter((row) => row['name'] === 'took:best.only.tries/split').map(wayOf);
  const early = taken.slice(0, EARLY.length);
  expect(new Set(early)).toEqual(new Set(['hello', 'offer']));
  expect(taken.slice(EARLY.length)).toEqual(LATE.map(() => 'offer'));
  const found = rows.filter((row) => row['name'] === 'winner:best.only.tries/split');
  expect(found.map(wayOf)).toEqual(['offer']);
  const again = rows.filter(
    (row) => String(row['run']).includes('again') && /^sent:/.test(String(row['name'])),
  );
  expect(again.map((row) => row['name'])).toEqual(['sent:hello', 'sent:question']);
});

test('a message finds its best variant, which whoever comes new gets, and who has got one gets it again', () => {
  const rows = rowsOfBest();
  const taken = rows.filter((row) => row['name'] === 'took:message:question');
  expect(new Set(taken.slice(0, EARLY.length).map(wayOf))).toEqual(new Set(['long', 'short']));
  expect(taken.slice(EARLY.length).map(wayOf)).toEqual(LATE.map(() => 'short'));
  expect(rows.filter((row) => row['name'] === 'winner:message:question').map(wayOf)).toEqual(['short']);
  const texts = { long: 'what do you think', short: 'in a word' };
  for (const [way, text] of Object.entries(texts)) {
    const getting = [...EARLY, ...LATE].filter((who) => wasTold(text, who));
    expect(getting).toHaveLength(taken.filter((row) => wayOf(row) === way).length);
  }
  const isAgain = EARLY.find((who) => wasTold('hello', who)) ?? '';
  const told = Object.values(texts).filter((text) => wasTold(text, isAgain));
  expect(told).toHaveLength(1);
});

function rowsOfBest(): readonly Readonly<Record<string, unknown>>[] {
  return trial.events().filter((row) => row['journey'] === 'best');
}

test('a department is told at its address, once for each of a list', () => {
  const told = trial.calls.filter(
    ({ host, body }) => host === 'chat.example.com' && JSON.stringify(body).includes('for_each_notifies'),
  );
  expect(told).toHaveLength(3);
});

test('what keeps failing stands aside until somebody has it tried again; what a vendor refuses stands at once', async () => {
  const asked = (plan: string): number =>
    trial.calls.filter(
      (call) =>
        call.path === '/notes' &&
        JSON.stringify(call.body).includes(plan) &&
        noteOf(call).match(/fails|refused/),
    ).length;
  expect(asked('stands')).toBe(4);
  expect(asked('refused')).toBe(1);
  const aside = tableRows(trial.home, 'journey_set_aside').filter(({ url }) => url !== null);
  expect(aside.map(({ what }) => what)).toEqual(['failed:post.note', 'failed:post.note']);
  expect(aside.map(({ why }) => String(why)).sort()).toEqual([
    expect.stringContaining('422'),
    expect.stringContaining('503'),
  ]);
  expect(await trial.post('plans/again', {}, KEY)).toBe(200);
  for (const name of ['stands', 'refused']) {
    await trial.call(
      `hello to ${name}`,
      (call) => call.path === '/messages' && JSON.stringify(call.body).includes(emailOf({ name })),
    );
  }
  expect(await trial.post('plans/again', {})).toBe(403);
});

test('a vendor that says when to come again is asked again then', () => {
  const calls = trial.calls.filter(
    (call) => call.path === '/notes' && JSON.stringify(call.body).includes('asked_later'),
  );
  expect(calls).toHaveLength(2);
  const [first, second] = calls;
  const days = (((second?.at ?? 0) - (first?.at ?? 0)) * SCALE.factor) / 86_400_000;
  expect(days).toBeGreaterThan(1.9);
});

test('a vendor that knows a repetition by its key is told the same one', () => {
  const keys = trial.calls
    .filter((call) => call.path === '/notes' && JSON.stringify(call.body).includes('backs_off'))
    .map(({ headers }) => headers['request_id']);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

/** Starts the plan for its customer, and lets happen what is to happen, each at its time. */
async function live(plan: Plan): Promise<void> {
  const email = emailOf(plan);
  await trial.post('plans/post/go', { event_id: plan.name, email, plan: plan.name, ...plan.data });
  const start = Date.now();
  for (const [index, event] of plan.events.entries()) {
    await until(start + days(event.day));
    await report(event, { event_id: `${plan.name}-${index}`, email, ...event.data });
  }
  await until(start + days(DAYS));
}

/** A customer to whom things happen that no automation listens for alone. */
async function goRound(): Promise<void> {
  const email = emailOf(ROUND);
  // n8n looks at schedules every ten seconds, a third of a day: the round at noon must find nobody who has just come.
  await trial.untilHour(21, 'Asia/Jerusalem');
  const start = Date.now();
  const at = (day: number): string => new Date(trial.now().getTime() + day * 86_400_000).toISOString();
  const person = { full_name: 'Maja Berg', email, plan: 'none' };
  await trial.post('rounds/post/go', { ...person, event_id: 'round-1', language: 'en' });
  await until(start + days(0.5));
  await trial.post('rounds/post/go', { ...person, event_id: 'round-2', language: 'sv' });
  await trial.post('rounds/post/booked', { id: 'p1', email, until: at(2.3) });
  await until(start + days(1));
  await trial.post('rounds/post/moved', { event_id: 'p1-moved', id: 'p1', until: at(4) });
  await trial.post('rounds/post/booked', { id: 'p2', email, until: at(2.5) });
  await trial.post('rounds/post/cancelled', { event_id: 'p2-off', id: 'p2' });
  await trial.post('rounds/start/asked', { event_id: 'by-hand', email }, KEY);
  await until(start + days(2.5));
  await trial.post('rounds/post/bought', { event_id: 'visits', email });
}

const FIRST = ['deferred:news quiet hours', 'begun:news', 'sent:news'];
const SECOND = ['deferred:news quiet hours', 'deferred:news priority', 'spared:news cap of 1 messages'];

/** What became of the news that an automation has to tell. */
function newsBy(automation: string): string[] {
  return trial
    .events()
    .filter((row) => String(row['name']).endsWith(':news') && String(row['run']).startsWith(automation))
    .map((row) => [row['name'], row['why']].filter(Boolean).join(' '));
}

/** Two journeys, or two automations, want to tell one customer the news in the night; their cap lets one of them. */
async function bothWant(): Promise<void> {
  await trial.untilHour(22, 'Asia/Jerusalem');
  const wants = (journey: string, who: string): Promise<unknown> =>
    trial.post(`${journey}/post/go`, { event_id: who, email: `${who}@example.com`, plan: 'both' });
  await Promise.all([wants('low', 'both'), wants('high', 'both'), wants('within', 'inner')]);
}

/** Two come to a journey that takes one; the first buys, and so leaves, two days later. */
async function twoCome(journey: string): Promise<void> {
  const go = (who: string): Promise<unknown> =>
    trial.post(`${journey}/post/go`, {
      event_id: `${who} in ${journey}`,
      email: `${who}.${journey}@example.com`,
      plan: 'one',
    });
  await go('first');
  const start = Date.now();
  await until(start + days(0.25));
  await go('second');
  await until(start + days(2));
  await trial.post(`${journey}/post/bought`, {
    event_id: `${journey} bought`,
    email: `first.${journey}@example.com`,
  });
}

const EARLY = ['ann', 'ben', 'cem', 'dov', 'eli', 'fay', 'gil', 'hed'];
const LATE = ['ida', 'jan', 'kim', 'lea', 'max', 'nur'];

/** Some come to a split that learns; those whose branch offers something click; after that come others, and one again. */
async function manyCome(): Promise<void> {
  const go = (who: string, id = who): Promise<unknown> =>
    trial.post('best/post/go', { event_id: id, email: emailInBest(who), plan: 'best' });
  const click = (message: string, who: string): Promise<unknown> =>
    trial.post('best/post/engagement', { email: emailInBest(who), engagement: 'clicked', message });
  for (const who of EARLY) await go(who);
  const start = Date.now();
  await trial.until('all to be written to', () =>
    EARLY.every((who) => wasTold('Question', who)) ? true : undefined,
  );
  for (const who of EARLY.filter((each) => wasTold('offer', each))) await click('offer', who);
  for (const who of EARLY.filter((each) => wasTold('in a word', each))) await click('question', who);
  await until(start + days(1.5));
  for (const who of LATE) await go(who);
  await go(EARLY.find((who) => wasTold('hello', who)) ?? '', 'again');
}

function emailInBest(who: string): string {
  return `${who}.best@example.com`;
}

/** Whether a message with that text went out to somebody who came to the best. */
function wasTold(text: string, who: string): boolean {
  return trial.calls.some(
    ({ path, body }) =>
      path === '/messages' && [text, emailInBest(who)].every((part) => JSON.stringify(body).includes(part)),
  );
}

function wayOf(row: Readonly<Record<string, unknown>>): unknown {
  const data: { readonly way?: unknown } = JSON.parse(String(row['data']));
  return data.way;
}

async function report({ name }: PlannedEvent, data: Readonly<Record<string, unknown>>): Promise<void> {
  const [engagement, message] = name.split(':');
  if (message === undefined) await trial.post(`plans/post/${name}`, data);
  else await trial.post('plans/post/engagement', { ...data, engagement, message });
}

function days(count: number): number {
  return (count * 86_400_000) / SCALE.factor;
}

function until(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - Date.now())));
}
