import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open, type Files } from './support/workspace.ts';

const MAIL = 'system mail uses smoove\n';
const PUSH = 'system app_push uses onesignal { app: env ONESIGNAL_APP }\n';
const CHAT = 'system messenger uses intercom { admin: env INTERCOM_ADMIN }\n';
const FORM = 'system landing uses form\n';
const OFFER = `message offer "Offer"(code: text) via mail {
  languages he, en fallback en
  subject he "בשבילך"
  subject en "For you"
  variant price 50% {
    body he "20 ש״ח הנחה: {{code}}"
    body en "20 ILS off: {{code}}"
  }
  variant story 50% {
    subject he "מה דנה עשתה"
    subject en "What Dana did"
    body he "{{code}}: סיפור"
    body en "{{code}}: a story"
  }
  winner by clicked after 2d
}
`;

const codes = async (files: Files | string): Promise<string[]> =>
  (await findings(files, /J0[36]/)).map((line) => line.split(' ')[1] ?? '');
const push = (...parts: readonly string[]): string => `${PUSH}message m via app_push { ${parts.join(' ')} }`;

describe('variants of a message', () => {
  test('take the place of the parts of their kind, and share the rest', async () => {
    expect(await codes(MAIL + OFFER)).toEqual([]);
    const [offer] = (await open(MAIL + OFFER)).compile().messages;
    const said = offer?.variants.map(({ name, share, subject, body }) => [
      `${name} ${share}%`,
      ...[...subject, ...body].map(({ language, parts }) => {
        const text = parts.map((part) => (part.kind === 'text' ? part.value : `{${part.path.join('.')}}`));
        return `${language ?? ''}: ${text.join('')}`;
      }),
    ]);
    expect(said).toEqual([
      ['price 50%', 'he: בשבילך', 'en: For you', 'he: 20 ש״ח הנחה: {code}', 'en: 20 ILS off: {code}'],
      ['story 50%', 'he: מה דנה עשתה', 'en: What Dana did', 'he: {code}: סיפור', 'en: {code}: a story'],
    ]);
    expect(offer).toMatchObject({
      subject: offer?.variants[0]?.subject,
      winner: {
        by: { kind: 'engagement', engagement: 'clicked' },
        after: { parts: [{ amount: 2, unit: 'd' }] },
      },
    });
  });

  test('are compared by an engagement that is reported, by an event, or by a KPI', async () => {
    const offer = (by: string): string =>
      `${MAIL}${FORM}${OFFER.replace('winner by clicked', `winner by ${by}`)}journey j { kpi signups = count(landing.signed_up) per 30d }`;
    const winner = async (by: string) => (await open(offer(by))).compile().messages[0]?.winner?.by;
    expect(await winner('landing.signed_up')).toMatchObject({
      kind: 'event',
      event: { system: 'landing', event: 'signed_up' },
    });
    expect(await winner('j.signups')).toEqual({ kind: 'kpi', kpi: 'j.signups' });
    expect(await codes(offer('landing.signed_up'))).toEqual([]);
    expect(await codes(offer('j.signups'))).toEqual([]);
    expect(await findings(offer('replied'), /J0649/)).toEqual([
      '17:13 J0649 "replied" can\'t choose a winner: take what the system reports (delivered, opened, clicked, bounced), an event, or a KPI of a journey.',
    ]);
    expect(await codes(offer('"luck"'))).toEqual(['J0649']);
    expect(await codes(offer('nobody'))).toEqual([]);
  });

  test('each are checked like a message, and what they share once', async () => {
    const source = `${MAIL}message offer via mail {
  subject "ONLY TODAY!!!"
  variant a 50% { body "Hello {{customer.first_name | defualt}}" }
  variant b 50% { body "{{oops" }
}`;
    expect(await findings(source, /J0[36]/)).toMatchInlineSnapshot(`
      [
        "3:11 J0618 The subject shouts; filters take capitals throughout and rows of exclamation marks for spam.",
        "4:33 J0307 Texts know no filter "defualt"; there are date, time, weekday, datetime, default. Did you mean "default"?",
        "5:25 J0650 At "{{oops" the end of a variable is missing; write {{name}}.",
      ]
    `);
  });

  test('know the values that are sent with them', async () => {
    const journey =
      'journey j { stage s { automation a { on landing.signed_up as lead send offer(code: "A1") } } }';
    expect(await findings(`${MAIL}${FORM}${OFFER}${journey}`, /J0[236]/)).toEqual([]);
    const wrong = OFFER.replace('{{code}}: a story', '{{cod}}: a story');
    expect((await findings(`${MAIL}${FORM}${wrong}${journey}`, /J0[236]/)).join()).toContain('{{cod}}');
  });
});

