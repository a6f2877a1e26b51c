import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder } from './run-cli.ts';

const TWO = `${SHOP}\njourney renewal "חידוש" {\n  stage ask "בקשה"\n}\n`;

describe('journey map', () => {
  it('writes the picture of the only journey', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const { code, stdout } = await runCli(['map', 'shop.journey', '-o', 'maps/shop.svg'], {
      cwd: folder.path,
    });
    expect(stdout).toBe('The map of shop is in maps/shop.svg.\n');
    expect(folder.read('maps/shop.svg')).toMatch(/^<svg [^]*Home page[^]*<\/svg>\n$/);
    expect(code).toBe(0);
  });

  it('writes nothing but the picture to the standard output', async () => {
    const folder = testFolder({ 'two.journey': TWO });
    const args = ['map', '.', '--output', '-', '--journey', 'renewal', '--theme', 'dark'];
    const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect(stdout).toMatch(/^<svg [^]*direction="rtl"[^]*בקשה[^]*<\/svg>\n$/);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('asks which journey is meant where there are several', async () => {
    const folder = testFolder({ 'two.journey': TWO });
    const { code, stderr } = await runCli(['map', '.'], { cwd: folder.path });
    expect(stderr).toBe('journey: Say which with --journey: there are shop, renewal.\n');
    expect(code).toBe(2);
  });

  it('draws what can be drawn of a journey with errors, and says so', async () => {
    const folder = testFolder({ 'shop.journey': SHOP.replace('on web by', 'on webb by') });
    const { code, stdout, stderr } = await runCli(['map', '.', '--json'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toEqual({ journey: 'shop', file: 'shop.svg', errors: 1 });
    expect(stderr).toBe(
      'shop.journey has 1 error, marked in the map; "journey check shop.journey" explains.\n',
    );
    expect(folder.read('shop.svg')).toContain('Home page');
    expect(code).toBe(1);
  });
});
