import { contentsOf, type MessageButton, type MessageContent } from '@journey/model';
import { remove } from '../../diagnostics/fix.ts';
import type { Find, ModelCheck } from '../check.ts';
import { messagesBy } from './channel.ts';
import { say } from '../../locale/speech.ts';

type ButtonKind = MessageButton['kind'];

interface ButtonRule {
  readonly kinds: readonly ButtonKind[];
  readonly limit: number;
  readonly what: string;
}

/** The narrower rules first: a button is reported for one of them only. */
const OF_TEMPLATES: readonly ButtonRule[] = [
  { kinds: ['call'], limit: 1, what: 'button that calls' },
  { kinds: ['url'], limit: 2, what: 'buttons with links' },
  { kinds: ['reply', 'url', 'call'], limit: 10, what: 'buttons' },
];
const OF_FREE_TEXTS: readonly ButtonRule[] = [
  { kinds: ['call'], limit: 0, what: 'button that calls' },
  { kinds: ['url'], limit: 1, what: 'button with a link' },
  { kinds: ['reply'], limit: 3, what: 'replies' },
];

/** How many buttons WhatsApp takes, and in which order. */
export const checkButtons: ModelCheck = (model, find) => {
  for (const message of messagesBy(model, 'whatsapp').flatMap(contentsOf)) {
    checkNumber(message, find);
    if (message.template) checkGroups(message.buttons, find);
  }
};

function checkNumber({ buttons, template }: MessageContent, find: Find): void {
  const reported = new Set<MessageButton>();
  const kind = template ? 'template' : 'message without a template';
  for (const { kinds, limit, what } of template ? OF_TEMPLATES : OF_FREE_TEXTS) {
    for (const button of buttons.filter((each) => kinds.includes(each.kind)).slice(limit)) {
      if (reported.has(button)) continue;
      reported.add(button);
      const fixes = [remove(say`Remove this button`, button.source)];
      find('too-many-buttons', { what, limit, kind }, button.source, fixes);
    }
  }
}

/** The first button of a third group is the one that stands wrong. */
function checkGroups(buttons: readonly MessageButton[], find: Find): void {
  const changes = buttons.filter((button, index) => {
    const previous = buttons[index - 1];
    return previous !== undefined && isReply(previous) !== isReply(button);
  });
  const third = changes[1];
  if (third) find('buttons-not-grouped', {}, third.source);
}

function isReply({ kind }: MessageButton): boolean {
  return kind === 'reply';
}
