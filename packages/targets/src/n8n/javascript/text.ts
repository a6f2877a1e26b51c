import type { LocalizedText, Message, TextFilter, TextPart } from '@journey/model';
import { literal, member } from './literal.ts';
import type { Scope } from './scope.ts';

type Variable = Extract<TextPart, { kind: 'variable' }>;

/**
 * What code that composes texts begins with: the filters, in the journey's zone.
 * A value that is missing is an empty text, never `undefined`.
 */
export function textPrelude(zone: string | undefined): string {
  const options = zone === undefined ? 'Object()' : `{ zone: ${literal(zone)} }`;
  return `const moment = (value, language) => DateTime.fromISO(String(value ?? ''), ${options}).setLocale(language);
// In a text that is markup, what a customer is called is letters still, never a tag.
let isMarkup = false;
const markup = (write) => {
  isMarkup = true;
  const text = write();
  isMarkup = false;
  return text;
};
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const shown = (value) => {
  const text = value === undefined || value === null ? '' : String(value);
  return isMarkup ? text.replace(/[&<>"']/g, (letter) => entities[letter]) : text;
};
const dated = (value, language, format) => {
  const when = moment(value, language);
  return when.isValid ? when.toLocaleString(format) : '';
};
const filters = {
  date: (value, language) => dated(value, language, { day: 'numeric', month: 'long', year: 'numeric' }),
  time: (value, language) => dated(value, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  weekday: (value, language) => dated(value, language, { weekday: 'long' }),
  datetime: (value, language) =>
    dated(value, language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
};`;
}

/** JavaScript for the whole text. */
export function compileText(parts: readonly TextPart[], language: string, scope: Scope): string {
  const pieces = parts.map((part) =>
    part.kind === 'text' ? literal(part.value) : compileVariable(part, language, scope),
  );
  return pieces.length === 0 ? '""' : pieces.join(' + ');
}

/** JavaScript for the whole text where none of what texts need is at hand: in a node's parameter. */
export function compileTextHere(parts: readonly TextPart[], language: string, scope: Scope): string {
  const compiled = compileText(parts, language, scope);
  if (parts.every(({ kind }) => kind === 'text')) return compiled;
  return `(() => {
const named = (name) => ${scope.state}.vars[name];
${textPrelude(scope.zone)}
return ${compiled};
})()`;
}

/** JavaScript for each variable of the text in turn: what an approved template is given. */
export function compileParameters(parts: readonly TextPart[], language: string, scope: Scope): string[] {
  return parts.flatMap((part) => (part.kind === 'variable' ? [compileVariable(part, language, scope)] : []));
}

function compileVariable({ path, filter }: Variable, language: string, scope: Scope): string {
  const [first = '', ...fields] = path;
  const root = first === 'customer' ? `${scope.state}.customer` : `named(${literal(first)})`;
  const value = `${root}${fields.map((name) => member(name)).join('')}`;
  if (filter === undefined) return `shown(${value})`;
  if (filter.name === 'default') return `(shown(${value}) || ${literal(filter.argument ?? '')})`;
  return `filters.${formatter(filter.name)}(${value}, ${literal(language)})`;
}

function formatter(name: Exclude<TextFilter, 'default'>): string {
  return name;
}

/** The languages that a message is written in; one that it doesn't name is the journey's. */
export interface Variants {
  readonly languages: readonly string[];
  readonly fallback: string;
}

export function variantsOf(message: Message, journeyLanguage: string): Variants {
  const written =
    message.languages.length > 0 ? message.languages : [message.template?.language ?? journeyLanguage];
  return { languages: written, fallback: message.fallbackLanguage ?? written[0] ?? journeyLanguage };
}

/** The text for a language, else the one that names no language, else the first. */
export function inLanguage(texts: readonly LocalizedText[], language: string): LocalizedText | undefined {
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === undefined) ??
    texts[0]
  );
}
