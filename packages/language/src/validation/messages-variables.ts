import type { ValidationAcceptor } from 'langium';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { insert, remove, replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { refText } from '../references/ref-of.ts';
import { withoutUnseen } from '../text/markup.ts';
import type { WrittenText } from '../text/message-texts.ts';
import type { TemplatePiece } from '../text/template.ts';
import type { JourneyServices } from '../services.ts';
import type { MessageCheck, MessageView, RawText } from './messages-view.ts';
import { say } from '../locale/speech.ts';

type Variable = Extract<TemplatePiece, { kind: 'variable' }>;

const WHOLE_VARIABLE = /\{\{[^{}]*\}\}/g;
const NAME = '[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*';
/** How far before closing braces their variable begins. */
const LONGEST_NAME = 200;
/** How much of a text a sentence quotes. */
const QUOTED = 24;

/** Braces come in pairs of pairs. */
export const checkBraces: MessageCheck = (message, accept) => {
  for (const written of message.texts) {
    const raw = message.raw(written);
    const text = withoutUnseen(raw.text).replace(WHOLE_VARIABLE, (whole) => ' '.repeat(whole.length));
    for (const { index } of text.matchAll(/\{\{/g)) reportOpen(written, raw, text, index, accept);
    for (const { index } of text.matchAll(/\}\}/g)) reportClosed(written, raw, text, index, accept);
    if (!raw.isOwn) continue;
    for (const match of text.matchAll(SINGLE)) {
      const { 0: whole, 1: name = '', index } = match;
      const range = raw.range(index, whole.length);
      const fixes = [replace(say`Write {{${name}}}`, range, `{{${name}}}`)];
      report(accept, 'single-braces', { name }, { node: written.node, range, fixes });
    }
  }
};

const FILTER = '[ \\t]*\\|[ \\t]*[a-z]+(?:[ \\t]+"[^"]*")?';
const SINGLE = new RegExp(`(?<![{$])\\{[ \\t]*(${NAME}(?:${FILTER})?)[ \\t]*\\}(?!\\})`, 'gu');
const OPEN = new RegExp(`^\\{\\{\\s*(${NAME}(?:${FILTER}(?=[ \\t]*\\}))?)?[ \\t]*(\\}?)`, 'u');
const CLOSED = new RegExp(`(\\{[ \\t]*)?(?<![\\p{L}\\p{N}_.])${NAME}[ \\t]*$`, 'u');

function reportOpen(
  written: WrittenText,
  raw: RawText,
  text: string,
  index: number,
  accept: ValidationAcceptor,
): void {
  const [whole = '{{', name, brace = ''] = OPEN.exec(text.slice(index)) ?? [];
  const at = raw.range(index + whole.trimEnd().length, 0).start;
  const missing = brace === '' ? '}}' : '}';
  const fixes = name === undefined ? [] : [insert(say`Add ${missing}`, at, missing, brace !== '')];
  const quote = text.slice(index, index + QUOTED).split(/["\n\r]/)[0] ?? '';
  report(
    accept,
    'unclosed-variable',
    { text: quote, missing: 'end', file: written.file },
    { node: written.node, range: raw.range(index, whole.length), fixes: raw.isOwn ? fixes : [] },
  );
}

function reportClosed(
  written: WrittenText,
  raw: RawText,
  text: string,
  index: number,
  accept: ValidationAcceptor,
): void {
  const from = Math.max(0, index - LONGEST_NAME);
  const match = CLOSED.exec(text.slice(from, index));
  const start = match ? from + match.index : index;
  // The brace before may be one of two: then the end is what is missing, and that is reported already.
  const hasBrace = match?.[1] !== undefined;
  if (hasBrace && text[start - 1] === '{') return;
  const missing = hasBrace ? '{' : '{{';
  const at = raw.range(start, 0).start;
  const fixes = match ? [insert(say`Add ${missing}`, at, missing, hasBrace)] : [];
  report(
    accept,
    'unclosed-variable',
    { text: text.slice(start, index + 2), missing: 'beginning', file: written.file },
    {
      node: written.node,
      range: raw.range(start, index + 2 - start),
      fixes: raw.isOwn ? fixes : [],
    },
  );
}

/** Variables say what they show. */
export const checkVariables: MessageCheck = (message, accept) => {
  for (const written of message.texts) {
    const raw = message.raw(written);
    written.pieces.forEach((piece, index) => {
      if (piece.kind !== 'variable') return;
      checkVariable(written, raw, piece, accept);
      const next = written.pieces[index + 1];
      if (next?.kind === 'variable' && !isPartOfWord(written.pieces[index - 1], message))
        reportNeighbours(written, raw, [piece, next], accept);
    });
  }
};

function checkVariable(
  written: WrittenText,
  raw: RawText,
  variable: Variable,
  accept: ValidationAcceptor,
): void {
  const { file, node } = written;
  const { path, filter, offset, length } = variable;
  const name = path.join('.');
  if (name === '') {
    const range = raw.range(offset - 2, length + 4);
    const fixes = raw.isOwn ? [remove(say`Remove the empty braces`, range)] : [];
    report(accept, 'empty-variable', { file }, { node, range, fixes });
    return;
  }
  if (filter?.name !== 'default' || filter.argument !== undefined) return;
  const range = raw.range(offset, length);
  const end = raw.range(offset + raw.text.slice(offset, offset + length).trimEnd().length, 0).start;
  const fixes: Fix[] = raw.isOwn
    ? [insert(say`Add a text for when it is missing`, end, ` ${raw.quote}…${raw.quote}`)]
    : [];
  report(accept, 'default-without-text', { name, file }, { node, range, fixes });
}

/** In an address parts may touch; and of templates another finding says more. */
function isPartOfWord(before: TemplatePiece | undefined, { template, channel }: MessageView): boolean {
  if (template && channel === 'whatsapp') return true;
  return before?.kind === 'text' && /[/=:#?&-]\S*$/.test(before.value.slice(-LONGEST_NAME));
}

function reportNeighbours(
  written: WrittenText,
  raw: RawText,
  [one, other]: readonly [Variable, Variable],
  accept: ValidationAcceptor,
): void {
  const at = raw.range(other.offset - 2, 0).start;
  const fixes = raw.isOwn ? [insert(say`Put a blank between them`, at, ' ')] : [];
  const parameters = { first: one.path.join('.'), second: other.path.join('.'), file: written.file };
  report(accept, 'variables-run-together', parameters, {
    node: written.node,
    range: raw.range(other.offset - 2, other.length + 4),
    fixes,
  });
}

/** What a message is given, it says. */
export function checkParameters(
  node: ast.Message,
  services: JourneyServices,
  accept: ValidationAcceptor,
): void {
  const texts = services.texts.of(node);
  if (texts.length === 0 || texts.some(({ missingFile }) => missingFile !== undefined)) return;
  const said = new Set([
    ...texts.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'variable' ? (piece.path[0] ?? '') : [])),
    ),
    ...AstUtils.streamAllContents(node)
      .filter(ast.isReference)
      .map(({ target }) => refText(target)),
  ]);
  for (const parameter of node.parameters) {
    const { name } = parameter;
    if (name && !said.has(name))
      report(accept, 'unused-message-parameter', { name }, { node: parameter, property: 'name' });
  }
}

/** Buttons say what they do, and do it. */
export const checkButtonTargets: MessageCheck = ({ buttons, document, channel }, accept) => {
  if (channel === 'sms' || channel === 'email') return;
  for (const button of buttons) {
    if (button.label.trim() === '')
      report(accept, 'button-without-label', {}, { node: button, property: 'label' });
    const { value } = button;
    if (!ast.isTextLiteral(value) || !value.$cstNode) continue;
    const { offset, text } = value.$cstNode;
    const address = value.value.trim();
    if (button.kind === 'call' && address.startsWith('0'))
      report(accept, 'button-phone', { phone: address }, { node: button, property: 'value' });
    if (button.kind !== 'url' || /^(https:|\{)/i.test(address)) continue;
    const at = offset + text.indexOf(address);
    const scheme = /^http:\/\//i.exec(address)?.[0] ?? '';
    const isAddress = scheme !== '' || /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address);
    const range = { start: document.positionAt(at), end: document.positionAt(at + scheme.length) };
    const fixes = isAddress ? [replace(say`Begin with https://`, range, 'https://')] : [];
    report(accept, 'button-address', { url: address }, { node: button, property: 'value', fixes });
  }
};
