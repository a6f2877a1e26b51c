import { describe, expect, test } from 'vitest';
import { automationsOf, describeSource, type Journey } from '@journey/model';
import { fixed } from './support/fixes.ts';
import { at, completion, definition, labels } from './support/editor.ts';
import { findings, open, type Files } from './support/workspace.ts';

const SYSTEMS = `system landing "Landing page" uses form
system mail uses smoove
message hello "Hello" via mail { subject "Hello" body "Hello!" }
message welcome "Welcome" via mail { subject "Welcome" body "Welcome!" }
message tip "Tip" via mail { subject "A tip" body "Read this." }
`;
const IMPORT = 'import "./systems.journey"\n';
const USUAL = `${IMPORT}journey usual "Usual" {
  model four_stage
  timezone "Europe/London"
  quiet 21:00-08:00
  cap 1 message per 1d
  stage awareness "Hears of us" {
    pain "Nobody answers"
    touchpoint page "Page" on web by marketing
    automation greet "Greet" {
      on landing.signed_up as signup
      send hello
      move to comparison
    }
    kpi signups = count(landing.signed_up) per 30d
  }
  stage comparison "Compares" {
    automation tips "Tips" {
      on comparison.entered
      send tip
    }
  }
  stage decision "Decides"
  stage after_sale "Stays"
}
`;

function files(own: string): Files {
  return {
    'vip.journey': `${IMPORT}import { usual } from "./usual.journey"\n${own}`,
    'usual.journey': USUAL,
    'systems.journey': SYSTEMS,
  };
}

