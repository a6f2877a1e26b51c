import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '@journey/language';
import { allSteps, automationsOf, describeSource, type JourneyModel } from '@journey/model';
import { open } from './support/workspace.ts';

const example = new URL('../../../examples/match-meeting/', import.meta.url);

/** The model without places, which would change with every line that is added above. */
function withoutSources(model: JourneyModel): string {
  return `${JSON.stringify(model, (key, value: unknown) => (key === 'source' ? undefined : value), 1)}\n`;
}

describe('the worked example', () => {
  let model: JourneyModel;

  beforeAll(async () => {
    const uri = URI.file(fileURLToPath(new URL('match-meeting.journey', example)));
    const { documents } = await openWorkspace(NodeFileSystem, [uri]);
    expect(documents[0]?.diagnostics).toEqual([]);
    model = documents[0]?.compile() ?? expect.fail('no model');
  });

  test('compiles to the model that was reviewed', async () => {
    await expect(withoutSources(model)).toMatchFileSnapshot('baselines/match-meeting.model.json');
  });

  test('holds the five stages of its model, and everything that S0 asks for, A1 to C2', () => {
    const [journey] = model.journeys;
    const touchpoints = journey?.stages.flatMap((stage) => stage.touchpoints.map(({ name }) => name));
    const steps =
      journey &&
      automationsOf(journey).flatMap(({ automation }) =>
        [...allSteps(automation.steps)].map(({ id }) => `${automation.name} ${id}`),
      );
    expect(journey?.stages.map(({ modelStage }) => modelStage)).toEqual([
      'awareness',
      'consideration',
      'purchase',
      'retention',
      'loyalty',
    ]);
    // A1, A2 and E1 are what the company does; the others are what the automations do.
    expect(touchpoints).toEqual(expect.arrayContaining(['facebook_ad', 'banner', 'landing_page']));
    expect(steps).toEqual(
      expect.arrayContaining([
        'capture let:deal', // A3: the lead is in the CRM
        'capture send:hello', // A4: WhatsApp at once
        'nurture send:intro_video', // E2: the series begins
        'nurture survey.invite', // E3: the questionnaire, as a step of the series
        'nurture send:invite', // E4: the invitation to the meeting
        'meeting send:meeting_details', // P1
        'meeting send:reminder_day_before', // P2
        'meeting send:reminder_morning', // P3
        'follow_up crm.add_activity', // C1: until the lead is closed
        'follow_up calendar.add_reminder', // C2
      ]),
    );
  });

  test('every step knows the line it came from', () => {
    const text = readFileSync(new URL('match-meeting.journey', example), 'utf8').split('\n');
    for (const { automation } of model.journeys.flatMap(automationsOf)) {
      for (const step of allSteps(automation.steps)) {
        const word = step.kind === 'action' ? step.action : step.kind === 'repeat' ? 'repeat' : step.kind;
        expect(text[step.source.start.line], describeSource(step.source)).toContain(word);
      }
    }
  });

  test('is plain data', () => {
    expect(structuredClone(model)).toEqual(JSON.parse(JSON.stringify(model)));
  });
});

test('what one journey needs from the library is in its model, and no more', async () => {
  const document = await open(`system landing uses form
journey j { model four_stage stage awareness { touchpoint page on web by sales } }`);
  const model = document.compile();
  expect(model.connectors.map(({ id }) => id)).toEqual(['form']);
  expect(model.channels.map(({ id }) => id)).toEqual(['web']);
  expect(model.departments.map(({ id }) => id)).toEqual(['sales']);
  expect(model.stageModels.map(({ id }) => id)).toEqual(['four_stage']);
});

test('a connector of one’s own compiles with its requests', async () => {
  const document = await open(`connector acme "Acme" {
  auth bearer env ACME_TOKEN
  base "https://api.example.com/v2"
  limit 10 requests per 1s
  record member { id: text  tier: one of [silver, gold] }
  event tier_changed { member: member } = webhook "tier" verify hmac env ACME_SECRET { member: data.member }
  action add_points(member: member, points: number) -> member = POST "/members/{member.id}/points" { points } key request_id
}
system loyalty uses acme`);
  expect(document.diagnostics).toEqual([]);
  const [connector] = document.compile().connectors;
  expect(connector?.authentication).toEqual({ scheme: 'bearer', secret: 'ACME_TOKEN' });
  expect(connector?.events[0]?.webhook).toMatchObject({ path: 'tier', secret: 'ACME_SECRET' });
  expect(connector?.actions[0]?.request).toMatchObject({
    method: 'POST',
    path: [
      { kind: 'text', value: '/members/' },
      { kind: 'hole', value: { kind: 'field', field: 'id', of: { kind: 'given', name: 'member' } } },
      { kind: 'text', value: '/points' },
    ],
    body: {
      kind: 'object',
      entries: [{ key: 'points', value: { kind: 'value', value: { kind: 'given', name: 'points' } } }],
    },
    idempotencyKey: 'request_id',
  });
});

test('a text’s variables know where they stand', async () => {
  const document = await open(
    'system mail uses smoove\nmessage hi via mail {\n  subject "Hi"\n  text """\n    Dear {{customer.first_name | default "friend"}},\n  """\n}',
  );
  const [part] =
    document.compile().messages[0]?.body[0]?.parts.filter(({ kind }) => kind === 'variable') ?? [];
  expect(part).toMatchObject({
    path: ['customer', 'first_name'],
    filter: { name: 'default', argument: 'friend' },
    source: { start: { line: 4, character: 11 } },
  });
});
