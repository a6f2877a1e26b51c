import { expect, test } from 'vitest';
import { findTarget, withRenderedMail } from '@journey/targets';
import type { JourneyModel, TextPart } from '@journey/model';
import { withPreheader } from '../src/mail/preheader.ts';
import { compileText } from './journeys.ts';

const MESSAGE = `
system shop "Shop" uses smoove
message hello "Hello" via shop category utility {
  subject "Hello"
  body he file "./hello.mjml"
  body en "<p>variable {{customer.first_name}}</p>"
}`;

const MAIL = `<mjml lang="he" dir="rtl">
  <mj-head><mj-attributes><mj-all font-family="Arial" /></mj-attributes></mj-head>
  <mj-body>
    <mj-section><mj-column>
      <mj-text>שלום {{customer.first_name | default "לך"}}, variable 0e &amp; עוד</mj-text>
      <mj-button href="https://shop.example.com/?who={{customer.email}}">לחנות</mj-button>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;

const preheader: readonly TextPart[] = [
  { kind: 'text', value: '5 < 6 & "more", ' },
  {
    kind: 'variable',
    path: ['customer', 'first_name'],
    filter: { name: 'default', argument: '<you>' },
    source: { file: 'x', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  },
];

/** The page with the preheader, its style aside. */
const prefaced = (html: string): string => {
  const parts = withPreheader([{ kind: 'text', value: html }], preheader);
  return written(parts).replace(/ style="display:none;[^"]*"/, ' hidden');
};

function hebrew(model: JourneyModel): readonly TextPart[] {
  return model.messages[0]?.body.find(({ language }) => language === 'he')?.parts ?? [];
}

function written(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : `{{${part.path.join('.')}}}`)).join('');
}

test('MJML becomes HTML with the variables where they were, and all else stays', async () => {
  const model = await compileText(MESSAGE, { 'hello.mjml': MAIL });
  const rendered = await withRenderedMail(model);
  const html = written(hebrew(rendered));
  expect(html).toMatch(/^\s*<!doctype html>/i);
  expect(html).toContain('dir="rtl"');
  expect(html).toContain('שלום {{customer.first_name}}, variable 0e &amp; עוד');
  expect(html).toContain('href="https://shop.example.com/?who={{customer.email}}"');
  expect(html).not.toMatch(/<\/?mj/);
  const variables = (of: JourneyModel): TextPart[] => hebrew(of).filter(({ kind }) => kind === 'variable');
  expect(variables(rendered)).toEqual(variables(model));
  expect(rendered.messages[0]?.body[1]).toEqual(model.messages[0]?.body[1]);
});

test('a model without MJML is the same one, and what is no MJML after all stays as it is', async () => {
  const plain = await compileText(MESSAGE, { 'hello.mjml': '<p>שלום</p>' });
  expect(await withRenderedMail(plain)).toBe(plain);
  for (const text of ['see <mjml > ', MAIL.replace('<mj-body>', '<mj-body><mj-include path="./a.mjml" />')]) {
    const broken = await compileText(MESSAGE, { 'hello.mjml': text });
    expect(written(hebrew(await withRenderedMail(broken)))).toBe(written(hebrew(broken)));
  }
});

test('a preview is hidden where what is read of the page begins, as letters', () => {
  const hidden = '<div hidden>5 &lt; 6 &amp; &quot;more&quot;, {{customer.first_name}}</div>';
  expect(prefaced('<p>Hi</p>')).toBe(`${hidden}<p>Hi</p>`);
  expect(prefaced('<!doctype html>\n<html lang="he"><p>Hi</p>')).toBe(
    `<!doctype html>\n<html lang="he">${hidden}<p>Hi</p>`,
  );
  expect(prefaced('<head><title>a</title></head><p>Hi</p>')).toBe(
    `<head><title>a</title></head>${hidden}<p>Hi</p>`,
  );
  const outlook = '<head></head><!--[if mso]><body class="o"><![endif]--><BODY dir="rtl">';
  expect(prefaced(`${outlook}Hi</BODY>`)).toBe(`${outlook}${hidden}Hi</BODY>`);
  expect(prefaced('Hi, 5 < 6')).toBe('Hi, 5 < 6');
  const [, variable] = withPreheader([{ kind: 'text', value: '<p>' }], preheader)
    .filter(({ kind }) => kind === 'variable')
    .concat(preheader);
  expect(variable).toBe(preheader[0]);
});

test('a preview goes out in the language of its mail, in each variant, with MJML too', async () => {
  const model = await compileText(
    `
system post "Post" uses smoove
system landing "Landing" uses form
message hello "Hello" via post category transactional {
  languages he, en fallback en
  subject "Hello"
  preview he "שלוש דקות"
  preview en "Three minutes"
  variant page 50% { body file "./hello.mjml" }
  variant letters 50% { preview "Never shown" body "Hi" }
}
journey shop "Shop" {
  timezone "Asia/Jerusalem"
  stage only "Only" { automation both "Both" { on landing.signed_up send hello } }
}`,
    { 'hello.mjml': MAIL },
  );
  const { files } = findTarget('n8n')?.generate(await withRenderedMail(model)) ?? expect.fail('no target');
  const code = files.find(({ path }) => path.includes('system.post.'))?.content ?? '';
  expect(code.match(/display:none;max-height:0|שלוש דקות|Three minutes/g)).toEqual([
    'display:none;max-height:0',
    'שלוש דקות',
    'display:none;max-height:0',
    'Three minutes',
  ]);
  expect(code).not.toContain('Never shown');
});

test('what a customer is called is letters in a mail with tags, wherever it is written; an SMS has no tags', async () => {
  const model = await compileText(`
system post "Post" uses smoove
system texts "Texts" uses twilio { from: "+15005550006" }
system landing "Landing" uses form
message mail "Mail" via post category transactional { subject "Hi" body "<p>{{customer.first_name}}</p>" }
message note "Note" via texts category transactional { "<p>{{customer.first_name}}</p>" }
journey shop "Shop" {
  timezone "Asia/Jerusalem"
  stage only "Only" { automation both "Both" { on landing.signed_up send mail send note } }
}`);
  const { files } = findTarget('n8n')?.generate(model) ?? expect.fail('no target');
  const codeFor = (system: string): string =>
    files.find(({ path }) => path.includes(`system.${system}.`))?.content ?? '';
  expect(codeFor('post')).toContain('body: markup(() =>');
  expect(codeFor('texts')).not.toContain('body: markup(');
});
