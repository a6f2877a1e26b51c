import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open, type Files } from './support/workspace.ts';

const SYSTEMS = `system mail uses smoove
system landing uses form
system wa uses whatsapp { number: env WA_NUMBER_ID }
system app_push uses onesignal { app: env ONESIGNAL_APP }
`;
const HEBREW = String.raw`body he "<p dir='rtl'><a class=\"x\" href=\"https://shop.example.com/he?a=1&amp;b={{customer.email}}\">למבצע</a></p>"`;
const OFFER = `message offer via mail {
  languages he, en fallback en
  subject "Offer"
  variant letters 50% { ${HEBREW} body en "See https://shop.example.com/en. Or (https://shop.example.com/all)!" }
  variant page 50% { ${HEBREW} body en "<!-- <a href='https://old.example.com'> --><A HREF='https://shop.example.com/page/'>See</A>" }
}
`;

const journey = (steps: string): string =>
  `journey j { timezone "Asia/Jerusalem" stage s { automation a { on landing.signed_up as lead\n${steps} } } }`;
const asks = (link: string): string =>
  journey(`send offer wait 2d if clicked(offer, link: ${link}) { stop }`);
const codes = async (files: Files | string): Promise<string[]> =>
  (await findings(files, /J0[1236]/)).map((line) => line.split(' ')[1] ?? '');

describe('a link that is asked for', () => {
  test.each([
    'https://shop.example.com/he?a=1&b={{customer.email}}',
    'https://shop.example.com/en',
    'https://shop.example.com/all',
    'https://shop.example.com/page',
  ])('is one of the message: %s', async (link) => {
    const source = SYSTEMS + OFFER + asks(`"${link}"`);
    expect(await codes(source)).toEqual([]);
    const steps = (await open(source)).compile().journeys[0]?.stages[0]?.automations[0]?.steps;
    expect(steps?.[2]).toMatchObject({
      branches: [{ condition: { engagement: 'clicked', message: 'offer', link } }],
    });
  });

  test('is found to be missing, with what was meant', async () => {
    const source = SYSTEMS + OFFER + asks('"https://shop.example.com/al"');
    expect(await findings(source, /J06/)).toEqual([
      '12:44 J0666 "offer" has no link "https://shop.example.com/al", so nobody will ever click it. Did you mean "https://shop.example.com/all"?',
    ]);
    expect(await fixed(source, 'J0666')).toBe(SYSTEMS + OFFER + asks('"https://shop.example.com/all"'));
    expect(await codes(SYSTEMS + OFFER + asks('"https://old.example.com"'))).toEqual(['J0666']);
    const split =
      'send offer wait 2d split by engagement with offer { clicked link "https://other.example" { stop } }';
    expect(await codes(SYSTEMS + OFFER + journey(split))).toEqual(['J0666']);
  });

  test('is written out, and asked for of clicks alone', async () => {
    for (const link of ['lead.email', '"shop.example.com/en"', '"{{customer.email}}"'])
      expect(await codes(SYSTEMS + OFFER + asks(link))).toEqual(['J0667']);
    const opened = journey(
      'send offer wait 2d if opened(offer, link: "https://shop.example.com/en") { stop }',
    );
    expect(await codes(SYSTEMS + OFFER + opened)).toEqual(['J0302']);
  });

  test('may be another where a variable holds the whole address, or a template has the text', async () => {
    const open = OFFER.replace("'https://shop.example.com/page/'", "'{{lead.full_name}}'");
    expect(await codes(SYSTEMS + open + asks('"https://other.example/cart"'))).toEqual([]);
    expect(await codes(SYSTEMS + open + asks('"https://shop.example.com/al"'))).toEqual(['J0666']);
    const template = 'message offer via wa { template offer language en }\n';
    expect(await codes(SYSTEMS + template + asks('"https://other.example"'))).toEqual([]);
  });

  test('may be a button, what a push message opens, or stand in a file', async () => {
    const button =
      'message offer via wa { template offer language en text "Hi" button "Go" url "https://a.example/x" }\n';
    expect(await codes(SYSTEMS + button + asks('"https://a.example/x"'))).toEqual([]);
    expect(await codes(SYSTEMS + button + asks('"https://a.example/y"'))).toEqual(['J0666']);
    const push = 'message offer via app_push { title "Hi" text "Hi" link "shop://orders" }\n';
    expect(await codes(SYSTEMS + push + asks('"shop://orders"'))).toEqual([]);
    const file = 'message offer via mail { subject "Hi" body file "./offer.mjml" }\n';
    const mjml =
      '<mjml><mj-body><mj-section><mj-column><mj-button href="https://a.example/x">Go</mj-button></mj-column></mj-section></mj-body></mjml>';
    const files = (link: string) => ({ 'main.journey': SYSTEMS + file + asks(link), 'offer.mjml': mjml });
    expect(await codes(files('"https://a.example/x"'))).toEqual([]);
    expect(await codes(files('"https://a.example/z"'))).toEqual(['J0666']);
  });

  test('is an event like any other', async () => {
    const link = 'clicked(offer, link: "https://shop.example.com/en")';
    const source = `${SYSTEMS}${OFFER}journey j {
  timezone "Asia/Jerusalem"
  goal ${link} within 14d
  kpi shown = count(${link}) / count(sent(offer)) per 30d, target >= 2%
  stage s {
    automation a {
      on landing.signed_up as lead
      send offer
      wait for ${link} as click up to 3d { timeout { stop } }
    }
    automation b {
      on ${link}
      send offer
    }
  }
}`;
    expect(await codes(source)).toEqual([]);
    expect((await open(source)).compile().journeys[0]).toMatchObject({
      goals: [{ events: [{ link: 'https://shop.example.com/en' }] }],
    });
  });
});
