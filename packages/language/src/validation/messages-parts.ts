import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { insert, replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { fileUri } from '../references/imports.ts';
import type { JourneyServices } from '../services.ts';
import { fixedText } from '@journey/model';
import { countCharacters, estimateText } from '../text/estimate.ts';
import type { WrittenText } from '../text/message-texts.ts';
import { languageOfScript, mainScript } from '../text/scripts.ts';
import { partName, placeOf, rangeOf, type MessageCheck, type MessageView } from './messages-view.ts';
import { say } from '../locale/speech.ts';

/** What a channel has no place for. */
const NOT_SHOWN: Readonly<Record<string, { label: string; parts: readonly ast.MessagePart['$type'][] }>> = {
  sms: {
    label: 'SMS',
    parts: [
      'TemplatePart',
      'SubjectPart',
      'PreviewPart',
      'TitlePart',
      'HeaderPart',
      'FooterPart',
      'ButtonPart',
      'LinkPart',
    ],
  },
  whatsapp: { label: 'WhatsApp', parts: ['SubjectPart', 'PreviewPart', 'TitlePart', 'LinkPart'] },
  email: { label: 'E-mail', parts: ['TitlePart', 'HeaderPart', 'FooterPart', 'ButtonPart', 'LinkPart'] },
  push: { label: 'A push message', parts: ['TemplatePart', 'SubjectPart', 'PreviewPart', 'FooterPart'] },
  chat: {
    label: 'A chat',
    parts: ['TemplatePart', 'SubjectPart', 'PreviewPart', 'TitlePart', 'FooterPart', 'LinkPart'],
  },
};

/** Parts that a message has once. */
const SINGLE: readonly ast.MessagePart['$type'][] = [
  'TemplatePart',
  'Languages',
  'HeaderPart',
  'FooterPart',
  'LinkPart',
  'Winner',
];

/** Each part is shown by the channel, and stands there once. */
export const checkParts: MessageCheck = (message, accept) => {
  const hidden = NOT_SHOWN[message.channel ?? ''];
  const seen = new Set<string>();
  for (const part of message.parts) {
    const name = partName(part);
    if (hidden?.parts.includes(part.$type)) {
      const fixes = [...asHeadline(part, hidden.parts), message.removal(say`Remove the ${name}`, part)];
      report(accept, 'part-not-shown', { part: name, channel: hidden.label }, { node: part, fixes });
    } else if (SINGLE.includes(part.$type) && seen.has(part.$type)) {
      const fixes = [message.removal(say`Remove this ${name}`, part)];
      report(accept, 'part-twice', { part: name }, { node: part, fixes });
    }
    seen.add(part.$type);
  }
};

/** A push message's title is what an e-mail's subject is. */
function asHeadline(part: ast.MessagePart, hidden: readonly ast.MessagePart['$type'][]): Fix[] {
  const isHeadline = ast.isSubjectPart(part) || ast.isTitlePart(part);
  const [word, other] = ast.isSubjectPart(part)
    ? (['subject', 'title'] as const)
    : (['title', 'subject'] as const);
  if (!isHeadline || hidden.includes(word === 'subject' ? 'TitlePart' : 'SubjectPart')) return [];
  const { start } = rangeOf(part);
  const end = { line: start.line, character: start.character + word.length };
  return [replace(say`Write ${other}`, { start, end }, other, true)];
}

/** An e-mail has a subject that is read and not filtered. */
export const checkSubject: MessageCheck = (message, accept) => {
  if (message.channel !== 'email') return;
  const [body] = message.bodies;
  if (message.subjects.length === 0 && body && message.node.name) reportNoSubject(message, body, accept);
  for (const written of message.subjects) {
    const characters = countCharacters(estimateText(written.pieces));
    if (characters > LONG_SUBJECT) report(accept, 'long-subject', { characters }, placeOf(written));
    if (isLoud(fixedText(written.pieces))) {
      report(accept, 'loud-subject', {}, { ...placeOf(written), fixes: calmer(message, written) });
    }
  }
};

const LONG_SUBJECT = 60;

function reportNoSubject(message: MessageView, body: WrittenText, accept: ValidationAcceptor): void {
  const { name, label = name } = message.node;
  const { start } = rangeOf(body.node);
  const line = message.document.getText({ start: { line: start.line, character: 0 }, end: start });
  const separator = line.trim() === '' ? `\n${line}` : ' ';
  const subject = `subject "${label.replace(/["\\]/g, '')}"`;
  const fixes = [insert(say`Add ${subject}`, start, `${subject}${separator}`)];
  report(accept, 'mail-without-subject', { message: name }, { node: message.node, property: 'name', fixes });
}

function isLoud(text: string): boolean {
  const letters = Array.from(text).filter((letter) => letter.toLowerCase() !== letter.toUpperCase());
  const isCapital = letters.length >= 8 && letters.every((letter) => letter === letter.toUpperCase());
  return isCapital || text.includes('!!') || text.split('!').length > 3;
}

function calmer(message: MessageView, written: WrittenText): Fix[] {
  const raw = message.raw(written);
  const edits = [...raw.text.matchAll(/!{2,}/g)].map(({ index, 0: row }) => ({
    range: raw.range(index, row.length),
    newText: '!',
  }));
  return edits.length === 0 ? [] : [{ title: say`Leave one exclamation mark of each row`, edits }];
}

/** A WhatsApp template has a name that WhatsApp knows, and a language. */
export const checkTemplate: MessageCheck = (message, accept) => {
  const { template, channel } = message;
  if (!template?.name || channel !== 'whatsapp') return;
  const { name } = template;
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    const better = templateName(name);
    const fixes = better === '' ? [] : [replace(say`Write ${better}`, rangeOf(template, 'name'), better)];
    report(accept, 'template-name', { name }, { node: template, property: 'name', fixes });
  }
  const texts = message.bodies.map(({ node }) => ('language' in node ? node.language : undefined));
  if (template.language !== undefined || texts.some((language) => language !== undefined)) return;
  const script = mainScript(message.bodies.map(({ pieces }) => fixedText(pieces)).join(' '));
  const language = script && languageOfScript(script);
  // Latin letters say little: English is only the first guess.
  const isSure = script === 'Hebr' || script === 'Arab';
  const at = rangeOf(template, 'name').end;
  const fixes = language ? [insert(say`Add language ${language}`, at, ` language ${language}`, isSure)] : [];
  report(accept, 'template-language-missing', { name }, { node: template, fixes });
};

