import type { AstNode, ValidationAcceptor } from 'langium';
import * as ast from '../generated/ast.ts';
import { insert, replace, type Fix } from '../diagnostics/fix.ts';
import { report } from '../diagnostics/registry.ts';
import { fixedText } from '@journey/model';
import { visibleText } from '../text/markup.ts';
import type { WrittenText } from '../text/message-texts.ts';
import {
  canonicalLanguage,
  foreignScript,
  languageNamed,
  languageOfScript,
  mainScript,
  scriptName,
} from '../text/scripts.ts';
import { languageOf, partName, rangeOf, type MessageCheck, type MessageView } from './messages-view.ts';
import { say } from '../locale/speech.ts';

/** A text for each language, once. */
export const checkTexts: MessageCheck = (message, accept) => {
  for (const texts of [message.subjects, message.previews, message.bodies])
    checkTwice(message, texts, accept);
  checkListed(message, accept);
  checkFallback(message, accept);
  checkHeadlines(message, accept);
};

/** Where several languages are written, one is for everybody else: that of a text for all, or the fallback. */
function checkFallback(message: MessageView, accept: ValidationAcceptor): void {
  const list = message.parts.find(ast.isLanguages);
  const written = message.bodies.map(languageOf);
  const languages = [...new Set(list?.languages ?? written.filter((each) => each !== undefined))];
  const [first, second] = languages;
  if (
    first === undefined ||
    second === undefined ||
    list?.fallback !== undefined ||
    written.includes(undefined)
  )
    return;
  const [body] = message.bodies;
  if (!body) return;
  const node = list ?? body.node;
  const range = list ? rangeOf(list) : rangeOf(node, 'language');
  const title = say`Fall back on ${first}`;
  const fix = list
    ? insert(title, rangeOf(list).end, ` fallback ${first}`)
    : languagesBefore(body.node, `languages ${languages.join(', ')} fallback ${first}`, title);
  report(accept, 'no-fallback', { languages: languages.join(', '), first }, { node, range, fixes: [fix] });
}

/** Puts a line of its own before the part. */
function languagesBefore(part: AstNode, line: string, title: string): Fix {
  const { start } = rangeOf(part);
  return insert(title, start, `${line}\n${' '.repeat(start.character)}`);
}

function checkTwice(message: MessageView, texts: readonly WrittenText[], accept: ValidationAcceptor): void {
  const first = new Map<string | undefined, WrittenText>();
  for (const written of texts) {
    const language = languageOf(written);
    const other = first.get(language);
    if (!other) {
      first.set(language, written);
      continue;
    }
    const part = partName(written.node);
    const fixes = [
      ...(language === undefined ? namedLanguages(other, written) : []),
      message.removal(say`Remove this ${part}`, written.node),
    ];
    report(accept, 'text-twice', { part, language }, { node: written.node, fixes });
  }
}

/** Two texts in different letters are surely in two languages. */
function namedLanguages(one: WrittenText, other: WrittenText): Fix[] {
  const [first, second] = [one, other].map(({ pieces }) => mainScript(fixedText(pieces)));
  if (!first || !second || first === second) return [];
  const languages = [languageOfScript(first), languageOfScript(second)];
  const edits = [one, other].map(({ node }, index) => {
    const { start } = rangeOf(node);
    const at = { line: start.line, character: start.character + keywordOf(node).length };
    return { range: { start: at, end: at }, newText: ` ${languages[index] ?? ''}` };
  });
  return [{ title: say`Say their languages: ${languages.join(say` and `)}`, edits, preferred: false }];
}

function keywordOf({ $type }: WrittenText['node']): string {
  if ($type === 'SubjectPart') return 'subject';
  if ($type === 'PreviewPart') return 'preview';
  return $type === 'BodyPart' ? 'body' : 'text';
}

