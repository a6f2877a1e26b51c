import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { open, type Files } from './support/workspace.ts';

const MAIL = 'system mail uses smoove\n';
const SMS = 'system sms uses twilio { from: "+972501234567" }\n';
const WHATSAPP = 'system wa uses whatsapp { number: env WA_NUMBER_ID }\n';
const FORM = 'system landing uses form\n';
const CALENDAR = 'system calendar uses google_calendar\n';

const template = (...parts: readonly string[]): string =>
  `${WHATSAPP}message hi via wa {\n  template hi language en\n  ${parts.join('\n  ')}\n}`;
const mail = (...parts: readonly string[]): string =>
  `${MAIL}message hi via mail {\n  subject "Hi"\n  ${parts.join('\n  ')}\n}`;
const sms = (text: string): string => `${SMS}message hi via sms { text "${text}" }`;
const automation = (...steps: readonly string[]): string =>
  `${WHATSAPP}${FORM}message free via wa { text "Hello!" }\nmessage ask via wa { template ask language en text "Hello?" }\n` +
  `journey j { stage s { automation a { ${steps.join(' ')} } } }`;

/** The codes of this family that are found, in the order of the source. */
async function codes(files: Files | string): Promise<string[]> {
  const { diagnostics } = await open(files);
  return diagnostics.map(({ code }) => String(code)).filter((code) => code.startsWith('J06'));
}

/** The source after the fix, which must have put an end to the finding. */
async function mended(source: string, code: string): Promise<string> {
  const result = await fixed(source, code);
  expect(await codes(result)).not.toContain(code);
  return result;
}

describe('how much a channel takes', () => {
  test('counts signs as people do, up to the limit', async () => {
    expect(await codes(template(`text "${'a'.repeat(1024)}"`))).toEqual([]);
    expect(await codes(template(`text "${'😀'.repeat(1024)}"`))).toEqual([]);
    expect(await codes(template(`text "${'a'.repeat(1025)}"`))).toEqual(['J0601']);
  });

  test('takes more in a WhatsApp text that is no template', async () => {
    const free = (length: number): string => `${WHATSAPP}message hi via wa { text "${'a'.repeat(length)}" }`;
    expect(await codes(free(4096))).toEqual([]);
    expect(await codes(free(4097))).toEqual(['J0601']);
  });

  test('limits footers and labels too', async () => {
    expect(await codes(template('text "Hi"', `footer "${'a'.repeat(61)}"`))).toEqual(['J0601']);
    expect(await codes(template('text "Hi"', `button "${'a'.repeat(25)}" reply`))).toEqual([]);
  });

  test('counts a variable by its default', async () => {
    const header = (value: string): string =>
      template(`header "${'a'.repeat(30)} {{customer.first_name | default \\"${value}\\"}} b"`, 'text "Hi"');
    expect(await codes(header('friend'))).toEqual([]);
    expect(await codes(header('b'.repeat(40)))).toEqual(['J0602']);
  });

  test('obeys what a connector of one’s own says', async () => {
    const own = (text: string): string =>
      `connector chat_box { channel chat limit body 5 characters }\nsystem box uses chat_box\nmessage hi via box { text "${text}" }`;
    expect(await codes(own('Hello'))).toEqual([]);
    expect(await codes(own('Hello!'))).toEqual(['J0601']);
  });
});

