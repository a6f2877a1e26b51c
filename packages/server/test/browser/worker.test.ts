import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  CompletionRequest,
  DefinitionRequest,
  HoverRequest,
  TextDocumentContentRequest,
  type InitializeParams,
} from 'vscode-languageserver-protocol/node';
import { launchBrowser } from '../../../e2e/src/browser.ts';
import { GenerateRequest, MapExportRequest, ModelRequest } from '../../src/protocol.ts';
import { buildWorker, WorkerServer } from './worker-server.ts';

const SYSTEMS = 'system crm "CRM" uses pipedrive\nsystem landing "דף נחיתה" uses form\n';

const MESSAGES = `import { mail } from "../systems-mail.journey"

message hello "שלום" via mail category transactional {
  subject "ברוכים הבאים"
  body file "hello.html"
}
`;

const MAIN = `import { crm, landing } from "./systems.journey"
import { hello } from "./messages/hello.journey"

journey shop "חנות" {
  timezone "Asia/Jerusalem"
  stage visit "ביקור" {
    automation capture "קליטה" {
      on landing.signed_up as signup
      wait 2d
      send hello to signup
      crm.create_deal(title: signup.full_name, person: signup)
    }
  }
}
`;

const FILES = {
  'systems.journey': SYSTEMS,
  'systems-mail.journey': 'system mail "Mail" uses smoove\n',
  'messages/hello.journey': MESSAGES,
  'messages/hello.html': '<p dir="rtl">שלום {{signup.full_name | default "לך"}}</p>\n',
  'main.journey': MAIN,
};

let browser: Browser;
let script: string;
let server: WorkerServer;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), buildWorker()]);
});

afterAll(() => browser.close());

afterEach(async () => {
  expect(server.complaints).toEqual([]);
  await server.stop();
});

async function open(
  files: Readonly<Record<string, string>> = FILES,
  wishes: Partial<InitializeParams> = {},
): Promise<void> {
  server = await WorkerServer.start(browser, script, files, wishes);
}

const without = (text: string, part: string) => {
  expect(text).toContain(part);
  return text.replace(part, '');
};

describe('the server in a worker of a browser', () => {
  test('finds what is wrong, also in files that nobody opened, and in those that it imports', async () => {
    await open({ ...FILES, 'other.journey': 'import "./nowhere.journey"\n' });
    expect(await server.codesWhen('other.journey', (codes) => codes.length > 0)).toEqual(['J0203']);
    await server.type('main.journey', MAIN.replace('send hello', 'send helo'));
    expect(await server.codesWhen('main.journey', (codes) => codes.length > 0)).toContain('J0201');
    await server.type('main.journey', MAIN);
    await server.codesWhen('main.journey', (codes) => !codes.includes('J0201'));
  });

  test('completes, with what the connector library offers and the workspace declares', async () => {
    await open();
    const items = await server.ask(
      CompletionRequest.type,
      'main.journey',
      MAIN.replace('crm.create_deal', 'crm.‸'),
    );
    const labels = (Array.isArray(items) ? items : (items?.items ?? [])).map(({ label }) => label);
    expect(labels).toContain('create_deal');
  });

  test('leads to other files and into the library, whose files it gives', async () => {
    await open();
    const [message] = await places(MAIN.replace('send hello', 'send hel‸lo'));
    expect(message).toBe(server.uri('messages/hello.journey'));
    const [action] = await places(MAIN.replace('create_deal', 'create_‸deal'));
    expect(action).toBe('journey-library:/vendors/pipedrive.journey');
    const { text } = await server.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: 'journey-library:/vendors/pipedrive.journey',
    });
    expect(text).toContain('connector pipedrive');
  });

  test('says in the editor’s language what things come to', async () => {
    await open(FILES, { locale: 'he' });
    const hover = await server.ask(
      HoverRequest.type,
      'main.journey',
      MAIN.replace('send hello', 'send hel‸lo'),
    );
    expect(JSON.stringify(hover?.contents)).toContain('שלום');
    await server.type('main.journey', MAIN.replace('send hello', 'send helo'));
    expect(await server.codesWhen('main.journey', (codes) => codes.length > 0)).toContain('J0201');
  });
});

