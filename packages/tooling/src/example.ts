import { spawnSync } from 'node:child_process';
import { projectPath, root } from './paths.ts';

/** The worked example: the journey that everything is shown with. */
export const EXAMPLE = 'examples/match-meeting';

/** The picture of it in the README. */
export const EXAMPLE_MAP = 'docs/images/match-meeting.svg';

/**
 * The worked example's map as the command line draws it, from the sources.
 * @throws {Error} where the example has no map; the reason is in the message.
 */
export function exampleMap(): string {
  const cli = projectPath('packages/cli/src/main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', cli, 'map', EXAMPLE, '--output', '-'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The worked example has no map: ${stderr.trim()}`);
  return stdout;
}
