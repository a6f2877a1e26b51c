import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyModel } from '@journey/model';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { generatedCode } from './generated-code.ts';

const ZONE = 'Asia/Jerusalem';
const NOW = Date.parse('2027-03-10T08:00:00Z');
const folder = temporaryFolder('clock');
afterAll(() => folder.remove());

async function journeyWith(rules: string): Promise<JourneyModel> {
  const file = join(folder.path, 'clock.journey');
  writeFileSync(
    file,
    `system landing "Landing" uses form
system mail "Mail" uses smoove
message hello "Hello" via mail category transactional { subject "Hi" body "Hi" }
journey trial "Trial" {
  timezone "${ZONE}"
  exit on mail.unsubscribed
  ${rules}
  stage only "Only" { automation tells "Tells" { on landing.signed_up send hello } }
}
`,
  );
  return compileFile(file);
}

describe('a run that shows no life', () => {
  const call = { run: { id: 'tells@1', automation: 'trial.only.tells', attempt: 0 } };
  const row = {
    run: 'tells@1',
    contact: 'c',
    journey: 'trial',
    workflow: 'w',
    version: '1',
    call: JSON.stringify(call),
  };

  async function next(
    lost: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const run = generatedCode(await journeyWith(''), '.clock.json', 'Begin again', ZONE);
    const tick = [{ ticked: new Date(NOW - 60_000).toISOString() }];
    return run({ Tick: tick, 'Who shows no life?': [{ ...row, ...lost }] }, [], NOW)[0];
  }

  test('begins again at its next attempt, and counts how often it came no further', async () => {
    expect(await next({ places: '{"a":1}', tries: '{"places":1,"times":2}' })).toMatchObject({
      workflow: 'w',
      call: { run: { attempt: 1 } },
      row: { run: 'tells@1', tries: '{"places":1,"times":3}' },
    });
    expect(await next({ places: '{"a":1,"b":1}', tries: '{"places":1,"times":5}' })).toMatchObject({
      row: { tries: '{"places":2,"times":1}' },
    });
  });

  test('is put aside after five times at one place', async () => {
    expect(await next({ places: '{"a":1}', tries: '{"places":1,"times":5}' })).toEqual({
      row: { run: 'tells@1', due: null },
      aside: {
        key: 'run tells@1',
        contact: 'c',
        journey: 'trial',
        run: 'tells@1',
        step: null,
        what: 'run',
        url: null,
        why: 'n8n stopped 5 times at the same place',
        at: new Date(NOW).toISOString().replace('08:00:00.000Z', '10:00:00.000+02:00'),
      },
    });
  });
});

describe('at the door of a journey that takes only so many', () => {
  const place = (contact: string, name: string, hours: { since: number; entered?: number }) => ({
    key: `door trial ${contact}`,
    contact,
    journey: 'trial',
    name: `journey.${name}`,
    data: JSON.stringify({
      since: at(hours.since),
      ...(hours.entered === undefined ? {} : { entered: at(hours.entered) }),
      asked: `asked ${contact}`,
    }),
  });
  const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

  /** Who is told what. */
  async function told(limits: string, places: readonly ReturnType<typeof place>[]): Promise<string[]> {
    const run = generatedCode(await journeyWith(`entries ${limits}`), '.clock.json', 'Who comes in?', ZONE);
    return run({}, [{ key: 'clock trial' }, ...places], NOW).map(
      ({ contact, event, id }) => `${String(contact)} ${String(event)} (${String(id)})`,
    );
  }

  const places = [
    place('ada', 'entered', { since: -30, entered: -30 }),
    place('ben', 'waits', { since: -1 }),
    place('cleo', 'waits', { since: -2 }),
    place('dan', 'exited', { since: -3, entered: -3 }),
  ];

  test('who came first comes in first, as far as there is room', async () => {
    expect(await told('at most 2 at once, then wait', places)).toEqual(['cleo journey.entered (asked cleo)']);
    expect(await told('at most 3 at once', places)).toEqual([
      'cleo journey.entered (asked cleo)',
      'ben journey.entered (asked ben)',
    ]);
  });

  test('within a time, those count who came in then, wherever they are now', async () => {
    expect(await told('at most 2 per 1d, then wait', places)).toEqual(['cleo journey.entered (asked cleo)']);
    expect(await told('at most 1 per 1d', places)).toEqual([
      'cleo journey.turned_away (asked cleo)',
      'ben journey.turned_away (asked ben)',
    ]);
  });
});
