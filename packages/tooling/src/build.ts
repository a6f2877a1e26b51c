// npm run build: everything that runs outside the sources. With --watch it goes on building as files change.
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context, type Metafile } from 'esbuild';
import { buildOptions, bundles, extensionDist } from './bundles.ts';
import { bringGrammarUpToDate } from './grammar.ts';
import { isMain } from './is-main.ts';
import { projectPath } from './paths.ts';
import { thirdPartyNotices } from './third-party.ts';

export interface BuiltFile {
  /** From the root of the project. */
  readonly path: string;
  readonly bytes: number;
}

/** What the extension shows as it is; it lives elsewhere in the project and is copied, never edited here. */
const extensionAssets = ['syntaxes', 'docs/diagnostics'];

const noticesFile = `${extensionDist}/third-party-notices.txt`;

/** Builds all bundles; what an earlier build left there and this one doesn't make is removed. */
export async function buildAll(): Promise<readonly BuiltFile[]> {
  bringGrammarUpToDate();
  const results = await Promise.all(bundles.map((bundle) => build(buildOptions(bundle))));
  const metafiles = results.map(({ metafile }) => metafile);
  const copied = copyExtensionAssets();
  writeFileSync(projectPath(noticesFile), thirdPartyNotices(metafiles));
  const built = metafiles.flatMap(builtFiles);
  removeAllBut([...built.map(({ path }) => path), ...copied, noticesFile]);
  return built;
}

/** @returns the copies, from the root of the project. */
function copyExtensionAssets(): string[] {
  return extensionAssets.flatMap((folder) => {
    if (!existsSync(projectPath(folder))) return [];
    const copy = `${extensionDist}/${folder}`;
    cpSync(projectPath(folder), projectPath(copy), { recursive: true });
    return readdirSync(projectPath(folder)).map((file) => `${copy}/${file}`);
  });
}

function removeAllBut(files: readonly string[]): void {
  const kept = new Set(files.map(projectPath));
  for (const folder of new Set(bundles.map((bundle) => bundle.folder))) {
    for (const entry of readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && !kept.has(file)) rmSync(file, { force: true });
    }
  }
}

function builtFiles(metafile: Metafile): BuiltFile[] {
  return Object.entries(metafile.outputs).map(([path, { bytes }]) => ({ path, bytes }));
}

// The task "watch" of .vscode/tasks.json knows these two lines.
async function watchAll(): Promise<void> {
  console.log('Building for the watch …');
  bringGrammarUpToDate();
  copyExtensionAssets();
  for (const bundle of bundles) {
    const watched = await context({ ...buildOptions(bundle), logLevel: 'info', sourcemap: true });
    // What is wrong is on the terminal by then, and may be right after the next change.
    await watched.rebuild().catch(() => undefined);
    await watched.watch();
  }
  console.log('Watching for changes.');
}

/** Bytes as people read them. */
export function readableSize(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}

if (isMain(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    await watchAll();
  } else {
    const started = performance.now();
    for (const file of await buildAll()) {
      console.log(`${readableSize(file.bytes).padStart(10)}  ${file.path}`);
    }
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}