describe('the preview of a mail', () => {
  const page = (...parts: readonly string[]): string =>
    `${MAIL}message m via mail { subject "Hi" ${parts.join(' ')} }`;
  const HTML = 'body "<p>Hello</p>"';

  test('is written once for each language, as the subject is', async () => {
    const source = page('preview he "שלום"', 'preview en "Hello {{customer.first_name}}"', HTML);
    expect(await codes(source)).toEqual([]);
    expect((await open(source)).compile().messages[0]).toMatchObject({
      preview: [
        { language: 'he', parts: [{ value: 'שלום' }] },
        { language: 'en', parts: [{ value: 'Hello ' }, { path: ['customer', 'first_name'] }] },
      ],
    });
    expect(await codes(page('preview "a"', 'preview "b"', HTML))).toEqual(['J0630']);
    expect(await codes(page('preview he "مرحبًا بكم"', HTML))).toEqual(['J0636']);
    const sent = 'journey j { stage s { automation a { on landing.signed_up as lead send m } } }';
    const unknown = `${FORM}${page('preview "{{lad.first_name}}"', HTML)}${sent}`;
    expect((await findings(unknown, /J0[23]/)).join()).toContain('{{lad.first_name}}');
    const two = 'languages he, en fallback en body he "<p dir=rtl>שלום</p>" body en "<p>Hello</p>"';
    expect(await findings(page('preview en "Hello"', two), /J0635/)).toEqual([
      '2:88 J0635 The message has a text in "he" and no preview in it; add preview he "…".',
    ]);
  });

  test('takes the place of the message’s own in a variant', async () => {
    const source = page('preview "All"', 'variant a 50% {', HTML, '} variant b 50% { preview "B"', HTML, '}');
    const previews = (await open(source)).compile().messages[0]?.variants.map(({ preview }) => preview);
    expect(previews).toMatchObject([[{ parts: [{ value: 'All' }] }], [{ parts: [{ value: 'B' }] }]]);
  });

  test('is short, and has a page to hide in that has none of its own', async () => {
    expect(await codes(page(`preview "${'a'.repeat(141)}"`, HTML))).toEqual(['J0627']);
    expect(await codes(page('preview "Hello"', 'body "Hello"'))).toEqual(['J0628']);
    expect(await fixed(page('preview "Hello"', 'body "Hello"'), 'J0628')).toBe(page('body "Hello"'));
    const own =
      '<mjml><mj-head><mj-preview>Hi</mj-preview></mj-head><mj-body><mj-raw>Hi</mj-raw></mj-body></mjml>';
    expect(await codes(page('preview "Hello"', `body "${own}"`))).toEqual(['J0629']);
    expect(
      await codes(page('preview "Hello"', `body "<!-- <mj-preview> -->${own.replace(/<mj-h.*ead>/, '')}"`)),
    ).toEqual([]);
  });

  test('is a mail’s alone', async () => {
    expect(await codes(push('title "Ready"', 'preview "Hello"', 'text "Come."'))).toEqual(['J0619']);
    expect(
      await codes(`${MAIL}connector box { channel email limit preview 5 characters }
system b uses box
message m via b { subject "Hi" preview "Hello you" ${HTML} }`),
    ).toEqual(['J0601']);
  });
});

