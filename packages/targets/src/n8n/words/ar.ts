import { environmentInArabic } from './environment/ar.ts';
import { nodesInArabic } from './nodes/ar.ts';
import { readmeInArabic } from './readme/ar.ts';
import { stepsInArabic } from './steps/ar.ts';
import type { Words } from './words.ts';

export const ar: Words = {
  titles: {
    setup: 'التهيئة',
    events: 'الأحداث',
    policy: 'السياسة',
    clock: 'الساعة',
    again: 'يدويًا',
    notify: 'إبلاغ الأقسام',
    alarm: 'المنبّه',
    winner: 'ما ينجح أكثر',
  },
  incoming: 'وارد',
  asked: 'استعلام',
  node: (name) => nodesInArabic[name],
  notes: {
    setup: 'يُنشئ الجداول الناقصة كلما بدأ n8n أو نُشر تدفق العمل هذا، ولا يغيّر شيئًا آخر.',
    events:
      'كل ما يحدث يدخل من هنا: يُعرَف العميل، ويُحفظ الحدث، وتُسجَّل المراحل والهدف والخروج، وتبدأ الأتمتات، وتُستأنف المسارات التي تنتظره.',
    policy:
      'تُسأل قبل كل رسالة وإجراء وحول كل انتظار: هل انتهت الرحلة لهذا العميل، وهل تمت الخطوة من قبل، وهل يجوز الإرسال الآن؟ وهي تحفظ إلى أين وصل المسار. لا تعطي خطوتها الأخيرة شيئًا حين يكون المسار قد انتهى.',
    clock: 'مرة كل دقيقة: يحدث ما حان موعده، وتبدأ من جديد حيث كانت المساراتُ التي فُقدت حين توقف n8n.',
    again:
      'يعيد محاولة ما وُضع جانبًا (الجدول `journey_set_aside`): كله، أو ما يسمّيه الحقل `key` في الاستدعاء. ومنه تبدأ الأتمتات التي تُشغَّل يدويًا.',
    notify: 'يُبلغ الأقسام بما ينبغي أن تعرفه، كلًّا على عنوانه.',
    alarm: 'للتجارب بزمن مسرَّع فقط.',
    winner:
      'يُسأل حيث يجد التقسيم أفضل فرع، أو الرسالة أفضل نسخة: من كان هنا من قبل يناله الشيء نفسه، وينال الآخرون الأفضل متى عُرف. وما يجده يحفظه.',
    branch: 'فرع ينتظر وحده.',
    system: (system, journey) =>
      `كل ما تفعله الرحلة «${journey}» عبر «${system}». تُسأل السياسة أولًا: قد تنتظر الرسالة، أو لا تُرسل أبدًا؛ ولا شيء يحدث مرتين.`,
    intake: (system, journey) => `ما يصل من «${system}» إلى الرحلة «${journey}».`,
    lookup: (system) =>
      `يسأل ”${system}“ عن سجلّ العميل الذي تتحدث عنه الشروط، ويحفظ الجواب. وحين لا يجيب ”${system}“ يُعتمد آخر ما ورد منه.`,
  },
  addresses: {
    again: 'إعادة محاولة ما وُضع جانبًا',
    call: 'استدعاء الرحلة لعميل',
    start: (automation) => `بدء «${automation}» لعميل`,
  },
  steps: stepsInArabic,
  environment: environmentInArabic,
  readme: readmeInArabic,
};
