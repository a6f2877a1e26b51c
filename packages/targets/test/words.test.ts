import { beforeAll, describe, expect, test } from 'vitest';
import { findTarget, type GeneratedFile } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { wordsIn, type Words } from '../src/n8n/words/index.ts';
import { NODE_NAMES } from '../src/n8n/words/nodes/en.ts';
import { fromRightToLeft, inReadingOrder } from '../src/n8n/words/reading-order.ts';
import { compileText } from './journeys.ts';

/** All that has nodes of ours: every vendor's, every shared workflow's, and a trial's. Its people write in one language. */
const everything = (label: string, language: string): string => `
system landing "${label}" uses form
system ads "${label}" uses facebook_leads { page: env FB_PAGE }
system wa "${label}" uses whatsapp { number: env WA_NUMBER_ID }
system sms "${label}" uses twilio { from: env SMS_FROM }
system mail "${label}" uses smoove
system list "${label}" uses mailchimp { data_center: "us6" audience: "a1" }
system crm "${label}" uses pipedrive { pipeline: "${label}" }
system calendar "${label}" uses google_calendar
message hello "${label}" via wa category utility { template hello language ${language} text "{{customer.first_name}}" }
message offer "${label}" via sms category marketing {
  variant one 50% { body "${label}" }
  variant other 50% { body "${label}!" }
  winner by clicked after 1d
}
message news "${label}" via mail category marketing { subject "${label}" body "${label}" }
journey after "${label}" {
  timezone "Asia/Jerusalem"
  stage only "${label}" { automation greets "${label}" { on after.entered send hello } }
}
journey all "${label}" {
  timezone "Asia/Jerusalem"
  enter on landing.signed_up
  enter when called()
  entries at most 5 at once, then wait
  version 2 { under way: move }
  stage first "${label}" {
    automation leads "${label}" {
      on ads.submitted, wa.received, list.subscribed as lead
      let deal = crm.create_deal(title: "${label}", person: customer)
      crm.create_person(person: customer)
      crm.find_deal(person: customer)
      crm.update_deal(deal: deal, title: "${label}")
      crm.add_note(deal: deal, text: "${label}")
      crm.add_activity(deal: deal, subject: "${label}")
      calendar.add_reminder(title: "${label}", owner: deal.owner)
      send offer
    }
    automation waits "${label}" {
      manually
      wait 1d
      wait for crm.deal_won up to 3d { timeout { send news } }
      at 09:00 on day of now { send hello }
      at 1d before now { send hello }
      repeat every 3d until opened(news), at most 6 times { send news }
      for each one in ["a", "b"] { send news }
      try { send hello } retry 5 times every 10m on failure { send news }
      try { parallel { branch { wait 1d send hello } branch { send news stop } } } retry 1 times every 1d
      notify sales "${label}"
      move to second
    }
    automation names "${label}" {
      manually
      let who = customer.first_name
      wait 1d12h
      wait 3 business days
      wait until tuesday 10:00
      wait until weekday 09:00-17:00
      wait until sending hours
      wait until 2027-03-28 10:00
      wait until 2w after now
      repeat until opened(news), at most 2 times { wait 11d }
      repeat every 30m, at most 1 times { send news }
      split { 50% story { send news } 50% offer { run names } winner by opened(news) after 3d }
      split { 30% { send news } 70% { send news } }
      if opened(news) { send news } else { notify sales "${label}" }
      if opened(news) { send news } else if clicked(news) { stop } else { exit }
      if crm.deal.status == won { stop }
      switch who { when "a" { move to second } otherwise { send news } }
    }
    automation dated "${label}" { 1d before calendar.booked.start, at 09:00 as meeting send news }
    automation monthly "${label}" { every month on day 1 at 09:00 send news }
  }
  stage second "${label}" journey after
}
`;

/** What a node is called whose label is blank, which none here is. */
const UNUSED = ['Step'];

/** Of no language: how products and standards are called. */
const PRODUCTS = /\b(n8n|Facebook|Google Calendar|Pipedrive|WhatsApp|Redis|PostgreSQL|OAuth|compose)\b/g;

