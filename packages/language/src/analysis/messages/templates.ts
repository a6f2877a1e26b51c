import { contentsOf, type LocalizedText, type TextPart } from '@journey/model';
import type { Find, ModelCheck } from '../check.ts';
import { messagesBy } from './channel.ts';

type Variable = Extract<TextPart, { kind: 'variable' }>;

/** What Meta rejects templates for: variables at the edges, side by side, or several in the header. */
export const checkTemplates: ModelCheck = (model, find) => {
  const contents = messagesBy(model, 'whatsapp').flatMap(contentsOf);
  for (const { template, body, header } of contents) {
    if (!template) continue;
    for (const text of body) {
      checkEdges(text, find);
      checkNeighbours(text.parts, find);
    }
    if (header?.kind !== 'text') continue;
    const [, second] = header.parts.filter(isVariable);
    if (second) find('template-header-variables', {}, second.source);
  }
};

function checkEdges({ parts }: LocalizedText, find: Find): void {
  const shown = parts.filter((part) => isVariable(part) || part.value.trim() !== '');
  const first = shown.at(0);
  const last = shown.at(-1);
  if (first && isVariable(first))
    find('template-edge-variable', { edge: 'begins', variable: nameOf(first) }, first.source);
  if (last && isVariable(last) && last !== first)
    find('template-edge-variable', { edge: 'ends', variable: nameOf(last) }, last.source);
}

function checkNeighbours(parts: readonly TextPart[], find: Find): void {
  const shown = parts.filter((part) => isVariable(part) || part.value.trim() !== '');
  shown.forEach((part, index) => {
    const next = shown[index + 1];
    if (isVariable(part) && next && isVariable(next)) {
      find('template-adjacent-variables', { first: nameOf(part), second: nameOf(next) }, next.source);
    }
  });
}

function isVariable(part: TextPart): part is Variable {
  return part.kind === 'variable';
}

function nameOf({ path }: Variable): string {
  return path.join('.');
}
