import type { FindingTexts } from '../texts.ts';

/** Scenarios and assumptions. */
export const simulationFindings = {
  'scenario-order': '{at} قبل {before} المكتوب أعلاه؛ اكتب ما يحدث بترتيبه.',
  'expect-too-early': ({ when }) =>
    when === ''
      ? 'لم يحدث شيء بعدُ هنا؛ اكتب التوقع بعد أول سطر يحدث.'
      : '{when} قبل أن يحدث أي شيء؛ اكتب التوقع بعد أول سطر يحدث.',
  'scenario-without-automations':
    'ليس في الرحلة «{journey}» أتمتات، فلا شيء فيها يُختبر؛ أضف واحدة، أو اختبر رحلة أخرى.',
  'assumption-unused': 'لا شيء في الرحلة «{journey}» ينظر إلى {event}، فهذا الافتراض لا يغيّر شيئًا.',
  'delay-reversed': '{from} أطول من {to}؛ اكتب المدة الأقصر أولًا: `{to}..{from}`.',
  'assumption-twice': 'هناك افتراض عن {event} في السطر {line} من قبل؛ أبقِ واحدًا منهما.',
  'unknown-data': 'لا يحمل {event} «{name}».{didYouMean}',
  'scenario-twice': 'السيناريو في السطر {line} اسمه «{label}» أيضًا؛ أعطِ كل واحد اسمًا خاصًّا به.',
  'wrong-data': '«{name}» هو {~wanted}، لكن هنا {~given}.',
  'expects-never-sent':
    'لا ترسل أي أتمتة في الرحلة «{journey}» الرسالة «{message}»؛ أرسلها، أو توقّع رسالة أخرى.',
  'scenario-without-expectation':
    'لا يتوقع السيناريو «{label}» شيئًا، فلا يفشل أبدًا؛ أضف سطرًا مثل `expect send …`.',
} satisfies Partial<FindingTexts>;
