import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CompletionRequest, DidOpenTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import { ServerProcess } from '../../server/test/server-process.ts';
import { builtCommandLine, runCli, SHOP, testFolder } from './run-cli.ts';

const wrong = SHOP.replace('signup.full_name', 'signup.full_nam');

it('serves an editor: findings with whole addresses of their pages, completion, and a clean end', async () => {
  const folder = testFolder({ 'shop.journey': wrong });
  const server = await ServerProcess.start(pathToFileURL(folder.path).href, { initializationOptions: null }, [
    builtCommandLine,
    'lsp',
    '--stdio',
  ]);
  const uri = pathToFileURL(`${folder.path}/shop.journey`).href;
  const textDocument = { uri, languageId: 'journey', version: 1, text: wrong };
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });

  const [finding] = await server.diagnosticsWhen(uri, (all) => all.some(({ severity }) => severity === 1));
  expect(finding?.message).toBe('signup has no "full_nam". Did you mean "full_name"?');
  const page = finding?.codeDescription?.href ?? '';
  expect(page).toMatch(/^file:.*J0205\.md$/);
  expect(existsSync(fileURLToPath(page))).toBe(true);

  const before = wrong.slice(0, wrong.indexOf('full_nam')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const offered = await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  expect((Array.isArray(offered) ? offered : (offered?.items ?? [])).map(({ label }) => label)).toContain(
    'full_name',
  );
  expect(await server.stop()).toBe(0);
});

it('says what is missing where no way of talking is named', async () => {
  const { code, stderr } = await runCli(['lsp'], { cwd: testFolder().path });
  expect(stderr.trim()).toBe("journey: required option '--stdio' not specified.");
  expect(code).toBe(2);
});
