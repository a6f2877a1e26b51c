import { fixedText, isMarkup } from '@journey/model';
import * as ast from '../generated/ast.ts';
import type { JourneyServices } from '../services.ts';
import { versionsOf } from './message-parts.ts';
import { withoutUnseen } from './markup.ts';
import type { WrittenText } from './message-texts.ts';

/** The links of a message, in all of its languages and variants. */
export interface MessageLinks {
  /** As they are written, each once; of those that differ for each customer only what is the same for all. */
  readonly links: readonly string[];
  /** Whether others can't be known here: a variable is a whole address, a file is missing, a template has the text. */
  readonly isOpen: boolean;
}

/** What customers can click in the message. */
export function clickableLinks(message: ast.Message, { texts }: JourneyServices): MessageLinks {
  const parts = new Set(versionsOf(message).flatMap((version) => version.parts));
  const written = texts
    .of(message)
    .filter(({ node }) => parts.has(node) && (ast.isBodyPart(node) || ast.isTextPart(node)));
  const values = [...parts].flatMap((part) =>
    (ast.isButtonPart(part) && part.kind === 'url') || ast.isLinkPart(part) ? [part.value] : [],
  );
  const found = [
    ...written.flatMap(linksIn),
    ...values.flatMap((value) => (ast.isTextLiteral(value) ? [value.value.trim()] : [])),
  ];
  const links = [...new Set(found)].filter((link) => isAddress(link));
  const isOpen =
    written.length === 0 ||
    written.some(({ missingFile }) => missingFile !== undefined) ||
    values.some((value) => !ast.isTextLiteral(value)) ||
    found.some((link) => link.startsWith('{{'));
  return { links, isOpen };
}

/** Whether the text begins with a scheme, and so says where it leads to. */
export function isAddress(link: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(link);
}

/** The link with its variables all alike, as two are compared. */
export function comparable(link: string): string {
  return link
    .trim()
    .replace(/\{\{[^{}]*\}\}/g, '{{}}')
    .replace(/\/$/, '');
}

const HREF = /<(?!link\b|base\b)[a-z][^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi;
const BARE = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/gi;

function linksIn({ pieces }: WrittenText): string[] {
  const text = pieces
    .map((piece) => (piece.kind === 'text' ? piece.value : `{{${piece.path.join('.')}}}`))
    .join('');
  if (!isMarkup(fixedText(pieces))) return text.match(BARE) ?? [];
  return [...withoutUnseen(text).matchAll(HREF)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim(),
  );
}
