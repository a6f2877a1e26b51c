import { expect, test } from 'vitest';
import { findings, open } from './support/workspace.ts';

const HEALTHY = `
  stage later "Later" {
    touchpoint shop "Shop" on store
    kpi visits = count(landing.visited) per 30d, target >= 10
  }
}`;

const broken = {
  'a stage without a name': `stage "Sooner" { touchpoint ad "Ad" on web }`,
  'a step that is no step': `stage sooner { automation a { on landing.visited sned hello } }`,
  'an unfinished reference': `stage sooner { automation a { on landing. } }`,
  'an unfinished call': `stage sooner { automation a { on landing.visited crm.add_note( } }`,
  'a lost word': `stage sooner { touchpoint ad "Ad" on web nonsense }`,
  'a misspelled keyword before a block': `stag sooner { touchpoint ad "Ad" on web automation a { on landing.visited stop } }`,
  'a stray block': `{ touchpoint ad "Ad" on web }`,
  'a misspelled keyword deep inside': `stage sooner { touchpoint ad "Ad" on web { emoton +1 { } } }`,
  'a number for a name': `stage 17 { touchpoint ad "Ad" on web }`,
  'an unclosed text': `stage sooner { touchpoint ad "Ad on web }`,
};

test.each(Object.entries(broken))('%s leaves the rest of the journey alive', async (_, stage) => {
  const document = await open(
    `system landing uses form\nsystem crm uses pipedrive\njourney j "J" {\n  ${stage}\n${HEALTHY}`,
  );
  expect(document.diagnostics.length).toBeGreaterThan(0);
  const later = document.compile().journeys[0]?.stages.find(({ name }) => name === 'later');
  expect(later?.touchpoints.map(({ label }) => label)).toEqual(['Shop']);
  expect(later?.kpis.map(({ name }) => name)).toEqual(['visits']);
});

test('a brace amid the settings of a connector, with the rest of the file outside of it, is read to the end', async () => {
  const document = await open(
    `connector twilio "Twilio" {\n  auth basic env}SID env TOKEN\n  limit body 1600 characters\n  record incoming { id: text }\n}`,
  );
  expect(document.diagnostics.map(({ code }) => code)).toContain('J0101');
});

test('names that refer to themselves or to each other are not looked into for ever', async () => {
  const document = await open(
    'journey j { stage s { automation a { manually let x = x let y = x.name for each z in z.items { stop } if up == down { stop } } } }',
  );
  expect(document.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['J0201', 'J0502']));
  expect(document.compile().journeys).toHaveLength(1);
});

test('a brace too many is said to be one', async () => {
  expect(await findings('persona owner "Owner" { } }')).toEqual([
    '1:27 J0105 This } closes nothing; remove it, or open its block before.',
  ]);
});

test('half a character in a path is a file that is not there', async () => {
  expect(await findings('import "./\uD800.journey"')).toEqual([expect.stringContaining('J0203')]);
  const message = 'system mail uses smoove\nmessage m via mail { subject "s" body file "./\uD800.html" }';
  expect((await findings(message)).join()).toContain('.html');
});

test('a part without a name is nothing that another one could have meant to override', async () => {
  const text = 'journey a { stage } journey b extends a { override stage x "X" }';
  expect((await findings(text, /^J08/)).join()).toContain('"x"');
});

test('a finding is reported once, not again by all that depends on it', async () => {
  expect(
    await findings(
      'journey j { stage s { automation a { on nobody.came as guest where guest.age > 18 let x = guest.name stop } } }',
    ),
  ).toEqual(['1:41 J0201 No name is named "nobody" here.']);
});