describe.each([
  { language: 'he', label: 'מסע הלקוח', letters: /\p{Script=Hebrew}/u },
  { language: 'ar', label: 'رحلة العميل', letters: /\p{Script=Arabic}/u },
])('a journey in $language', ({ language, label, letters }) => {
  let files: readonly GeneratedFile[];

  beforeAll(async () => {
    files = await generate(everything(label, language));
  });

  test('has no node that bears a name of ours in English', () => {
    const ours = new Set<string>(NODE_NAMES.flatMap((name) => [name, `: ${name}`]));
    const names = nodes(files).map(({ name }) => name.replace(/ \(\d+\)$/, ''));
    expect(names.filter((name) => ours.has(name) || ours.has(name.replace(/^.*(?=: )/, '')))).toEqual([]);
    expect(missing(names, (name) => wordsIn(language).node(name))).toEqual(UNUSED);
  });

  test('names its steps in its own words, and what stands in them as code', async () => {
    const names = nodes(files, '.automation.first').map(({ name }) => name);
    const keywords =
      /\b(wait|until|for|every|repeat|at most|times|days|split|if|switch|try|branch|let|notify|run|stop|exit|at|on day|before|after|hours|weekday|tuesday)\b/;
    expect(names.filter((name) => keywords.test(name))).toEqual([]);
    const lines = [...new Set(names)].join('\n');
    await expect(`${lines}\n`).toMatchFileSnapshot(`baselines/words/${language}.txt`);
  });

  test('has notes in its own letters alone, but for names in code and where the source is', () => {
    const notes = nodes(files)
      .filter(({ type }) => type.endsWith('.stickyNote'))
      .map(({ parameters }) => String(parameters['content']));
    for (const line of notes.flatMap((note) => note.split('\n'))) {
      const isSource = /^main\.journey:\d+$/.test(line);
      expect(isSource || line === '' || (letters.test(line) && english(line).length === 0), line).toBe(true);
    }
  });

  test('has a README in its own letters alone, but for code', () => {
    const readme = files.find(({ path }) => path === 'README.md')?.content ?? '';
    const text = readme.replace(/^```[^]*?^```$/gm, '').replace(/<\/?div[^>]*>/g, '');
    const rows = text
      .split('\n')
      .filter((line) => !/httpHeaderAuth|Api`|OAuth2Api|httpBearerAuth/.test(line));
    expect(rows.filter((line) => english(line).length > 0)).toEqual([]);
    expect(rows.filter((line) => letters.test(line)).length).toBeGreaterThan(30);
  });

  test('has words for all that English says', () => {
    const [said, wanted] = [texts(wordsIn(language)), texts(wordsIn('en'))];
    expect(said.map(([path]) => path)).toEqual(wanted.map(([path]) => path));
    expect(said.filter(([path, text]) => !letters.test(text) && path !== 'readme.addresses.host')).toEqual(
      [],
    );
  });
});

test('every name that we have for a node is one that some node bears', async () => {
  const names = nodes(await generate(everything('Journey', 'en'))).map(({ name }) => name);
  expect(missing(names, (name) => name)).toEqual(UNUSED);
});

test('a question in Hebrew has no mark, which n8n would set before it', () => {
  const { node } = wordsIn('he');
  expect(
    NODE_NAMES.map(node).filter((name) => !/^\p{Script=Hebrew}.*\p{Script=Hebrew}$/u.test(name)),
  ).toEqual([]);
});

test('a note keeps each line in the order of its own letters, with what is Markdown before them', () => {
  expect(inReadingOrder('## שלום\n\n- פריט `a.b`\nplain')).toBe(
    '## \u2068שלום\u2069\n\n- \u2068פריט \u2066`a.b`\u2069\u2069\nplain',
  );
});

test('a README from right to left leaves its blocks of code as they are', () => {
  expect(fromRightToLeft('# שלום\n\n```sh\nrun `x`\n```\n\nסוף')).toBe(
    '<div dir="rtl">\n\n# שלום\n\n</div>\n\n```sh\nrun `x`\n```\n\n<div dir="rtl">\n\nסוף\n\n</div>\n',
  );
});

/** Words in Latin letters, but for code and products. */
function english(line: string): readonly string[] {
  return (
    line
      .replace(/`[^`]*`/g, '')
      .replace(PRODUCTS, '')
      .match(/[A-Za-z]{2,}/g) ?? []
  );
}

/** The names that no node bears, alone or after the name of what it is a part of. */
function missing(names: readonly string[], word: Words['node']): string[] {
  return NODE_NAMES.filter(
    (name) => !names.some((one) => one === word(name) || one.endsWith(`: ${word(name)}`)),
  );
}

/** All sentences of a language by their places, functions with parameters that are words of none. */
function texts(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return path === 'node' || path.startsWith('steps.')
      ? []
      : [[path, String((value as (...of: number[]) => unknown)(1, 2))]];
  }
  return Object.entries(value ?? {}).flatMap(([name, part]) =>
    texts(part, path === '' ? name : `${path}.${name}`),
  );
}

function nodes(files: readonly GeneratedFile[], part = ''): N8nWorkflow['nodes'] {
  return files
    .filter(({ path }) => path.startsWith('workflows/') && path.includes(part))
    .flatMap(({ content }) => {
      const workflow: N8nWorkflow = JSON.parse(content);
      return workflow.nodes;
    });
}

/** Once as it is used, and once for a trial, whose clock runs faster. */
async function generate(source: string): Promise<readonly GeneratedFile[]> {
  const target = findTarget('n8n') ?? expect.fail('There is no n8n target.');
  const model = await compileText(source);
  const timeScale = { factor: 60, start: '2027-03-01T08:00:00Z' };
  return [model, model].flatMap((one, index) => target.generate(one, index === 0 ? {} : { timeScale }).files);
}
