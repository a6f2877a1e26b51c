import type { FindingTexts } from '../texts.ts';

/** Stages, touchpoints, KPIs and what journeys take over from each other. */
export const mapFindings = {
  'missing-stages': ({ one }) =>
    one
      ? 'في النموذج «{model}» مرحلة تنقص هذه الرحلة: {stages}.'
      : 'في النموذج «{model}» مراحل تنقص هذه الرحلة: {stages}.',
  'stage-order': 'في النموذج «{model}» تأتي المرحلة «{stage}» قبل «{before}»؛ وهنا تأتي بعدها.',
  'empty-stage': 'لا شيء بعدُ في المرحلة «{stage}»: أضف نقطة اتصال أو أتمتة أو مؤشرًا.',
  'stage-played-twice':
    'تمثّل المرحلتان «{other}» و«{stage}» كلتاهما «{plays}» من النموذج؛ اجعل إحداهما تمثّل غيرها.',
  'no-stages': 'ليس في الرحلة «{journey}» مراحل، فخريطتها فارغة؛ أضف مراحل، أو نموذجًا تؤخذ منه.',
  'label-missing': 'يقرأ الناس هنا الاسم «{name}» بين تسميات بحروف أخرى؛ أضف تسمية.',
  'empty-label': 'تسمية «{name}» فارغة؛ اكتب تسمية، أو احذفها فيظهر الاسم.',
  'same-label': 'غيره أيضًا ({~kind} في السطر {line}) اسمه «{label}»؛ لن يميّز الناس بينهما.',
  'emotion-twice': 'ما يُشعر به هنا ({~whose}) مكتوب في السطر {line}؛ أبقِ واحدًا، أو اكتب لأي شخصية كل منهما.',
  'presence-contradicts-channel':
    'كُتب أن نقطة الاتصال هذه `{word}`، لكن قناتها «{channel}» هي `{presence}`؛ احذف الكلمة، أو اختر قناة أخرى.',
  'persona-twice': '«{name}» ({~kind}) مذكور من قبل؛ احذفه هنا.',
  'persona-elsewhere':
    'ليست الرحلة «{journey}» لـ «{name}»؛ أضف الشخصية إلى الرحلة، أو اختر واحدة من شخصياتها.',
  'point-of-sale-elsewhere':
    'نقطة البيع «{pointOfSale}» على القناة «{on}»، ونقطة الاتصال هذه على «{channel}»؛ اختر إحداهما.',
  'department-twice': 'القسم «{name}» مذكور من قبل؛ احذفه هنا.',
  'said-twice': '{~what} مكتوب في السطر {line} من قبل، وهو وحده المحتسب؛ احذف أحدهما.',
  'count-without-window':
    'يعدّ «{name}» من اليوم الأول ولا يكبر إلا صعودًا؛ اكتب المدة، مثل `per 30d` أو `per month`.',
  'window-needed': 'ينظر `{name}(…)` إلى مدة من الزمن؛ اكتب أيّها، مثل `per 30d` أو `per quarter`.',
  'target-out-of-range': ({ to }) =>
    to === ''
      ? '{~what} لا يقل أبدًا عن {from}، فلا معنى للهدف {target}؛ اكتب غيره.'
      : '{~what} بين {from} و{to}، فلا معنى للهدف {target}؛ اكتب غيره.',
  'target-of-other-kind': 'هذا المؤشر {~wanted}، لكن {~what} فيه {~given}؛ اكتبهما بالطريقة نفسها.',
  'baseline-meets-target': 'خط الأساس {baseline} يحقق الهدف {target} من الآن؛ ضع هدفًا لم يُبلغ بعد.',
  'always-all': '{text} مقسومًا على نفسه 100% دائمًا؛ اقسمه على شيء آخر.',
  'kpi-circle': ({ through }) =>
    through === ''
      ? 'تحتاج صيغة «{name}» إلى «{name}» نفسه؛ اكتب حدثًا أو مؤشرًا آخر.'
      : 'تحتاج صيغة «{name}» إلى نفسها، عبر {through}؛ اكسر الحلقة.',
  'same-kpi': 'يقيس «{name}» ما يقيسه «{other}» في السطر {line}؛ أبقِ واحدًا منهما، أو غيّر صيغة.',
  'formula-no-measure': 'المطلوب قياس «{name}»، لكن هنا {~given} وليس عددًا؛ عُدّه، أو اكتب مقدارًا.',
  'of-without-share':
    '`{name}(…)` ليس نسبة من شيء، فلا معنى هنا لـ `of {of}`؛ استخدم `rate` أو `retention` أو `churn`، أو اقسم على `count({of})`.',
  'percentile-range':
    'لا يوجد مئين {text}: اكتب واحدًا بين `0%` و`100%`، مثل `90%` لما يقع تحته تسعة من كل عشرة.',
  'rate-of-what': 'المعدل نسبة من شيء: اكتب من ماذا، مثل `rate(crm.deal_won of leads.submitted)`.',
  'target-wants-loss': 'في `{measure}` الأقل أفضل، وهذا الهدف يريد الأكثر: اكتب {right} بدلًا من {old}.',
  'target-wrong-way': 'في `{name}(…)` {~what} أفضل، وهذا الهدف يريد العكس: اكتب {right} بدلًا من {old}.',
  'image-missing': 'لا توجد صورة «{path}»؛ تحقق من المسار، وهو يُحسب من مجلد هذا الملف.',
  'image-kind': 'تعرض الخريطة ملفات PNG وJPEG وWebP وGIF وSVG؛ «{path}» ليس واحدًا منها.',
  'image-remote': 'لا تحمّل الخريطة شيئًا من الشبكة؛ احفظوا «{address}» ملفًا بجانب الرحلة.',
  'extends-circle': ({ through }) =>
    through === ''
      ? 'توسّع الرحلة «{journey}» نفسها؛ اكتب رحلة أخرى.'
      : 'توسّع الرحلة «{journey}» نفسها، عبر {through}؛ اكسر الحلقة.',
  'nothing-to-override': ({ base }) =>
    base === ''
      ? 'لا شيء يُستبدل: هذا ({~kind}) ليس في رحلة توسّع رحلة أخرى. احذف `override`.'
      : 'ليس في «{base}» هنا {~kind} «{name}» يُستبدل.{didYouMean}',
  'override-unsaid':
    'في «{base}» {~kind} «{name}» من قبل: اكتب `override` قبله لتغيّر ذاك، أو أعطِ هذا اسمًا آخر.',
  'message-not-sent': 'لا ترسل «{base}» الرسالة «{message}» أبدًا، فلا شيء يُرسل مكانها؛ اكتب رسالة ترسلها.',
  'message-needs-more':
    'تحتاج «{message}» إلى «{parameter}»، ولا أحد يعطيه حيث تُرسل «{replaced}»؛ أعطه قيمة افتراضية، أو اكتب رسالة أخرى.',
  'left-out-but-used':
    '«{name}» ({~kind}) متروك، لكن «{user}» ما زال يحتاج إليه (السطر {line})؛ استبدل ذاك، أو اتركه أيضًا.',
  'nested-circle': ({ through }) =>
    through === ''
      ? 'المرحلة «{stage}» هي الرحلة «{journey}» التي هي جزء منها؛ اكتب رحلة أخرى.'
      : 'تعود المرحلة «{stage}» إلى الرحلة «{journey}»، عبر {through}؛ لا تكون الرحلة جزءًا من نفسها.',
} satisfies Partial<FindingTexts>;
