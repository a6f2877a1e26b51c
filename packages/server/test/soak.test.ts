import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import {
  CancellationTokenSource,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  HoverRequest,
  ReferencesRequest,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { Project } from './project.ts';

const START: Readonly<Record<string, string>> = {
  'systems.journey': 'system crm uses pipedrive\nsystem wa uses whatsapp { number: env WA_NUMBER }\n',
  'messages.journey':
    'import "./systems.journey"\nmessage hello via wa category utility { text "שלום {{deal.title}}" }\n',
  'main.journey': `import "./systems.journey"
import { hello } from "./messages.journey"
journey shop { stage awareness { automation a { on crm.deal_won as deal send hello } } }
`,
};
const PATHS = Object.keys(START);
/** Those that an editor has open; the others are only on the disk. */
const OPEN: ReadonlySet<string> = new Set(['main.journey', 'messages.journey']);

const place = fc.record({ path: fc.constantFrom(...PATHS), at: fc.nat(300), length: fc.nat(12) });
const action = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    place,
    text: fc.constantFrom('', 'a', ' ', '{', '}', 'x y', '"'),
  }),
  fc.record({ kind: fc.constant('restore' as const), place }),
  fc.record({ kind: fc.constant('vanish' as const), place }),
  fc.record({ kind: fc.constant('ask' as const), place, cancelled: fc.boolean(), which: fc.nat(3) }),
);

test('after edits, questions and files that come and go, nothing is left over and nothing was lost', async () => {
  const project = await Project.open(START);
  onTestFinished(async () => {
    await project.close();
  });
  const texts = new Map<string, string | undefined>(Object.entries(START));
  for (const path of OPEN) await project.type(path, START[path] ?? '');

  const write = async (path: string, text: string) => {
    texts.set(path, text);
    await (OPEN.has(path) ? project.type(path, text) : project.writeToDisk(path, text));
  };
  const asked: Promise<unknown>[] = [];
  const ask = (path: string, line: number, character: number, which: number, cancelled: boolean) => {
    const { connection } = project.server;
    const source = new CancellationTokenSource();
    const at = { textDocument: { uri: project.uri(path) }, position: { line, character } };
    const types = [HoverRequest.type, CompletionRequest.type, DefinitionRequest.type] as const;
    const type = types[which];
    const answer = type
      ? connection.sendRequest(type.method, at, source.token)
      : connection.sendRequest(
          ReferencesRequest.type,
          { ...at, context: { includeDeclaration: true } },
          source.token,
        );
    // A question may be refused: because it was cancelled, or because its file has gone.
    asked.push(answer.catch((error: unknown) => error));
    if (cancelled) source.cancel();
  };

  for (const each of fc.sample(action, { seed: 2027, numRuns: 250 })) {
    const { path, at, length } = each.place;
    const text = texts.get(path);
    if (each.kind === 'ask') ask(path, at % 4, at % 40, each.which, each.cancelled);
    else if (each.kind === 'restore') await write(path, START[path] ?? '');
    else if (each.kind === 'edit')
      await write(path, (text ?? '').slice(0, at) + each.text + (text ?? '').slice(at + length));
    else if (!OPEN.has(path)) {
      texts.set(path, undefined);
      rmSync(join(project.folder, path), { force: true });
      await project.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: project.uri(path), type: FileChangeType.Deleted }],
      });
    }
  }
  await Promise.all(asked);

  const left = [...texts].filter((entry): entry is [string, string] => entry[1] !== undefined);
  const fresh = await Project.open(Object.fromEntries(left));
  onTestFinished(async () => {
    await fresh.close();
  });
  for (const path of PATHS) {
    if (!texts.get(path)) continue;
    await fresh.type(path, texts.get(path) ?? '');
    await fresh.server.diagnosticsWhen(fresh.uri(path), () => true);
    await project.server.diagnosticsWhen(project.uri(path), (found) =>
      isDeepStrictEqual(findings(found), findings(fresh.server.diagnostics.get(fresh.uri(path)) ?? [])),
    );
  }
  for (const path of PATHS)
    if (texts.get(path) === undefined)
      expect(project.server.diagnostics.get(project.uri(path)) ?? []).toEqual([]);
}, 120_000);

function findings(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, message, range }) => ({ code, message, range }));
}
