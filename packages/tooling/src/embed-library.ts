// Writes the connector library's texts into a module, so that every bundle holds them and a browser worker needs no file system.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const language = fileURLToPath(new URL('../../language/src/', import.meta.url));

/** The module's text; the same for the same library on every machine. */
export function libraryModule(): string {
  const folder = join(language, 'library');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.journey'))
    .sort();
  const entries = paths.map((path) => {
    const text = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
    return `  ${JSON.stringify(path)}: ${JSON.stringify(text)},\n`;
  });
  return `// Generated from the .journey files beside src/library: npm run generate:grammar\nexport const LIBRARY_TEXTS: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

/** Writes the module to its place in the language package. */
export function embedLibrary(): void {
  writeFileSync(join(language, 'library/texts.ts'), libraryModule());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) embedLibrary();
