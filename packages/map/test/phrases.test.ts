import { describe, expect, it } from 'vitest';
import { parseDuration } from '@journey/model';
import { durationWords, windowWords } from '../src/scene/phrases/time.ts';
import { expressionWords } from '../src/scene/phrases/expression.ts';
import { isolate, withoutIsolates } from '../src/scene/bidi.ts';
import { speak } from '../src/scene/phrases/speech.ts';
import { stepLines } from '../src/scene/phrases/steps.ts';
import { triggerWords } from '../src/scene/phrases/trigger.ts';
import { openJourney } from './fixtures/journeys.ts';
import { phrasesIn } from '../src/index.ts';
import type { Expression, SplitWinner, TimeWindow } from '@journey/model';
import type { Language } from '../src/index.ts';

const model = await openJourney('hebrew');
const source = { file: 'x', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function say(language: Language, text: string): string {
  const duration = parseDuration(text);
  if (!duration) throw new Error(`${text} is no duration.`);
  return withoutIsolates(durationWords(speak(model, language), duration));
}

function sayExpression(language: Language, expression: Expression): string {
  return withoutIsolates(expressionWords(speak(model, language), expression));
}

describe('durations', () => {
  it.each([
    ['en', '1d', 'one day'],
    ['en', '2d', '2 days'],
    ['en', '1d12h', 'one day and 12 hours'],
    ['he', '1d', 'יום'],
    ['he', '2d', 'יומיים'],
    ['he', '3d', '3 ימים'],
    ['he', '2h', 'שעתיים'],
    ['he', '2w', 'שבועיים'],
    ['he', '1.5h', '1.5 שעות'],
    ['he', '1d12h', 'יום ו-12 שעות'],
    ['he', '1d2h', 'יום ושעתיים'],
    ['ar', '1d', 'يوم'],
    ['ar', '2d', 'يومين'],
    ['ar', '3d', '3 أيام'],
    ['ar', '11d', '11 يومًا'],
    ['ar', '100d', '100 يوم'],
    ['ar', '2mo', 'شهرين'],
  ] as const)('%s: %s is %s', (language, text, words) => {
    expect(say(language, text)).toBe(words);
  });
});

describe('phrases', () => {
  it('join a Hebrew prefix to a Hebrew word, and keep its hyphen before a figure', () => {
    const { fill, words } = speak(model, 'he');
    expect(withoutIsolates(fill(words.rolling, { duration: 'יומיים' }))).toBe('ביומיים');
    expect(withoutIsolates(fill(words.rolling, { duration: '30 ימים' }))).toBe('ב־30 ימים');
    expect(fill('{label}', { label: 'שיווק-דיגיטלי' })).toBe('שיווק-דיגיטלי');
  });

  it('say a count of the last days, and who is under way elsewhere', () => {
    const event: Expression = { kind: 'event', system: 'shop', event: 'ordered', source };
    const duration = parseDuration('90d') ?? { parts: [] };
    const count: Expression = {
      kind: 'call',
      function: 'count',
      arguments: [
        { value: event, source },
        { name: 'within', value: { kind: 'duration', duration, source }, source },
      ],
      source,
    };
    expect(sayExpression('en', count)).toBe('the number of “shop: ordered” in the last 90 days');
    expect(sayExpression('he', count)).toBe('מספר הפעמים: ״shop: בוצעה הזמנה״ (עד 90 ימים אחורה)');
    expect(sayExpression('ar', count)).toBe('عدد مرات «shop: أُجري الطلب» (حتى 90 يومًا إلى الوراء)');
    const back: Expression = {
      kind: 'binary',
      operator: 'in',
      left: { kind: 'customer', source },
      right: { kind: 'underWay', of: 'journey', id: 'win_back', source },
      source,
    };
    expect(sayExpression('en', back)).toBe('the customer is under way in “win back”');
    expect(sayExpression('he', back)).toBe('הלקוח = במהלך ״win back״');
    expect(sayExpression('ar', back)).toBe('العميل = في أثناء «win back»');
  });

  it('say conditions in words that people read', () => {
    const opened: Expression = {
      kind: 'engagement',
      engagement: 'opened',
      message: 'success_story',
      source,
    };
    const score: Expression = {
      kind: 'binary',
      operator: '>=',
      left: { kind: 'field', of: { kind: 'variable', name: 'answer', source }, field: 'score', source },
      right: { kind: 'number', value: 9, source },
      source,
    };
    expect(sayExpression('he', opened)).toBe('״סיפור הצלחה״ נפתחה');
    const clicked: Expression = { ...opened, engagement: 'clicked', link: 'https://www.example.com/a/' };
    expect(sayExpression('en', clicked)).toBe('example.com/a in “סיפור הצלחה” was clicked');
    expect(sayExpression('he', clicked)).toBe('לחצו על example.com/a ב״סיפור הצלחה״');
    expect(sayExpression('ar', clicked)).toBe('نُقر على example.com/a في «סיפור הצלחה»');
    expect(sayExpression('en', score)).toBe('score of the answer is at least 9');
    expect(sayExpression('he', score)).toBe('ציון של התשובה לפחות 9');
    expect(sayExpression('en', { kind: 'money', amount: 35, currency: 'ILS', source })).toBe('₪35');
    expect(sayExpression('en', { kind: 'money', amount: 12.5, currency: 'pts', source })).toBe('12.5 pts');
  });

  it.each([
    [
      'en',
      'Split; after 14 days the best by: clicks',
      'Split; after 14 days the best by: “סיפור הצלחה” was opened',
    ],
    [
      'he',
      'פיצול; אחרי 14 ימים הטוב ביותר לפי: הקלקות',
      'פיצול; אחרי 14 ימים הטוב ביותר לפי: ״סיפור הצלחה״ נפתחה',
    ],
    ['ar', 'تقسيم؛ بعد 14 يومًا الأفضل بحسب: النقر', 'تقسيم؛ بعد 14 يومًا الأفضل بحسب: فُتحت «סיפור הצלחה»'],
  ] as const)('say how a split finds its best branch: %s', (language, own, one) => {
    const split = (by: SplitWinner['by']): string => {
      const after: SplitWinner['after'] = { parts: [{ amount: 14, unit: 'd' }] };
      const winner = { by, after, atLeast: 100, source };
      const [line] = stepLines(speak(model, language), [
        { kind: 'split', id: 'split', branches: [], winner, source },
      ]);
      return withoutIsolates(line?.text ?? '');
    };
    expect(split({ kind: 'engagement', engagement: 'clicked' })).toBe(own);
    const opened = { kind: 'engagement', engagement: 'opened', message: 'success_story', source } as const;
    expect(split({ kind: 'event', event: opened })).toBe(one);
  });

  it('keep hours from the left, whatever stands round them', () => {
    const window = { from: { hour: 21, minute: 0 }, to: { hour: 8, minute: 30 }, source };
    expect(windowWords(speak(model, 'he'), window)).toBe('\u206621:00–08:30\u2069');
  });

  it('keep labels apart only where something could draw them apart', () => {
    expect(isolate('הפגישה', 'rtl')).toBe('הפגישה');
    expect(isolate('3 ימים', 'rtl')).toBe('\u20683 ימים\u2069');
    expect(isolate('ציון NPS', 'rtl')).toBe('\u2068ציון NPS\u2069');
    expect(isolate('Landing page', 'rtl')).toBe('\u2068Landing page\u2069');
    expect(isolate('Landing page', 'ltr')).toBe('Landing page');
  });

  it('read as the language around where they only join labels', () => {
    const joined = `${isolate('Pipedrive', 'rtl')}: ${isolate('deal won', 'rtl')}`;
    expect(isolate(joined, 'rtl')).toBe(`\u2067${joined}\u2069`);
  });
});

describe('a schedule of one day', () => {
  it.each([
    ['en', 'On May 3, 2027 at 10:00'],
    ['he', 'ב־3 במאי 2027 בשעה 10:00'],
  ] as const)('%s: %s', (language, words) => {
    const schedule = {
      kind: 'schedule',
      recurrence: { kind: 'daily' },
      at: [{ hour: 10, minute: 0 }],
      from: '2027-05-03',
      until: '2027-05-03',
      source,
    } as const;
    expect(withoutIsolates(triggerWords(speak(model, language), schedule))).toBe(words);
  });
});

describe('when messages are sent', () => {
  const hours: TimeWindow = {
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
    from: { hour: 9, minute: 0 },
    to: { hour: 18, minute: 0 },
    source,
  };
  it.each([
    ['en', 'Sent Sunday–Thursday 09:00–18:00, Asia/Jerusalem', '3 SMS parts'],
    ['he', 'נשלח: יום ראשון–יום חמישי 09:00–18:00, Asia/Jerusalem', '3 חלקי SMS'],
    ['ar', 'يُرسَل: الأحد–الخميس 09:00–18:00, Asia/Jerusalem', '3 أجزاء SMS'],
  ] as const)('%s', (language, sent, sms) => {
    const phrases = phrasesIn(language)(model);
    expect(withoutIsolates(phrases.sent([hours], 'Asia/Jerusalem'))).toBe(sent);
    expect(phrases.sms(3)).toBe(sms);
  });
});

describe('systems', () => {
  it.each([
    ['he', 'דף נחיתה: נרשמו'],
    ['ar', 'Landing page: تسجيل'],
    ['en', 'Landing page: signed up'],
  ] as const)('are called by their label in %s where they have one, else by their own', (language, said) => {
    const event: Expression = { kind: 'event', system: 'landing', event: 'signed_up', source };
    expect(sayExpression(language, event)).toBe(said);
  });
});
