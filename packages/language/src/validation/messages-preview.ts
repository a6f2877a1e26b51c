import { fixedText, isMarkup } from '@journey/model';
import { report } from '../diagnostics/registry.ts';
import { countCharacters, estimateText } from '../text/estimate.ts';
import { withoutComments } from '../text/markup.ts';
import type { WrittenText } from '../text/message-texts.ts';
import { languageOf, placeOf, type MessageCheck } from './messages-view.ts';
import { say } from '../locale/speech.ts';

const LONG_PREVIEW = 140;

/** What inboxes show behind the subject is short, and there is a page for it to hide in, which has none of its own. */
export const checkPreview: MessageCheck = (message, accept) => {
  if (message.channel !== 'email') return;
  for (const written of message.previews) {
    const place = placeOf(written);
    const characters = countCharacters(estimateText(written.pieces));
    if (characters > LONG_PREVIEW) report(accept, 'long-preview', { characters }, place);
    const bodies = message.bodies.filter((body) => isSentWith(written, body)).map(htmlOf);
    const fixes = [message.removal(say`Remove this ${'preview'}`, written.node)];
    if (bodies.length > 0 && !bodies.some(isMarkup)) {
      report(accept, 'preview-without-page', {}, { ...place, fixes });
    } else if (bodies.some((html) => /<mj-preview[\s>]/i.test(html))) {
      report(accept, 'preview-twice', {}, { ...place, fixes });
    }
  }
};

function isSentWith(preview: WrittenText, body: WrittenText): boolean {
  if (body.missingFile !== undefined) return false;
  const [one, other] = [languageOf(preview), languageOf(body)];
  return one === undefined || other === undefined || one === other;
}

function htmlOf({ pieces }: WrittenText): string {
  return withoutComments(fixedText(pieces));
}
