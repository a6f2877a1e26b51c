import { describe, expect, test } from 'vitest';
import { at, completion, definition, hover, labels } from './support/editor.ts';

const SYSTEMS = `system landing "Landing page" uses form
system crm "Pipedrive" uses pipedrive
system mail uses smoove
message hi "Greeting" via mail { subject "Hi" body "Hi {{customer.first_name}}" }
persona owner "Owner" { goal "Sleep well" }
`;
const inStage = (text: string): string =>
  `${SYSTEMS}journey j "J" { model five_stage stage awareness { ${text} } }`;
const inAutomation = (text: string): string =>
  inStage(`automation a { on landing.signed_up as lead ${text} }`);

describe('completion', () => {
  test('after a system and a dot: its events, actions and settings', async () => {
    expect(await labels(inStage('automation a { on crm.█ }'))).toEqual(
      expect.arrayContaining(['deal_won', 'deal_lost', 'create_deal', 'pipeline']),
    );
  });

  test('after a binding and a dot: the fields that the trigger carries', async () => {
    const found = await labels(inAutomation('if lead.█ { stop }'));
    expect(found).toEqual(expect.arrayContaining(['first_name', 'email', 'page']));
    expect(found).not.toContain('deal_won');
  });

  test('in a stage: what a stage can hold', async () => {
    const found = await labels(inStage('█'));
    expect(found).toEqual(expect.arrayContaining(['touchpoint', 'automation', 'kpi', 'enter']));
    expect(found).not.toEqual(expect.arrayContaining(['timezone']));
  });

  test('in an automation: steps, and the systems whose actions are steps', async () => {
    expect(await labels(inAutomation('█'))).toEqual(
      expect.arrayContaining(['send', 'wait', 'at', 'if', 'repeat', 'crm', 'mail']),
    );
  });

  test('after send: messages only', async () => {
    expect(await labels(inAutomation('send █'))).toEqual(['hi']);
  });

  test('after on: channels, with their labels', async () => {
    const items = await completion(inStage('touchpoint t on █'));
    expect(items.find(({ label }) => label === 'facebook')?.detail).toBe('Facebook');
  });

  test('in a call: the arguments that are still to be given', async () => {
    const found = await labels(inAutomation('crm.create_deal(title: "x", █)'));
    expect(found).toEqual(expect.arrayContaining(['person', 'value']));
    expect(found).not.toContain('title');
  });

  test('an action brings its needed arguments along', async () => {
    const items = await completion(inAutomation('crm.█'));
    expect(items.find(({ label }) => label === 'create_deal')?.insertText).toBe(
      'create_deal(title: ${1:title}, person: ${2:person})',
    );
  });

  test('in a file: declarations', async () => {
    expect(await labels('█')).toEqual(
      expect.arrayContaining(['journey', 'persona', 'message', 'system', 'import']),
    );
  });

  test('an imported name is offered from its file', async () => {
    const files = { 'main.journey': 'import { █ } from "./systems.journey"', 'systems.journey': SYSTEMS };
    expect(await labels(files)).toEqual(expect.arrayContaining(['crm', 'landing', 'hi', 'owner']));
  });
});

describe('files that are named', () => {
  const beside = { 'images/ad.png': '', 'images/ad.psd': '', 'mails/hi.html': '', '.cache/old.png': '' };

  test('are offered where an image is named, and only images', async () => {
    const journey = 'journey j { stage s { touchpoint t on web { image "█" } } }';
    expect(await labels({ 'main.journey': journey, ...beside })).toEqual(['./images/ad.png']);
  });

  test('are offered where a message has its text in one', async () => {
    const message = `${SYSTEMS}message more via mail { subject "Hi" body file "./█" }`;
    expect(await labels({ 'main.journey': message, ...beside })).toEqual(['./mails/hi.html']);
  });

  test('are not offered where an image is told in words', async () => {
    const journey = 'journey j { stage s { touchpoint t on web { image "a.png" "█" } } }';
    expect(await labels({ 'main.journey': journey, ...beside })).toEqual([]);
  });
});

describe('go to definition', () => {
  test('within the file', async () => {
    expect(await definition(inAutomation('send h█i'))).toEqual([
      'main.journey: message hi "Greeting" via mail { subject "Hi" body "Hi {{customer.first_name}}" }',
    ]);
  });

  test('into an imported file', async () => {
    const files = {
      'main.journey': 'import { owner } from "./people.journey"\njourney j { persona ow█ner }',
      'people.journey': 'persona owner "Owner"',
    };
    expect(await definition(files)).toEqual(['people.journey: persona owner "Owner"']);
  });

  test('into the connector library', async () => {
    expect(await definition(inStage('automation a { on crm.deal_█won stop }'))).toEqual([
      'pipedrive.journey: event deal_won of deal',
    ]);
  });

  test('to the stage model', async () => {
    expect(await definition(`${SYSTEMS}journey j { model five_st█age }`)).toEqual([
      'five-stage.journey: model five_stage "Five stages" {',
    ]);
  });
});

describe('hover', () => {
  test('an action: its signature and its documentation', async () => {
    expect(await hover(inAutomation('crm.create_█deal(title: "x", person: lead)'))).toBe(
      '```journey\naction create_deal(title: text, person: contact, value?: money) -> deal\n```\n\nCreates the deal, and its person where they are new.',
    );
  });

  test('a message: how it goes out and what it says', async () => {
    expect(await hover(inAutomation('send h█i'))).toContain('message hi "Greeting" via mail');
    expect(await hover(inAutomation('send h█i'))).toContain('Hi {{customer.first\\_name}}');
  });

  test('a text from right to left keeps the order of its words', async () => {
    const source =
      'system mail uses smoove\nmessage hi via mail { subject "x" body "היי {{customer.email}}, תודה" }\njourney j { stage s { automation a { manually send h█i } } }';
    expect(await hover(source)).toContain('\u2067היי \u2066{{customer.email}}\u2069, תודה\u2069');
  });

  test('a binding: what it carries', async () => {
    expect(await hover(inAutomation('send hi to le█ad'))).toContain('lead: what landing.signed_up carries');
  });
});

describe('the outline', () => {
  test('shows labels, and names behind them', async () => {
    const { document, services } = await at(
      `journey j "מסע" { stage s "שלב" { touchpoint t "נקודה" on web automation a { on s.entered stop } } }█`,
    );
    const symbols = await services.lsp.DocumentSymbolProvider?.getSymbols(document, {
      textDocument: { uri: document.uri.toString() },
    });
    const names = (list: typeof symbols): unknown =>
      list?.map(({ name, detail, children }) => [name, detail, names(children)]);
    expect(names(symbols)).toEqual([
      [
        'מסע',
        'j',
        [
          [
            'שלב',
            's',
            [
              ['נקודה', 't', []],
              ['a', undefined, []],
            ],
          ],
        ],
      ],
    ]);
  });
});
