import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { generatedCode } from './generated-code.ts';

const folder = temporaryFolder('lost-wakes');
afterAll(() => folder.remove());

// An event and a run that begins to wait for it may come at once: each looks for the other after it has been noted.
describe('an event that comes while a run begins to wait for it', async () => {
  const file = join(folder.path, 'waits.journey');
  writeFileSync(
    file,
    `system form uses form
system mail uses smoove
message hi via mail category transactional { subject "Hi" body "Hello" }
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  stage only {
    automation waits {
      on form.signed_up
      wait for replied(hi) up to 3d
      send hi
    }
  }
}`,
  );
  const model = await compileFile(file);
  const run = (node: string, workflow: string) => generatedCode(model, workflow, node, 'Asia/Jerusalem');

  test('wakes the run, though it was not listening when the event was looked at', () => {
    const names = ['replied:hi', '*'];
    const listens = (run: string, ...events: readonly string[]) => ({
      id: 1,
      run,
      journey: 'trial',
      events: JSON.stringify(events),
      url: `/wake/${run}`,
    });
    const given = run('Start and wake', '.events.json')(
      { 'What follows': [{ starts: [], names, wakes: [{ run: 'early', url: '/wake/early' }] }] },
      [
        listens('early', 'replied:hi'),
        listens('late', 'replied:hi'),
        listens('other', 'opened:hi'),
        { ...listens('elsewhere', 'replied:hi'), journey: 'another' },
        { id: 2, run: 'acts', journey: 'trial', events: null, url: null },
      ],
      0,
    );
    expect(given).toEqual([
      { what: 'wake', url: '/wake/early' },
      { what: 'wake', url: '/wake/late' },
    ]);
  });

  test.each([
    ['something more', [{ id: 7 }, { id: 8 }], true],
    ['nothing more', [{ id: 7 }], false],
  ])('is looked for again once the run listens: %s', (_, now, anything) => {
    const given = run('Did anything?', '.policy.json')({ 'What happened': [{ id: 7 }] }, now, 0);
    expect(given).toEqual([{ anything }]);
  });
});
