import { CodeActionRequest, DidOpenTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

const uri = 'file:///journeys/shop.journey';
const text = 'system landing uses form\njourney shop "חנות" { goal landing.signed_upp }\n';
let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.start('file:///journeys/', { locale: 'he' });
  const textDocument = { uri, languageId: 'journey', version: 1, text };
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** Each run of its own direction in brackets: ⟨a name or code⟩, ‹a sentence from right to left›. */
function shown(said = ''): string {
  const closing: string[] = [];
  return said.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark === '\u2069') return closing.pop() ?? '';
    closing.push(mark === '\u2067' ? '›' : '⟩');
    return mark === '\u2067' ? '‹' : '⟨';
  });
}

test('findings and their fixes are in the language of the editor, names and code in runs of their own', async () => {
  const found = await server.diagnosticsWhen(uri, (all) => all.some(({ code }) => code === 'J0205'));
  const finding = found.find(({ code }) => code === 'J0205');
  expect(shown(String(finding?.message))).toBe(
    '‹ל־⟨landing⟩ אין "⟨signed_upp⟩".‹ האם התכוונתם ל־⟨signed_up⟩?››',
  );
  const actions = await server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: finding?.range ?? { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
    context: { diagnostics: found.slice() },
  });
  expect((actions ?? []).map(({ title }) => shown(title))).toContain('‹החלפה ל־"⟨signed_up⟩"›');
});
