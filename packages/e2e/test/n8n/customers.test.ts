import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyModel } from '@journey/model';
import { simulate } from '@journey/simulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tableRows } from '../../src/n8n/index.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile, startTrial, type Trial } from '../../src/trial/trial.ts';
import type { VendorAnswer, VendorCall } from '../../src/vendors/index.ts';

/** What conditions ask of a customer beyond their run, in a real n8n and as the simulator says it. */
const JOURNEYS = `
connector market "Market" {
  channel web
  base "https://shop.example.com"
  auth bearer env SHOP_TOKEN
  record profile extends contact { id: text orders: number }
  record account { id: text tier: one of [plain, gold] }
  event paid { id: text email: email total: number } = webhook "paid"
  event ordered of profile = webhook "ordered"
  event seen of contact = webhook "seen"
  event left of contact = webhook "left"
  event asked of contact = webhook "asked"
  action find_account(person: contact) -> account = GET "/accounts/{person.email}"
  action tag(about: email, tag: text) = POST "/tags" { about, tag }
}
system shop "Shop" uses market
segment regulars "Regulars" where shop.profile.orders >= 3
segment buyers "Buyers" where count(shop.paid where shop.paid.total >= 20) == 2
segment golden "Golden" where shop.account.tier == gold

journey loyal "Loyal" {
  timezone "Europe/London"

  stage only "Only" {
    automation joins "Comes to the regulars" {
      when in regulars
      shop.tag(about: customer.email, tag: "regular")
      if customer in golden {
        shop.tag(about: customer.email, tag: "golden")
      }
      wait for customer in golden up to 30d {
        timeout {
          stop
        }
      }
      shop.tag(about: customer.email, tag: "golden at last")
    }
    automation visits "Visits" {
      on shop.seen where customer in golden
      shop.tag(about: customer.email, tag: "seen")
    }
    automation pays "Pays often" {
      on shop.paid where count(shop.paid, within: 1h) >= 3
      shop.tag(about: customer.email, tag: "often")
      if sum(shop.paid.total where shop.paid.total > 10, within: 1h) >= 50 {
        shop.tag(about: customer.email, tag: "much")
      }
      wait for count(shop.paid, within: 1h) >= 5 up to 30d {
        timeout {
          stop
        }
      }
      shop.tag(about: customer.email, tag: "very often")
    }
    automation asks "Asks" {
      on shop.asked
      if customer in care {
        shop.tag(about: customer.email, tag: "in care")
      } else {
        shop.tag(about: customer.email, tag: "free")
      }
    }
    automation buys "Comes to the buyers" {
      when in buyers
      if count(shop.paid, within: 1s) > 99 or not (customer in buyers) {
        stop
      }
      shop.tag(about: customer.email, tag: "buyer")
    }
  }
}

journey care "Care" {
  timezone "Europe/London"
  exit on shop.seen

  stage only "Only" {
    automation waits "Waits" {
      on shop.left
      wait 10d
    }
  }
}
`;

/** n8n takes its time on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder('customers');
let trial: Trial;
let model: JourneyModel;
/** Whom the made-up shop holds for golden. */
const golden = new Set(['gil@example.com']);

function answer({ method, path }: VendorCall): VendorAnswer {
  if (method !== 'GET') return { status: 200, body: { ok: true } };
  const email = decodeURIComponent(path.split('/').at(-1) ?? '');
  if (email === 'bo@example.com') return { status: 404, body: { message: 'no such customer' } };
  return { status: 200, body: { id: email, tier: golden.has(email) ? 'gold' : 'plain' } };
}

beforeAll(async () => {
  const file = join(folder.path, 'customers.journey');
  writeFileSync(file, JOURNEYS);
  model = await compileFile(file);
  trial = await startTrial({
    file,
    vendors: [{ hosts: ['shop.example.com'], answer }],
    environment: {},
    credentials: { httpBearerAuth: { token: 'made-up' } },
  });
}, 600_000);

afterAll(async () => {
  await trial.stop();
  folder.remove();
});

test('a segment over what a system last told of starts something at the event that brings somebody into it', async () => {
  await ordered('dana', 2);
  expect(tags('dana')).toEqual([]);
  await ordered('dana', 3);
  await tagged('dana', 'regular');
  // Who is in it already comes into it no second time.
  await ordered('dana', 4);
  expect(tags('dana')).toEqual(['regular']);
  agrees('dana');
});

