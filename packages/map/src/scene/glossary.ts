import type { Language } from './languages.ts';

/**
 * What the names that connectors commonly use mean to people: `deal_won`, `booked`, `start`. A name that isn't here
 * is shown as it is written, with spaces: `first_name` becomes "first name".
 */
const GLOSSARY: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  // Events
  submitted: { en: 'form sent', he: 'נשלח טופס', ar: 'أُرسل النموذج' },
  signed_up: { en: 'signed up', he: 'נרשמו', ar: 'تسجيل' },
  visited: { en: 'page visited', he: 'ביקור בדף', ar: 'زيارة الصفحة' },
  booked: { en: 'booked', he: 'נקבע מועד', ar: 'حُجز موعد' },
  moved: { en: 'moved to another time', he: 'המועד שונה', ar: 'تغيّر الموعد' },
  cancelled: { en: 'cancelled', he: 'בוטל', ar: 'أُلغي' },
  started: { en: 'started', he: 'התחיל', ar: 'بدأ' },
  ended: { en: 'ended', he: 'הסתיים', ar: 'انتهى' },
  completed: { en: 'completed', he: 'הושלם', ar: 'اكتمل' },
  received: { en: 'message received', he: 'התקבלה הודעה', ar: 'وردت رسالة' },
  cart_abandoned: { en: 'cart abandoned', he: 'עגלה ננטשה', ar: 'تُركت السلة' },
  ordered: { en: 'ordered', he: 'בוצעה הזמנה', ar: 'أُجري الطلب' },
  ready: { en: 'ready', he: 'מוכן', ar: 'جاهز' },
  picked_up: { en: 'picked up', he: 'נאסף', ar: 'استُلم' },
  unsubscribed: { en: 'unsubscribed', he: 'הסרה מהרשימה', ar: 'إلغاء الاشتراك' },
  deal_created: { en: 'deal created', he: 'נפתחה עסקה', ar: 'أُنشئت صفقة' },
  deal_updated: { en: 'deal updated', he: 'עסקה עודכנה', ar: 'حُدّثت الصفقة' },
  deal_won: { en: 'deal won', he: 'העסקה נסגרה בהצלחה', ar: 'رُبحت الصفقة' },
  deal_lost: { en: 'deal lost', he: 'העסקה אבדה', ar: 'خُسرت الصفقة' },
  deal_closed: { en: 'deal closed', he: 'העסקה נסגרה', ar: 'أُغلقت الصفقة' },
  // Actions
  create_person: { en: 'create the person', he: 'יצירת איש קשר', ar: 'إنشاء جهة اتصال' },
  create_deal: { en: 'create a deal', he: 'פתיחת עסקה', ar: 'إنشاء صفقة' },
  find_deal: { en: 'find the deal', he: 'איתור העסקה', ar: 'البحث عن الصفقة' },
  update_deal: { en: 'update the deal', he: 'עדכון העסקה', ar: 'تحديث الصفقة' },
  add_note: { en: 'add a note', he: 'הוספת הערה', ar: 'إضافة ملاحظة' },
  add_activity: { en: 'add an activity', he: 'הוספת פעילות', ar: 'إضافة نشاط' },
  add_points: { en: 'add points', he: 'הוספת נקודות', ar: 'إضافة نقاط' },
  add_reminder: { en: 'add a reminder', he: 'הוספת תזכורת', ar: 'إضافة تذكير' },
  invite: { en: 'send the invitation', he: 'שליחת הזמנה', ar: 'إرسال الدعوة' },
  // Records and what stands for them
  meeting: { en: 'the meeting', he: 'הפגישה', ar: 'الاجتماع' },
  deal: { en: 'the deal', he: 'העסקה', ar: 'الصفقة' },
  lead: { en: 'the lead', he: 'הליד', ar: 'العميل المحتمل' },
  signup: { en: 'the signup', he: 'ההרשמה', ar: 'التسجيل' },
  answer: { en: 'the answer', he: 'התשובה', ar: 'الإجابة' },
  cart: { en: 'the cart', he: 'העגלה', ar: 'السلة' },
  order: { en: 'the order', he: 'ההזמנה', ar: 'الطلب' },
  // Fields
  score: { en: 'score', he: 'ציון', ar: 'الدرجة' },
  status: { en: 'status', he: 'מצב', ar: 'الحالة' },
  value: { en: 'value', he: 'ערך', ar: 'القيمة' },
  total: { en: 'total', he: 'סכום', ar: 'المجموع' },
  title: { en: 'title', he: 'כותרת', ar: 'العنوان' },
  email: { en: 'e-mail address', he: 'כתובת דוא״ל', ar: 'عنوان البريد' },
  phone: { en: 'phone', he: 'טלפון', ar: 'الهاتف' },
  first_name: { en: 'first name', he: 'שם פרטי', ar: 'الاسم الأول' },
  last_name: { en: 'last name', he: 'שם משפחה', ar: 'اسم العائلة' },
  full_name: { en: 'full name', he: 'שם מלא', ar: 'الاسم الكامل' },
  start: { en: 'start', he: 'מועד ההתחלה', ar: 'موعد البدء' },
  end: { en: 'end', he: 'מועד הסיום', ar: 'موعد الانتهاء' },
  link: { en: 'link', he: 'קישור', ar: 'رابط' },
  id: { en: 'number', he: 'מספר', ar: 'رقم' },
  branch: { en: 'branch', he: 'סניף', ar: 'الفرع' },
  open: { en: 'open', he: 'פתוח', ar: 'مفتوح' },
  won: { en: 'won', he: 'נסגר בהצלחה', ar: 'مربوح' },
  lost: { en: 'lost', he: 'אבוד', ar: 'مفقود' },
};

/** A name of the source as people read it. */
export function readable(name: string, language: Language): string {
  const entry = Object.hasOwn(GLOSSARY, name) ? GLOSSARY[name] : undefined;
  return entry?.[language] ?? name.replace(/_+/g, ' ').trim();
}
