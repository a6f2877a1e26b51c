import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { Project } from './project.ts';

const journey = `import { crm } from "./systems.journey"

journey welcome "Welcome" {
  stage visit "Visit" { enter on crm.deal_won }
}
`;
const broken = 'persona owner "Owner"\njourney j { persona ownr }\n';

let project: Project;

beforeAll(async () => {
  project = await Project.open(
    { 'systems.journey': 'system crm uses pipedrive\n', 'main.journey': journey, 'unopened.journey': broken },
    {
      capabilities: {
        textDocument: { diagnostic: { relatedDocumentSupport: false } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    },
  );
});

afterAll(async () => {
  expect(await project.close()).toBe(0);
});

const pull = (path: string, previousResultId?: string) =>
  project.server.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: project.uri(path) },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });

test('a client that can ask for findings is told that it may', () => {
  expect(project.server.initialized.capabilities.diagnosticProvider).toEqual({
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
});

test('the findings of a file, and that they are still the same', async () => {
  await project.type('main.journey', journey.replace('deal_won', 'deal_wn'));
  const report = await pull('main.journey');
  if (report.kind !== 'full') throw new Error('the first report is whole');
  expect(report.items.map(({ code }) => code)).toContain('J0205');
  expect(await pull('main.journey', report.resultId)).toEqual({
    kind: 'unchanged',
    resultId: report.resultId,
  });

  await project.type('main.journey', journey);
  const repaired = await pull('main.journey', report.resultId);
  expect(repaired.kind === 'full' && repaired.items.filter(({ severity }) => severity === 1)).toEqual([]);
});

test('those of all files, also of those that nobody opened', async () => {
  const { items } = await project.server.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds: [],
  });
  const codes = items.map((item) => [
    item.uri.split('/').at(-1),
    item.kind === 'full' && item.items.map(({ code }) => code).includes('J0201'),
  ]);
  expect(codes.sort()).toEqual([
    ['main.journey', false],
    ['systems.journey', false],
    ['unopened.journey', true],
  ]);
});

test('nothing is sent besides, so that no finding is shown twice', () => {
  expect([...project.server.diagnostics.keys()]).toEqual([]);
});

test('the client is told to ask again when something changed', async () => {
  const told = new Promise<void>((resolve) => {
    project.server.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      resolve();
    });
  });
  await project.type('main.journey', `${journey}\n`);
  await told;
});

test('a request that is cancelled ends, and the next one is answered', async () => {
  const cancellation = new CancellationTokenSource();
  await project.type('main.journey', journey.repeat(50));
  const cancelled = project.server.connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    { previousResultIds: [] },
    cancellation.token,
  );
  cancellation.cancel();
  await expect(cancelled).rejects.toThrow(/cancel/i);
  await project.type('main.journey', journey);
  expect((await pull('main.journey')).kind).toBe('full');
});

test('what nothing uses is faded, until another file imports it', async () => {
  const started =
    'journey own "Own" { timezone "UTC" stage s { automation a { manually exit } } }\npersona leftover "Left"\n';
  await project.type('own.journey', started);
  const found = async () => {
    const report = await pull('own.journey');
    return report.kind === 'full' ? report.items.filter(({ code }) => code === 'J0206') : [];
  };
  expect(await found()).toMatchObject([
    { severity: 4, tags: [1], range: { start: { line: 1, character: 8 } } },
  ]);
  await project.type('importer.journey', 'import { leftover } from "./own.journey"\n');
  expect(await found()).toEqual([]);
  await project.type('importer.journey', '');
  expect(await found()).toHaveLength(1);
});
