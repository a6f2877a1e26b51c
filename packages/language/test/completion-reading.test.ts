import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DefaultCompletionProvider } from 'langium/lsp';
import { expect, test } from 'vitest';
import { at } from './support/editor.ts';

const EXAMPLE = fileURLToPath(
  new URL('../../../examples/match-meeting/match-meeting.journey', import.meta.url),
);

test('of a file only the declarations around the cursor are read, and all is offered that Langium finds in the whole', async () => {
  const text = readFileSync(EXAMPLE, 'utf8');
  // Declarations before and behind each other, one of them unfinished.
  const source = `${text}\npersona late "Late" {\n  goal "x"\n}\n\njourney other "Other" {\n  stage s "S" { automation a { on \n`;
  const { document, services } = await at(`${source}█`);
  const provider = services.lsp.CompletionProvider;
  const whole = Object.assign(Object.create(provider) as typeof provider, {
    backtrackToAnyToken: DefaultCompletionProvider.prototype['backtrackToAnyToken'],
  });
  const offered = async (by: typeof provider, offset: number): Promise<string[]> => {
    const position = document.textDocument.positionAt(offset);
    const list = await by.getCompletion(document, {
      textDocument: { uri: document.uri.toString() },
      position,
    });
    return (list?.items ?? []).map(({ label }) => label).sort();
  };
  let some = 0;
  for (let offset = 0; offset <= source.length; offset += 23) {
    const found = await offered(provider, offset);
    some += Math.sign(found.length);
    expect(found, `at ${offset}: ${source.slice(offset - 20, offset)}█`).toEqual(
      await offered(whole, offset),
    );
  }
  expect(some).toBeGreaterThan(50);
});