function templateName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 512);
}

/** What WhatsApp shows in a header, by the ends of file names. */
export const HEADER_FILES: Readonly<Record<string, { readonly ends: RegExp; readonly known: string }>> = {
  image: { ends: /\.(jpe?g|png)$/i, known: 'JPEG and PNG' },
  video: { ends: /\.(mp4|3gpp?)$/i, known: 'MP4 and 3GPP' },
  document: { ends: /\.pdf$/i, known: 'PDF' },
};

/** The file of a header is there, and of a kind that WhatsApp shows. */
export function checkHeader(services: JourneyServices): MessageCheck {
  const files = services.shared.workspace.FileSystemProvider;
  return (message, accept) => {
    if (message.channel !== 'whatsapp') return;
    const document = AstUtils.getDocument(message.node);
    for (const header of message.parts.filter(ast.isHeaderPart)) {
      const { kind, file } = header;
      if (kind === undefined || file === undefined) continue;
      const isAddress = /^https?:/i.test(file);
      // A host without files, such as a browser, knows not even the journey itself.
      const isMissing =
        !isAddress && files.existsSync(document.uri) && !files.existsSync(fileUri(document, file));
      const place = { node: header, property: 'file' } as const;
      if (isMissing) report(accept, 'header-file-missing', { path: file }, place);
      const rule = HEADER_FILES[kind];
      const path = isAddress ? pathOf(file) : file;
      const isDocument = kind === 'document' && message.template === undefined;
      if (!rule || isDocument || !/\.\w{2,5}$/.test(path) || rule.ends.test(path)) continue;
      report(accept, 'header-file-kind', { path: file, kind, known: rule.known }, place);
    }
  };
}

function pathOf(address: string): string {
  return /^https?:\/\/[^/]+\/([^?#]*)/i.exec(address)?.[1] ?? '';
}
