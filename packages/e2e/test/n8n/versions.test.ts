import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importWorkflowFolder, publishWorkflows, tableRows } from '../../src/n8n/index.ts';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { generateFile, startTrial, type Trial } from '../../src/trial/trial.ts';
import { fields } from '../../src/vendors/index.ts';

const SYSTEMS = `
connector outpost "Outpost" {
  channel email
  base "https://post.example.com"
  auth bearer env OUTPOST_TOKEN
  event go of contact = webhook "go"
  event bought of contact = webhook "bought"
  send = POST "/messages" { to: recipient.email, subject: message.subject }
}
system post "Outpost" uses outpost
`;
const message = (name: string): string =>
  `message ${name} "${name}" via post category utility { subject "${name}" body "Hello" }\n`;

const FIRST = `${SYSTEMS}${message('hello')}${message('thanks')}
journey trial "Trial" {
  timezone "Europe/London"

  stage early "Early" {
    enter on post.go
    automation welcome "Welcome" {
      on post.go
      send hello
      wait for post.bought up to 60d
      send thanks
    }
  }
}
`;

/** The same with other names for the stage, the automation and the first message, and with one step more. */
const SECOND = `${SYSTEMS}${message('greeting')}${message('thanks')}${message('news')}
journey trial "Trial" {
  timezone "Europe/London"
  reentry never
  version 2 {
    under way: move
    map early -> begin
    map welcome -> greet
    map hello -> greeting
  }

  stage begin "Begin" {
    enter on post.go
    automation greet "Greet" {
      on post.go
      send greeting
      wait for post.bought up to 60d
      send thanks
      send news
    }
  }
}
`;

const SCALE = { factor: 2000, start: new Date().toISOString() };
const folder = temporaryFolder('versions');
let trial: Trial;

beforeAll(async () => {
  const file = join(folder.path, 'trial.journey');
  writeFileSync(file, FIRST);
  trial = await startTrial({
    file,
    timeScale: SCALE,
    vendors: [{ hosts: ['post.example.com'], answer: () => ({ status: 200, body: { id: 'm-1' } }) }],
    environment: {},
    credentials: { httpBearerAuth: { token: 'made-up' } },
  });
}, 600_000);

afterAll(async () => {
  await trial.stop();
  folder.remove();
});

test('who is under way finds under its new name what they were at, and gets nothing twice', async () => {
  await report('go', 'first');
  await trial.call('hello', (call) => fields(call)['subject'] === 'hello');
  await trial.until('the run to listen', () => (runs()[0]?.['url'] ? true : undefined));
  expect(names()).toContain('trial.early.entered');

  await trial.kill();
  await putToWork(SECOND);
  await trial.start();
  await trial.until('the run to move', () =>
    runs()[0]?.['version'] === '2' && String(runs()[0]?.['events']).includes('post.bought') && isAtNewStep()
      ? true
      : undefined,
  );
  // Where they are already they don't come again, and re-entry knows that they began.
  await report('go', 'second');
  expect(names().filter((name) => /entered|left|refused/.test(name))).toEqual([
    'trial.early.entered',
    'run.refused',
  ]);
  await report('bought', 'third');
  await trial.call('news', (call) => fields(call)['subject'] === 'news');
  const sent = trial.calls.filter(({ path }) => path === '/messages').map((call) => fields(call)['subject']);
  expect(sent).toEqual(['hello', 'thanks', 'news']);
}, 300_000);

async function report(event: string, id: string): Promise<void> {
  const body = { event_id: id, email: 'dana@example.com' };
  expect(await trial.post(`trial/post/${event}`, body)).toBe(200);
}

/** Imports what is generated of the text over what is there, as the README tells people to. */
async function putToWork(text: string): Promise<void> {
  const file = join(folder.path, 'second.journey');
  writeFileSync(file, text);
  const { files, findings } = await generateFile(file, SCALE);
  expect(findings).toEqual([]);
  const into = join(folder.path, 'second');
  mkdirSync(into);
  const workflows = files.filter(({ path }) => path.startsWith('workflows/'));
  for (const { path, content } of workflows) writeFileSync(join(into, basename(path)), content);
  await importWorkflowFolder(trial.home, into);
  const manifest = JSON.parse(files.find(({ path }) => path === 'manifest.json')?.content ?? '{}') as {
    readonly workflows: readonly { readonly id: string }[];
  };
  await publishWorkflows(
    trial.home,
    manifest.workflows.map(({ id }) => id),
  );
}

function runs(): readonly Readonly<Record<string, unknown>>[] {
  return tableRows(trial.home, 'journey_runs');
}

/** The run has asked again since it moved. */
function isAtNewStep(): boolean {
  return String(runs()[0]?.['places']).includes('send:greeting') && runs()[0]?.['attempt'] === '1';
}

function names(): readonly string[] {
  return trial.events().map(({ name }) => String(name));
}
