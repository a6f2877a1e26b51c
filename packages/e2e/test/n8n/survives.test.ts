import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields, type VendorCall } from '../../src/vendors/index.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { tableRows } from '../../src/n8n/index.ts';
import { noteOf, outpost, OUTPOST } from './plans/outpost.ts';
import { startTrial, type Trial } from './trial.ts';

/** A day lasts eight seconds: a run is under way all the time. */
const SCALE = { factor: 10_800, start: new Date().toISOString() };
const CUSTOMERS = 6;
const KILLS = 5;
/** What each of them gets: sends and notes, through waits, a loop, and branches side by side. */
const STORY = `
message keyed "Keyed" via safe category utility { subject "keyed" body "Keyed" }
journey story "Story" {
  timezone "Asia/Jerusalem"
  stage only "Only" {
    automation tells "Tells" {
      on post.go as go
      post.note(text: "first", about: go.email)
      send keyed
      wait 1d
      for each one in ["a", "b", "c"] { post.note(text: one, about: go.email) }
      parallel {
        branch { wait 1d
          send hello }
        branch { post.note(text: "branch", about: go.email)
          wait 2d }
      }
      repeat every 1d, at most 2 times { post.note(text: "turn", about: go.email) }
      send keyed
      post.note(text: "last", about: go.email)
    }
  }
}
`;
/** The same vendor, but one that knows a message by its key. */
const KEYED = OUTPOST.replace(/connector outpost "Outpost"/, 'connector safe_outpost "Safe outpost"')
  .replace(/system post "Outpost" uses outpost[\s\S]*/, 'system safe "Safe outpost" uses safe_outpost\n')
  .replace(/(subject: message.subject \})/, '$1 key request_id');

const folder = temporaryFolder('survives');
let trial: Trial;

beforeAll(async () => {
  const file = join(folder.path, 'story.journey');
  writeFileSync(file, OUTPOST + KEYED + STORY);
  trial = await startTrial({
    file,
    timeScale: SCALE,
    vendors: [outpost()],
    environment: {},
    credentials: { httpBearerAuth: { token: 'made-up' }, httpHeaderAuth: { value: 'made-up' } },
  });
}, 600_000);

afterAll(async () => {
  await trial.stop();
  folder.remove();
});

test(`killed at ${KILLS} moments and started again, n8n loses nothing and does nothing twice`, async () => {
  for (let n = 0; n < CUSTOMERS; n++) {
    const asked = { event_id: `go-${n}`, email: email(n), plan: 'story' };
    await reportUntilTaken(asked);
    if (n >= KILLS) continue;
    // Somewhere in the middle of what the customers so far are going through.
    await new Promise((resolve) => setTimeout(resolve, 700 + n * 1300));
    await trial.crash();
  }
  for (let n = 0; n < CUSTOMERS; n++) {
    await trial.call(
      `the last note about ${email(n)}`,
      (call) => isAbout(call, n) && noteOf(call) === 'last',
    );
  }
  await trial.until('the end of all runs', () =>
    tableRows(trial.home, 'journey_runs').length === 0 ? true : undefined,
  );
  for (let n = 0; n < CUSTOMERS; n++) {
    expect(
      distinct(n, (call) => call.path === '/notes', noteOf),
      email(n),
    ).toEqual(['a', 'b', 'branch', 'c', 'first', 'last', 'turn', 'turn']);
    const messages = distinct(
      n,
      (call) => call.path === '/messages' && 'request_id' in call.headers,
      () => 'keyed',
    );
    expect(messages, email(n)).toEqual(['keyed', 'keyed']);
    const unkeyed = trial.calls.filter(
      (call) => isAbout(call, n) && call.path === '/messages' && !('request_id' in call.headers),
    );
    // A vendor that knows no keys is told once, or, where nobody can know whether it was, not again.
    expect(unkeyed.length).toBeLessThanOrEqual(1);
  }
}, 600_000);

/** What a vendor that goes by the keys has: of each key one. */
function distinct(
  n: number,
  fits: (call: VendorCall) => boolean,
  what: (call: VendorCall) => string,
): string[] {
  const calls = trial.calls.filter((call) => isAbout(call, n) && fits(call));
  return [...new Map(calls.map((call) => [call.headers['request_id'], what(call)])).values()].sort();
}

function isAbout(call: VendorCall, n: number): boolean {
  const { about, to } = fields(call);
  return about === email(n) || to === email(n);
}

/** As a system does that gets no answer. */
async function reportUntilTaken(event: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    const status = await trial.post('story/post/go', event).catch(() => 0);
    if (status === 200) return;
  }
}

function email(n: number): string {
  return `customer-${n}@example.com`;
}
