import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder } from './run-cli.ts';

const UNTIDY = SHOP.replaceAll('  ', '      ');
const BROKEN = `${SHOP}\njourney {`;

describe('journey format', () => {
  it('writes the canonical form, once', async () => {
    const folder = testFolder({ 'untidy.journey': UNTIDY, 'shop.journey': SHOP });
    const first = await runCli(['format', '.'], { cwd: folder.path });
    expect(first).toEqual({
      code: 0,
      stdout: 'formatted untidy.journey\n2 files, 1 changed.\n',
      stderr: '',
    });
    expect(folder.read('untidy.journey')).toBe(SHOP);
    const second = await runCli(['format', '--json', '.'], { cwd: folder.path });
    expect(JSON.parse(second.stdout)).toEqual({
      check: false,
      files: [
        { file: 'shop.journey', outcome: 'unchanged' },
        { file: 'untidy.journey', outcome: 'unchanged' },
      ],
    });
  });

  it('keeps the line ends of Windows', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const folder = testFolder({ 'untidy.journey': windows(UNTIDY), 'tidy.journey': windows(SHOP) });
    const { stdout } = await runCli(['format', '.'], { cwd: folder.path });
    expect(stdout).toBe('formatted untidy.journey\n2 files, 1 changed.\n');
    expect(folder.read('untidy.journey')).toBe(windows(SHOP));
  });

  it('changes nothing with --check and fails', async () => {
    const folder = testFolder({ 'untidy.journey': UNTIDY });
    const { code, stdout } = await runCli(['format', '--check', 'untidy.journey'], { cwd: folder.path });
    expect(stdout).toBe('would change untidy.journey\n1 file, 1 would change.\n');
    expect(folder.read('untidy.journey')).toBe(UNTIDY);
    expect(code).toBe(1);
  });

  it('leaves statements with syntax errors as they are, and formats the others', async () => {
    const folder = testFolder({ 'broken.journey': `${UNTIDY}\njourney   {`, 'untidy.journey': UNTIDY });
    const { code, stdout } = await runCli(['format', '.'], { cwd: folder.path });
    expect(stdout).toContain('left statements with syntax errors in broken.journey as they are');
    expect(folder.read('broken.journey')).toBe(`${SHOP}\njourney   {\n`);
    expect(folder.read('untidy.journey')).toBe(SHOP);
    expect(code).toBe(1);
  });

  it('formats the standard input to the standard output', async () => {
    const folder = testFolder();
    const { code, stdout } = await runCli(['format', '-'], { cwd: folder.path, input: UNTIDY });
    expect(stdout).toBe(SHOP);
    expect(code).toBe(0);
  });

  it('says of the standard input too that it has syntax errors', async () => {
    const folder = testFolder();
    const { code, stdout, stderr } = await runCli(['format', '--stdin'], { cwd: folder.path, input: BROKEN });
    expect(stdout).toBe(`${BROKEN}\n`);
    expect(stderr).toContain('syntax errors');
    expect(code).toBe(1);
  });
});
