import { describe, expect, test } from 'vitest';
import { findTarget, type GenerateOptions, type GenerationResult } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText, journeyOf } from './journeys.ts';
import { readable } from './readable.ts';

describe('every kind of step becomes what was reviewed', () => {
  const kinds: Readonly<Record<string, string>> = {
    'if-else': 'wait 1d\nif opened(news) { send hello } else { send news }',
    known: 'if known(lead.phone) { send hello } else { send news }',
    'if-else-if':
      'if lead.page == "https://a.example" { send hello } else if lead.note == "b" { send news } else { stop }',
    switch:
      'switch { when opened(news) { stop } when lead.note in ["a", "b"] { send news } otherwise { send hello } }',
    split: 'split { 45% one { send hello } 45% other { send news } 10% holdout { } }',
    repeat: 'repeat every 3d until crm.deal_closed, at most 6 times { send news }\nsend hello',
    'wait-for-event': 'wait for crm.deal_won as deal up to 3d { timeout { send news } }\nsend hello',
    'wait-until': 'wait until tuesday 10:00\nsend hello',
    at: 'at 1d before lead.note { send hello }\nsend news',
    move: 'move to first\nsend hello',
    run: 'run other(who: lead)\nsend hello',
    'for-each': 'for each page in ["a", "b"] { if lead.page == page { send hello } }\nsend news',
    exit: 'if opened(news) { exit }\nsend hello',
    let: 'let deal = crm.create_deal(title: lead.full_name, person: lead, value: 100 ILS)\ncrm.add_note(deal: deal, text: "x")',
    try: 'try { send hello crm.create_deal(title: lead.full_name, person: lead) } retry 5 times every 10m on failure { send news }\nsend news',
    parallel: 'parallel { branch { send hello } branch { send news } }',
    'parallel-waits':
      'parallel { branch one { wait 1d send hello } branch two { send news stop } }\nsend hello',
    'parallel-first': 'parallel until any { branch { send hello } branch { wait 1d send news } }\nsend hello',
    'wait-hours': 'wait until weekday 09:00-17:00 in customer.timezone\nsend hello',
    'wait-business-hours': 'wait until business hours\nwait until sending hours\nsend hello',
    'wait-moment-zone': 'wait until 2027-03-28 10:00 in customer.timezone\nsend hello',
    'wait-deadline': 'wait for opened(hello) until 1d before lead.note { timeout { send news } }\nsend hello',
    'try-doubling': 'send hello retry 3 times every 10m doubling up to 1h',
  };
  for (const [name, steps] of Object.entries(kinds)) {
    test(name, async () => {
      const result = await generate(steps);
      expect(result.findings).toEqual([]);
      await expect(readable(automation(result))).toMatchFileSnapshot(`baselines/steps/${name}.txt`);
    });
  }
});