describe('text messages', () => {
  test('hold 160 Latin letters, 70 Hebrew or Arabic ones', async () => {
    expect(await codes(sms('a'.repeat(160)))).toEqual([]);
    expect(await codes(sms('a'.repeat(161)))).toEqual(['J0603']);
    expect(await codes(sms('א'.repeat(70)))).toEqual([]);
    expect(await codes(sms('א'.repeat(71)))).toEqual(['J0603']);
    expect(await codes(sms('م'.repeat(71)))).toEqual(['J0603']);
  });

  test('say how many parts they take, less the header of each', async () => {
    const { diagnostics } = await open(sms('א'.repeat(135)));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'This text goes out as 3 SMS: it has about 135 characters, and each holds 67.',
    ]);
    expect(await codes(sms('a'.repeat(459)))).toEqual(['J0603']);
    expect(await codes(sms('a'.repeat(460)))).toEqual(['J0604']);
  });

  test('count signs of the extension twice', async () => {
    expect(await codes(sms(`${'a'.repeat(158)}€`))).toEqual([]);
    expect(await codes(sms(`${'a'.repeat(159)}€`))).toEqual(['J0603']);
  });

  test('are cheaper with plain signs, which a fix writes', async () => {
    const source = sms(`${'a'.repeat(100)} “we’re” open…`);
    expect(await mended(source, 'J0605')).toBe(sms(`${'a'.repeat(100)} \\"we're\\" open...`));
    expect(await codes(sms('We’re open'))).toEqual([]);
    expect(await codes(sms(`${'א'.repeat(71)}’`))).toEqual(['J0603']);
  });

  test('name a shortener only where it is one', async () => {
    expect(await codes(sms('https://bit.ly/abc'))).toEqual(['J0615']);
    expect(await codes(sms('https://rabbit.ly/abc, https://about.co/x'))).toEqual([]);
  });
});

describe("WhatsApp's 24 hours", () => {
  test.each([
    ['after the customer wrote', 'on wa.received send free'],
    ['within a day of it', 'on wa.received wait 23h send free'],
    ['after an answer', 'on landing.signed_up send ask wait for wa.received send free'],
    [
      'after an answer in time',
      'on landing.signed_up send ask wait for wa.received up to 3d { timeout { stop } } send free',
    ],
    ['where the answer is asked for', 'on landing.signed_up send ask wait 3d if replied(ask) { send free }'],
    ['in a template', 'on landing.signed_up send ask'],
    ['in the first round of a loop', 'on wa.received repeat every 1h at most 3 times { send free }'],
  ])('are kept %s', async (_, steps) => {
    expect(await codes(automation(steps))).toEqual([]);
  });

  test.each([
    ['without any answer', 'on landing.signed_up send free'],
    ['where another event may start it', 'on wa.received or landing.signed_up send free'],
    ['a day later', 'on wa.received wait 2d send free'],
    [
      'in the branch without an answer',
      'on landing.signed_up send ask if replied(ask) { stop } else { send free }',
    ],
    [
      'when the time was up',
      'on landing.signed_up send ask wait for wa.received up to 3d { timeout { send free } }',
    ],
    ['in a later round', 'on wa.received repeat every 2d at most 3 times { send free }'],
    ['on a weekday', 'on wa.received wait until sunday 10:00 send free'],
  ])('are over %s', async (_, steps) => {
    expect(await codes(automation(steps))).toEqual(['J0606']);
  });

  test('are those of whoever runs an automation, or enters the stage', async () => {
    const source = (trigger: string): string =>
      `${WHATSAPP}${FORM}message free via wa { text "Hello!" }\n` +
      `journey j { stage s { enter on ${trigger} automation a { on ${trigger} run b } automation b { send free } automation c { on s.entered send free } } }`;
    expect(await codes(source('wa.received'))).toEqual([]);
    expect(await codes(source('landing.signed_up'))).toEqual(['J0606', 'J0606']);
  });
});

