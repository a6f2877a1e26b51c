import type { IToken } from 'chevrotain';
import type { Stumble } from './stumble.ts';

/** What is declared with a name, with its article. */
export const KINDS: Readonly<Record<string, string>> = {
  stage: 'a stage',
  touchpoint: 'a touchpoint',
  automation: 'an automation',
  kpi: 'a KPI',
  journey: 'a journey',
  persona: 'a persona',
  segment: 'a segment',
  message: 'a message',
  system: 'a system',
  connector: 'a connector',
  policy: 'a policy',
  model: 'a stage model',
  channel: 'a channel',
  department: 'a department',
  environment: 'an environment',
};

export const TEXTS: ReadonlySet<string> = new Set(['STRING', 'TEXT_BLOCK']);
export const BRACES: ReadonlySet<string> = new Set(['{', '}']);
export const WORD = /^[\p{L}_]/u;

export function isText(token: IToken | undefined): boolean {
  return token !== undefined && TEXTS.has(token.tokenType.name);
}

export function isWord(token: IToken | undefined): boolean {
  return token !== undefined && WORD.test(token.image);
}

/** The tokens from there to the end of the line, or to the first that is not wanted. */
export function rest({ tokens, index }: Stumble, wanted: (token: IToken) => boolean): IToken[] {
  const first = tokens[index];
  const found: IToken[] = [];
  for (const token of tokens.slice(index)) {
    if (token.startLine !== first?.startLine || BRACES.has(token.image) || !wanted(token)) break;
    found.push(token);
  }
  return found;
}
