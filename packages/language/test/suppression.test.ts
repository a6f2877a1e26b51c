import { describe, expect, test } from 'vitest';
import { findings } from './support/workspace.ts';

/** Only what these comments are about. */
const ignored = (source: string): Promise<string[]> => findings(source, /^J(00|01|0411)/);

const journey = (before: string, behind = ''): string => `journey j {
  model five_stage
  ${before}
  stage trial "Trial" { touchpoint t on web }${behind}
}`;

describe('ignoring a finding', () => {
  test('above its line, with a reason', async () => {
    expect(await ignored(journey('// ignore J0411: our own stage'))).toEqual([]);
  });

  test('behind its line', async () => {
    expect(await ignored(journey('', ' // ignore J0411: our own stage'))).toEqual([]);
  });

  test('in the whole file', async () => {
    expect(await ignored(`// ignore-file J0411: our own stages\n${journey('')}`)).toEqual([]);
  });

  test('without a reason it is not ignored, and that is said', async () => {
    expect(await ignored(journey('// ignore J0411'))).toEqual([
      expect.stringMatching(/^3:3 J0004 Say why J0411/),
      expect.stringContaining('J0411'),
    ]);
  });

  test('what is not there can’t be ignored', async () => {
    expect(await ignored(journey('// ignore J0411, J0401: our own stage'))).toEqual([
      '3:3 J0005 There is no J0401 here to ignore; remove the comment.',
    ]);
  });

  test('broken text can’t be ignored', async () => {
    expect(await ignored('// ignore J0107: no time\npersona "Owner"')).toEqual([
      expect.stringContaining('J0005'),
      expect.stringContaining('J0107'),
    ]);
  });
});