describe('push messages', () => {
  test('have a title, a text and a link', async () => {
    const source = push('title "Ready"', 'text "Come and get it."', 'link "myshop://orders/last"');
    expect(await codes(source)).toEqual([]);
    expect((await open(source)).compile().messages[0]).toMatchObject({
      subject: [{ parts: [{ value: 'Ready' }] }],
      body: [{ parts: [{ value: 'Come and get it.' }] }],
      link: { kind: 'text', value: 'myshop://orders/last' },
    });
  });

  test('are short', async () => {
    expect(
      await findings(push(`title "${'Ready '.repeat(9)}"`, `text "${'Come '.repeat(31)}"`), /J06/),
    ).toEqual([
      '2:32 J0601 The title has 54 characters, and OneSignal takes 50: shorten it by 4.',
      '2:94 J0601 The text has 155 characters, and OneSignal takes 150: shorten it by 5.',
    ]);
  });

  test('have no subject, and mails no title', async () => {
    expect(await fixed(push('subject "Ready"', 'text "Come."'), 'J0619')).toBe(
      push('title "Ready"', 'text "Come."'),
    );
    expect(await fixed(`${MAIL}message m via mail { title "Hi" body "x" }`, 'J0619')).toContain(
      '{ subject "Hi" body',
    );
  });

  test('lead to whole addresses', async () => {
    expect(await fixed(push('text "Come."', 'link "www.example.com/x"'), 'J0660')).toContain(
      'link "https://www.example.com/x"',
    );
    expect(await codes(push('text "Come."', 'link "orders"'))).toEqual(['J0660']);
    expect(await codes(`${PUSH}message m(page: url) via app_push { text "Come." link page }`)).toEqual([]);
  });
});

test('a chat has a text and buttons', async () => {
  const chat = (...parts: readonly string[]) => `${CHAT}message m via messenger { ${parts.join(' ')} }`;
  expect(await codes(chat('text "How can we help?"', 'button "Call me" reply'))).toEqual([]);
  expect(await codes(chat('title "Hi"', 'text "How can we help?"', 'link "https://example.com"'))).toEqual([
    'J0619',
    'J0619',
  ]);
});

describe('texts in files', () => {
  const mail = (name: string, content: string): Files => ({
    'main.journey': `${MAIL}message hi via mail { subject "Hi" body file "./${name}" }`,
    [name]: content,
  });
  const mjml = (body: string): string => `<mjml>\n<mj-body>\n${body}\n</mj-body>\n</mjml>`;
  const SECTION =
    '<mj-section><mj-column><mj-text>Hi <b>{{customer.first_name}}</b><br></mj-text></mj-column></mj-section>';

  test('in MJML are well-formed, with the tags that MJML has', async () => {
    const check = (content: string) => findings(mail('hi.mjml', content), /J06/);
    expect(await check(mjml(SECTION))).toEqual([]);
    expect(await check(mjml(`<!-- <mj-oops> -->${SECTION}<mj-raw><p>x</mj-raw>`))).toEqual([]);
    expect(await check(mjml(SECTION.replaceAll('mj-column', 'mj-colum')))).toMatchInlineSnapshot(`
      [
        "2:46 J0661 MJML has no <mj-colum> (./hi.mjml, line 3). Did you mean "mj-column"?",
      ]
    `);
    expect(await check(mjml(SECTION.replace('</mj-column>', '')))).toMatchInlineSnapshot(`
      [
        "2:46 J0662 <mj-column> is never closed; add </mj-column> (./hi.mjml, line 3).",
      ]
    `);
    expect(await check(mjml(`${SECTION}</mj-section>`))).toMatchInlineSnapshot(`
      [
        "2:46 J0662 </mj-section> closes a tag that is not open; remove it (./hi.mjml, line 3).",
      ]
    `);
    expect(await check('<p>Hello</p>')).toMatchInlineSnapshot(`
      [
        "2:46 J0662 A mail in MJML begins with <mjml> and ends with </mjml> (./hi.mjml, line 1).",
      ]
    `);
    expect(await check('<mjml><mj-body>')).toMatchInlineSnapshot(`
      [
        "2:46 J0640 The file ./hi.mjml is empty; write the message into it.",
        "2:46 J0662 <mjml> is never closed; add </mjml> (./hi.mjml, line 1).",
        "2:46 J0662 <mj-body> is never closed; add </mj-body> (./hi.mjml, line 1).",
      ]
    `);
  });

  test('have variables like any other', async () => {
    const files = mail('hi.mjml', mjml(SECTION.replace('first_name', 'frist_name')));
    const journey =
      'system landing uses form\njourney j { stage s { automation a { on landing.signed_up send hi } } }';
    const all = { ...files, 'main.journey': `${files['main.journey'] ?? ''}\n${journey}` };
    expect((await findings(all, /J0[236]/)).join()).toContain('customer.first_name');
  });

  test('are texts', async () => {
    expect(await codes(mail('hi.docx', 'PK'))).toEqual(['J0663']);
    expect(await codes(mail('hi.txt', 'Hello!'))).toEqual([]);
  });
});
