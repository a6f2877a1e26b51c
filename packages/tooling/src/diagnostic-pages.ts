import { diagnosticCatalogue, diagnosticPage } from '@journey/language';

/** Where the pages are, from the root of the project. */
export const DIAGNOSTICS_FOLDER = 'docs/diagnostics';

/** The pages about the findings, and one that lists them: text by file name. */
export function diagnosticPages(): ReadonlyMap<string, string> {
  const pages = diagnosticCatalogue.map((entry) => [`${entry.code}.md`, diagnosticPage(entry)] as const);
  return new Map([...pages, ['README.md', indexPage()]]);
}

function indexPage(): string {
  const rows = diagnosticCatalogue.map(
    ({ code, name, severity, help }) =>
      `| [${code}](${code}.md) | ${name} | ${severity} | ${help.what.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')} |`,
  );
  return `# Findings

What the checker can say, by code. A code is permanent: it is never given to another finding.
These pages are generated from the language's registry: \`npm run generate:docs\`.

| code | name | severity | what it means |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
