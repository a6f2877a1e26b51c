import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnosticCatalogue, diagnosticPage } from '@journey/language';
import { findings, open, openAll } from './support/workspace.ts';

const pages = new URL('../../../docs/diagnostics/', import.meta.url);
const OTHER_FILES = { 'personas.journey': 'persona owner "Owner"\n' };

describe.each(diagnosticCatalogue)('$code $name', ({ code, help }) => {
  test('is found in what its page calls wrong', async () => {
    const [main] = await openAll({ 'main.journey': help.wrong, ...OTHER_FILES });
    expect(main?.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test('is gone from what its page calls right, and so is every other error', async () => {
    const { diagnostics } = await open({ 'main.journey': help.right, ...OTHER_FILES });
    expect(diagnostics.filter(({ severity, code: found }) => severity === 1 || found === code)).toEqual([]);
  });

  test('has its page in the documentation, as the registry tells it', () => {
    const entry = diagnosticCatalogue.find((each) => each.code === code);
    expect(entry && diagnosticPage(entry)).toBe(readFileSync(new URL(`${code}.md`, pages), 'utf8'));
  });
});

test('codes are permanent: four digits, each given once', () => {
  const codes = diagnosticCatalogue.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^J\d{4}$/);
});

test('there is no page without a code', () => {
  const known = new Set([...diagnosticCatalogue.map(({ code }) => `${code}.md`), 'README.md']);
  expect(readdirSync(pages).filter((file) => !known.has(file))).toEqual([]);
});

test('every finding says its code and where its page is', async () => {
  const { diagnostics } = await open('persona "Owner"\njourney j { goal nobody quiet 25:00-08:00 }');
  expect(diagnostics.length).toBeGreaterThan(2);
  for (const { code, codeDescription } of diagnostics) {
    expect(codeDescription?.href).toBe(`docs/diagnostics/${String(code)}.md`);
  }
});

test('syntax errors are sentences', async () => {
  expect(
    await findings(
      'persona "Owner"\n\njourney launch {\n  touchpoint shop on web\n}\nsystem crm uses {\n}\npersona p "P',
    ),
  ).toMatchInlineSnapshot(`
    [
      "1:9 J0107 A persona needs a name before its label: persona owner "Owner".",
      "4:3 J0102 "touchpoint" can't stand in a journey; it belongs in a stage.",
      "6:17 J0101 Here a name is needed, but "{" stands here.",
      "8:11 J0002 This text is not closed: put a " at its end, or """ around a text of several lines.",
    ]
  `);
});