describe('templates', () => {
  test('get a name that WhatsApp knows', async () => {
    const source = template('text "Hi"').replace('template hi', 'template OrderReadyÉtape');
    expect(await mended(source, 'J0607')).toContain('template order_ready_etape language en');
    expect(await codes(template('text "Hi"').replace('template hi', 'template hi_2'))).toEqual([]);
  });

  test.each([
    ['שלום לכולם', 'he'],
    ['مرحبًا', 'ar'],
    ['Hello', 'en'],
  ])('get the language of "%s"', async (text, language) => {
    const source = template(`text "${text}"`).replace(' language en', '');
    expect(await mended(source, 'J0608')).toContain(`template hi language ${language}\n`);
  });

  test('have words around their variables', async () => {
    expect(await codes(template('text "{{customer.first_name}}, hello!"'))).toEqual(['J0609']);
    expect(await codes(template('text "{{customer.first_name}}"'))).toEqual(['J0609']);
    expect(await codes(template('text "Hi {{customer.first_name}}!"'))).toEqual([]);
    expect(await codes(`${WHATSAPP}message hi via wa { text "Hi {{customer.first_name}}" }`)).toEqual([]);
    expect(await codes(template('text "Hi {{customer.first_name}} and {{customer.last_name}}!"'))).toEqual(
      [],
    );
  });

  test('have no more buttons than are shown, and in groups', async () => {
    const replies = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `button "Answer ${index}" reply`);
    expect(await codes(template('text "Hi"', ...replies(10)))).toEqual([]);
    expect(await codes(template('text "Hi"', ...replies(12)))).toEqual(['J0611', 'J0611']);
    const link = 'button "Shop" url "https://www.example.com"';
    expect(await codes(template('text "Hi"', link, link, ...replies(2)))).toEqual([]);
    expect(await codes(template('text "Hi"', ...replies(1), link, ...replies(1)))).toEqual(['J0612']);
    const free = `${WHATSAPP}message hi via wa {\n  text "Hi"\n  ${replies(3).join('\n  ')}\n}`;
    expect(await codes(free)).toEqual([]);
    expect(await mended(free.replace(/}$/, '  button "Never" reply\n}'), 'J0611')).toBe(free);
  });
});

describe('parts', () => {
  test('a subject is added from the label', async () => {
    const source = `${MAIL}message hi "Welcome to us" via mail {\n  body "Hi"\n}`;
    expect(await mended(source, 'J0616')).toBe(
      `${MAIL}message hi "Welcome to us" via mail {\n  subject "Welcome to us"\n  body "Hi"\n}`,
    );
  });

  test('only a shouting subject shouts', async () => {
    const subject = (text: string): string => mail('body "Hi"').replace('subject "Hi"', `subject "${text}"`);
    for (const calm of ['Welcome! Here we go', 'NPS & CSAT', 'ברוכים הבאים!', 'FAQ: {{customer.first_name}}'])
      expect(await codes(subject(calm))).toEqual([]);
    expect(await codes(subject('FREE SHIPPING TODAY'))).toEqual(['J0618']);
    expect(await mended(subject('Today!! Only today!!!'), 'J0618')).toBe(subject('Today! Only today!'));
  });

  test('what a channel does not show goes, with its line', async () => {
    expect(await mended(template('subject "Hi"', 'text "Hello!"'), 'J0619')).toBe(template('text "Hello!"'));
    expect(await mended(template('text "Hello!"', 'footer "A"', 'footer "B"'), 'J0620')).toBe(
      template('text "Hello!"', 'footer "A"'),
    );
  });

  test('the file of a header is looked for where the journey is', async () => {
    const source = template('header image "./cart.png"', 'text "Hi"');
    expect(await codes({ 'main.journey': source, 'cart.png': 'a picture' })).toEqual([]);
    expect(await codes(source)).toEqual(['J0621']);
    expect(await codes(template('header video "https://example.com"', 'text "Hi"'))).toEqual([]);
    expect(await codes(template('header image "https://example.com/a.webp?v=2"', 'text "Hi"'))).toEqual([
      'J0622',
    ]);
  });

  test('buttons lead to whole addresses', async () => {
    const button = (url: string): string => template('text "Hi"', `button "Shop" url "${url}"`);
    expect(await mended(button('http://example.com/a'), 'J0623')).toBe(button('https://example.com/a'));
    expect(await mended(button('www.example.com'), 'J0623')).toBe(button('https://www.example.com'));
    expect(await codes(template('text "Hi"', 'button "Shop" url env SHOP_URL'))).toEqual([]);
  });

  test('tags become what WhatsApp writes, and vanish from an SMS', async () => {
    expect(await mended(template('text "<b>Hi</b>, <i>you</i><br/> there"'), 'J0626')).toBe(
      template('text "*Hi*, _you_ there"'),
    );
    expect(await mended(sms('<p>Hi</p>'), 'J0626')).toBe(sms('Hi'));
    expect(await codes(sms('1 < 2 and 3 > 2, mail <dana@example.com>'))).toEqual([]);
  });
});

