import type { FindingTexts } from '../texts.ts';

/** What works as it is written, and what somebody who knows customers would object to. */
export const senseFindings = {
  'no-time-to-react':
    'تخرج الرسالة «{message}» في هذه اللحظة نفسها، فلا `{engagement}` بعد؛ انتظر قبل أن تسأل.',
  'sent-together':
    'تخرج «{one}» و«{other}» في الدقيقة نفسها وبالطريق نفسه؛ انتظر بينهما، أو اجعلهما رسالة واحدة.',
  'branches-alike': 'كل فروع `{keyword}` تفعل الشيء نفسه، فلا فرق بينها؛ غيّر أحدها، أو استغنِ عنه.',
  'holdout-goes-on':
    'المجموعة الضابطة في التقسيم أعلاه تصل إلى هنا أيضًا ويُرسل إليها هذا في النهاية؛ أنهِ فرعها بـ `stop`، أو أرسل هذا في الفروع الأخرى.',
  'same-again': ({ times }) =>
    times === undefined
      ? 'تخرج الرسالة نفسها «{label}» مرة بعد مرة بلا نهاية؛ اجعل لها صيغًا، أو حدّد إلى متى.'
      : 'تخرج الرسالة نفسها «{label}» حتى {times} مرات لمن لا يستجيب؛ أرسلها أقل، أو اجعل لها صيغًا.',
  'advertised-regardless':
    'يتلقى الجميع «{label}» أيضًا، حتى من فعل منذ زمن ما أُرسلت لأجله؛ اجعل للرحلة هدفًا (`goal …`)، أو اسأل قبلها: `if not happened(…)`.',
  'moment-of-what-may-not-be':
    'لا شيء يقول إن `{event}` قد حدث حتى ذلك الحين؛ ابدأ الأتمتة بـ `on {event}`، أو انتظره قبل ذلك.',
  'needs-what-is-unknown':
    'هنا `{field}` غير معروف، ومن دونه لا تصل «{label}» إلى أحد؛ اعكس الشرط، أو أرسلها بطريق آخر.',
  'advertising-as-service':
    'عبارة «{text}» إعلان، لكن الرسالة من فئة `category {category}` التي تتجاوز الموافقة والحدود؛ اكتب `category marketing`، أو احذفها.',
  'reckoning-in-text':
    'النصوص تعرض القيم ولا تحسب، فيبقى `{{{name}}}` فارغًا؛ اجعل لـ «{message}» معاملًا، وأعطِ القيمة حيث تُرسل: `send {message}(value: …)`.',
  'draft-text': 'في النص الذي يتلقاه العملاء «{text}»؛ اكتب ما ينبغي أن يكون هناك.',
  'rings-at-night':
    'ترنّ «{label}» في {time} حين ينام أكثر الناس؛ اختر وقتًا آخر، أو اكتب `quiet 21:00-08:00`.',
  'consent-unsaid':
    '«{label}» إعلان على الهاتف، ولا شيء يقول إن كان العملاء وافقوا عليه؛ اكتب `consent marketing required`، أو `consent marketing implied` إن كانوا وافقوا.',
} satisfies Partial<FindingTexts>;
