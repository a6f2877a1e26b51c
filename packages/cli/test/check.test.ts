import { describe, expect, it } from 'vitest';
import { runCli, SHOP, testFolder } from './run-cli.ts';

/** SHOP with a name that nothing has, at line 17, column 7. */
const MISSPELT = SHOP.replace('crm.create_deal', 'crn.create_deal');

describe('journey check', () => {
  it('says so when there is nothing to say', async () => {
    const folder = testFolder({ 'shop.journey': SHOP });
    const { code, stdout, stderr } = await runCli(['check', 'shop.journey'], { cwd: folder.path });
    expect(stdout).toBe('1 file, nothing to report.\n');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('shows each finding with its place, the line and marks under it, without colours in a pipe', async () => {
    const folder = testFolder({ 'shop.journey': MISSPELT });
    const { code, stdout } = await runCli(['check'], { cwd: folder.path });
    const [place, line, marks, fix, summary] = stdout.split('\n');
    expect(place).toMatch(/^shop\.journey:17:7 error .*"crn".* \[J\d{4}\]$/);
    expect(line).toBe('   17 | crn.create_deal(title: signup.full_name, person: signup)');
    expect(marks).toBe('      | ^^^');
    expect(fix).toBe('      = fix: Change to "crm"');
    expect(summary).toBe('1 error in 1 of 1 file.');
    expect(stdout).not.toContain('\u001b');
    expect(code).toBe(1);
  });

  it('colours and underlines where colours are asked for, with no line of marks', async () => {
    const folder = testFolder({ 'shop.journey': MISSPELT });
    const { stdout } = await runCli(['check'], { cwd: folder.path, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[4mcrn\u001b[24m');
    expect(stdout).not.toContain('^^^');
  });

  it('marks the right columns of a line with Hebrew, Chinese and vowel points too', async () => {
    const text = SHOP.replace('on web by marketing', 'on webb by marketing').replace(
      '"Home page"',
      '"בַּיִת 家"',
    );
    const folder = testFolder({ 'חנות.journey': text });
    const { stdout } = await runCli(['check'], { cwd: folder.path });
    const [place, line, marks, fix] = stdout.split('\n');
    expect(place).toMatch(/^חנות\.journey:11:\d+ error /);
    expect(line).toBe('   11 | touchpoint home_page "בַּיִת 家" on webb by marketing {');
    // Three letters and a space before the sign that is two wide.
    expect(marks).toBe(`      | ${' '.repeat('touchpoint home_page "xxx 22" on '.length)}^^^^`);
    expect(fix).toContain('= fix: Change to "web"');
    expect(stdout).not.toMatch(/[\u2066-\u2069]/);
  });

  it('names right-to-left names to programs without marks of direction', async () => {
    const folder = testFolder({ 'shop.journey': SHOP.replace('on web by', 'on אתר by') });
    const shown = await runCli(['check'], { cwd: folder.path });
    expect(shown.stdout).toContain('"אתר"');
    expect(shown.stdout).not.toMatch(/[\u2066-\u2069]/);
    const told = await runCli(['check', '--json'], { cwd: folder.path });
    expect(told.stdout).toContain('\\"אתר\\"');
    expect(told.stdout).not.toMatch(/[\u2066-\u2069]/);
  });

  it('speaks Hebrew and Arabic where it is asked to, or the machine does', async () => {
    const folder = testFolder({ 'shop.journey': MISSPELT });
    const check = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      const { code, stdout } = await runCli(['check', ...args], { cwd: folder.path, env });
      expect(code).toBe(1);
      const lines = stdout.trimEnd().split('\n');
      return [lines[0], lines.at(-1)];
    };
    const hebrew = [
      'shop.journey:17:7 שגיאה אין כאן שם בשם "crn". האם התכוונתם ל־crm? [J0201]',
      'שגיאה אחת, ב־1 מתוך קובץ אחד.',
    ];
    expect(await check(['--lang', 'he'])).toEqual(hebrew);
    expect(await check([], { LC_ALL: 'he_IL.UTF-8' })).toEqual(hebrew);
    expect(await check(['--lang', 'ar'])).toEqual([
      'shop.journey:17:7 خطأ لا يوجد هنا اسم باسم «crn». هل تقصد crm؟ [J0201]',
      'خطأ واحد، في 1 من ملف واحد.',
    ]);
  });

  it('tells programs the same as JSON', async () => {
    const folder = testFolder({ 'shop.journey': MISSPELT, 'other.journey': 'persona owner "Owner"\n' });
    const { code, stdout } = await runCli(['check', '--json', '.'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toEqual({
      files: 2,
      errors: 1,
      warnings: 0,
      information: 0,
      hints: 0,
      findings: [
        {
          file: 'shop.journey',
          line: 17,
          column: 7,
          endLine: 17,
          endColumn: 10,
          severity: 'error',
          code: expect.stringMatching(/^J\d{4}$/) as string,
          message: expect.stringContaining('crn') as string,
          help: expect.stringMatching(/J\d{4}\.md$/) as string,
          fixes: [
            {
              title: 'Change to "crm"',
              preferred: true,
              edits: [{ line: 17, column: 7, endLine: 17, endColumn: 10, newText: 'crm' }],
            },
          ],
        },
      ],
    });
    expect(code).toBe(1);
  });

  it('searches folders all the way down, but not packages and hidden folders', async () => {
    const folder = testFolder({
      'a/b/shop.journey': SHOP,
      'a/notes.txt': 'not a journey',
      'node_modules/x/broken.journey': '}',
      '.hidden/broken.journey': '}',
    });
    const { code, stdout } = await runCli(['check', '.', 'a/b/shop.journey'], { cwd: folder.path });
    expect(stdout).toBe('1 file, nothing to report.\n');
    expect(code).toBe(0);
  });

  it('takes Windows line ends and a byte order mark as they come', async () => {
    const text = `\uFEFF${MISSPELT.replaceAll('\n', '\r\n')}`;
    const folder = testFolder({ 'shop.journey': text });
    const { stdout } = await runCli(['check', '--json'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 1,
      findings: [{ line: 17, column: 7, endColumn: 10 }],
    });
  });

  it('goes on after a syntax error and finds what is wrong elsewhere', async () => {
    const folder = testFolder({ 'shop.journey': MISSPELT.replace('emotion +1', 'emotion plus') });
    const { code, stdout } = await runCli(['check', '--json'], { cwd: folder.path });
    const { findings } = JSON.parse(stdout) as { findings: { line: number }[] };
    expect(findings.map(({ line }) => line)).toEqual(expect.arrayContaining([12, 17]));
    expect(code).toBe(1);
  });
});

describe('how grave findings are taken', () => {
  const OWN_STAGE =
    'journey trial "Trial" {\n  model five_stage\n  stage trial "Trial" { touchpoint t on web }\n}\n';
  const codesOf = async (args: readonly string[], cwd: string) => {
    const { stdout } = await runCli(['check', '--json', ...args], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { code: string; severity: string }[] };
    return Object.fromEntries(findings.map(({ code, severity }) => [code, severity]));
  };

  it('is what the nearest journey.json says', async () => {
    const folder = testFolder({
      'a/trial.journey': OWN_STAGE,
      'a/journey.json': '{ "severity": { "J0411": "error" } }',
      'b/trial.journey': OWN_STAGE,
      'journey.json': '{ "severity": { "J0411": "off" } }',
    });
    expect(await codesOf(['a'], folder.path)).toMatchObject({ J0411: 'error' });
    expect(await codesOf(['b'], folder.path)).not.toHaveProperty('J0411');
  });

  it('is before that what the command line says', async () => {
    const folder = testFolder({
      'trial.journey': OWN_STAGE,
      'journey.json': '{ "severity": { "J0411": "off" } }',
    });
    expect(await codesOf(['.', '--severity', 'J0411=hint'], folder.path)).toMatchObject({ J0411: 'hint' });
  });

  it('is said where a settings file is wrong, and the rest of it holds', async () => {
    const folder = testFolder({
      'trial.journey': OWN_STAGE,
      'journey.json': '{ "severity": { "J0411": "off", "J9999": "off", "J0101": "off", "J0804": "loud" } }',
    });
    const { stdout, stderr } = await runCli(['check'], { cwd: folder.path });
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^journey\.json: No finding has the code "J9999"\./),
      'journey.json: J0101 is about the text itself and is always an error.',
      'journey.json: The severity of J0804 is one of error, warning, info, hint, off.',
      '',
    ]);
    expect(stdout).not.toContain('J0411');
  });

  it('is a mistake of the command line where it is none', async () => {
    const folder = testFolder({ 'trial.journey': OWN_STAGE });
    const { code, stderr } = await runCli(['check', '.', '--severity', 'J9999=off'], { cwd: folder.path });
    expect(stderr).toContain('No finding has the code "J9999"');
    expect(code).toBe(2);
  });
});
