// npm run generate:docs: what the documentation shows of the product itself.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { DIAGNOSTICS_FOLDER, diagnosticPages } from './diagnostic-pages.ts';
import { exampleMap, EXAMPLE_MAP } from './example.ts';
import { projectPath } from './paths.ts';

rmSync(projectPath(DIAGNOSTICS_FOLDER), { recursive: true, force: true });
mkdirSync(projectPath(DIAGNOSTICS_FOLDER), { recursive: true });
const pages = diagnosticPages();
for (const [name, text] of pages) writeFileSync(projectPath(`${DIAGNOSTICS_FOLDER}/${name}`), text);
console.log(`${pages.size} pages in ${DIAGNOSTICS_FOLDER}.`);

mkdirSync(projectPath('docs/images'), { recursive: true });
writeFileSync(projectPath(EXAMPLE_MAP), exampleMap());
console.log(`The worked example's map in ${EXAMPLE_MAP}.`);
