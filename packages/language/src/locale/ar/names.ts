import type { FindingTexts } from '../texts.ts';

/** Names, kinds of values and amounts. */
export const nameFindings = {
  'unknown-name': 'لا يوجد هنا {~kind} باسم «{name}».{didYouMean}',
  'not-imported': '«{name}» ({~kind}) معرَّف في «{path}»؛ استورده من هناك.',
  'unknown-file': 'لا يوجد ملف «{path}» بجانب هذا الملف؛ تحقق من المسار.',
  'duplicate-name': 'الاسم «{name}» لغيره من قبل: {~kind} في السطر {line}؛ أعطِ أحدهما اسمًا آخر.',
  'unknown-member': ({ suggestion, known }) =>
    suggestion !== undefined || known === ''
      ? 'ليس في {owner} «{name}».{didYouMean}'
      : 'ليس في {owner} «{name}»؛ فيه {known}.',
  'not-an-action': '«{text}» ليس خطوة: الخطوة تستدعي إجراءً لنظام، مثل `crm.create_deal(…)`.',
  'unknown-argument': 'لا يقبل «{callee}» القيمة «{name}».{didYouMean}',
  'missing-argument': 'يحتاج «{callee}» أيضًا إلى {names}.',
  'not-an-event': '«{text}» ليس حدثًا؛ اكتب شيئًا يبلّغ عنه نظام، مثل `crm.deal_won`.',
  'missing-setting': 'ينقص النظام «{system}» {names} ليعمل مع {connector}: اكتب {example} بعد الموصل.',
  'unknown-variable':
    'تذكر الرسالة «{message}» المتغير `{{{name}}}`، ولا تعرفه هذه الأتمتة في هذه الخطوة.{didYouMean}',
  'not-callable': 'لا يمكن استدعاء «{text}»؛ إجراءات الأنظمة والدوال مثل `count(…)` وحدها تقبل قيمًا.',
  'not-a-value': '«{text}» ({~kind}) ليس قيمة؛ حدّد أيًّا من حقوله أو أحداثه تقصد.',
  'unknown-filter': 'لا يوجد مرشّح باسم «{name}»؛ المتاح: {known}.{didYouMean}',
  'wrong-argument': ({ missing }) =>
    missing === ''
      ? 'يقبل «{name}» {~wanted}، لكن هنا {~given}.'
      : 'يقبل «{name}» {~wanted}، لكن هنا {~given}. ينقصه {missing}.',
  'no-condition': 'هنا {~given} وليس شرطًا؛ قارنه بشيء.',
  'each-of-no-list': 'يمر `for each` على قائمة، لكن هنا {~given}؛ اكتب قائمة.',
  'in-no-list': 'بعد `in` تأتي قائمة مثل `[a, b]`، لكن هنا {~given}.',
  'no-moment': 'المطلوب هنا تاريخ أو موعد، لكن يوجد {~given}.',
  'not-of-a-value': '`not` يقلب نعم إلى لا، لكن هنا {~given}؛ ضع المقارنة كلها بين قوسين: `not (… == …)`.',
  'wrong-setting': 'يقبل الإعداد «{name}» {~wanted}، لكن هنا {~given}.',
  'between-no-events': '`->` يقيس الزمن من حدث إلى حدث، لكن هنا {~given}؛ اكتب حدثًا.',
  'quoted-option': '«{option}» أحد الخيارات؛ اكتبه من دون علامتي اقتباس.',
  'unknown-option': '«{option}» ليس من الخيارات؛ المتاح: {known}.{didYouMean}',
  'not-comparable': ({ isRecord }) =>
    isRecord ? 'لا تمكن مقارنة {~left} مع {~right}؛ قارن أحد حقوله.' : 'لا تمكن مقارنة {~left} مع {~right}.',
  'mixed-sum': ({ operator }) =>
    operator === '+'
      ? 'لا يمكن جمع {~left} مع {~right}؛ يجب أن يكونا من نوع واحد.'
      : 'لا يمكن طرح {~right} من {~left}؛ يجب أن يكونا من نوع واحد.',
  'mixed-product': ({ operator }) =>
    operator === '*'
      ? 'لا يمكن ضرب {~left} في {~right}؛ يجب أن يكون أحدهما عددًا أو نسبة مئوية.'
      : 'لا تمكن قسمة {~left} على {~right}؛ يجب أن يكون أحدهما عددًا أو نسبة مئوية.',
  'mixed-currencies': 'يجتمع هنا {one} و{other}؛ اكتبهما بعملة واحدة، فلا أحد يحوّل بينهما.',
  'division-by-zero': 'لا تجوز القسمة على صفر؛ اكتب عددًا آخر.',
  'money-without-currency': '{amount} من ماذا؟ اكتب العملة أيضًا، مثل {amount} `EUR`.',
  'no-such-day': 'لا يوجد في التقويم يوم {date}؛ اكتب تاريخًا آخر، سنة-شهر-يوم.',
  'whole-number': 'لا يصلح {written} هنا ({~what})؛ اكتب عددًا صحيحًا من 1 فأكثر.',
  'amount-too-large': '{written} أكبر من أن يُعدّ بدقة؛ اكتب مقدارًا أصغر.',
  'percent-over-100': '{percent}% أكثر من اللازم ({~what}): الحد الأقصى 100%.',
  'base-address': 'ينبغي أن يبدأ العنوان الأساسي «{address}» بـ `https://`: ما يمر هناك يخص أشخاصًا.',
  'default-of-other-kind': '«{name}» هو {~wanted}، لكن قيمته الافتراضية {~given}.',
  'environment-changes-nothing': 'البيئة «{name}» لا تغيّر شيئًا؛ اكتب أي نظام يختلف إعداده فيها.',
  'request-without-base': 'لا يُعرف أين «{path}»: اكتب `base "https://…"` في الموصل، أو العنوان كاملًا هنا.',
  'set-twice': '«{what}» محدد في السطر {line} من قبل؛ أبقِ أحدهما.',
  'unknown-hole': 'في العنوان `{{name}}`، وهو ليس معطى هنا ولا إعدادًا؛ المتاح: {known}.{didYouMean}',
  'unknown-limit': 'ليس للرسائل جزء «{part}»؛ الحدود على {known}.{didYouMean}',
  'unknown-mapping': 'ليس للحدث «{event}» حقل «{field}».{didYouMean}',
  'time-written-out': 'اكتب صراحةً كم يُحسب إلى الوراء، مثل `within: 90d`؛ لا يمكن حساب {written}.',
  'within-in-kpi': 'زمن المؤشر يُكتب بعد صيغته؛ احذف `within` واكتب `per {within}`.',
  'measure-of-many':
    '`{name}(…)` يقيس كل العملاء معًا؛ أما الشرط فيسأل عن عميل واحد، بـ`happened` أو `count` أو `sum` أو `average` أو `minimum` أو `maximum`.',
  'compared-with-nothing':
    'ما ليس معروفًا ليس نصًّا فارغًا، فلا يقول {written} عنه شيئًا؛ للسؤال عن وجود قيمة اكتب {meant}.',
  'unused-declaration': 'لا شيء يستعمل {~kind} «{name}».',
  'unknown-result': 'ليس فيما يعيده "{action}" حقل "{field}".{didYouMean}',
  'unknown-report': 'ما يمكن أن يبلّغ عنه نظام عن رسالة: {known}؛ لا «{word}».{didYouMean}',
} satisfies Partial<FindingTexts>;
