import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CompletionRequest,
  CompletionResolveRequest,
  type CompletionItem,
} from 'vscode-languageserver-protocol/node';
import { readMarked } from './marked-text.ts';
import { Project } from './project.ts';
import { applyEdits } from './workspace-edit.ts';

const systems = `/** Where deals are kept. */
system crm "CRM" uses pipedrive
system mail uses smoove
system wa uses whatsapp {
  number: env WA_NUMBER_ID
}
`;

const messages = `import { mail } from "./systems.journey"

/** The first thing that a lead reads. */
message hello "Hello" via mail {
  subject "Hi"
  body "Hi {{deal.title}}"
}
message later(code: text) via mail {
  subject "Hi"
  body "Hi {{code}}, https://shop.example.com/a https://shop.example.com/b"
}
`;

const journey = `import { crm } from "./systems.journey"
import { later } from "./texts/messages.journey"

journey welcome "Welcome" {
  timezone "Asia/Jerusalem"
  stage awareness "Awareness" {
    automation capture "Capture" {
      on crm.deal_created as deal
      notify sales "{{deal.title}}"
      wait 2d
    }
  }
}
`;

const main = 'main.journey';
let project: Project;

beforeAll(async () => {
  project = await Project.open({
    'systems.journey': systems,
    'texts/messages.journey': messages.replace('./systems', '../systems'),
    'other.journey': 'system survey uses questionpro { survey: env SURVEY_ID }\n',
    '.env.example': '# The numbers of our accounts\nPIPEDRIVE_API_TOKEN=secret\nexport FB_PAGE_ID=12\n',
    [main]: journey,
  });
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

async function offered(path: string, marked: string): Promise<readonly CompletionItem[]> {
  const result = await project.ask(CompletionRequest.type, path, marked, {});
  return Array.isArray(result) ? result : (result?.items ?? []);
}

const withChange = (from: string, to: string) => {
  expect(journey).toContain(from);
  return journey.replace(from, to);
};
const labelsOf = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

/** The file after the item was picked. */
function picked(marked: string, item: CompletionItem | undefined): string {
  const { textEdit, additionalTextEdits = [] } = item ?? {};
  if (!textEdit || !('range' in textEdit)) throw new Error('there is nothing to pick');
  return applyEdits(readMarked(marked).text, [textEdit, ...additionalTextEdits]);
}

describe('names of other files', () => {
  test('bring their import along, in a list that exists already', async () => {
    const marked = withChange('wait 2d', 'send hel‸');
    const item = (await offered(main, marked)).find(({ label }) => label === 'hello');
    expect(item?.labelDetails?.description).toBe('./texts/messages.journey');
    const text = picked(marked, item);
    expect(text).toContain('import { hello, later } from "./texts/messages.journey"');
    expect(text).toContain('send hello');
  });

  test('or in a line of their own, in its place among the others', async () => {
    const marked = withChange('wait 2d', 'sur‸');
    const item = (await offered(main, marked)).find(({ label }) => label === 'survey');
    expect(picked(marked, item).split('\n').slice(0, 3)).toEqual([
      'import { survey } from "./other.journey"',
      'import { crm } from "./systems.journey"',
      'import { later } from "./texts/messages.journey"',
    ]);
  });

  test('are not offered behind a dot, nor where they mean nothing', async () => {
    expect(labelsOf(await offered(main, withChange('wait 2d', 'crm.‸')))).not.toContain('hello');
    expect(labelsOf(await offered(main, withChange('wait 2d', 'send ‸')))).not.toContain('survey');
  });
});

describe('documentation', () => {
  test('comes with the one item that is looked at', async () => {
    const items = await offered(main, withChange('wait 2d', 'send ‸'));
    const item = items.find(({ label }) => label === 'hello');
    expect(item?.documentation).toBeUndefined();
    const resolved =
      item && (await project.server.connection.sendRequest(CompletionResolveRequest.type, item));
    expect(resolved?.documentation).toMatchObject({
      value: expect.stringContaining('The first thing that a lead reads.') as string,
    });
  });

  test('keywords say what they do', async () => {
    const items = await offered(main, withChange('wait 2d', '‸'));
    expect(items.find(({ label }) => label === 'wait')?.documentation).toMatchObject({
      value: 'Goes on after a time, at a moment, or when something happened.',
    });
  });
});

describe('inside texts', () => {
  test('the links of a message, where it is asked which one was clicked', async () => {
    const links = ['https://shop.example.com/a', 'https://shop.example.com/b'];
    for (const text of [
      'if clicked(later, link: "‸") { stop }',
      'wait for clicked(later, link: "https://‸")',
      'split by engagement with later { clicked link "‸" { stop } }',
    ])
      expect(labelsOf(await offered(main, withChange('wait 2d', text)))).toEqual(links);
    expect(labelsOf(await offered(main, withChange('wait 2d', 'notify sales "‸"')))).toEqual([]);
  });

  test('the values that all who send a message know', async () => {
    await project.type(main, withChange('wait 2d', 'send hello'));
    await project.type(main, withChange('later }', 'later, hello }').replace('wait 2d', 'send hello'));
    const path = 'texts/messages.journey';
    const text = messages.replace('./systems', '../systems');
    expect(labelsOf(await offered(path, text.replace('{{deal.title}}', '{{‸')))).toEqual([
      'deal',
      'customer',
    ]);
    expect(labelsOf(await offered(path, text.replace('{{deal.title}}', '{{deal.‸}}')))).toEqual([
      'id',
      'title',
      'status',
      'value',
      'stage',
      'owner',
    ]);
    expect(labelsOf(await offered(path, text.replace('{{deal.title}}', '{{deal.title | ‸}}')))).toContain(
      'default',
    );
  });

  test("a message's own parameters, before anybody sends it", async () => {
    const path = 'texts/messages.journey';
    const text = messages.replace('./systems', '../systems');
    expect(labelsOf(await offered(path, text.replace('{{code}}', '{{co‸}}')))).toEqual(['code', 'customer']);
  });

  test('what a department is told', async () => {
    expect(labelsOf(await offered(main, withChange('{{deal.title}}', '{{‸}}')))).toEqual([
      'deal',
      'customer',
    ]);
  });

  test('the files that can be imported', async () => {
    expect(labelsOf(await offered(main, `import { crm } from "./‸"\n${journey}`))).toEqual([
      './other.journey',
      './systems.journey',
      './texts/messages.journey',
    ]);
  });

  test('time zones', async () => {
    expect(labelsOf(await offered(main, withChange('"Asia/Jerusalem"', '"Asia/Jer‸"')))).toContain(
      'Asia/Jerusalem',
    );
  });
});

test('after env: the names that the workspace knows, and never what they hold', async () => {
  const items = await offered(main, `${journey}system leads uses facebook_leads { page: env ‸ }\n`);
  expect(items.map(({ label, detail }) => `${label}: ${detail ?? ''}`).sort()).toEqual([
    'FB_PAGE_ID: .env.example',
    'PIPEDRIVE_API_TOKEN: .env.example',
    'SURVEY_ID: other.journey',
    'WA_NUMBER_ID: systems.journey',
  ]);
});

test('lengths of time are offered with what they mean', async () => {
  const items = await offered(main, withChange('wait 2d', 'wait ‸'));
  expect(items.find(({ label }) => label === '3d')?.detail).toBe('3 days');
});