describe('languages', () => {
  const variants = (...parts: readonly string[]): string =>
    `${WHATSAPP}message hi via wa {\n  template hi\n  ${parts.join('\n  ')}\n}`;

  test('each has one text', async () => {
    expect(
      await codes(variants('languages he, ar fallback he', 'text he "שלום"', 'text ar "مرحبًا"')),
    ).toEqual([]);
    expect(await mended(variants('text he "שלום"', 'text he "שלום שוב"'), 'J0630')).toBe(
      variants('text he "שלום"'),
    );
    expect(await mended(variants('text "שלום"', 'text "مرحبًا"'), 'J0630')).toBe(
      variants('text he "שלום"', 'text ar "مرحبًا"'),
    );
  });

  test('the list and the texts agree', async () => {
    expect(await mended(variants('languages he, ar, en', 'text he "שלום"', 'text en "Hi"'), 'J0631')).toBe(
      variants('languages he, en', 'text he "שלום"', 'text en "Hi"'),
    );
    expect(await codes(template('languages he, en', 'text "Hi"'))).toEqual([]);
    expect(await mended(variants('languages he', 'text he "שלום"', 'text en "Hi"'), 'J0633')).toBe(
      variants('languages he, en', 'text he "שלום"', 'text en "Hi"'),
    );
    expect(
      await mended(variants('languages he fallback en', 'text he "שלום"', 'text en "Hi"'), 'J0632'),
    ).toBe(variants('languages he, en fallback en', 'text he "שלום"', 'text en "Hi"'));
    expect(await mended(variants('languages he fallback en', 'text he "שלום"'), 'J0632')).toBe(
      variants('languages he fallback he', 'text he "שלום"'),
    );
  });

  test('one of several languages is for everybody else', async () => {
    const [he, ar] = ['text he "שלום"', 'text ar "مرحبًا"'];
    expect(await mended(variants('languages he, ar', he, ar), 'J0637')).toBe(
      variants('languages he, ar fallback he', he, ar),
    );
    expect(await mended(variants(he, ar), 'J0637')).toBe(variants('languages he, ar fallback he', he, ar));
    expect(await codes(variants(he))).toEqual([]);
    expect(await codes(variants(he, 'text "Hi"'))).toEqual([]);
    expect(await codes(variants('languages he, ar fallback ar', he, ar))).toEqual([]);
  });

  test.each([
    ['hebrew', 'he'],
    ['עברית', 'he'],
    ['HE', 'he'],
    ['iw', 'he'],
    ['he_il', 'he_IL'],
  ])('%s is written %s', async (language, code) => {
    expect(await mended(variants(`text ${language} "שלום"`), 'J0634')).toBe(variants(`text ${code} "שלום"`));
  });

  test.each(['he', 'en_US', 'pt_BR', 'zh_CN', 'fil'])('%s is a language', async (language) => {
    expect(await codes(variants(`text ${language} "1 2 3"`))).toEqual([]);
  });

  test('a text is in the letters of its language', async () => {
    expect(await mended(variants('text ar "שלום לכל הלקוחות"'), 'J0636')).toBe(
      variants('text he "שלום לכל הלקוחות"'),
    );
    expect(await mended(template('text "שלום לכל הלקוחות"'), 'J0636')).toContain('language he');
    expect(await codes(variants('text he "ההזמנה מ־Flowers by Dana Levi מוכנה"'))).toEqual([]);
    expect(await codes(variants('text he "https://www.example.com/orders"'))).toEqual([]);
    expect(await codes(mail('body he """<p dir="rtl" class="long-class-name">שלום</p>"""'))).toEqual([]);
  });
});

