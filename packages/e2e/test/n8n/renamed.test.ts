import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { JourneyModel } from '@journey/model';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { generatedCode } from './generated-code.ts';

const ZONE = 'Asia/Jerusalem';
const NOW = Date.parse('2027-03-10T08:00:00Z');
const folder = temporaryFolder('renamed');
afterAll(() => folder.remove());

async function journeyWith(rules: string): Promise<JourneyModel> {
  const file = join(folder.path, 'renamed.journey');
  writeFileSync(
    file,
    `system landing "Landing" uses form
system mail "Mail" uses smoove
message greeting "Hello" via mail category transactional { subject "Hi" body "Hi" }
journey trial "Trial" {
  timezone "${ZONE}"
  reentry never
  version 2 { under way: move ${rules} }
  stage begin "Begin" { enter on landing.signed_up automation greet "Greet" { on landing.signed_up send greeting } }
}
`,
  );
  return compileFile(file);
}

const RULES = 'map early -> begin map welcome -> greet map hello -> greeting';

async function moved(
  rules: string,
  automation: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const run = generatedCode(await journeyWith(rules), '.clock.json', 'Begin again', ZONE);
  const call = { run: { id: 'r@1', automation, attempt: 0 } };
  const places = { 'send:hello': { last: 1 }, 'send:hello~2/1': { last: 2 }, 'wait:2d': { last: 3 } };
  const row = {
    run: 'r@1',
    contact: 'c',
    journey: 'trial',
    workflow: 'old',
    version: '1',
    call: JSON.stringify(call),
    places: JSON.stringify(places),
  };
  const tick = [{ ticked: new Date(NOW - 60_000).toISOString() }];
  return run({ Tick: tick, 'Who is on another version?': [row] }, [], NOW)[0];
}

test('a run goes on in the automation of the new name, at the places of the new names', async () => {
  for (const automation of [
    'trial.early.welcome',
    'trial.begin.welcome',
    'trial.early.greet',
    'trial.begin.greet',
  ]) {
    const begun = await moved(RULES, automation);
    expect(begun, automation).toMatchObject({
      call: { run: { id: 'r@1', automation: 'trial.begin.greet' } },
    });
    expect(begun?.['workflow'], automation).not.toBe('old');
    const { replay } = begun?.['call'] as { readonly replay: object };
    expect(Object.keys(replay)).toEqual(['send:greeting', 'send:greeting~2/1', 'wait:2d']);
  }
});

test('a customer is in the stage of the new name, and re-entry knows what began under the old one', async () => {
  const run = generatedCode(await journeyWith(RULES), '.events.json', 'What follows', ZONE);
  const kept = (id: number, name: string, more = {}): Readonly<Record<string, unknown>> => ({
    id,
    contact: 'c',
    journey: 'trial',
    name,
    key: `landing.signed_up:${id}`,
    run: null,
    step: null,
    data: '{}',
    at: new Date(NOW - 60_000).toISOString(),
    ...more,
  });
  const past = [
    kept(1, 'trial.early.entered'),
    kept(2, 'run.started', { run: 'r@1', step: 'trial.early.welcome' }),
  ];
  const event = { name: 'landing.signed_up', system: 'landing', key: 'landing.signed_up:9', data: {} };
  const [follows] = run(
    {
      'The customer': [{ contact: 'c', message: null }],
      'Who is it?': [{ event: { ...event, at: new Date(NOW).toISOString() } }],
      'What is new': [{}],
      'What happened before': past,
    },
    [],
    NOW,
  );
  const rows = follows?.['rows'] as readonly { readonly name: string }[];
  expect(rows.map(({ name }) => name)).toEqual(['landing.signed_up', 'run.refused']);
});

test('a message that was sent under its old name is not sent again', async () => {
  const run = generatedCode(await journeyWith(RULES), '.policy.json', 'Decide', ZONE);
  const decide = (past: readonly Readonly<Record<string, unknown>>[]): unknown => {
    const state = {
      run: { id: 'r@1', automation: 'trial.begin.greet', after: 0, attempt: 1 },
      contact: 'c',
      vars: {},
    };
    const call = { ...state, step: { id: 'send:greeting', kind: 'send', message: 'greeting' } };
    const [decision] = run(
      { Called: [{ call }], 'The run': [{}], 'The customer': [{ data: '{}' }] },
      past,
      NOW,
    );
    return [decision?.['outcome'], decision?.['key']];
  };
  const row = {
    id: 1,
    contact: 'c',
    journey: 'trial',
    name: 'sent:hello',
    key: 'r@1/send:hello',
    run: 'r@1',
  };
  expect(decide([])).toEqual(['go', 'r@1/send:greeting']);
  expect(decide([{ ...row, data: '{}', at: new Date(NOW - 60_000).toISOString() }])).toEqual([
    'leave',
    'r@1/send:hello',
  ]);
});

test('where nothing says what it is called now, it goes on in its old workflow', async () => {
  expect(await moved('', 'trial.early.welcome')).toMatchObject({
    workflow: 'old',
    call: { run: { automation: 'trial.early.welcome' }, replay: { 'send:hello': { last: 1 } } },
  });
});
