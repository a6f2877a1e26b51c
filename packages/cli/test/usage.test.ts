import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../src/version.ts';
import { runCli, SHOP, testFolder } from './run-cli.ts';

/** Command lines that can't be done, and the one sentence each is answered with. */
const REFUSED: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
  [['chek'], /^journey: unknown command 'chek'; did you mean check\?$/],
  [['check', '--jsno'], /^journey: unknown option '--jsno'; did you mean --json\?$/],
  [['check', '--max-warnings', 'few'], /^journey: .*It must be a whole number, 0 or more\.$/],
  [['check', 'gone.journey'], /^journey: There is no file or folder "gone\.journey"\.$/],
  [['check', 'empty'], /^journey: There is no \.journey file in "empty"\.$/],
  [['check', 'notes.txt'], /^journey: "notes\.txt" is no journey: .* ends in \.journey\.$/],
  [['format'], /^journey: Say which files or folders to format/],
  [
    ['map', 'shop.journey', '--theme', 'blue'],
    /^journey: There is no theme "blue": there are light, dark, high-contrast\.$/,
  ],
  [['map', 'shop.journey', '-j', 'shopp'], /^journey: There is no journey "shopp"; there is shop\.$/],
  [['map', 'persona.journey'], /^journey: No journey is declared there/],
];

describe('the command line', () => {
  it.for(REFUSED)('answers %j in one sentence', async ([args, sentence]) => {
    const folder = testFolder({
      'shop.journey': SHOP,
      'persona.journey': 'persona owner "Owner"\n',
      'notes.txt': 'hello',
      'empty/readme.md': 'nothing here',
    });
    const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('tells the version that package.json has', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as object;
    expect(manifest).toMatchObject({ version });
    const { code, stdout } = await runCli(['--version'], { cwd: process.cwd() });
    expect(stdout).toBe(`${version}\n`);
    expect(code).toBe(0);
  });

  it('teaches with examples', async () => {
    const { code, stdout } = await runCli(['generate', '--help'], { cwd: process.cwd() });
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('--time-scale');
    expect(code).toBe(0);
  });

  it('shows how it is used when nothing is asked', async () => {
    const { code, stderr } = await runCli([], { cwd: process.cwd() });
    expect(stderr).toContain('Usage: journey');
    expect(code).toBe(2);
  });
});