describe('files that only the editor can read', () => {
  test('a text in a file of its own counts, and is read again when it changes', async () => {
    await open();
    await server.type('main.journey', MAIN);
    await server.codesWhen('main.journey', (codes) => codes.length === 0);
    await server.save('messages/hello.html', '<p dir="rtl">שלום {{signup.full_nam}}</p>\n');
    await server.codesWhen('main.journey', (codes) => codes.includes('J0306'));
    await server.save('messages/hello.html', undefined);
    await server.codesWhen('messages/hello.journey', (codes) => codes.includes('J0407'));
    await server.save('messages/hello.html', FILES['messages/hello.html']);
    await server.codesWhen('messages/hello.journey', (codes) => codes.length === 0);
    await server.codesWhen('main.journey', (codes) => codes.length === 0);
  });

  test('an import that appears is read', async () => {
    await open({ ...FILES, 'other.journey': 'import "./later.journey"\n' });
    await server.codesWhen('other.journey', (codes) => codes.includes('J0203'));
    await server.save('later.journey', SYSTEMS);
    await server.codesWhen('other.journey', (codes) => !codes.includes('J0203'));
  });

  test('a settings file holds for what is under it', async () => {
    const own =
      'journey trial "Trial" {\n  model five_stage\n  stage trial "Trial" {\n    touchpoint t on web\n  }\n}\n';
    await open({ 'journey.json': '{ "severity": { "J0411": "off" } }', 'own/trial.journey': own });
    await server.type('own/trial.journey', own);
    expect(await server.codesWhen('own/trial.journey', () => true)).not.toContain('J0411');
    await server.save('journey.json', '{}');
    await server.codesWhen('own/trial.journey', (codes) => codes.includes('J0411'));
  });

  test('without a client that reads for it, it knows what is open', async () => {
    await open(FILES, { initializationOptions: { diagnostics: 'push' } });
    await server.type('systems.journey', SYSTEMS);
    await server.type('main.journey', without(MAIN, 'import { hello } from "./messages/hello.journey"\n'));
    expect(await server.codesWhen('main.journey', (codes) => codes.length > 0)).not.toContain('J0203');
  });
});

describe('what comes of a journey', () => {
  test('its model, for the map', async () => {
    await open();
    const { model } = await server.connection.sendRequest(ModelRequest, { uri: server.uri('main.journey') });
    expect(model.journeys.map(({ label }) => label)).toEqual(['חנות']);
    expect(model.messages.map(({ label }) => label)).toEqual(['שלום']);
  });

  test('its automations, written by the editor', async () => {
    await open();
    const generate = () =>
      server.connection.sendRequest(GenerateRequest, {
        uri: server.uri('main.journey'),
        target: 'n8n',
        folder: server.uri('generated/n8n/main'),
        overwriteChanged: false,
      });
    expect(await generate()).toMatchObject({ kind: 'written', readme: 'README.md' });
    expect([...server.files.keys()]).toContain('generated/n8n/main/manifest.json');
    expect(await generate()).toMatchObject({ kind: 'written', written: [] });
    server.files.set('generated/n8n/main/README.md', 'my own words');
    expect(await generate()).toEqual({ kind: 'changedByHand', files: ['README.md'] });
  });

  test('its picture as text; what has to be printed is refused in a sentence', async () => {
    await open();
    const asked = { uri: server.uri('main.journey'), journey: 'shop', name: 'shop' } as const;
    const svg = await server.connection.sendRequest(MapExportRequest, { ...asked, format: 'svg' });
    expect(svg.kind === 'files' && svg.files[0]?.content).toContain('<svg ');
    expect(await server.connection.sendRequest(MapExportRequest, { ...asked, format: 'png' })).toEqual({
      kind: 'problem',
      message:
        "PNG and PDF can't be written in a browser: export SVG or HTML here, or use VS Code on a computer.",
    });
  });
});

async function places(marked: string): Promise<readonly string[]> {
  const found = await server.ask(DefinitionRequest.type, 'main.journey', marked);
  return [found ?? []].flat().map((place) => ('targetUri' in place ? place.targetUri : place.uri));
}
