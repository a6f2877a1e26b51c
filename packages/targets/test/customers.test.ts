import { describe, expect, test } from 'vitest';
import { findTarget, type GenerationResult } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText } from './journeys.ts';
import { readable } from './readable.ts';

/** A shop of which conditions speak, and one automation over it. */
const journeyOf = (condition: string, steps = ''): string => `
connector market "Market" {
  base "https://shop.example.com"
  record profile extends contact { id: text orders: number }
  record account { id: text tier: one of [plain, gold] }
  record wallet { id: text points: number }
  event paid { id: text email: email total: number } = webhook "paid"
  event ordered of profile = webhook "ordered"
  event seen of contact = webhook "seen"
  action find_account(person: contact) -> account = GET "/accounts/{person.email}"
  action open_wallet(person: contact) -> wallet = POST "/wallets" { email: person.email }
  action tag(about: email, tag: text) = POST "/tags" { about, tag }
}
system shop "Shop" uses market
segment chosen "Chosen" where ${condition}
journey trial "Trial" {
  timezone "Europe/London"
  stage only "Only" {
    automation joins "Joins" {
      when in chosen
      ${steps}
      shop.tag(about: customer.email, tag: "x")
    }
  }
}`;

describe('a segment over a system’s records', () => {
  test('knows them by the events that carry them, which are taken in', async () => {
    const result = await generate('shop.profile.orders >= 3', 'if customer in chosen { stop }');
    expect(result.findings).toEqual([]);
    expect(codeOf(result, 'trial.events', 'What follows')).toContain(
      '"shop.profile": recordOf(rows, ["shop.ordered"])',
    );
    expect(result.files.map(({ path }) => path)).toContain('workflows/trial.intake.shop.json');
    expect(result.files.map(({ path }) => path)).not.toContain('workflows/trial.lookup.shop.json');
  });

  test('asks a system that has an action for it, at each event and before the step', async () => {
    const steps = 'wait for customer in chosen up to 3d { timeout { stop } }\nif customer in chosen { stop }';
    const result = await generate('shop.account.tier == gold', steps);
    expect(result.findings).toEqual([]);
    const lookup = workflow(result, 'trial.lookup.shop');
    await expect(readable(lookup)).toMatchFileSnapshot('baselines/steps/lookup.txt');
    await expect(readable(workflow(result, 'trial.automation.only.joins'))).toMatchFileSnapshot(
      'baselines/steps/lookup-steps.txt',
    );
    const calls = workflow(result, 'trial.events').nodes.filter(({ parameters }) =>
      JSON.stringify(parameters).includes(lookup.id),
    );
    expect(calls).toHaveLength(1);
  });

  test('says at its place what nothing tells of', async () => {
    const { findings } = await generate('shop.wallet.points >= 3');
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'target-expression-unsupported: n8n workflows can\'t know a customer\'s shop.wallet: no event that n8n hears of carries it, and "shop" has no action `find_…` that takes a person and gives it.',
    ]);
    expect(findings[0]?.source.start.line).toBe(14);
  });
});

describe('counts over a time', () => {
  test('are of what was kept, and their events are taken in', async () => {
    const result = await generate(
      'count(shop.ordered, within: 90d) >= 3 and sum(shop.paid.total, within: 1y) > 500 EUR',
      'if count(shop.seen where shop.seen.email != "", within: 7d) > 1 and happened(shop.seen) { stop }',
    );
    expect(result.findings).toEqual([]);
    const course = codeOf(result, 'trial.events', 'What follows');
    expect(course.slice(course.indexOf('const factsOf'), course.indexOf('const asRun')))
      .toMatchInlineSnapshot(`
        "const factsOf = (rows, now, about) => ({
          "count(shop.seen) within 7d where (event.data?.email != \\"\\")": eventsSince(rows, now.minus({ days: 7 })).filter((event) => event.name === "shop.seen" && (event.data?.email != "")).length,
          "count(shop.ordered) within 90d": eventsSince(rows, now.minus({ days: 90 })).filter((event) => event.name === "shop.ordered").length,
          "sum(shop.paid.total) within 1y": eventsSince(rows, now.minus({ years: 1 })).filter((event) => event.name === "shop.paid").map((event) => Number(event.data?.total?.amount ?? event.data?.total)).filter((value) => !Number.isNaN(value)).reduce((sum, value) => sum + value, 0),
        });
        const about = () => ({ customer });
        "
      `);
    expect(course).toContain('(run.facts?.["count(shop.ordered) within 90d"] >= 3)');
    for (const { parameters } of result.files.flatMap(({ path }) => nodesOf(result, path))) {
      if (parameters['jsCode'] !== undefined)
        new Function(`return async () => { ${String(parameters['jsCode'])} }`);
    }
    const intake = JSON.stringify(workflow(result, 'trial.intake.shop'));
    for (const event of ['ordered', 'paid', 'seen']) expect(intake).toContain(`trial/shop/${event}`);
  });

  test('by a name of the run are refused at their place', async () => {
    const steps = 'let many = 3\nif count(shop.paid where shop.paid.total > many, within: 7d) > 1 { stop }';
    const { findings } = await generate('customer.language == "he"', steps);
    expect(findings.map(({ message }) => message)).toEqual([
      "n8n workflows can't count by a name of the run.",
    ]);
  });
});

test('who is under way elsewhere is read from all runs and events of the customer', async () => {
  const text = `${journeyOf('customer.language == "he"', 'if customer in back { stop }')}
journey back "Back" {
  timezone "Europe/London"
  stage only "Only" { automation waits "Waits" { on shop.seen where not (customer in back) wait 10d } }
}`;
  const result = findTarget('n8n')?.generate(await compileText(text)) ?? expect.fail('no target');
  expect(result.findings).toEqual([]);
  const policy = workflow(result, 'trial.policy').nodes.map(({ name }) => name);
  expect(policy).toContain('Runs under way');
  expect(codeOf(result, 'trial.policy', 'Decide')).toContain(
    '"journey back": isUnderWay((row) => row.journey === "back", about)',
  );
  expect(codeOf(result, 'back.events', 'What follows')).toContain(
    'where: (run) => Boolean(!(run.facts?.["journey back"]))',
  );
});

async function generate(condition: string, steps?: string): Promise<GenerationResult> {
  const target = findTarget('n8n') ?? expect.fail('no target');
  return target.generate(await compileText(journeyOf(condition, steps)));
}

function workflow({ files }: GenerationResult, name: string): N8nWorkflow {
  const file = files.find(({ path }) => path === `workflows/${name}.json`);
  return JSON.parse(file?.content ?? '{}') as N8nWorkflow;
}

function nodesOf(result: GenerationResult, path: string): N8nWorkflow['nodes'] {
  const [, name] = /^workflows\/(.*)\.json$/.exec(path) ?? [];
  return name === undefined ? [] : workflow(result, name).nodes;
}

function codeOf(result: GenerationResult, name: string, node: string): string {
  const found = workflow(result, name).nodes.find((one) => one.name === node);
  return String(found?.parameters['jsCode']);
}
