// npm run package: builds, and packs the extension into one VSIX with all that it needs.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildAll, readableSize } from './build.ts';
import { isMain } from './is-main.ts';
import { projectPath } from './paths.ts';

const extension = 'packages/extension';
const stage = projectPath('.cache/vsix');

/** What goes into the package, each from its own place in the project. */
const contents: readonly (readonly [from: string, to: string])[] = [
  [`${extension}/dist`, 'dist'],
  [`${extension}/media`, 'media'],
  [`${extension}/README.md`, 'README.md'],
  ['LICENSE', 'LICENSE'],
];

/** Only the work on the project needs these; all packages are inside the bundles. */
const developmentFields = ['private', 'type', 'scripts', 'dependencies', 'devDependencies'];

export interface PackedExtension {
  /** The absolute path of the VSIX. */
  readonly file: string;
  readonly bytes: number;
  readonly contents: readonly { readonly path: string; readonly bytes: number }[];
}

/** Packs what was built last. */
export async function packExtension(): Promise<PackedExtension> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const manifest = writeManifest();
  for (const [from, to] of [...contents, ...translations()]) {
    cpSync(projectPath(from), join(stage, to), { recursive: true });
  }
  const file = vsixPath(manifest);
  await createVSIX({ cwd: stage, packagePath: file, dependencies: false, allowMissingRepository: true });
  return { file, bytes: statSync(file).size, contents: filesIn(stage) };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/** Where the package of a version goes: `packages/extension/journey-as-code-0.1.0.vsix`. */
export function vsixPath({ name, version }: Manifest = readManifest()): string {
  return projectPath(`${extension}/${name}-${version}.vsix`);
}

function readManifest(): Manifest & Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(projectPath(`${extension}/package.json`), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${extension}/package.json has no name or no version.`);
  return manifest;
}

function isManifest(value: unknown): value is Manifest & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value;
}

function writeManifest(): Manifest {
  const manifest = readManifest();
  const shipped = Object.entries(manifest).filter(([field]) => !developmentFields.includes(field));
  // Everything that was put here is meant to be packed.
  const staged = { ...Object.fromEntries(shipped), files: ['**/*'] };
  writeFileSync(join(stage, 'package.json'), JSON.stringify(staged, undefined, 2));
  return manifest;
}

/** The manifest's texts in each language, and those of the code where there are any. */
function translations(): [string, string][] {
  const files = globSync('package.nls*.json', { cwd: projectPath(extension) });
  const pairs = files.map((file): [string, string] => [`${extension}/${file}`, file]);
  return existsSync(projectPath(`${extension}/l10n`)) ? [...pairs, [`${extension}/l10n`, 'l10n']] : pairs;
}

function filesIn(folder: string) {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      bytes: statSync(path).size,
    }))
    .sort((one, other) => other.bytes - one.bytes);
}

if (isMain(import.meta.url)) {
  await buildAll();
  const packed = await packExtension();
  console.log(`${packed.file}: ${readableSize(packed.bytes)} (${packed.bytes} bytes)`);
  for (const { path, bytes } of packed.contents) console.log(`${readableSize(bytes).padStart(10)}  ${path}`);
}
