import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { simulate } from '@journey/simulator';
import { findTarget } from '@journey/targets';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { realProgram } from '../../src/programs/index.ts';
import { compileFile } from '../../src/trial/trial.ts';

/** Of Luxon, which n8n gives its code, what is used here. */
interface Luxon {
  readonly DateTime: { fromMillis(at: number): unknown };
  readonly Settings: { defaultZone: string };
}

type Row = Readonly<Record<string, unknown>>;

const ZONE = 'Asia/Jerusalem';
const folder = temporaryFolder('caps');
afterAll(() => folder.remove());

const HOUR = 3_600_000;
const START = Date.parse('2027-01-20T00:00:00Z');

/** Hours after the beginning, over three ends of months and the change to summer time. */
const moments = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 130 }), { minLength: 1, maxLength: 12 });

test.each(['1 message per 1mo', '2 messages per 1mo 1d', '1 message per 1d', '3 messages per 1w'])(
  'n8n counts %s as the model does, at the ends of months and over the change of clocks',
  async (cap) => {
    const model = await compileFile(journeyWith(cap));
    const decide = decider(policyOf(model));
    fc.assert(
      fc.property(moments, (hours) => {
        const times = hours.toSorted((a, b) => a - b).map((hour) => START + hour * HOUR);
        expect(decide(times)).toEqual(inModel(model, times));
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);

function journeyWith(cap: string): string {
  const file = join(folder.path, `${cap.replaceAll(' ', '-')}.journey`);
  writeFileSync(
    file,
    `connector outpost "Outpost" {
  channel email
  base "https://post.example.com"
  event bought of contact = webhook "bought"
  send = POST "/messages" { to: recipient.email }
}
system post "Post" uses outpost
message news "News" via post category marketing { subject "news" body "News" }
journey capped "Capped" {
  timezone "${ZONE}"
  cap ${cap}
  stage only "Only" {
    automation tells "Tells" {
      on post.bought
      send news
    }
  }
}
`,
  );
  return file;
}

function inModel(model: Parameters<typeof simulate>[0], times: readonly number[]): readonly string[] {
  const events = times.map((at, index) => ({
    at: new Date(at).toISOString(),
    name: 'post.bought',
    id: String(index),
    data: { email: 'dana@example.com' },
  }));
  const until = new Date(START + 140 * 24 * HOUR).toISOString();
  return simulate(model, { events, until })
    .history.filter(({ name }) => /^(sent|spared):/.test(name))
    .map(({ name }) => (name.startsWith('sent') ? 'go' : 'leave'));
}

function policyOf(model: Parameters<typeof simulate>[0]): string {
  const { files } = findTarget('n8n')?.generate(model) ?? { files: [] };
  const text = files.find(({ path }) => path.endsWith('.policy.json'))?.content ?? '';
  const workflow: { readonly nodes: readonly { name: string; parameters: { jsCode?: string } }[] } =
    JSON.parse(text);
  return workflow.nodes.find(({ name }) => name === 'Decide')?.parameters.jsCode ?? '';
}

/** Runs the generated code as n8n does, once for each message, with the rows that the earlier ones left. */
function decider(javascript: string): (times: readonly number[]) => readonly string[] {
  const program = realProgram('n8n');
  if (!program.installed) throw new Error(program.why);
  const luxon = createRequire(join(program.folder, 'node_modules', 'luxon', 'package.json'))(
    'luxon',
  ) as Luxon;
  luxon.Settings.defaultZone = ZONE;
  // What is generated is to be run here.
  const run = new Function('$', '$input', '$now', 'DateTime', javascript);
  return (times) => {
    const rows: Row[] = [];
    return times.map((at, index) => {
      const call = {
        run: { id: `run-${index}`, after: rows.length, attempt: 0, automation: 'tells' },
        contact: 'c',
        step: { id: 'send', kind: 'send', message: 'news' },
      };
      const first = (json: unknown): unknown => ({ first: () => ({ json }) });
      const nodes = (name: string): unknown => first(name === 'Called' ? { call } : {});
      const past = { all: () => rows.map((json) => ({ json })) };
      const [item] = run(nodes, past, luxon.DateTime.fromMillis(at), luxon.DateTime) as [
        { json: { outcome: string; row: Row } },
      ];
      rows.push({ ...item.json.row, id: rows.length + 1 });
      return item.json.outcome;
    });
  };
}
