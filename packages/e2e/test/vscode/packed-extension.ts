import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Packs the extension as `npm run package` does.
 * @returns the full path of the VSIX
 * @throws {Error} with what the packing said, where it failed
 */
export function packExtension(): string {
  const args = ['--conditions=source', 'packages/tooling/src/package.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be packed:\n${stdout}${stderr}`);
  const manifest = readFileSync(`${root}/packages/extension/package.json`, 'utf8');
  const { name, version } = JSON.parse(manifest) as { name: string; version: string };
  return `${root}/packages/extension/${name}-${version}.vsix`;
}
