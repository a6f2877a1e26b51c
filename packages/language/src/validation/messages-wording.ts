import { report } from '../diagnostics/registry.ts';
import type { MessageCheck, MessageView } from './messages-view.ts';

/** What only advertising says, in the languages that journeys are written in. */
const ADVERTISING = new RegExp(
  [
    '\\d+ ?% (?:off|discount)',
    '\\b(?:special|limited[- ]time|exclusive) (?:offer|deal|price)',
    '\\b(?:buy|shop|order) now\\b',
    '\\bsale ends\\b',
    '\\b(?:promo|coupon|discount) code\\b',
    '\\d+ ?% הנחה',
    'הנחה של \\d',
    'קוד (?:קופון|הנחה)',
    'מבצע (?:מיוחד|לזמן)',
    '(?:קנו|הזמינו) עכשיו',
    'خصم \\d+ ?%',
    '\\d+ ?%? خصم',
    '(?:كود|رمز) (?:ال)?خصم',
    'عرض (?:خاص|لفترة)',
    '(?:اشتر|تسوق|اطلب) الآن',
  ].join('|'),
  'iu',
);

/** What stands in texts until somebody writes them. */
const DRAFT =
  /[Ll]orem ipsum|\b(?:TODO|TBD|FIXME|XXX+)\b|\[(?:insert|your|placeholder|text here)[^\]\n]{0,40}\]|\bhttps?:\/\/(?:localhost|127\.0\.0\.1)[^\s"'<]*|טקסט כאן|\[(?:להשלים|השלימו)[^\]\n]{0,40}\]|\[(?:يُكمل|أكمل)[^\]\n]{0,40}\]/u;

/** Advertising under the name of a service, and texts that are not finished. */
export const checkWording: MessageCheck = (message, accept) => {
  const { category } = message.node;
  for (const written of [...message.subjects, ...message.bodies]) {
    const raw = message.raw(written);
    const draft = DRAFT.exec(raw.text);
    const { node, file } = written;
    if (draft)
      report(
        accept,
        'draft-text',
        { text: draft[0] },
        { node, range: raw.range(draft.index, draft[0].length) },
      );
    const advertising = isService(message) ? ADVERTISING.exec(raw.text) : null;
    if (advertising && category)
      report(
        accept,
        'advertising-as-service',
        { text: advertising[0], category, file },
        {
          node,
          range: raw.range(advertising.index, advertising[0].length),
        },
      );
  }
};

function isService({ node: { category } }: MessageView): boolean {
  return category === 'transactional' || category === 'utility' || category === 'authentication';
}
