import { allSteps, byId, directionOf, smsLength } from '@journey/model';
import type { Automation, Journey, JourneyModel, LocalizedText, Message } from '@journey/model';
import { channelOf, isHtml, lettersOf, textIn } from '../scene/phrases/message.ts';
import { CONTROL_WORDS } from './words.ts';
import { speak } from '../scene/phrases/speech.ts';
import type { Language } from '../scene/languages.ts';

/** The message that an item of the map is about: a step that sends, a stop in time, or a message's own card. */
export function messageOfItem(journey: Journey, model: JourneyModel, id: string): Message | undefined {
  const own = /#message:(.+)$/.exec(id)?.[1];
  if (own !== undefined) return byId(model.messages, own);
  const [automation, ...rest] = id.split('/');
  const stepId = rest.join('/').replace(/#(time|round:\d+)$/, '');
  const found = [journey, ...journey.stages]
    .flatMap((owner): readonly Automation[] => owner.automations)
    .find((candidate) => candidate.id === automation);
  for (const step of found ? allSteps(found.steps) : [])
    if (step.id === stepId && step.kind === 'send') return byId(model.messages, step.message);
  return undefined;
}

/** A message as the customer reads it, beside the map. */
export class Preview {
  readonly element = document.createElement('aside');

  constructor() {
    this.element.className = 'jm-preview';
    this.element.hidden = true;
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** @param side where it stands: away from what it is about */
  show(model: JourneyModel, message: Message, language: Language, side: 'left' | 'right'): void {
    this.element.dataset['side'] = side;
    const speech = speak(model, language);
    const words = CONTROL_WORDS[language];
    const channel = channelOf(speech, message);
    const written = (texts: readonly LocalizedText[]): string => {
      const text = textIn(texts, language, message.fallbackLanguage);
      return text ? lettersOf(speech, text.parts) : '';
    };
    const letters = written(message.body);
    const title = block('p', 'jm-preview-title', message.label);
    const content =
      channel === 'email'
        ? mail(written(message.subject), written(message.preview), letters)
        : bubble(message, letters);
    const notes =
      channel === 'sms'
        ? [
            block(
              'p',
              'jm-preview-note',
              partsWords(
                words.smsParts,
                speech.plural(speech.words.smsParts, smsLength(letters).parts),
                letters,
              ),
            ),
          ]
        : [];
    this.element.setAttribute('aria-label', `${words.preview}: ${message.label}`);
    this.element.dataset['channel'] = channel ?? '';
    this.element.replaceChildren(title, ...content, ...notes);
    this.element.hidden = false;
  }
}

function partsWords(template: string, parts: string, letters: string): string {
  return template.replace('{parts}', parts).replace('{characters}', String(smsLength(letters).characters));
}

function bubble(message: Message, letters: string): HTMLElement[] {
  const body = block('div', 'jm-bubble', letters);
  if (message.footer !== undefined) body.append(block('p', 'jm-preview-note', message.footer));
  const buttons = message.buttons.map(({ label }) => block('div', 'jm-bubble-button', label));
  return [body, ...buttons];
}

/** The mail in a frame that runs nothing, sends nothing and loads nothing: its markup is read, its scripts never are. */
function mail(subject: string, preheader: string, letters: string): HTMLElement[] {
  const head = [
    block('p', 'jm-preview-subject', subject),
    ...(preheader === '' ? [] : [block('p', 'jm-preview-preheader', preheader)]),
  ];
  if (!isHtml(letters)) return [...head, block('div', 'jm-mail', letters)];
  const frame = document.createElement('iframe');
  frame.className = 'jm-mail';
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = subject;
  frame.addEventListener('load', () => fill(frame, letters), { once: true });
  return [...head, frame];
}

function fill(frame: HTMLIFrameElement, html: string): void {
  const page = frame.contentDocument;
  if (!page) return;
  const read = new DOMParser().parseFromString(withoutWrittenStyles(html), 'text/html');
  for (const element of read.querySelectorAll(NEVER_SHOWN)) element.remove();
  // A picture from elsewhere isn't fetched: its description stands for it.
  for (const element of read.querySelectorAll('[src], [srcset], [background]'))
    for (const name of ['src', 'srcset', 'background']) element.removeAttribute(name);
  const body = page.importNode(read.body, true);
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset['style'] ?? '';
    if (!style.includes('url(')) element.style.cssText = style;
  }
  body.dir = read.documentElement.dir || (directionOf(body.textContent) ?? 'ltr');
  page.body.replaceWith(body);
  frame.style.height = `${Math.min(420, body.getBoundingClientRect().height + 32)}px`;
}

const NEVER_SHOWN = 'script, style, link, meta, base, iframe, object, embed, form';

/**
 * The page's policy forbids styles that are written, and a browser complains while it reads them; those that are set as
 * properties it allows. So they are read under another name.
 */
function withoutWrittenStyles(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'));
}

function block(tag: 'p' | 'div', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