/** What the list of languages says, and the texts that there are. */
function checkListed(message: MessageView, accept: ValidationAcceptor): void {
  const list = message.parts.find(ast.isLanguages);
  if (!list || list.languages.length === 0) return;
  const { languages, fallback } = list;
  const written = message.bodies.map(languageOf);
  const isForAll = written.includes(undefined);
  languages.forEach((language, index) => {
    if (isForAll || written.length === 0 || written.includes(language)) return;
    const others = languages.filter((each) => each !== language);
    const fixes = others.length === 0 ? [] : [listOf(list, others, say`Take ${language} off the list`)];
    report(
      accept,
      'language-without-text',
      { language },
      { node: list, property: 'languages', index, fixes },
    );
  });
  if (fallback !== undefined && !languages.includes(fallback)) {
    const [first = fallback] = languages;
    const add = listOf(list, [...languages, fallback], say`Add ${fallback} to the list`);
    const change = replace(say`Fall back on ${first}`, rangeOf(list, 'fallback'), first);
    const fixes = written.includes(fallback) ? [add, change] : [change];
    report(
      accept,
      'fallback-not-listed',
      { language: fallback },
      { node: list, property: 'fallback', fixes },
    );
  }
  for (const text of message.written) {
    const language = languageOf(text);
    if (language === undefined || languages.includes(language) || language === fallback) continue;
    const fixes = [listOf(list, [...languages, language], say`Add ${language} to the list`)];
    report(
      accept,
      'language-not-listed',
      { language },
      { node: text.node, range: rangeOf(text.node, 'language'), fixes },
    );
  }
}

function listOf(list: ast.Languages, languages: readonly string[], title: string): Fix {
  const { start } = rangeOf(list, 'languages', 0);
  const { end } = rangeOf(list, 'languages', list.languages.length - 1);
  return replace(title, { start, end }, languages.join(', '));
}

/** Where some subjects or previews name their language, each text's language has one. */
function checkHeadlines(message: MessageView, accept: ValidationAcceptor): void {
  if (message.channel !== 'email') return;
  const { subjects, previews } = message;
  for (const [part, headlines] of [['subject', subjects] as const, ['preview', previews] as const]) {
    const languages = headlines.map(languageOf);
    if (languages.length === 0 || languages.includes(undefined)) continue;
    for (const body of message.bodies) {
      const language = languageOf(body);
      if (language === undefined || languages.includes(language)) continue;
      const { node } = body;
      const place = { node, range: rangeOf(node, 'language') };
      report(accept, 'subject-language-missing', { part, language }, place);
    }
  }
}

interface NamedLanguage {
  readonly node: AstNode;
  readonly property: string;
  readonly index?: number;
  readonly language: string;
}

/** Wherever a message names a language. */
function languagesIn({ parts }: MessageView): NamedLanguage[] {
  return parts.flatMap((part): NamedLanguage[] => {
    if (ast.isLanguages(part)) {
      const listed = part.languages.map((language, index) => ({
        node: part,
        property: 'languages',
        index,
        language,
      }));
      const { fallback } = part;
      return fallback === undefined
        ? listed
        : [...listed, { node: part, property: 'fallback', language: fallback }];
    }
    const language = 'language' in part ? part.language : undefined;
    return language === undefined ? [] : [{ node: part, property: 'language', language }];
  });
}

/** The codes of languages are such, and the texts are in the letters of their language. */
export const checkLanguages: MessageCheck = (message, accept) => {
  for (const { node, property, index, language } of languagesIn(message)) {
    const canonical = canonicalLanguage(language);
    if (canonical === language) continue;
    const suggestion = canonical ?? languageNamed(language);
    const range = rangeOf(node, property, index);
    const fixes =
      suggestion === undefined ? [] : [replace(say`Write ${suggestion}`, range, suggestion, true)];
    report(accept, 'unknown-language', { language, suggestion }, { node, range, fixes });
  }
  for (const written of message.written) checkScript(message, written, accept);
};

function checkScript(message: MessageView, written: WrittenText, accept: ValidationAcceptor): void {
  const own = languageOf(written);
  const owner = own === undefined ? message.template : written.node;
  const language = own ?? message.template?.language;
  if (!owner || language === undefined) return;
  const script = foreignScript(visibleText(fixedText(written.pieces)), language);
  if (!script) return;
  const range = rangeOf(owner, 'language');
  const better = languageOfScript(script);
  const fixes = [replace(say`Write ${better}`, range, better)];
  const parameters = { language, written: scriptName(script) };
  report(accept, 'other-script', parameters, { node: owner, range, fixes });
}
