import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder } from './run-cli.ts';

const OTHER = SHOP.replace('journey shop', 'journey market');

interface Summary {
  readonly journeys: readonly string[];
  readonly folders: readonly string[];
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly outdated: readonly string[];
  readonly changedByHand: readonly string[];
  readonly findings: readonly { readonly severity: string; readonly file: string; readonly line: number }[];
}

const summaryIn = (stdout: string) => JSON.parse(stdout) as Summary;

describe('journey generate', () => {
  it('writes the workflows, and the second time finds them as they should be', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const first = await runCli(['generate', 'shop.journey'], { cwd: folder.path });
    expect(first.stdout).toMatch(/shop for n8n is in out\/n8n: \d+ files written, 0 unchanged\.\n$/);
    expect(first.code).toBe(0);
    expect(readdirSync(join(folder.path, 'out/n8n'))).toContain('README.md');
    const second = await runCli(['generate', '--json'], { cwd: folder.path });
    const { written, unchanged, journeys, folders } = summaryIn(second.stdout);
    expect({ written, journeys, folders }).toEqual({ written: [], journeys: ['shop'], folders: ['out/n8n'] });
    expect(unchanged).toContain('out/n8n/README.md');
  });

  it('says with --check what is not up to date, and writes nothing', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const missing = await runCli(['generate', '-o', 'flows', '--check'], { cwd: folder.path });
    expect(missing.stdout).toContain('out of date: flows/README.md\n');
    expect(missing.code).toBe(1);
    expect(existsSync(join(folder.path, 'flows'))).toBe(false);
    await runCli(['generate', '-o', 'flows'], { cwd: folder.path });
    const current = await runCli(['generate', '-o', 'flows', '--check'], { cwd: folder.path });
    expect(current.stdout).toBe('What is generated in flows is up to date.\n');
    expect(current.code).toBe(0);
  });

  it('leaves everything as it is when a file was changed by hand, until it is forced', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    await runCli(['generate', '-o', 'flows'], { cwd: folder.path });
    folder.write('flows/README.md', 'my own notes\n');
    folder.write('shop.journey', SHOP.replaceAll('"Shop"', '"The shop"'));
    const refused = await runCli(['generate', '-o', 'flows'], { cwd: folder.path });
    expect(refused.stderr).toMatch(/^changed by hand: flows\/README\.md\nNothing was written: /);
    expect(refused.code).toBe(1);
    expect(folder.read('flows/README.md')).toBe('my own notes\n');
    const forced = await runCli(['generate', '-o', 'flows', '--force'], { cwd: folder.path });
    expect(forced.code).toBe(0);
    expect(folder.read('flows/README.md')).toContain('The shop');
  });

  it('generates nothing while there is an error, also one in an imported file', async () => {
    const folder = testFolder({
      'main.journey': `import "./note.journey"\n\n${SHOP}`,
      'note.journey': 'system club "Club" uses no_such_vendor\n',
    });
    const { code, stdout } = await runCli(['generate', 'main.journey', '-o', 'flows'], { cwd: folder.path });
    expect(stdout).toMatch(/^note\.journey:1:\d+ error .*no_such_vendor/);
    expect(stdout).toMatch(/Nothing was generated: 1 error\.\n$/);
    expect(existsSync(join(folder.path, 'flows'))).toBe(false);
    expect(code).toBe(1);
  });

  it('gives the journeys of several files a folder each, and one alone where it is named', async () => {
    const folder = testFolder({ 'shop.journey': SHOP, 'market.journey': OTHER });
    const both = await runCli(['generate', '--json', '-o', 'flows'], { cwd: folder.path });
    expect(summaryIn(both.stdout).folders).toEqual(['flows/market', 'flows/shop']);
    const one = await runCli(['generate', '--json', '-o', 'one', '-j', 'market'], { cwd: folder.path });
    expect(summaryIn(one.stdout)).toMatchObject({ journeys: ['market'], folders: ['one'] });
    expect([both.code, one.code]).toEqual([0, 0]);
  });

  it('declares the time scale of a trial in what it writes', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const args = [
      'generate',
      '-o',
      'trial',
      '--time-scale',
      '1440',
      '--time-start',
      '2027-03-24T10:00:00+02:00',
    ];
    const { code } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(0);
    expect(folder.read('trial/README.md')).toContain('1440 times as fast');
  });

  it.for([
    [['--target', 'n9n'], 'journey: There is no target "n9n": there is n8n.\n'],
    [
      ['-e', 'staging'],
      'journey: There is no environment "staging"; none is declared in what the journey imports.\n',
    ],
    [['-j', 'sop'], 'journey: There is no journey "sop"; there is shop.\n'],
    [
      ['--time-scale', '60'],
      'journey: --time-scale and --time-start belong together: how fast the clock runs, and from when.\n',
    ],
    [
      ['--time-scale', '60', '--time-start', 'tomorrow'],
      'journey: "tomorrow" is no moment such as 2027-03-24T10:00:00+02:00.\n',
    ],
  ] as const)('refuses %j', async ([args, sentence]) => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const { code, stderr } = await runCli(['generate', ...args], { cwd: folder.path });
    expect(stderr).toBe(sentence);
    expect(code).toBe(2);
  });
});
