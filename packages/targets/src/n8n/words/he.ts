import { environmentInHebrew } from './environment/he.ts';
import { nodesInHebrew } from './nodes/he.ts';
import { readmeInHebrew } from './readme/he.ts';
import { stepsInHebrew } from './steps/he.ts';
import type { Words } from './words.ts';

export const he: Words = {
  titles: {
    setup: 'הקמה',
    events: 'אירועים',
    policy: 'מדיניות',
    clock: 'שעון',
    again: 'ידנית',
    notify: 'עדכון מחלקות',
    alarm: 'התראה',
    winner: 'מה עובד הכי טוב',
  },
  incoming: 'נכנס',
  asked: 'שאילתה',
  node: (name) => nodesInHebrew[name],
  notes: {
    setup: 'יוצר את הטבלאות החסרות, בכל עלייה של n8n ובכל פרסום של התהליך הזה, ולא משנה שום דבר אחר.',
    events:
      'כל מה שקורה נכנס לכאן: הלקוח מזוהה, האירוע נשמר, שלבים, מטרה ויציאות נרשמים, אוטומציות מתחילות, וריצות שחיכו לאירוע ממשיכות.',
    policy:
      'נשאלת לפני כל הודעה ופעולה וסביב כל המתנה: האם המסע הסתיים ללקוח הזה, האם הצעד כבר בוצע, והאם מותר לשלוח עכשיו. היא גם שומרת לאן הריצה הגיעה. כשהריצה הסתיימה, הצעד האחרון לא מחזיר דבר.',
    clock: 'פעם בדקה: מה שהגיע זמנו קורה, וריצות שאבדו כש־n8n נעצר מתחילות שוב מהמקום שבו היו.',
    again:
      'מנסה שוב את מה שמחכה לטיפול (טבלה `journey_set_aside`): הכול, או רק את מה שבשדה `key` שבקריאה. מכאן מתחילות גם אוטומציות שמפעילים ידנית.',
    notify: 'מעדכן מחלקות במה שעליהן לדעת, כל אחת בכתובת שלה.',
    alarm: 'רק להרצות ניסיון בזמן מואץ.',
    winner:
      'נשאל במקום שבו פיצול מוצא את הענף הטוב ביותר, או הודעה את הגרסה הטובה ביותר: מי שכבר היה כאן מקבל שוב אותו דבר, ואחרים מקבלים את הטוב ביותר מרגע שהוא ידוע. מה שנמצא נשמר.',
    branch: 'ענף שממתין בפני עצמו.',
    system: (system, journey) =>
      `כל מה שהמסע ״${journey}״ מבצע דרך ״${system}״. קודם נשאלת המדיניות: ייתכן שהודעה תחכה, או שלא תישלח כלל; שום דבר לא נעשה פעמיים.`,
    intake: (system, journey) => `מה שמדווח מ־״${system}״ למסע ״${journey}״.`,
    lookup: (system) =>
      `שואל את ״${system}״ על הרשומה של לקוח שתנאים מדברים עליה, ושומר את התשובה. כש־״${system}״ לא עונה, קובע מה שדווח ממנו לאחרונה.`,
  },
  addresses: {
    again: 'לנסות שוב את מה שמחכה לטיפול',
    call: 'להפעיל את המסע ללקוח',
    start: (automation) => `להתחיל את ״${automation}״ ללקוח`,
  },
  steps: stepsInHebrew,
  environment: environmentInHebrew,
  readme: readmeInHebrew,
};