describe('mails', () => {
  const file = (content: string): Files => ({
    'main.journey': mail('body file "./mail.html"'),
    'mail.html': content,
  });

  test('a file is looked into as well', async () => {
    expect(await codes(file('<p>Hi</p>'))).toEqual([]);
    expect(await codes(file(' \n'))).toEqual(['J0640']);
    expect(await codes(file('<style>p { color: red }</style><!-- a --> '))).toEqual(['J0640']);
    expect(await codes(file('<img src="https://example.com/a.png">'))).toEqual([]);
    expect(await codes(file('<form><iframe src="x"></iframe></form><p>Hi</p>'))).toEqual(['J0641', 'J0641']);
    expect(await codes(file('<link rel="stylesheet" href="https://example.com/a.css"><p>Hi</p>'))).toEqual([
      'J0641',
    ]);
    expect(await codes(file('<script type="application/ld+json">{}</script><p>Hi</p>'))).toEqual([]);
    expect(await codes(file('<!-- <script></script> --><p>Hi</p>'))).toEqual([]);
  });

  test('addresses are whole', async () => {
    expect(await codes(file('<img src="./a.png"><a href="/offers">See</a>'))).toEqual(['J0642', 'J0642']);
    expect(await codes(file('<p>Hi</p><a href="">See</a>'))).toEqual(['J0644']);
    const whole = [
      'https://a.example',
      'mailto:a@example.com',
      'tel:+97231',
      '{{customer.email}}',
      '#top',
      'cid:1',
    ];
    expect(await codes(file(whole.map((address) => `<a href="${address}">See</a>`).join('')))).toEqual([]);
  });

  test('what is written from right to left says so', async () => {
    expect(await codes(file('<p>שלום לכם</p>'))).toEqual(['J0643']);
    expect(await codes(file('<body style="direction: rtl"><p>שלום לכם</p></body>'))).toEqual([]);
    expect(await codes(file('<p>Good morning, or בוקר טוב</p>'))).toEqual([]);
    expect(await codes(mail('body "שלום לכם"'))).toEqual([]);
  });

  test('the braces of a style are none of a variable', async () => {
    expect(await codes(file('<style>@media print {p{color:red}}</style><p>Hi</p>'))).toEqual([]);
    expect(await codes(file('<p>Hi {{customer.first_name</p>'))).toEqual(['J0650']);
  });
});

