import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { fixed } from './support/fixes.ts';
import { describe as line, findings, open, openAll } from './support/workspace.ts';

/** Only what is said of names; what else might be said of these small journeys has tests of its own. */
const nameFindings = (files: Parameters<typeof findings>[0]): Promise<string[]> =>
  findings(files, /^J0[0-3]/);

const SYSTEMS = 'system landing "Landing" uses form\nsystem crm uses pipedrive\n';

describe('what nothing uses', () => {
  const JOURNEY = `journey j { timezone "Europe/London" stage s { automation a { on crm.deal_won send hello } } }\n`;
  const DECLARED = `${SYSTEMS}system mail uses smoove
message hello via mail { subject "Hello" body "Hi" }
message old_hello via mail { subject "Hello" body "Welcome" }
persona buyer
segment gold where customer.language == "he"
segment silver where not (customer in silver)
policy calm { quiet 21:00-08:00 }
`;
  const unused = (files: Parameters<typeof findings>[0]): Promise<string[]> => findings(files, /^J0206/);

  test('is faded where a journey stands beside it, with a fix that takes it out', async () => {
    const { diagnostics } = await open(DECLARED + JOURNEY);
    const faded = diagnostics.filter(({ code }) => code === 'J0206');
    expect(faded.map(line)).toEqual([
      '5:9 J0206 Nothing uses the message "old_hello".',
      '6:9 J0206 Nothing uses the persona "buyer".',
      '7:9 J0206 Nothing uses the segment "gold".',
      '8:9 J0206 Nothing uses the segment "silver".',
      '9:8 J0206 Nothing uses the policy "calm".',
    ]);
    for (const { severity, tags } of faded)
      expect([severity, tags]).toEqual([DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary]]);
    expect(await fixed(DECLARED + JOURNEY, 'J0206')).not.toContain('old_hello');
  });

  test('is no fault of a file that is there for others', async () => {
    expect(await unused(DECLARED)).toEqual([]);
    expect(await unused(`${DECLARED}automation welcome(who: contact) { send hello to who }`)).toEqual([]);
    const map = 'journey j { stage s { touchpoint page on web } }';
    expect(await unused(`${DECLARED}${map}`)).toEqual([]);
  });

  test('is used where another file imports it, by its name or with all the rest', async () => {
    const other = (imported: string) => ({ 'main.journey': DECLARED + JOURNEY, 'other.journey': imported });
    const found = async (imported: string) =>
      (await openAll(other(imported)))[0]?.diagnostics.filter(({ code }) => code === 'J0206').length;
    expect(await found('import { old_hello, gold as best } from "./main.journey"')).toBe(3);
    expect(await found('import "./main.journey"')).toBe(0);
    expect(await found('import { crm } from "./main.journey"')).toBe(5);
  });

  test('is used by every kind of part of a journey', async () => {
    const uses = `journey k uses calm {
  persona buyer
  segment gold
  timezone "Europe/London"
  stage s { automation a { when in silver send old_hello } }
}
`;
    expect(await unused(DECLARED + JOURNEY + uses)).toEqual([]);
  });
});

