import type { ValidationAcceptor } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import type { DiagnosticName } from '../diagnostics/registry.ts';
import { report } from '../diagnostics/registry.ts';
import { countCharacters, estimateText } from '../text/estimate.ts';
import { fixedText, foreignSigns, PLAIN_SIGNS, smsLength } from '@journey/model';
import type { WrittenText } from '../text/message-texts.ts';
import { partName, placeOf, rangeOf, type MessageCheck, type MessageView } from './messages-view.ts';
import { say } from '../locale/speech.ts';

/** Four SMS and more are more than a text message should be. */
const MOST_PARTS = 3;
/** A longer text costs too much for other reasons than its signs. */
const LONGEST = 2_000;

/** Each part must fit into what its connector says that it takes. */
export const checkLengths: MessageCheck = (message, accept) => {
  for (const written of message.texts) {
    const limit = limitOf(message, limitNames(written.node, message));
    if (limit === undefined) continue;
    const fixed = countCharacters(fixedText(written.pieces));
    const estimated = countCharacters(estimateText(written.pieces));
    const finding = overLimit(fixed, estimated, limit);
    if (!finding) continue;
    const parameters = { part: partName(written.node), system: systemName(message), limit };
    const characters = finding === 'text-over-limit' ? fixed : estimated;
    report(accept, finding, { ...parameters, characters }, placeOf(written));
  }
  for (const button of message.buttons) {
    const names = message.template || button.kind === 'call' ? ['button'] : ['reply', 'button'];
    const limit = limitOf(message, names);
    const characters = countCharacters(button.label);
    if (limit === undefined || characters <= limit) continue;
    const parameters = { part: "button's label", system: systemName(message), limit, characters };
    report(accept, 'text-over-limit', parameters, { node: button, property: 'label' });
  }
};

function overLimit(
  fixed: number,
  estimated: number,
  limit: number,
): Extract<DiagnosticName, 'text-over-limit' | 'text-near-limit'> | undefined {
  if (fixed > limit) return 'text-over-limit';
  return estimated > limit ? 'text-near-limit' : undefined;
}

function systemName({ connector }: MessageView): string {
  return connector?.label ?? connector?.name ?? '';
}

/** The names under which a connector may limit the part, the closest first. */
function limitNames(part: ast.MessagePart, { template, parts, buttons }: MessageView): readonly string[] {
  if (ast.isSubjectPart(part)) return ['subject'];
  if (ast.isPreviewPart(part)) return ['preview'];
  if (ast.isTitlePart(part)) return ['title', 'subject'];
  if (ast.isHeaderPart(part)) return ['header'];
  if (ast.isFooterPart(part)) return ['footer'];
  const isAlone = !template && buttons.length === 0 && !parts.some(isFrame);
  return isAlone ? ['text', 'body'] : ['body', 'text'];
}

function isFrame(part: ast.MessagePart): boolean {
  return ast.isHeaderPart(part) || ast.isFooterPart(part);
}

function limitOf({ connector }: MessageView, names: readonly string[]): number | undefined {
  const limits = connector?.members.filter(ast.isLimit) ?? [];
  const [closest] = names.flatMap((name) => limits.find(({ part }) => part === name) ?? []);
  return closest?.amount;
}

/** How many SMS a text message takes, and whether a plainer sign would save one. */
export const checkSms: MessageCheck = (message, accept) => {
  if (message.channel !== 'sms') return;
  for (const written of message.bodies) {
    const length = smsLength(estimateText(written.pieces));
    const name = length.parts > MOST_PARTS ? 'sms-many-parts' : 'sms-parts';
    if (length.parts > 1) report(accept, name, length, placeOf(written));
    checkSigns(message, written, accept);
    checkShorteners(message, written, accept);
  }
};

function checkSigns(message: MessageView, written: WrittenText, accept: ValidationAcceptor): void {
  const text = estimateText(written.pieces);
  if (text.length > LONGEST) return;
  const foreign = foreignSigns(text);
  if (foreign.some((sign) => PLAIN_SIGNS[sign] === undefined)) return;
  const { parts } = smsLength(text);
  const plainParts = smsLength(plain(text)).parts;
  if (plainParts >= parts) return;
  const raw = message.raw(written);
  const edits: TextEdit[] = Array.from(raw.text).flatMap((sign, index) => {
    const newText = PLAIN_SIGNS[sign];
    if (newText === undefined) return [];
    return [{ range: raw.range(index, 1), newText: newText === '"' ? raw.quote : newText }];
  });
  const characters = foreign.map((sign) => (sign === '\u00A0' ? 'a blank that does not break' : sign));
  report(
    accept,
    'sms-costly-characters',
    { characters: characters.join(' '), parts, plainParts },
    { ...placeOf(written), fixes: raw.isOwn ? [{ title: say`Write plainer signs`, edits }] : [] },
  );
}

function plain(text: string): string {
  return Array.from(text)
    .map((sign) => PLAIN_SIGNS[sign] ?? sign)
    .join('');
}

const SHORTENER = /(?<![\w.-])(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy)(?=\/)/i;

function checkShorteners(message: MessageView, written: WrittenText, accept: ValidationAcceptor): void {
  const raw = message.raw(written);
  const match = SHORTENER.exec(raw.text);
  if (!match) return;
  const range = raw.range(match.index, match[0].length);
  report(accept, 'link-shortener', { host: match[0] }, { node: written.node, range });
}

/** WhatsApp's footers are the same for everybody. */
export const checkFooter: MessageCheck = (message, accept) => {
  if (message.channel !== 'whatsapp') return;
  for (const written of message.texts.filter(({ node }) => ast.isFooterPart(node))) {
    const variable = written.pieces.find((piece) => piece.kind === 'variable');
    if (!variable) continue;
    const range = written.rangeOf(variable) ?? rangeOf(written.node, 'text');
    const parameters = { variable: variable.path.join('.') };
    report(accept, 'footer-variable', parameters, { node: written.node, range });
  }
};