describe('variables', () => {
  test.each([
    ['Hi {{customer.first_name}!', 'Hi {{customer.first_name}}!'],
    ['Hi {{customer.first_name!', 'Hi {{customer.first_name}}!'],
    ['Hi {customer.first_name}}!', 'Hi {{customer.first_name}}!'],
    ['Hi customer.first_name}}!', 'Hi {{customer.first_name}}!'],
  ])('"%s" gets its braces', async (text, result) => {
    expect(await codes(mail(`body "${text}"`))).toEqual(['J0650']);
    expect(await mended(mail(`body "${text}"`), 'J0650')).toBe(mail(`body "${result}"`));
  });

  test('a default has quotes of its own', async () => {
    const text = 'Hi {{customer.first_name | default "you"}}, {{customer.phone | default "?"}}!';
    expect(await codes(mail(`body "${text}"`))).toEqual([]);
  });

  test.each([
    ['Hi *|FNAME|*!', 'Hi {{customer.first_name}}!'],
    ['Hi %%First Name%%!', 'Hi {{customer.first_name}}!'],
    ['Hi %FIRSTNAME%!', 'Hi {{customer.first_name}}!'],
    ['Hi [[last_name]]!', 'Hi {{customer.last_name}}!'],
    ['Write to %%emailaddr%%!', 'Write to {{customer.email}}!'],
    ['Your code: [[coupon]]', 'Your code: {{coupon}}'],
  ])('"%s" is written as another tool does', async (text, result) => {
    expect(await codes(mail(`body "${text}"`))).toEqual(['J0665']);
    expect(await mended(mail(`body "${text}"`), 'J0665')).toBe(mail(`body "${result}"`));
  });

  test('percentages, encoded addresses and stars are no variables of another tool', async () => {
    const text = '20% off, 50%OFF% and %AB%CD, 100%% sure, *|*, [1], [[ ]], {{customer.first_name}}';
    expect(await codes(mail(`body "${text}"`))).toEqual([]);
  });

  test('single braces become double, and emoticons stay', async () => {
    expect(await mended(mail('body "Hi {first_name}!"'), 'J0652')).toBe(mail('body "Hi {{first_name}}!"'));
    expect(await codes(mail('body "A smile :} and a set {1, 2} and ${price}"'))).toEqual([]);
  });

  test('what is left empty is removed or filled', async () => {
    expect(await mended(mail('body "Hi {{ }}you"'), 'J0651')).toBe(mail('body "Hi you"'));
    expect(await mended(mail('body "Hi {{customer.first_name | default }}!"'), 'J0653')).toBe(
      mail('body "Hi {{customer.first_name | default \\"…\\" }}!"'),
    );
    expect(await mended(mail('body """Hi {{customer.first_name | default}}!"""'), 'J0653')).toBe(
      mail('body """Hi {{customer.first_name | default "…"}}!"""'),
    );
    expect(await codes(mail('body "Hi {{customer.first_name | default \\"\\"}}!"'))).toEqual([]);
  });

  test('two do not run together, except in an address', async () => {
    expect(await mended(mail('body "Hi {{customer.first_name}}{{customer.full_name}}!"'), 'J0654')).toBe(
      mail('body "Hi {{customer.first_name}} {{customer.full_name}}!"'),
    );
    expect(
      await codes(mail('body "https://example.com/{{customer.first_name}}{{customer.full_name}}"')),
    ).toEqual([]);
  });

  const sent = (body: string): string =>
    `${CALENDAR}${mail(`body "${body}"`)}\njourney j { stage s { automation a { on calendar.booked as meeting send hi } } }`;

  test('a value is shown as what it is', async () => {
    expect(await mended(sent('At {{meeting.location | date}}!'), 'J0655')).toContain(
      '"At {{meeting.location}}!"',
    );
    expect(await mended(sent('At {{meeting.start }}!'), 'J0656')).toContain('{{meeting.start | datetime }}');
    expect(await mended(sent('At {{meeting.link}}!'), 'J0657')).toContain(
      '{{meeting.link | default \\"…\\"}}',
    );
    expect(await mended(sent('At {{meeting}}!'), 'J0658')).toContain('{{meeting.title}}');
    expect(await codes(sent('At {{meeting.start | time}}, {{meeting.title}}!'))).toEqual([]);
  });

  test('is told where it is sent, when its text is in another file', async () => {
    const files = {
      'main.journey': `import "./messages.journey"\n${CALENDAR}journey j { stage s { automation a { on calendar.booked as meeting send hi } } }`,
      'messages.journey': mail('body "At {{meeting.start}}!"'),
    };
    const { diagnostics } = await open(files);
    expect(diagnostics.filter(({ code }) => code === 'J0656').map(({ range }) => range.start.line)).toEqual([
      2,
    ]);
  });

  test('a type that may be anything is left alone', async () => {
    const source = `connector shop { channel web event bought { what: any when: date } }\nsystem store uses shop\n${mail(
      'body "{{sale.what}} of {{sale.what | date}}, {{sale.when | weekday}}"',
    )}\njourney j { stage s { automation a { on store.bought as sale send hi } } }`;
    expect(await codes(source)).toEqual([]);
  });

  test('a parameter is used in a text, a subject or a button', async () => {
    const source = `${WHATSAPP}message hi(code: text, link: url) via wa {\n  template hi language en\n  text "Your code is {{code}} today."\n  button "See" url link\n}`;
    expect(await codes(source)).toEqual([]);
  });
});
