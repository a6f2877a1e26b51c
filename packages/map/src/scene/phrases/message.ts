import { byId, connectorOf } from '@journey/model';
import type { Channel, LocalizedText, Message, TextPart } from '@journey/model';
import { channelIcon } from '../icons.ts';
import { isMomentField } from './expression.ts';
import { DIRECTIONS } from '../languages.ts';
import { isolate } from '../bidi.ts';
import type { IconName } from '../icons.ts';
import type { Speech } from './speech.ts';

/** How a message travels: the channel of its system's connector. */
export function channelOf(speech: Speech, message: Message): Channel['id'] | undefined {
  return connectorOf(speech.model, message.system)?.channel;
}

export function messageIcon(speech: Speech, id: string): IconName {
  const message = byId(speech.model.messages, id);
  return channelIcon(message && channelOf(speech, message), 'online');
}

/** The text in the language asked for, else in the message's fallback language, else the first. */
export function textIn(
  texts: readonly LocalizedText[],
  language: string,
  fallback: string | undefined,
): LocalizedText | undefined {
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === fallback) ??
    texts[0]
  );
}

/** The letters of a text, its variables as what they stand for. */
export function lettersOf(speech: Speech, parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : variableWords(speech, part))).join('');
}

/** `{first name}`; of a moment what is shown of it: `{weekday}`. */
function variableWords(speech: Speech, { path, filter }: Extract<TextPart, { kind: 'variable' }>): string {
  const field = path.at(-1) ?? '';
  const shown = filter && filter.name !== 'default' && isMomentField(field) ? filter.name : undefined;
  const name = shown === undefined ? speech.readable(field) : speech.words.shownAs[shown];
  return isolate(`{${name}}`, DIRECTIONS[speech.language]);
}

/** What is read of a message. */
export interface Content {
  readonly subject: string;
  readonly body: string;
}

/** What a message says in the map's language: its subject and its text; HTML without its tags. */
export function contentOf(speech: Speech, message: Message): Content {
  const letters = (texts: readonly LocalizedText[]): string => {
    const text = textIn(texts, speech.language, message.fallbackLanguage);
    return text ? lettersOf(speech, text.parts) : '';
  };
  const body = letters(message.body);
  return { subject: letters(message.subject), body: isHtml(body) ? withoutTags(body) : body };
}

/** Whether the text of a mail is a page rather than letters. */
export function isHtml(text: string): boolean {
  return /<(html|body|table|div|p|br)[\s/>]/i.test(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** Only for reading: what comes of it is drawn as letters, never as markup. */
function withoutTags(html: string): string {
  return html
    .replace(/<(head|style|script)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .trim();
}
