import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTokeniser, type Tokenised } from './tokenise.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let tokenise: (text: string) => Tokenised;

beforeAll(async () => {
  tokenise = await createTokeniser();
});

/** `text → innermost scope` of every token that isn't blank. */
function scopesOf(text: string): string[] {
  return tokenise(text)
    .tokens.filter((token) => token.text.trim() !== '')
    .map((token) => `${token.text.trim()} → ${token.scopes.at(-1)}`);
}

describe('declarations', () => {
  test.each([
    ['journey match_meeting "פגישת התאמה" {', 'match_meeting → entity.name.section'],
    ['stage awareness "מודעות" {', 'stage → storage.type.stage'],
    ['stage שקילה {', 'שקילה → entity.name.section'],
    ['automation capture "קליטת ליד" {', 'capture → entity.name.function.automation'],
    ['message مرحبا via wa {', 'مرحبا → entity.name.function.message'],
    ['point of sale high_street "High Street" on store', 'high_street → entity.name.type.place'],
    ['variant price 50% {', 'variant → keyword.other'],
    ['system crm "Pipedrive" uses pipedrive {', 'pipedrive → entity.name.type'],
    ['let deal = crm.create_deal(title: lead.full_name)', 'deal → variable.other.constant'],
    ['on leads.submitted as lead', 'lead → variable.other.constant'],
    ['every year on last friday of march', 'last → keyword.other.time'],
    ['wait until business hours', 'business hours → keyword.other.time'],
    ['split by engagement with hi {', 'by engagement with → keyword.control.flow'],
    ['every year on 21 march', 'march → constant.language.month'],
    ['entries at most 500 at once, then wait', 'entries → keyword.control.flow'],
    ['kpi meetings "פגישות" = count(calendar.booked) per 30d', 'count → support.function'],
  ])('%s', (text, expected) => expect(scopesOf(text)).toContain(expected));
});

describe('values', () => {
  test.each([
    ['wait 2d', '2d → constant.numeric.duration'],
    ['wait 1h30m', '1h30m → constant.numeric.duration'],
    ['at 08:00 on day of meeting.start {', '08:00 → constant.numeric.clock'],
    ['quiet 21:00-08:00', '08:00 → constant.numeric.clock'],
    ['50% story { send success_story }', '50% → constant.numeric.percent'],
    ['target <= 35 ILS', 'ILS → constant.other.currency'],
    ['2027-03-24 10:00 leads.submitted', '2027-03-24 → constant.numeric.date'],
    ['emotion -1 "עוד טופס?"', '- → keyword.operator.arithmetic'],
    ['page: env FB_PAGE_ID', 'FB_PAGE_ID → variable.other.constant.environment'],
    ['value?: money', 'money → support.type.primitive'],
    ['tier: one of [silver, gold]', 'one → support.type.choice'],
  ])('%s', (text, expected) => expect(scopesOf(text)).toContain(expected));
});

describe('references', () => {
  test('an event is an object and its property', () => {
    expect(scopesOf('goal crm.deal_won within 60d')).toEqual([
      'goal → keyword.control.flow',
      'crm → variable.other.object',
      '. → punctuation.accessor',
      'deal_won → variable.other.property',
      'within → keyword.other.time',
      '60d → constant.numeric.duration',
    ]);
  });

  test('an action is a call', () => {
    expect(scopesOf('crm.create_deal(person: lead)')).toContain('create_deal → entity.name.function.member');
  });

  test('a keyword after a dot or before a colon is a name', () => {
    expect(scopesOf('deal.stage')).toContain('stage → variable.other.property');
    expect(scopesOf('title: "x"')).toContain('title → variable.parameter');
    expect(scopesOf('text: text')).toEqual([
      'text → variable.parameter',
      ': → punctuation.separator.key-value',
      'text → support.type.primitive',
    ]);
  });
});

describe('texts', () => {
  test('a variable with a filter in a text block', () => {
    const text = 'text """\n  היי {{lead.first_name | default "שם"}}, "תודה"\n"""\nsend hello';
    expect(scopesOf(text)).toEqual(
      expect.arrayContaining([
        'first_name → variable.other',
        'default → support.function.filter',
        'hello → entity.name.function',
      ]),
    );
    expect(tokenise(text).closed).toBe(true);
  });

  test('a string that is never closed ends with its line', () => {
    expect(scopesOf('subject "half\nsend hello')).toContain('send → keyword.control.flow');
  });

  test('a doc comment is told from a comment', () => {
    expect(scopesOf('/** why */')[1]).toBe('why → comment.block.documentation');
    expect(scopesOf('/* why */')[1]).toBe('why → comment.block');
    expect(scopesOf('cap 2 messages // why').at(-1)).toBe('why → comment.line.double-slash');
  });

  test('a hole in the path of a request', () => {
    expect(scopesOf('= POST "/members/{member.id}/points" { points }')).toContain(
      'member.id → variable.other',
    );
  });
});

describe('whole files', () => {
  const files = ['examples', 'packages/language/src/library'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.journey'))
      .map((file) => join(folder, file)),
  );

  test.each(files)('%s: everything has a role and nothing stays open', (file) => {
    const { tokens, closed } = tokenise(readFileSync(join(root, file), 'utf8'));
    const withoutRole = tokens.filter((token) => token.scopes.length === 1 && token.text.trim() !== '');
    expect(withoutRole).toEqual([]);
    expect(closed).toBe(true);
  });
});
