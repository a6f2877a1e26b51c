import type { FindingTexts } from '../texts.ts';

/** The text itself: signs, brackets, words. */
export const textFindings = {
  'unexpected-character': 'لا معنى للرمز «{character}» هنا؛ احذفه، أو ضع النص بين علامتي اقتباس.',
  'unclosed-text': 'هذا النص غير مغلق: أضف `"` في آخره، أو ضع النص المكوّن من عدة أسطر بين `"""`.',
  'invisible-character':
    'هنا حرف غير مرئي ({codePoint})؛ احذفه: خارج النصوص قد يجعل السطر يُقرأ على غير ما يعمل.',
  'syntax-expected': 'المطلوب هنا {~expected}، لكن يوجد {~found}.',
  'syntax-unexpected': 'لا يمكن أن يأتي {~found} داخل {~place}؛ {~expected}.',
  'syntax-unclosed-block': ({ line }) =>
    line === undefined
      ? 'القوس {bracket} لم يُغلق: أضف {expected} في النهاية.'
      : 'القوس {bracket} لم يُغلق: أضف {expected} قبل السطر {line}.',
  'syntax-left-over': ({ home }) =>
    home === undefined
      ? 'لا يمكن أن يأتي {~found} خارج كتلة؛ يبدأ الملف بأسطر `import`، ثم الرحلات والشخصيات والرسائل والأنظمة وما شابه.'
      : 'لا يمكن أن يأتي {~found} خارج كتلة؛ مكانه {~home}.',
  'surplus-bracket': 'القوس {bracket} لا يغلق شيئًا؛ احذفه، أو افتح كتلته قبله.',
  'typographic-quotes': 'تُكتب النصوص بين علامتي اقتباس مستقيمتين: {meant}.',
  'foreign-sign': 'اكتب {meant} بدلًا من {written}.',
  'foreign-digits': 'اكتب {meant} بدلًا من {written}: تُكتب الأعداد بالأرقام من 0 إلى 9.',
  'unit-in-words':
    'اكتب {meant} بدلًا من {written}: تُكتب المقادير مختصرة، مثل `2d` و`15m` و`08:00` و`50%` و`35 ILS`.',
  'foreign-operator': 'اكتب {meant} بدلًا من {written}.',
  'foreign-comment': 'يبدأ التعليق بـ `//`، أو يُكتب بين `/*` و`*/`.',
  'unclosed-comment': 'هذا التعليق غير مغلق: أضف `*/` في آخره.',
  'stray-comment-end': 'العلامة `*/` لا تغلق أي تعليق؛ احذفها: لا يمكن أن يضم التعليق تعليقًا آخر.',
  'needless-semicolon': 'تنتهي الجملة بنهاية سطرها من دون فاصلة منقوطة؛ احذفها.',
  'foreign-date': 'اكتب {meant} بدلًا من {written}: تُكتب التواريخ سنة-شهر-يوم.',
  'too-deep':
    'هنا أكثر من {limit} من الأقواس المتداخلة؛ انقل الخطوات الداخلية إلى أتمتة مستقلة (`run …`). ما هو أعمق لا يُقرأ.',
  'too-long':
    'في هذا التعبير أكثر من {limit} من الأجزاء المترابطة؛ سمِّ أجزاء منه (`let …`)، أو قارن بقائمة (`x in [a, b]`). الباقي لا يُقرأ.',
  'mistyped-word': 'لا تبدأ أي جملة هنا بـ «{written}». هل تقصد {meant}؟',
  'missing-name': 'ينقص اسم قبل تسمية {~kind}: {example}.',
  'reserved-name': '«{word}» كلمة من اللغة ولا تصلح اسمًا؛ اختر اسمًا آخر، مثل {suggestion}.',
  'name-of-words': 'الاسم كلمة واحدة، مثل {name}؛ أما التسمية من عدة كلمات فتُكتب بين علامتي اقتباس.',
  'unquoted-text': 'تُكتب النصوص بين علامتي اقتباس: `"{text}"`.',
  'missing-word': 'تنقص كلمة قبل «{written}»: اكتب {meant}.',
  'needless-sign': 'لا مكان هنا لـ «{written}»؛ احذفه.',
  'clause-order': 'يأتي «{clause}» قبل «{before}»؛ بدّل بينهما.',
  'wrong-bracket': 'تُكتب الكتلة بين قوسين معقوفين: ضع {expected} بدلًا من {found}.',
  'missing-block': 'يُكتب ما يتبع «{keyword}» بين قوسين معقوفين: ضع `{` قبله و`}` بعده.',
  'other-amount': 'اكتب {meant} بدلًا من «{written}».',
  'other-words': 'اكتب {meant} بدل «{written}».',
  'inner-quotes': 'علامة الاقتباس داخل النص تُنهيه: اكتب {meant}.',
  'missing-brace': 'ما يخص «{keyword}» يُكتب بين قوسين معقوفين: ضع `{` في نهاية هذا السطر.',
  'unknown-comparison':
    'لا توجد مقارنة باسم «{word}»؛ قارن بـ `==` أو `!=` أو `<` أو `<=` أو `>` أو `>=`، أو بقائمة: `x in ["a", "b"]`.',
  'name-begins-with-digit': 'يبدأ الاسم بحرف: اكتب {meant} بدل «{written}».',
  'needless-block': 'ليس لـ «{keyword}» كتلة: اكتب ما يخصه بعده، بلا أقواس معقوفة.',
  'missing-part': 'ينقص «{keyword}» هنا {~needed}: {example}.',
  'ignore-without-reason': 'اكتب لماذا يمكن تجاهل {codes} هنا: `// ignore` {codes}`:` ثم السبب.',
  'unused-ignore': 'لا يوجد هنا {code} ليُتجاهل؛ احذف التعليق.',
  'unclosed-direction':
    'حرف غير مرئي ({codePoint}) يغيّر اتجاه كل ما يليه في هذا السطر؛ احذفه، أو أنهِه بـ {closing}.',
} satisfies Partial<FindingTexts>;
