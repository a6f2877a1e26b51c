// Plain JavaScript: it runs on whatever Node a machine has, installs the project's packages
// when they are missing or out of date, and hands over to the TypeScript task under the project's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [task, ...args] = process.argv.slice(2);

if (!task || !existsSync(join(root, 'packages/tooling/src', `${task}.ts`))) {
  console.error(`No task named "${task ?? ''}": see "scripts" in package.json.`);
  process.exit(2);
}
installPackages();
process.exit(
  run(projectNode(), ['--conditions=source', join('packages/tooling/src', `${task}.ts`), ...args]),
);

function installPackages() {
  const stampFile = join(root, 'node_modules/.journey-lockfile-hash');
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing npm packages (about a minute the first time) …');
  const status = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error(
      'npm could not install the packages; its message is above. Check the network, then try again.',
    );
    process.exit(status);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

// Langium and Vitest need Node 22 or newer, which a machine may not have; npm brings one.
function projectNode() {
  const binary = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(binary) ? binary : process.execPath;
}

function run(command, commandArgs) {
  const path = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  const result = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path },
  });
  if (result.error) console.error(`Could not run ${command}: ${result.error.message}`);
  return result.status ?? 1;
}