describe('what can’t be generated is an error at its message', () => {
  test('variants are drawn for the customer; a winner by a KPI, MJML and templates of variants are not for n8n', async () => {
    const offer = `
message offer "Offer" via mail category marketing {
  subject "For you"
  variant price 50% { body "20 ILS off" }
  variant story 50% { body file "./story.mjml" }
  winner by trial.sold after 2d
}
message ask "Ask" via wa category utility {
  variant one 50% { template ask_one language en text "One?" }
  variant other 50% { template ask_other language en text "Other?" }
}`;
    const model = await compileText(
      `${journeyOf('send offer\nsend ask').replace('stage', 'kpi sold = count(crm.deal_won) per 30d\n  stage')}${offer}`,
      {
        'story.mjml': '<mjml><mj-body></mj-body></mjml>',
      },
    );
    const { findings, files } = findTarget('n8n')?.generate(model) ?? expect.fail('no target');
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "target-message-unsupported: n8n sends one template for "ask": write a message for each template, and a split that sends them.",
        "target-message-unsupported: n8n sends one template for "ask": write a message for each template, and a split that sends them.",
        "target-message-unsupported: The MJML of "offer" can't be turned into HTML, and nobody could read it as it is: mend its tags, and write out what it includes.",
        "target-message-part-ignored: n8n doesn't choose the winner of "offer" by a KPI: it goes on sending all variants in their shares. Take the event that the KPI counts.",
      ]
    `);
    const mail = files.find(({ path }) => path.includes('system.mail'))?.content ?? '';
    expect(mail).toMatch(/\[5000, ?10000\]\.findIndex\(\(bound\) => /);
  });

  test('an action that its connector only names', async () => {
    const text = `
connector bare "Bare" { action ring(text: text) }
system bell "Bell" uses bare
journey trial "Trial" {
  timezone "UTC"
  stage first "First" {
    automation only "Only" {
      manually
      bell.ring(text: "x")
    }
  }
}`;
    const { findings } = target().generate(await compileText(text));
    expect(findings.map(({ code, source }) => [code, source.start.line + 1])).toEqual([
      ['target-action-unsupported', 9],
    ]);
  });
});

test('a department is told at an address that the environment holds', async () => {
  const result = await generate('notify sales "Call them"\nsend hello');
  expect(result.findings).toMatchObject([{ code: 'target-needs-address', severity: 'information' }]);
  expect(result.files.find(({ path }) => path === '.env.example')?.content).toContain('\nNOTIFY_SALES=\n');
  const notify = result.files.find(({ path }) => path.endsWith('trial.notify.json'));
  await expect(readable(JSON.parse(notify?.content ?? '{}'))).toMatchFileSnapshot(
    'baselines/steps/notify.txt',
  );
});

test('a department reads the values that its text names', async () => {
  const result = await generate(
    'notify sales "Call {{customer.full_name | default \\"him\\"}} on {{customer.birthday | weekday}}!"',
  );
  const node = automation(result).nodes.find(({ name }) => name.startsWith('notify'));
  const inputs = node?.parameters['workflowInputs'] as { value: { call: string } };
  const [, javascript = ''] = /^=\{\{(.*)\}\}$/s.exec(inputs.value.call) ?? [];
  expect(javascript).not.toMatch(/\}\}|\{\{/);
  const dateTime = {
    fromISO: (text: string) => ({
      setLocale: () => ({ isValid: true, toLocaleString: () => `day of ${text}` }),
    }),
  };
  const told = new Function('$json', 'DateTime', `return ${javascript}`) as (...given: unknown[]) => unknown;
  const state = (customer: object) => ({ customer, vars: {} });
  expect(told(state({ full_name: 'Dana', birthday: '2027-03-28' }), dateTime)).toMatchObject({
    text: 'Call Dana on day of 2027-03-28!',
  });
  expect(told(state({ birthday: '2027-03-28' }), dateTime)).toMatchObject({
    text: 'Call him on day of 2027-03-28!',
  });
});

test('a time zone that nobody states is said', async () => {
  const text = journeyOf('send hello').replace('timezone "Asia/Jerusalem"', '');
  const { findings } = target().generate(await compileText(text));
  expect(findings).toMatchObject([{ code: 'target-policy-ignored', severity: 'warning' }]);
});

test('a journey or environment that isn’t there is said, with those that are', async () => {
  const { findings, files } = await generate('send hello', { journeys: ['other'], environment: 'staging' });
  expect(files).toEqual([]);
  expect(findings.map(({ message }) => message)).toEqual([
    'There is no journey "other" here; there is: trial.',
    'There is no environment "staging" here; there is: none.',
  ]);
});

test('the split’s shares are those of the journey, and one customer always gets the same', async () => {
  const result = await generate('split { 50% one { send hello } 30% two { send news } 20% rest { } }');
  const node = automation(result).nodes.find(({ name }) => name.startsWith('split'));
  const javascript = String(node?.parameters['output']).replace(/^=\{\{(.*)\}\}$/s, '$1');
  const draw = new Function('$json', `return ${javascript}`);
  const ways = Array.from({ length: 4000 }, (_, n) => Number(draw({ contact: `customer-${n}` })));
  expect(ways).toEqual(Array.from({ length: 4000 }, (_, n) => Number(draw({ contact: `customer-${n}` }))));
  const share = (way: number): number => ways.filter((one) => one === way).length / 40;
  expect(share(0)).toBeGreaterThan(46);
  expect(share(0)).toBeLessThan(54);
  expect(share(1)).toBeGreaterThan(26);
  expect(share(1)).toBeLessThan(34);
  expect(share(2)).toBeGreaterThan(16);
  expect(share(2)).toBeLessThan(24);
});

test('branches are called by their labels', async () => {
  const result = await generate(`split { 50% one "בוקר" { send hello } 50% two { send news } }
    parallel { branch left "צד אחד" { wait 1d } branch { wait 2d } }`);
  expect(automation(result).nodes.map(({ name }) => name)).toContain('split 50% בוקר / 50% two');
  const names = result.files
    .filter(({ path }) => path.includes('.automation.') && path.includes('parallel'))
    .map(({ content }) => (JSON.parse(content) as N8nWorkflow).name);
  expect(names).toEqual(['Trial · Only · 2', 'Trial · Only · צד אחד']);
});

async function generate(steps: string, options?: GenerateOptions): Promise<GenerationResult> {
  return target().generate(await compileText(journeyOf(steps)), options);
}

function automation({ files }: GenerationResult): N8nWorkflow {
  const file = files.find(({ path }) => path.includes('.automation.'));
  const workflow: N8nWorkflow = JSON.parse(file?.content ?? '{}');
  return workflow;
}

function target(): NonNullable<ReturnType<typeof findTarget>> {
  const found = findTarget('n8n');
  if (found === undefined) throw new Error('There is no n8n target.');
  return found;
}
