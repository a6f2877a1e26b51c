import { afterEach, expect, test } from 'vitest';
import { DidOpenTextDocumentNotification, WillRenameFilesRequest } from 'vscode-languageserver-protocol/node';
import {
  FileKindRequest,
  GenerateRequest,
  ReadFileRequest,
  ReadFolderRequest,
  RemoveFileRequest,
  WriteFileRequest,
} from '../src/protocol.ts';
import { ServerProcess } from './server-process.ts';
import { changedLines } from './workspace-edit.ts';

/** A repository that an editor shows without a copy on the disk. */
const FOLDER = 'vscode-vfs://forge/shop/journeys';
const MAIN = `import { landing } from "./systems.journey"

journey shop "חנות" {
  timezone "Asia/Jerusalem"
  stage visit "ביקור" {
    automation capture "קליטה" {
      on landing.signed_up as signup
      notify sales "{{signup.full_name}}"
    }
  }
}
`;

let server: ServerProcess;

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

async function open(answersFileRequests: boolean): Promise<Map<string, string>> {
  const files = new Map([
    [`${FOLDER}/systems.journey`, 'system landing "דף נחיתה" uses form\n'],
    [`${FOLDER}/main.journey`, MAIN],
  ]);
  const initializationOptions = { diagnostics: 'push', answersFileRequests };
  server = await ServerProcess.start(FOLDER, { initializationOptions });
  server.connection.onRequest(FileKindRequest, ({ uri }) => (files.has(uri) ? 'file' : null));
  server.connection.onRequest(ReadFileRequest, ({ uri }) => files.get(uri) ?? null);
  server.connection.onRequest(ReadFolderRequest, () =>
    [...files.keys()].map((uri) => ({ name: uri.slice(FOLDER.length + 1), kind: 'file' as const })),
  );
  server.connection.onRequest(WriteFileRequest, ({ uri, content }) => void files.set(uri, content));
  server.connection.onRequest(RemoveFileRequest, ({ uri }) => void files.delete(uri));
  const textDocument = { uri: `${FOLDER}/main.journey`, languageId: 'journey', version: 1, text: MAIN };
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return files;
}

test('the server of a computer checks what is on no disk, and generates there, through its client', async () => {
  const files = await open(true);
  await server.diagnosticsWhen(`${FOLDER}/main.journey`, (found) => found.length === 0);
  const result = await server.connection.sendRequest(GenerateRequest, {
    uri: `${FOLDER}/main.journey`,
    target: 'n8n',
    folder: `${FOLDER}/generated`,
    overwriteChanged: false,
  });
  expect(result.kind).toBe('written');
  expect(files.get(`${FOLDER}/generated/manifest.json`)).toContain('"files"');
});

test('imports follow where a file that is on no disk gets another name', async () => {
  const files = await open(true);
  await server.diagnosticsWhen(`${FOLDER}/systems.journey`, () => true);
  const edit = await server.connection.sendRequest(WillRenameFilesRequest.type, {
    files: [{ oldUri: `${FOLDER}/systems.journey`, newUri: `${FOLDER}/vendors.journey` }],
  });
  expect(changedLines(edit, (uri) => files.get(uri) ?? '')).toEqual([
    'main.journey:1 import { landing } from "./vendors.journey"',
  ]);
  const { fileOperations } = server.initialized.capabilities.workspace ?? {};
  expect(fileOperations?.willRename?.filters.map(({ scheme }) => scheme)).toEqual([undefined]);
});

test('a client that reads no files is asked for none: what it has open is all that there is', async () => {
  await open(false);
  await server.diagnosticsWhen(`${FOLDER}/main.journey`, (found) =>
    found.some(({ code }) => code === 'J0203'),
  );
});
