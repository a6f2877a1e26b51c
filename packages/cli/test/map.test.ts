import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder } from './run-cli.ts';

const TWO = `${SHOP}\njourney renewal "חידוש" {\n  stage ask "בקשה"\n}\n`;

const MEASURED = `
system page "Page" uses form
journey measured "Measured" {
  stage all "All" {
    touchpoint home "Home" on web
    kpi visits "Visits" = count(page.signed_up) per 30d, target >= 4000
  }
}
`;

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

  it('carries the images with it, and has an empty frame where one is missing', async () => {
    const withImages = SHOP.replace(/(touchpoint [^\n{]*on web[^\n{]*)\{/, '$1{\n image "./ad.svg"');
    const folder = testFolder({ 'shop.journey': withImages, 'ad.svg': '<svg/>' });
    expect(withImages).not.toBe(SHOP);
    await runCli(['map', '.'], { cwd: folder.path });
    expect(folder.read('shop.svg')).toContain('data:image/svg+xml;base64,PHN2Zy8+');
    const without = testFolder({ 'shop.journey': withImages });
    const { code, stderr } = await runCli(['map', '.'], { cwd: without.path });
    expect([code, stderr]).toEqual([1, expect.stringContaining('shop.journey has 1 error')]);
    expect(without.read('shop.svg')).not.toContain('<image');
  });

  it('writes what the ending of the file says, and what it brings along', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    for (const [file, begins] of [
      ['shop.html', '<!DOCTYPE html>'],
      ['shop.md', '# '],
      ['shop.mmd', 'journey\n'],
      ['shop.csv', '\uFEFFstage,touchpoint,'],
      ['shop.json', '{'],
    ] as const) {
      const { code } = await runCli(['map', 'shop.journey', '-o', `out/${file}`], { cwd: folder.path });
      expect(code).toBe(0);
      expect(folder.read(`out/${file}`).startsWith(begins)).toBe(true);
    }
    expect(folder.read('out/shop.svg')).toMatch(/^<svg /);
  });

  it('shows another view, lanes that are asked for, and what was measured', async () => {
    const files = { 'shop.journey': SHOP + MEASURED, 'may.csv': 'kpi,value\nvisits,4100\n' };
    const folder = testFolder(files);
    const journey = ['--journey', 'measured'];
    const kpis = await runCli(['map', '.', '-o', '-', '--view', 'kpis', '--actuals', 'may.csv', ...journey], {
      cwd: folder.path,
    });
    expect(kpis.stdout).toContain('Formula');
    expect(kpis.stdout).toContain('4,100');
    const lanes = await runCli(['map', '.', '-o', '-', '--lanes', 'touchpoints', ...journey], {
      cwd: folder.path,
    });
    expect(lanes.stdout.match(/data-id="#lane:\w+"/g)).toEqual(['data-id="#lane:touchpoints"']);
  });

  it.each([
    [['-o', 'shop.gif'], 'There is no format "gif": there are svg, html, md, mmd, csv, json, png, pdf.'],
    [['--view', 'list'], 'There is no view "list": there are map, flow, timeline, kpis.'],
    [['--actuals', 'none.csv'], '"none.csv" can\'t be read.'],
  ])('says what %j may be', async (args, sentence) => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const { code, stderr } = await runCli(['map', '.', ...args], { cwd: folder.path });
    expect(stderr).toBe(`journey: ${sentence}\n`);
    expect(code).toBe(2);
  });

  it('says in a sentence that there is no browser to print with', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const { code, stderr } = await runCli(['map', '.', '-o', 'shop.pdf'], {
      cwd: folder.path,
      env: { JOURNEY_CHROMIUM: '/no/such/browser' },
    });
    expect(stderr).toContain('A PDF needs Chromium or Chrome, and there is none here');
    expect(stderr).toContain('SVG and HTML need no browser.');
    expect(code).toBe(2);
  });
});
