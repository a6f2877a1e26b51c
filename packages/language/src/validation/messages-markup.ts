import type { ValidationAcceptor } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { report } from '../diagnostics/registry.ts';
import { fixedText, isMarkup } from '@journey/model';
import { visibleText, withoutComments } from '../text/markup.ts';
import type { WrittenText } from '../text/message-texts.ts';
import { placeOf, type MessageCheck, type MessageView, type RawText } from './messages-view.ts';
import { say } from '../locale/speech.ts';

/** Every text says something. */
export const checkEmpty: MessageCheck = (message, accept) => {
  for (const written of message.texts) {
    const { pieces, file, missingFile } = written;
    const isEmpty = missingFile === undefined && visibleText(estimate(pieces)).trim() === '';
    // A mail may be one picture.
    if (isEmpty && !/<(img|mj-image)\b/i.test(fixedText(pieces)))
      report(accept, 'empty-text', { file }, placeOf(written));
  }
};

// Whatever a variable shows, it is something.
function estimate(pieces: WrittenText['pieces']): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.value : 'n')).join('');
}

/** What mail programs drop, and what to do instead. */
const STRIPPED: readonly { readonly pattern: RegExp; readonly tag: string; readonly advice: string }[] = [
  {
    // Data for search engines and mail programs is read, not run.
    pattern: /<script\b(?![^<>]*ld\+json)[^<>]*>/i,
    tag: 'script',
    advice: 'link to a page that does what it should',
  },
  { pattern: /<form\b[^<>]*>/i, tag: 'form', advice: 'link to a page with the form' },
  { pattern: /<iframe\b[^<>]*>/i, tag: 'frame', advice: 'show a picture that links to the page' },
  {
    pattern: /<link\b[^<>]*rel\s*=\s*\\?["']?stylesheet[^<>]*>/i,
    tag: 'style sheet',
    advice: 'put its rules into the tags or into a <style> of the mail',
  },
];

/** The HTML of an e-mail works in mail programs. */
export const checkMail: MessageCheck = (message, accept) => {
  if (message.channel !== 'email') return;
  for (const written of message.bodies) {
    const raw = message.raw(written);
    const html = withoutComments(raw.text);
    if (!isMarkup(html)) continue;
    for (const { pattern, tag, advice } of STRIPPED) {
      const match = pattern.exec(html);
      if (!match) continue;
      const range = raw.range(match.index, match[0].length);
      report(accept, 'stripped-markup', { tag, advice, file: written.file }, { node: written.node, range });
    }
    checkAddresses(written, raw, html, accept);
    checkDirection(written, html, accept);
  }
};

const ADDRESS = /<(?:a|img|mj-image|mj-button)\b[^<>]*?\b(src|href)\s*=\s*\\?["']([^"'\\]*)/gi;
const WHOLE = /^([a-z][a-z0-9+.-]*:|#.|\/\/|[{<%*[])/i;

function checkAddresses(written: WrittenText, raw: RawText, html: string, accept: ValidationAcceptor): void {
  const { node, file } = written;
  for (const match of html.matchAll(ADDRESS)) {
    const address = match[2]?.trim() ?? '';
    if (WHOLE.test(address)) continue;
    const range = raw.range(match.index, match[0].length);
    if (address === '' || address === '#') {
      if (match[1]?.toLowerCase() === 'href') report(accept, 'dead-link', { file }, { node, range });
    } else report(accept, 'relative-address', { address, file }, { node, range });
  }
}

/** What a mail's beginning says of its direction, the rest says too. */
const BEGINNING = 20_000;
const RIGHT_TO_LEFT = /\bdir\s*=\s*\\?["']?rtl|direction\s*:\s*rtl/i;

function checkDirection(written: WrittenText, html: string, accept: ValidationAcceptor): void {
  if (RIGHT_TO_LEFT.test(html)) return;
  const text = visibleText(html.slice(0, BEGINNING)).replace(/\bhttps?:\/\/\S+|\{\{[^{}]*\}\}/g, ' ');
  const rightToLeft = text.match(/[\p{Script=Hebrew}\p{Script=Arabic}]/gu)?.length ?? 0;
  const leftToRight = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0;
  if (rightToLeft > leftToRight)
    report(accept, 'direction-missing', { file: written.file }, placeOf(written));
}

const PLAIN: Readonly<Record<string, string>> = { whatsapp: 'WhatsApp', sms: 'SMS' };
const HTML_TAG =
  /<\/?(a|b|strong|i|em|u|s|p|br|div|span|ul|ol|li|h[1-6]|img|table|tr|td|font|center|html|body)\b[^<>]*>/gi;
/** What WhatsApp writes for a tag. */
const SIGNS: Readonly<Record<string, string>> = { b: '*', strong: '*', i: '_', em: '_', s: '~' };

/** WhatsApp and SMS show tags as they are. */
export const checkPlainText: MessageCheck = (message, accept) => {
  const channel = PLAIN[message.channel ?? ''];
  if (channel === undefined) return;
  for (const written of message.texts) {
    if (ast.isSubjectPart(written.node)) continue;
    const raw = message.raw(written);
    const tags = [...raw.text.matchAll(HTML_TAG)];
    const [first] = tags;
    if (!first) continue;
    const range = raw.range(first.index, first[0].length);
    const edits = tags.map((tag) => withoutTag(tag, raw, message));
    const fixes = raw.isOwn ? [{ title: say`Take the tags out`, edits }] : [];
    report(accept, 'markup-in-plain-text', { tag: first[0], channel }, { node: written.node, range, fixes });
  }
};

function withoutTag(tag: RegExpExecArray, raw: RawText, message: MessageView): TextEdit {
  const sign = message.channel === 'whatsapp' ? SIGNS[tag[1]?.toLowerCase() ?? ''] : undefined;
  return { range: raw.range(tag.index, tag[0].length), newText: sign ?? '' };
}
