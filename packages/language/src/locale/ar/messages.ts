import type { FindingTexts } from '../texts.ts';

/** What is sent, and what vendors take. */
export const messageFindings = {
  'text-over-limit': 'عدد الأحرف هنا {characters} ({~part})، ويقبل {system} {limit} فقط: اختصر.',
  'text-near-limit':
    'مع المتغيرات يبلغ عدد الأحرف هنا نحو {characters} ({~part})، ويقبل {system} {limit}: اختصر.',
  'sms-parts': 'يُرسل هذا النص في {parts} من رسائل SMS: فيه نحو {characters} حرفًا، وتسع كل واحدة {each}.',
  'sms-many-parts':
    'يُرسل هذا النص في {parts} من رسائل SMS، ولكل منها ثمن: فيه نحو {characters} حرفًا، وتسع كل واحدة {each}. اختصره، أو أرسل رابطًا.',
  'sms-costly-characters':
    'بسبب {characters} يحتاج هذا النص إلى {parts} من رسائل SMS بدلًا من {plainParts}؛ تكفي علامة أبسط.',
  'outside-customer-window':
    'ليس لـ «{message}» قالب، ولا يقبل WhatsApp نصًا حرًّا إلا خلال 24 ساعة من كتابة العميل؛ ولا شيء قبل هذه الخطوة يقول إنه كتب. أعطها قالبًا معتمدًا (`template … language …`)، أو أرسلها حين يكتب العميل.',
  'template-name':
    'لا يعرف WhatsApp قالبًا باسم «{name}»: في هذه الأسماء أحرف لاتينية صغيرة وأرقام و`_` فقط، حتى 512 حرفًا.',
  'template-language-missing': 'اكتب بأي لغة اعتُمد القالب «{name}»: `language he`.',
  'template-edge-variable': ({ edge }) =>
    edge === 'begins'
      ? 'يبدأ نص القالب بـ `{{{variable}}}`، ولا يعتمد WhatsApp قالبًا كهذا: ضع كلمات قبله.'
      : 'ينتهي نص القالب بـ `{{{variable}}}`، ولا يعتمد WhatsApp قالبًا كهذا: ضع كلمات بعده.',
  'template-adjacent-variables':
    'لا كلمة بين `{{{first}}}` و`{{{second}}}`، ولا يعتمد WhatsApp قالبًا كهذا: ضع بينهما نصًا.',
  'too-many-buttons': ({ limit }) =>
    limit === 0
      ? 'لا يعرض WhatsApp {~what} في {~kind}؛ احذفه، أو استخدم قالبًا.'
      : 'يقبل WhatsApp {limit} على الأكثر من {~what} في {~kind}؛ احذف الباقي.',
  'buttons-not-grouped':
    'يريد WhatsApp أزرار الرد في القالب متتالية، قبل سائر الأزرار أو بعدها؛ انقل هذا الزر إلى أمثاله.',
  'template-header-variables': 'يقبل عنوان قالب WhatsApp متغيرًا واحدًا على الأكثر؛ انقل البقية إلى النص.',
  'footer-variable': 'تذييل WhatsApp واحد للجميع ولا متغيرات فيه؛ انقل `{{{variable}}}` إلى النص.',
  'link-shortener':
    'تحجب شركات الاتصالات رسائل فيها روابط مختصرات عامة مثل {host}؛ استخدم عنوانًا قصيرًا خاصًّا بك.',
  'mail-without-subject': 'لا موضوع للبريد «{message}»؛ أضف `subject "…"`.',
  'long-subject': 'في الموضوع نحو {characters} حرفًا؛ تعرض الهواتف أول 40 إلى 60، فابدأ بالأهم.',
  'long-preview': 'في النص التمهيدي نحو {characters} حرفًا؛ تعرض صناديق البريد أول 40 إلى 140، فابدأ بالأهم.',
  'preview-without-page':
    'لن يظهر هذا النص التمهيدي: متن البريد حروف فقط، ولا صفحة يُخفى فيها؛ اكتب المتن بلغة HTML، أو ابدأه بهذه الكلمات.',
  'preview-twice': 'في متن البريد `<mj-preview>` خاص به تعرضه صناديق البريد بعد هذا؛ أبقِ واحدًا منهما.',
  'loud-subject': 'الموضوع يصرخ؛ تعدّ المرشّحات الأحرف الكبيرة وعلامات التعجب المتتالية بريدًا مزعجًا.',
  'part-not-shown': 'لا يعرض {~channel} {~part}؛ احذفه، أو قل ذلك في نص الرسالة.',
  'part-twice': 'في الرسالة {~part} مرة واحدة فقط: الثاني لا يُستخدم أبدًا.',
  'header-file-missing': 'لا يوجد ملف «{path}» لهذا العنوان؛ تحقق من المسار.',
  'header-file-kind': 'لا يعرض WhatsApp في العنوان {~kind} مثل «{path}»؛ ما يقبله: {~known}.',
  'button-address': 'ينبغي أن يبدأ عنوان الزر «{url}» بـ `https://`.',
  'button-without-label': 'هذا الزر لا يقول شيئًا؛ اكتب عليه ما يفعله، مثل «عرض طلبي».',
  'button-phone': 'يتصل الزر بـ «{phone}»، وهذا يعمل في بلد واحد فقط؛ ابدأ برمز البلد، مثل `+972`.',
  'markup-in-plain-text': ({ channel }) =>
    channel === 'WhatsApp'
      ? 'يعرض {channel} {tag} كما هو؛ للخط العريض اكتب `*نجمتين*`، وللمائل `_شرطتين_`.'
      : 'يعرض {~channel} {tag} كما هو؛ اكتب نصًا عاديًا.',
  'text-twice': ({ language }) =>
    language === undefined
      ? 'في هذه الرسالة {~part} من قبل، فلن يُرسل هذا أبدًا؛ احذفه، أو اكتب لغة كل منهما، مثل `he "…"`.'
      : 'في هذه الرسالة {~part} باللغة «{language}» من قبل، فلن يُرسل هذا أبدًا؛ احذفه، أو غيّر لغته.',
  'language-without-text':
    'في قائمة لغات الرسالة «{language}» ولا نص بها؛ أضف `text {language} "…"`، أو احذفها من القائمة.',
  'no-fallback':
    'من لا يقرأ أيًّا من {languages} يتلقى النص بـ «{first}» لأنه الأول؛ قل ذلك بـ fallback {first}، أو اختر لغة أخرى.',
  'fallback-not-listed':
    'اللغة البديلة «{language}» ليست من لغات الرسالة؛ أضفها إلى القائمة، أو اختر واحدة منها.',
  'language-not-listed':
    'ليست «{language}» في قائمة لغات الرسالة، فلن يُرسل هذا النص أبدًا؛ أضفها إلى القائمة.',
  'unknown-language': '«{language}» ليس رمز لغة؛ اكتب `he` أو `ar` أو `en`، أو مع بلد `en_US`.{didYouMean}',
  'subject-language-missing':
    'في الرسالة نص باللغة «{language}» من دون {~part}؛ أضف `{part} {language} "…"`.',
  'other-script': 'المكتوب أن هذا النص باللغة «{language}»، لكن حروفه {~written}؛ صحّح اللغة أو النص.',
  'empty-text': ({ file }) =>
    file === undefined
      ? 'هذا النص فارغ؛ اكتب ما يقرؤه العميل، أو احذفه.'
      : 'الملف {file} فارغ؛ اكتب فيه الرسالة.',
  'stripped-markup': 'تحذف برامج البريد {~tag}{inFile}؛ {~advice}.',
  'relative-address':
    'العنوان «{address}»{inFile} لا يؤدي إلى شيء بعد الإرسال؛ اكتب العنوان كاملًا مع `https://`.',
  'direction-missing':
    'النص{inFile} مكتوب من اليمين إلى اليسار، ولا يقول HTML ذلك: ضع `dir="rtl"` على الوسم الخارجي.',
  'dead-link': 'هناك رابط{inFile} لا يؤدي إلى شيء؛ اكتب عنوانًا في `href`.',
  'unclosed-variable': 'عند «{text}»{inFile} تنقص من المتغير {~missing}؛ اكتب `{{name}}`.',
  'empty-variable': 'هناك متغير{inFile} بلا اسم؛ اكتب بين الأقواس ما يعرضه: `{{customer.first_name}}`.',
  'single-braces': 'سيقرأ العميل `{{name}}`؛ للمتغير زوجان من الأقواس: `{{{name}}}`.',
  'foreign-variable':
    'سيقرأ العميل "{text}"{inFile}: هكذا تُكتب المتغيرات في أداة أخرى؛ هنا تُكتب `{{{name}}}`.',
  'default-without-text': 'اكتب ما يظهر بدل `{{{name}}}`{inFile} حين يغيب: `| default "friend"`.',
  'variables-run-together': 'يلتصق `{{{first}}}` و`{{{second}}}`{inFile} في كلمة واحدة؛ ضع بينهما مسافة.',
  'filter-of-other-type':
    '`{{{name} | {filter}}}` لا يعرض شيئًا: {name} هو {~type}، و{filter} يعرض التواريخ. احذف المرشّح، أو اكتب حقلًا آخر.',
  'moment-without-filter':
    'يظهر `{{{name}}}` كما تكتبه الحواسيب، مثل `2027-03-28T16:00`؛ اكتب كيف يُعرض: `{{{name} | {filter}}}`.',
  'optional-without-default':
    '`{{{name}}}` في الرسالة «{message}» ليس معروفًا دائمًا؛ اكتب ما يظهر حينئذ: `{{{name} | default "…"}}`.',
  'whole-record-shown': ({ field }) =>
    field === undefined
      ? 'لـ `{{{name}}}` حقول كثيرة ولا يمكن عرضه كله؛ حدّد أي حقل.'
      : 'لـ `{{{name}}}` حقول كثيرة ولا يمكن عرضه كله؛ حدّد أي حقل: `{{{name}.{field}}}`.',
  'unused-message-parameter':
    'لا تذكر الرسالة `{{{name}}}` أبدًا؛ استخدمه في نص، أو احذفه من الأقواس هنا وحيثما تُرسل الرسالة.',
  'variant-sum': 'مجموع حصص النسخ {sum}%، وليس 100%.',
  'variant-alone': '«{variant}» هي النسخة الوحيدة، فلا شيء تُقارن به؛ أضف نسخة أخرى.',
  'variants-alike': 'تقول النسختان «{other}» و«{variant}» الشيء نفسه؛ غيّر إحداهما.',
  'link-not-in-message': 'لا رابط «{link}» في «{message}»، فلن ينقر عليه أحد.{didYouMean}',
  'link-not-written': 'يُكتب الرابط كاملًا من بداية عنوانه: `link: "https://www.example.com/offer"`.',
  'winner-without-variants': 'لا توجد نسخ يُختار منها فائز؛ أضف نسختين، أو احذف هذا السطر.',
  'winner-measure':
    'لا يصلح «{text}» لاختيار الفائز: خذ ما يبلّغ عنه النظام ({known})، أو حدثًا، أو مؤشر رحلة.',
  'link-address': 'الرابط «{address}» ليس عنوانًا كاملًا؛ ابدأ بـ `https://` أو بمخطط تطبيقك.',
  'mjml-unknown-tag': 'ليس في MJML الوسم `<{tag}>`{~where}.{didYouMean}',
  'mjml-broken': '{~problem}{~where}.',
  'text-file-kind': 'لا يمكن قراءة نص من «{path}»؛ احفظه بصيغة `.html` أو `.mjml` أو `.txt`.',
} satisfies Partial<FindingTexts>;