test('a system is asked for its record where a condition speaks of it, and asked again while something is waited for', async () => {
  await ordered('gil', 5);
  await tagged('gil', 'golden at last');
  expect(tags('gil')).toEqual(['regular', 'golden', 'golden at last']);
  await ordered('eli', 5);
  await tagged('eli', 'regular');
  await seen('eli');
  expect(tags('eli')).toEqual(['regular']);
  golden.add('eli@example.com');
  await seen('eli');
  await tagged('eli', 'golden at last');
  await seen('eli');
  await tagged('eli', 'seen');
  agrees('gil');
});

test('events are counted over a time, the one that is judged included', async () => {
  await paid('ana', 5);
  await paid('ana', 20);
  expect(tags('ana')).toEqual([]);
  await paid('ana', 30);
  await tagged('ana', 'buyer');
  await tagged('ana', 'much');
  await waiting(1);
  await paid('ana', 1);
  await waiting(2);
  await paid('ana', 2);
  await trial.until('ana to pay very often', () =>
    tags('ana').filter((tag) => tag === 'very often').length === 3 ? true : undefined,
  );
  agrees('ana');
});

test('who is under way in another journey is known till that has ended for them', async () => {
  await asked('kai', 'before');
  await tagged('kai', 'free');
  expect(await trial.post('care/shop/left', { event_id: 'kai-left', email: 'kai@example.com' })).toBe(200);
  await asked('kai', 'meanwhile');
  await tagged('kai', 'in care');
  expect(tags('kai')).toEqual(['free', 'in care']);
  expect(await trial.post('care/shop/seen', { event_id: 'kai-seen', email: 'kai@example.com' })).toBe(200);
  await asked('kai', 'after');
  await trial.until('kai to be free', () => (tags('kai').length === 3 ? true : undefined));
  expect(tags('kai')).toEqual(['free', 'in care', 'free']);
  agrees('kai');
});

test('where the system has no answer, the customer is in no segment that asks it', async () => {
  await ordered('bo', 3);
  await tagged('bo', 'regular');
  await seen('bo');
  expect(tags('bo')).toEqual(['regular']);
});

async function ordered(who: string, orders: number): Promise<void> {
  const body = { id: who, event_id: `${who}-${orders}`, email: `${who}@example.com`, orders };
  expect(await trial.post('loyal/shop/ordered', body)).toBe(200);
}

async function paid(who: string, total: number): Promise<void> {
  const body = { id: `${who}-${total}`, event_id: `${who}-${total}`, email: `${who}@example.com`, total };
  expect(await trial.post('loyal/shop/paid', body)).toBe(200);
}

async function asked(who: string, id: string): Promise<void> {
  const body = { event_id: `${who}-${id}`, email: `${who}@example.com` };
  expect(await trial.post('loyal/shop/asked', body)).toBe(200);
}

/** Until so many runs listen: what happens before is seen by their next look. */
async function waiting(runs: number): Promise<void> {
  const listening = (): number =>
    tableRows(trial.home, 'journey_runs').filter(({ run, url }) => url && String(run).includes('pays'))
      .length;
  await trial.until(`${runs} to wait`, () => (listening() >= runs ? true : undefined));
}

async function seen(who: string): Promise<void> {
  expect(await trial.post('loyal/shop/seen', { email: `${who}@example.com` })).toBe(200);
}

function tags(who: string): string[] {
  return trial.calls.flatMap(({ path, body }) => {
    const { about, tag } = (body ?? {}) as { about?: string; tag?: string };
    return path === '/tags' && about === `${who}@example.com` ? [String(tag)] : [];
  });
}

async function tagged(who: string, tag: string): Promise<void> {
  await trial.until(`${who} to be tagged as ${tag}`, () => (tags(who).includes(tag) ? true : undefined));
}

/** What the simulator makes of the same events is what n8n did. */
function agrees(who: string): void {
  const email = `${who}@example.com`;
  const rows = trial.events();
  const contact = rows.find(({ data }) => String(data).includes(`"${email}"`))?.['contact'];
  const events = rows
    .filter((row) => row['contact'] === contact && String(row['name']).startsWith('shop.'))
    .map((row) => ({
      at: String(row['at']),
      name: String(row['name']),
      id: String(row['key']),
      data: JSON.parse(String(row['data'])) as Record<string, unknown>,
    }));
  const done: string[] = [];
  simulate(model, {
    events,
    until: new Date(Date.now() + 1000).toISOString(),
    answer: (deed) => {
      if (deed.kind !== 'action') return { result: {} };
      if (deed.action === 'tag') done.push(String(deed.arguments['tag']));
      return { result: { id: email, tier: golden.has(email) ? 'gold' : 'plain' } };
    },
  });
  // Runs that go on at once go on side by side.
  expect(done.sort()).toEqual(tags(who).sort());
}
