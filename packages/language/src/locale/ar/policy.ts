import type { FindingTexts } from '../texts.ts';

/** When and how often customers may be contacted. */
export const policyFindings = {
  'clock-without-timezone':
    'لا منطقة زمنية لهذا الوقت؛ أضف `timezone "…"` إلى الرحلة، مثل `timezone "Asia/Jerusalem"`.',
  'quiet-all-day':
    'ساعات الهدوء من {time} إلى {time} تدوم اليوم كله، فلا يُرسل شيء أبدًا؛ اجعلها تنتهي في وقت آخر.',
  'window-in-quiet-hours':
    'تقع نافذة الإرسال هذه كلها في ساعات الهدوء أو الإغلاق، فلا يُرسل فيها شيء؛ غيّر ساعاتها.',
  'never-open':
    'لا تترك ساعات الهدوء والإغلاق ونوافذ الإرسال معًا دقيقة واحدة في الأسبوع للإرسال؛ أفسح مجالًا.',
  'at-in-quiet-hours':
    'لا يُرسل شيء عند {written}؛ تخرج هذه الرسائل لاحقًا عند {opens}. اختر وقتًا خارج ساعات الهدوء.',
  'wait-ends-in-quiet-hours':
    'لا يُرسل شيء عند {written}؛ الرسالة بعد هذا الانتظار تخرج لاحقًا عند {opens}. اختر وقتًا خارج ساعات الهدوء.',
  'schedule-in-quiet-hours':
    'لا يُرسل شيء عند {written}؛ ما ترسله هذه الأتمتة يخرج لاحقًا عند {opens}. اختر وقتًا خارج ساعات الهدوء.',
  'cap-amount': ({ messages }) =>
    messages === 0
      ? 'حدّ قدره 0 من الرسائل لا يمرّر شيئًا؛ اسمح بواحدة على الأقل، أو احذف الإرسال.'
      : 'يعدّ الحدّ رسائل كاملة؛ {messages} ليس عددًا كهذا.',
  'cap-without-effect': 'لن يؤثر هذا الحدّ أبدًا، لأن {stricter} أشد منه؛ غيّر أحدهما، أو احذف هذا.',
  'more-than-cap':
    'هذه الرسالة رقم {count} في المدة التي يسمح فيها الحدّ بـ {cap}، فستُحجز؛ انتظر أطول قبلها، أو ارفع الحدّ.',
  'period-of-nothing': '{~what} مدته 0، ولا يحدث فيها شيء؛ اكتب المدة، مثل `7d`.',
  'business-days-without-week':
    'لم يُذكر أي الأيام أيام عمل؛ أضف إلى الرحلة `week sunday-thursday` أو `week monday-friday`.',
  'unsubscribed-stay':
    'تُعلن هذه الرحلة عبر «{label}»، وتستمر مع من ألغوا الاشتراك؛ أضف `exit on {system}.unsubscribed`، أو اكتب `consent marketing required`.',
  'goal-is-exit': 'هذا الحدث هو الهدف أيضًا؛ بلوغ الهدف ينهي الرحلة على أي حال، فاحذف الخروج.',
  'rule-replaced': 'كُتب {~what} ثانية أدناه، والأخير وحده يُحتسب؛ احذف هذا أو ذاك.',
  'consent-twice': 'الموافقة على رسائل {~category} مكتوبة أعلاه من قبل؛ أبقِ واحدة منهما.',
  'withdrawal-unheard':
    'تذكر الرحلة ما يُعدّ إلغاءً للاشتراك وتُغفل `{system}.{event}`، مع أنها تُعلن عبر «{label}»؛ أضفه.',
  'yes-is-no': 'هذا الحدث يعني إلغاء الاشتراك أيضًا؛ اذكر أيّ الاثنين هو.',
  'topic-of-nothing': 'لا توجد رسالة ترسلها الرحلة في موضوع «{topic}»؛ هل قصدت «{meant}»؟',
  'closed-date': '«{date}» ليس تاريخًا؛ اكتب السنة والشهر واليوم: `"2027-04-21"`.',
  'closed-backwards': 'تنتهي أيام الإغلاق هذه في {to}، قبل أن تبدأ في {from}؛ بدّل بينهما.',
  'closed-for-long': 'من {from} إلى {to} أكثر من سنة لا يُرسل فيها شيء؛ راجع السنوات.',
  'advertising-to-leavers':
    'من يصل إلى هنا قال للتو إنه لا يريد المزيد، و«{label}» إعلان، فلا يصل إلى أحد؛ لا ترسل شيئًا، أو أرسل ما يجب أن يعرفه فقط (الفئة transactional).',
} satisfies Partial<FindingTexts>;
