import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { projectPath } from './paths.ts';

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The licences of all packages that went into the bundles, as their licences ask for. */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const notices = [...packageFolders(metafiles)].sort().map(noticeOf);
  return ['These packages are part of Journey.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function packageFolders(metafiles: readonly Metafile[]): Set<string> {
  const folders = new Set<string>();
  for (const { outputs } of metafiles) {
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    for (const input of inputs) {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return folders;
}

function noticeOf(folder: string): string {
  // npm wrote it, and npm has read it before.
  const manifest = JSON.parse(readFileSync(projectPath(`${folder}/package.json`), 'utf8')) as PackageManifest;
  const title = `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`;
  const texts = globSync('{LICENSE,LICENCE,License,license}*', { cwd: projectPath(folder) })
    .sort()
    .map((file) =>
      readFileSync(join(projectPath(folder), file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
  return [title, ...texts].join('\n\n');
}