describe('imports', () => {
  test('a named import brings in only its names', async () => {
    const main =
      'import { landing } from "./systems.journey"\njourney j { goal landing.signed_up exit on crm.deal_lost }';
    expect(await nameFindings({ 'main.journey': main, 'systems.journey': SYSTEMS })).toEqual([
      '2:44 J0202 The name "crm" stands in "./systems.journey"; import it from there.',
    ]);
  });

  test('a whole file brings in all of them, an alias renames one', async () => {
    const main = `import "./systems.journey"\nimport { landing as page } from "./systems.journey"
journey j { goal landing.signed_up or page.visited or crm.deal_won }`;
    expect(await nameFindings({ 'main.journey': main, 'systems.journey': SYSTEMS })).toEqual([]);
  });

  test('what an imported file imports is not visible', async () => {
    const files = {
      'main.journey': 'import "./middle.journey"\njourney j { persona owner }',
      'middle.journey': 'import "./personas.journey"',
      'personas.journey': 'persona owner',
    };
    expect(await nameFindings(files)).toEqual([
      '2:21 J0202 The persona "owner" stands in "./personas.journey"; import it from there.',
    ]);
  });

  test('files may import each other', async () => {
    const files = {
      'one.journey':
        'import "./two.journey"\npersona one\njourney j { persona two stage s { touchpoint t on web } }',
      'two.journey':
        'import "./one.journey"\npersona two\njourney k { persona one stage s { touchpoint t on web } }',
    };
    expect((await openAll(files)).flatMap(({ diagnostics }) => diagnostics.map(line))).toEqual([]);
  });

  test('a missing file and a missing name are said apart', async () => {
    const main = 'import { nobody } from "./systems.journey"\nimport { crm } from "./system.journey"\n';
    expect(await nameFindings({ 'main.journey': main, 'systems.journey': SYSTEMS })).toEqual([
      '1:10 J0201 No declaration is named "nobody" here.',
      '2:21 J0203 There is no file "./system.journey" beside this one; check the path.',
    ]);
  });
});

describe('what is seen where', () => {
  test('an automation is seen in all stages, its variables only in itself', async () => {
    const journey = `journey j {
  stage one { automation first { on landing.signed_up as guest run second } }
  stage two { automation second { on landing.visited if guest.email == "x" { stop } } }
}`;
    expect(await nameFindings(SYSTEMS + journey)).toEqual(['5:57 J0201 No name is named "guest" here.']);
  });

  test('options are known where they are compared or passed', async () => {
    const journey = `journey j { stage s { automation a {
  on crm.deal_created as deal where deal.status == open
  crm.update_deal(deal: deal, status: lost)
  if deal.status in [won, lots] { stop }
} } }`;
    expect(await nameFindings(SYSTEMS + journey)).toEqual([
      '6:27 J0201 No name is named "lots" here. Did you mean "lost"?',
    ]);
  });

  test('a stage has events, a message can be asked for, a survey answer has its fields', async () => {
    const journey = `system survey uses questionpro { survey: env S }
system mail uses smoove
message hi via mail { subject "Hi" body "Hi" }
journey j { stage s {
  kpi speed = median(s.entered -> crm.deal_won)
  kpi score = nps(survey.completed.score)
  automation a { on s.entered if opened(hi) { stop } wait for survey.completed as answer up to 3d if answer.score > 3 { exit } }
} }`;
    expect(await nameFindings(SYSTEMS + journey)).toEqual([]);
  });

  test('keywords that open no statement are names like any other', async () => {
    const text = `persona text\npersona title\npersona status "Status"\nconnector x { record record_ { text: text  page?: url  send: number  on: text } }
journey template { persona text, title, status  stage start "Start" { touchpoint page on web } }`;
    expect(await nameFindings(text)).toEqual([]);
  });

  test('Hebrew and Arabic names work as any others', async () => {
    const text = `persona בעלים "בעלים"\npersona مالك "مالك"\njourney מסע_לקוח { persona בעלים, مالك stage שלב { touchpoint נקודה on web } }`;
    const document = await open(text);
    expect(document.diagnostics.map(line)).toEqual([]);
    expect(document.compile().journeys[0]?.stages[0]?.touchpoints[0]?.id).toBe('מסע_לקוח.שלב.נקודה');
  });

  test('a KPI may be named after the function in its formula', async () => {
    const document = await open(`${SYSTEMS}system survey uses questionpro { survey: env S }
journey j { kpi nps = nps(survey.completed.score) }`);
    expect(document.diagnostics.map(line)).toEqual([]);
    expect(document.compile().journeys[0]?.kpis.map(({ id }) => id)).toEqual(['j.nps']);
  });
});

test('names may stand on both sides of a comparison', async () => {
  const steps =
    'let one = 1 let other = 2 if one == other or one in [other, one] { stop } if one + other > one { stop }';
  const found = await nameFindings(`journey j { stage s { automation a { manually ${steps} } } }`);
  expect(found.filter((each) => each.includes('J0201'))).toEqual([]);
});
