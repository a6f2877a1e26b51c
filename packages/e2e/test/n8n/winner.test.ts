import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JourneyModel } from '@journey/model';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate } from '@journey/simulator';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { drawFor } from '../../../targets/src/n8n/javascript/draw.ts';
import { generatedCode } from './generated-code.ts';

type Row = Readonly<Record<string, unknown>>;

const ZONE = 'Asia/Jerusalem';
const HOUR = 3_600_000;
/** Some days before the change to summer time. */
const START = Date.parse('2027-03-20T08:00:00Z');
const SPLIT = 'trial.only.tells/split';
const MESSAGE = 'message:question';

const folder = temporaryFolder('winner');
afterAll(() => folder.remove());

/** A customer comes to the split, or clicks or buys something, so many hours after the beginning. */
interface Happening {
  readonly hour: number;
  readonly who: string;
  readonly what: 'go' | 'bought' | 'clicked:story' | 'clicked:offer' | 'clicked:question';
  readonly team: string;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  hour: fc.integer({ min: 0, max: 24 * 9 }),
  who: fc.integer({ min: 1, max: 20 }).map((number) => `c${number}`),
  what: fc.constantFrom('go', 'go', 'go', 'bought', 'clicked:story', 'clicked:offer', 'clicked:question'),
  team: fc.integer({ min: 1, max: 12 }).map((number) => `team ${number}`),
});

describe.each([
  ['', 'winner by clicked after 3d, at least 1 each'],
  ['', 'winner by post.bought after 5d, at least 2 each'],
  ['', 'winner by clicked(offer) after 1h, at least 2 each'],
  ['by go.team', 'winner by post.bought after 2d, at least 2 each'],
])('n8n finds the best branch of a split %s %s', async (by, winner) => {
  const model = await journeyWith(by, winner);
  const comes = at(SPLIT, model);

  test('as the model does, whoever comes when', () => {
    let found = 0;
    fc.assert(
      fc.property(comings(), (happenings) => {
        const expected = inModel(model, happenings);
        expect(comes(happenings, by === '' ? ({ who }) => who : ({ team }) => team)).toEqual(expected);
        if (expected.some((line) => line.includes('winner:'))) found += 1;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  }, 60_000);
});

test.each(['clicked after 3d', 'post.bought after 2d', 'clicked(offer) after 5d'])(
  'n8n finds the best variant of a message as the model does: winner by %s',
  async (winner) => {
    const model = await journeyOf(`send question`, `${winner}, at least 2 each`);
    const comes = at(MESSAGE, model);
    let found = 0;
    fc.assert(
      fc.property(comings(), (happenings) => {
        const expected = inModel(model, happenings);
        expect(comes(happenings, ({ who }) => who)).toEqual(expected);
        if (expected.some((line) => line.includes('winner:'))) found += 1;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  },
  60_000,
);

function comings(): fc.Arbitrary<readonly Happening[]> {
  return fc
    .uniqueArray(happening, { minLength: 20, maxLength: 90, selector: (one) => one.hour })
    .map((all) => all.toSorted((one, other) => one.hour - other.hour));
}

function journeyWith(by: string, winner: string): Promise<JourneyModel> {
  return journeyOf(
    `split ${by} {
        30% story { send story send offer }
        60% offer { send offer }
        10% holdout { stop }
        ${winner}
      }`,
    'opened after 900d',
  );
}

let written = 0;

async function journeyOf(steps: string, best: string): Promise<JourneyModel> {
  const file = join(folder.path, `${++written}.journey`);
  writeFileSync(
    file,
    `connector outpost "Outpost" {
  channel email
  base "https://post.example.com"
  reports sent, opened, clicked
  record start extends contact { team: text }
  event go of start = webhook "go"
  event bought of contact = webhook "bought"
  send = POST "/messages" { to: recipient.email }
}
system post "Post" uses outpost
message story "Story" via post category utility { subject "Story" body "Story" }
message offer "Offer" via post category utility { subject "Offer" body "Offer" }
message question "Question" via post category utility {
  subject "Question"
  variant long 40% { body "What do you think of it?" }
  variant short 60% { body "Well?" }
  winner by ${best}
}
journey trial "Trial" {
  timezone "${ZONE}"
  stage only "Only" {
    automation tells "Tells" {
      on post.go as go
      ${steps}
      wait for post.bought
      send story
    }
  }
}
`,
  );
  return compileFile(file);
}

/** Who took what, and what was found, in the order of time. */
function inModel(model: JourneyModel, happenings: readonly Happening[]): readonly string[] {
  const { history } = simulate(model, {
    events: happenings.map(({ hour, who, what, team }, index) => ({
      at: new Date(START + hour * HOUR).toISOString(),
      name: what.includes(':') ? what : `post.${what}`,
      customer: who,
      id: String(index),
      data: { team },
    })),
    until: '2027-06-01T00:00',
  });
  return history
    .filter(({ name }) => /^(took|winner):/.test(name))
    .map(({ at, customer, name, data }) => line(at, customer, name, data ?? {}));
}

function line(at: number, who: string, name: string, data: Row): string {
  return `${(at - START) / HOUR} ${who} ${name} ${String(data['way'])}`;
}

/** Runs the generated code as n8n does, once for each who comes, with the rows that the earlier ones left. */
function at(
  comparison: string,
  model: JourneyModel,
): (happenings: readonly Happening[], by: (one: Happening) => string) => readonly string[] {
  const stands = generatedCode(model, '.winner.json', 'How it stands', ZONE);
  const departs = generatedCode(model, '.winner.json', 'Which branch?', ZONE);
  return (happenings, by) => {
    const rows: Row[] = [];
    const keep = (row: Row): void => void rows.push({ ...row, id: rows.length + 1, journey: 'trial' });
    return happenings.flatMap((one) => {
      const at = START + one.hour * HOUR;
      if (one.what !== 'go') {
        const name = one.what === 'bought' ? 'post.bought' : one.what;
        keep({ contact: one.who, name, key: '', data: '{}', at: new Date(at).toISOString() });
        return [];
      }
      const value = by(one);
      const step = {
        id: 'split',
        split: comparison,
        by: value,
        key: `${comparison} ${value}`,
        draw: draw(value + comparison),
      };
      const call = { contact: one.who, run: { id: 'r' }, step };
      const nodes: Record<string, readonly Row[]> = {
        Called: [{ call }],
        'Was this one here before?': rows.filter(({ key }) => key === step.key),
        'Is the best known?': rows.filter(({ key }) => key === comparison),
      };
      const [standing = {}] = stands(nodes, [], at);
      nodes['How it stands'] = [standing];
      nodes['Who took which branch'] = rows.filter(({ name }) => name === standing['took']);
      const events = standing['events'] as readonly unknown[];
      nodes['What has happened to whom'] = rows.filter(({ name }) => events.includes(name));
      const [departure = {}] = departs(nodes, [], at);
      return (departure['rows'] as readonly Row[]).map((row) => {
        keep(row);
        const data = JSON.parse(String(row['data'])) as Row;
        return line(Date.parse(String(row['at'])), String(row['contact']), String(row['name']), data);
      });
    });
  };
}

function draw(text: string): number {
  return Number(new Function(`return ${drawFor(JSON.stringify(text))}`)());
}