async function resolved(own: string, others: Files = {}): Promise<Journey> {
  const document = await open({ ...files(own), ...others });
  expect(document.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
  return document.compile().journeys[0] ?? expect.fail('no journey');
}

/** A journey's parts, each with the place that it came from. */
function outline(journey: Journey): string[] {
  return [
    ...journey.stages.flatMap((stage) => [
      `stage ${stage.label} (${describeSource(stage.source)})`,
      ...stage.touchpoints.map(({ id, label, source }) => `  ${id} ${label} (${describeSource(source)})`),
    ]),
    ...automationsOf(journey).map(({ automation: { id, steps, source } }) => {
      const said = steps.map((step) =>
        step.kind === 'send'
          ? `send ${step.message}`
          : step.kind === 'move'
            ? `move to ${step.stage}`
            : step.kind,
      );
      return `${id}: ${said.join(', ')} (${describeSource(source)})`;
    }),
  ];
}

describe('a journey that extends another', () => {
  test('is the other one, but for what it says itself', async () => {
    const journey = await resolved('journey vip "VIP" extends usual {\n  cap 3 messages per 1d\n}\n');
    expect(journey).toMatchObject({
      id: 'vip',
      label: 'VIP',
      extends: 'usual',
      stageModel: 'four_stage',
      policy: { timezone: 'Europe/London', quietHours: [{ from: { hour: 21 } }], caps: [{ messages: 3 }] },
    });
    expect(journey.stages.map(({ modelStage }) => modelStage)).toEqual([
      'awareness',
      'comparison',
      'decision',
      'after_sale',
    ]);
    expect(outline(journey)).toMatchInlineSnapshot(`
      [
        "stage Hears of us (usual.journey:7)",
        "  vip.awareness.page Page (usual.journey:9)",
        "stage Compares (usual.journey:17)",
        "stage Decides (usual.journey:23)",
        "stage Stays (usual.journey:24)",
        "vip.awareness.greet: send hello, move to vip.comparison (usual.journey:10)",
        "vip.comparison.tips: send tip (usual.journey:18)",
      ]
    `);
  });

  test('overrides parts in their place, adds others where it says, and leaves some out', async () => {
    const journey = await resolved(`journey vip "VIP" extends usual {
  override message hello with welcome
  without after_sale, page
  stage call "Is called" after awareness as comparison {
    touchpoint phone_call "Phone call" on phone by sales
  }
  override stage comparison "Is advised" {
    pain "Too many offers"
    override automation tips {
      on comparison.entered
      wait 1d
      send tip
    }
    automation thank {
      on comparison.left
      send hello
    }
  }
}
`);
    expect(outline(journey)).toMatchInlineSnapshot(`
      [
        "stage Hears of us (usual.journey:7)",
        "stage Is called (vip.journey:6)",
        "  vip.call.phone_call Phone call (vip.journey:7)",
        "stage Is advised (vip.journey:9)",
        "stage Decides (usual.journey:23)",
        "vip.awareness.greet: send welcome, move to vip.comparison (usual.journey:10)",
        "vip.comparison.tips: wait, send tip (vip.journey:11)",
        "vip.comparison.thank: send welcome (vip.journey:16)",
      ]
    `);
    expect(journey.stages[0]?.pains).toMatchObject([{ text: 'Nobody answers' }]);
    expect(journey.stages[0]?.kpis.map(({ id }) => id)).toEqual(['vip.awareness.signups']);
    expect(journey.stages[2]?.pains).toMatchObject([{ text: 'Too many offers' }]);
  });

  test('may be extended again, and others may name its parts', async () => {
    const document = await open({
      'top.journey': `${IMPORT}import { vip } from "./vip.journey"
journey top extends vip {
  override message welcome with tip
  override stage awareness "Is invited"
}
scenario "s" of top { 2027-03-24 10:00 landing.signed_up expect send tip within 1h }
scenario "t" of top { 2027-03-24 10:00 top.awareness.entered expect send tip within 1h }
journey board { kpi all = top.signups + vip.signups }
`,
      'vip.journey': `${IMPORT}import { usual } from "./usual.journey"
journey vip extends usual { override message hello with welcome }
`,
      'usual.journey': USUAL,
      'systems.journey': SYSTEMS,
    });
    expect(document.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(document.diagnostics.filter(({ code }) => code === 'J0910')).toEqual([]);
    const model = document.compile();
    const [top, board] = model.journeys;
    expect(outline(top ?? expect.fail())).toMatchInlineSnapshot(`
      [
        "stage Is invited (top.journey:5)",
        "  top.awareness.page Page (usual.journey:9)",
        "stage Compares (usual.journey:17)",
        "stage Decides (usual.journey:23)",
        "stage Stays (usual.journey:24)",
        "top.awareness.greet: send tip, move to top.comparison (usual.journey:10)",
        "top.comparison.tips: send tip (usual.journey:18)",
      ]
    `);
    expect(board?.kpis[0]?.formula).toMatchObject({
      left: { kpi: 'top.awareness.signups' },
      right: { kpi: 'vip.awareness.signups' },
    });
    expect(model.scenarios[1]?.lines[0]).toMatchObject({ event: { stage: 'top.awareness' } });
  });

  test('leaves the journey that it extends as it is', async () => {
    const own = 'journey vip extends usual { override message hello with welcome without decision }';
    const document = await open({ 'all.journey': `${SYSTEMS}${USUAL.replace(IMPORT, '')}${own}` });
    const [usual] = document.compile().journeys;
    expect(outline(usual ?? expect.fail()).join()).toContain('usual.awareness.greet: send hello');
    expect(usual?.stages).toHaveLength(4);
  });

  test('has its findings where its text stands, and those of the other only there', async () => {
    const base = `${SYSTEMS}journey usual { stage s { automation a { on landing.signed_up stop send hello } } }\n`;
    const alone = await findings(base, /J05/);
    expect(alone).toHaveLength(1);
    expect(await findings(`${base}journey vip extends usual { }`, /J05/)).toEqual(alone);
  });
});

describe('what is wrong with it', () => {
  const found = (own: string) => findings(files(own), /J02|J083/);

  test('circles', async () => {
    expect(
      await findings('journey a extends b { }\njourney b extends c { }\njourney c extends a { }', /J083/),
    ).toMatchInlineSnapshot(`
        [
          "1:19 J0830 The journey "a" extends itself, by way of "b" and "c"; break the circle.",
          "2:19 J0830 The journey "b" extends itself, by way of "c" and "a"; break the circle.",
          "3:19 J0830 The journey "c" extends itself, by way of "a" and "b"; break the circle.",
        ]
      `);
    expect(await findings('journey a extends a { stage s }', /J083/)).toMatchInlineSnapshot(`
      [
        "1:19 J0830 The journey "a" extends itself; name another one.",
      ]
    `);
  });

  test('overriding what is not there, or without saying so', async () => {
    expect(
      await found(`journey vip extends usual {
  override stage comparson "Is advised"
  override stage awareness { override automation tips { on landing.signed_up stop } }
  stage decision
  override automation other { manually stop }
}
journey alone { override stage s }`),
    ).toMatchInlineSnapshot(`
      [
        "4:18 J0831 "usual" has no stage "comparson" here to override. Did you mean "comparison"?",
        "5:50 J0831 "usual" has no automation "tips" here to override.",
        "6:9 J0832 "usual" has a stage "decision" already: write override before it to change that one, or give this one another name.",
        "7:23 J0831 "usual" has no automation "other" here to override.",
        "9:32 J0831 There is nothing to override: this stage is in no journey that extends another. Remove "override".",
      ]
    `);
  });

  test('has fixes', async () => {
    expect(
      await fixed(files('journey vip extends usual { override stage comparson "Is advised" }'), 'J0831'),
    ).toContain('{ override stage comparison "Is advised" }');
    expect(await fixed(files('journey vip extends usual { override stage own }'), 'J0831')).toContain(
      'usual { stage own }',
    );
    expect(await fixed(files('journey vip extends usual { stage decision }'), 'J0832')).toContain(
      'usual { override stage decision }',
    );
  });

  test('messages that are not sent, or need what nobody gives', async () => {
    expect(
      await found(`message gift(code: text) via mail { subject "Gift" body "{{code}}" }
journey vip extends usual {
  override message welcome with hello
  override message hello with gift
}
journey alone { override message hello with tip }`),
    ).toMatchInlineSnapshot(`
      [
        "5:20 J0833 "usual" never sends "welcome", so nothing is sent in its place; name a message that it sends.",
        "6:31 J0834 "gift" needs "code", which nobody gives where "hello" is sent; give it a default, or name another message.",
        "8:34 J0831 There is nothing to override: this message is in no journey that extends another. Remove "override".",
      ]
    `);
  });

  test('leaving out what the rest needs', async () => {
    expect(
      await found(`journey vip extends usual {
  without comparison, signups
}
journey short extends usual {
  without comparison, greet
}
journey wrong extends usual { without nothing }`),
    ).toMatchInlineSnapshot(`
      [
        "4:11 J0835 The stage "comparison" is left out, but "greet" still needs it (line 13); override that one, or leave it out as well.",
        "9:39 J0201 No inherited stage, touchpoint, automation or KPI is named "nothing" here.",
      ]
    `);
  });
});

describe('a stage that is a journey', () => {
  test('is in the model with that journey, also from another file', async () => {
    const model = (
      await open({
        'main.journey':
          'import { club } from "./club.journey"\njourney life { stage member "Member" journey club }',
        'club.journey': `import { talks } from "./talks.journey"
journey club "Club" { stage joins { touchpoint desk on store } stage talks_to_us journey talks }`,
        'talks.journey': 'journey talks "Talks" { stage asks { touchpoint call on phone } }',
      })
    ).compile();
    expect(model.journeys.map(({ id }) => id)).toEqual(['life']);
    expect(model.journeys[0]?.stages[0]?.nestedJourney).toBe('club');
    expect(model.linkedJourneys.map(({ id, source }) => `${id} ${describeSource(source)}`)).toEqual([
      'club club.journey:2',
      'talks talks.journey:1',
    ]);
    expect(model.channels.map(({ id }) => id)).toEqual(['phone', 'store']);
  });

  test('is no part of itself', async () => {
    expect(
      await findings(
        `journey a { stage s journey b }
journey b { stage t journey c }
journey c extends d { }
journey d { stage u journey a }
journey e { stage v journey e }
journey f { stage w journey a }`,
        /J083/,
      ),
    ).toMatchInlineSnapshot(`
      [
        "1:29 J0836 The stage "s" leads back to the journey "a", by way of "b" and "c"; a journey can't be a part of itself.",
        "2:29 J0836 The stage "t" leads back to the journey "b", by way of "c" and "a"; a journey can't be a part of itself.",
        "5:29 J0836 The stage "v" is the journey "e", which it is a part of; name another journey.",
      ]
    `);
  });
});

describe('in the editor', () => {
  test('renaming a part renames what overrides it', async () => {
    const { document, position, services } = await at({
      ...files('journey vip extends usual { override stage awareness "Knows us" without decision }'),
      'usual.journey': USUAL.replace('stage awareness', 'stage awa█reness'),
      'top.journey': `import { vip } from "./vip.journey"
journey top extends vip { override stage awareness { pain "x" } kpi k = top.signups / vip.signups }`,
    });
    const params = { textDocument: { uri: document.uri.toString() }, position, newName: 'hears' };
    const edit = await services.lsp.RenameProvider?.rename(document, params);
    const changed = Object.entries(edit?.changes ?? {}).map(
      ([uri, edits]) => `${uri.split('/').at(-1) ?? ''}: ${edits.length}`,
    );
    expect(changed.sort()).toEqual(['top.journey: 1', 'usual.journey: 1', 'vip.journey: 1']);
  });

  test('inherited stages, automations and KPIs can be named', async () => {
    const offered = await labels(
      files('journey vip extends usual { stage more { automation m { manually move to █ } } }'),
    );
    expect(offered).toEqual(expect.arrayContaining(['awareness', 'comparison', 'more']));
  });

  test('after override and without: what there is to change', async () => {
    expect(await labels(files('journey vip extends usual { override stage █ }'))).toEqual([
      'awareness',
      'comparison',
      'decision',
      'after_sale',
    ]);
    expect(
      await labels(files('journey vip extends usual { override stage awareness { override automation █ } }')),
    ).toEqual(['greet']);
    expect(await labels(files('journey vip extends usual { without █ }'))).toEqual(
      expect.arrayContaining(['awareness', 'page', 'greet', 'signups']),
    );
    const items = await completion(files('journey vip extends usual { override stage █ }'));
    expect(items[0]?.detail).toBe('Hears of us');
  });

  test('an overriding part leads to what it overrides, and inherited names to where they are declared', async () => {
    expect(await definition(files('journey vip extends usual { override stage awa█reness { } }'))).toEqual([
      'usual.journey: stage awareness "Hears of us" {',
    ]);
    expect(
      await definition(
        files('journey vip extends usual { stage a { automation m { manually move to deci█sion } } }'),
      ),
    ).toEqual(['usual.journey: stage decision "Decides"']);
  });
});
