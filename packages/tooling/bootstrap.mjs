// Plain JavaScript: it runs on whatever Node a machine has, installs the project's packages
// when they are missing or out of date, and hands over to the TypeScript task under the project's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [task, ...args] = process.argv.slice(2);

if (!task || !existsSync(join(root, 'packages/tooling/src', `${task}.ts`))) {
  console.error(`No task named "${task ?? ''}": see "scripts" in package.json.`);
  process.exit(2);
}
if (!areInstalled()) alone(() => areInstalled() || installPackages());
process.exit(
  run(projectNode(), ['--conditions=source', join('packages/tooling/src', `${task}.ts`), ...args]),
);

function stampFile() {
  return join(root, 'node_modules/.journey-lockfile-hash');
}

function stamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function areInstalled() {
  return existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === stamp();
}

function installPackages() {
  console.log('Installing npm packages (about a minute the first time) …');
  const status = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error(
      'npm could not install the packages; its message is above. Check the network, then try again.',
    );
    return process.exit(status);
  }
  mkdirSync(dirname(stampFile()), { recursive: true });
  writeFileSync(stampFile(), stamp());
}

// Two tasks that install at once would take the packages from under each other: the second waits for the first.
function alone(work) {
  const lock = join(root, '.cache/install.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; !take(lock); waits++) {
    if (waits === 0) console.log('Another task is installing the npm packages; waiting for it …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  work();
  rmSync(lock, { force: true });
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isRunning(ownerOf(lock))) rmSync(lock, { force: true });
    return false;
  }
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(processId) {
  // It has just let go, or is about to write its number.
  if (!processId) return true;
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
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
