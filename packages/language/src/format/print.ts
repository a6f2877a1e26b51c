import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { cookText } from '../text/literal.ts';
import { spaceBetween } from './spacing.ts';
import { LISTED, type FormatToken } from './tokens.ts';

/** The widest line that a block in braces may make before it is broken. */
const WIDTH = 110;
const INDENT = 2;

/** Where a line may be broken inside a statement, if its author broke it there. */
const BREAK_BEFORE: ReadonlySet<string> = new Set(['=', 'or', 'and', '->', 'where', 'gives']);
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** A bracket and what belongs to it: tokens and further groups. */
interface Group {
  readonly open: FormatToken;
  readonly close: FormatToken;
  readonly content: readonly Element[];
  readonly broken: boolean;
  /** Whether its closing bracket is missing, or its brackets are part of what has errors. */
  readonly wounded: boolean;
}
type Element = FormatToken | Group;

/**
 * The text of the tokens in canonical form, with a line break at its end. Statements with errors of syntax stand in it
 * as they stand in the source.
 */
export function printTokens(tokens: readonly FormatToken[], source: string): string {
  if (tokens.length === 0) return '';
  const [content] = group(tokens, 0);
  const printer = new Printer(source);
  printer.statements(content, 0);
  return printer.result();
}

function group(tokens: readonly FormatToken[], start: number, closing?: string): [Element[], number] {
  const content: Element[] = [];
  let index = start;
  while (index < tokens.length) {
    const token = tokens[index];
    if (!token || token.text === closing) break;
    const close = token.kind === 'token' ? CLOSING[token.text] : undefined;
    if (close === undefined) {
      content.push(token);
      index++;
      continue;
    }
    const [inner, end] = group(tokens, index + 1, close);
    const last = tokens[end] ?? tokens.at(-1) ?? token;
    const wounded = token.wounded || last.wounded || last.text !== close;
    content.push({
      open: token,
      close: last,
      content: inner,
      broken: mustBreak(token, inner, last),
      wounded,
    });
    index = end + 1;
  }
  return [content, index];
}

function isGroup(element: Element): element is Group {
  return 'open' in element;
}

function mustBreak(open: FormatToken, content: readonly Element[], close: FormatToken): boolean {
  const first = content[0];
  if (first === undefined) return false;
  if (content.some((element) => (isGroup(element) ? element.broken : element.kind !== 'token'))) return true;
  if (content.some(isWounded)) return true;
  if (open.text !== '{') return head(first).breaksBefore > 0;
  const breaks = [...content.map(head), close].some(({ breaksBefore }) => breaksBefore > 0);
  return breaks || holdsSeveral(content) || inline(content).length + 4 > WIDTH;
}

/** Whether the block has more statements than one line should show. */
function holdsSeveral(content: readonly Element[]): boolean {
  const statements = content.filter((element) => head(element).statement !== undefined);
  return (
    statements.length > 1 && !statements.every((element) => LISTED.has(head(element).statement?.$type ?? ''))
  );
}

/** Whether the element has errors that the block in it, if it has one, can't be told apart from. */
function isWounded(element: Element): boolean {
  if (!isGroup(element) || element.wounded) return element.wounded;
  return element.open.text !== '{' && element.content.some(isWounded);
}

function head(element: Element): FormatToken {
  return isGroup(element) ? element.open : element;
}

function tail(element: Element): FormatToken {
  return isGroup(element) ? element.close : element;
}

/** The elements in one line. */
function inline(content: readonly Element[]): string {
  let text = '';
  let before: FormatToken | undefined;
  for (const element of content) {
    const comma = before && needsComma(head(element)) ? ',' : '';
    const space = before && (comma !== '' || spaceBetween(before, head(element))) ? ' ' : '';
    text += comma + space + (isGroup(element) ? inlineGroup(element) : element.text);
    before = tail(element);
  }
  return text;
}

function inlineGroup({ open, close, content }: Group): string {
  if (open.text !== '{') return open.text + inline(content) + close.text;
  return content.length === 0 ? '{ }' : `{ ${inline(content)} }`;
}

/** Fields and settings are parted by commas where they share a line. */
function needsComma({ statement }: FormatToken): boolean {
  return (ast.isField(statement) || ast.isSettingValue(statement)) && statement.$containerIndex !== 0;
}

class Printer {
  private readonly source: string;
  private readonly lines: string[] = [];
  private line = '';
  private before: FormatToken | undefined;
  /** 1 in the lines of a statement that follow its first, which are indented once more. */
  private continuation = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Prints a block's statements, each on lines of its own. */
  statements(content: readonly Element[], level: number): void {
    let previous: Chunk | undefined;
    for (const chunk of chunks(content)) {
      const first = chunk.elements[0];
      const apart = first !== undefined && head(first).breaksBefore > 1;
      if (previous && (apart || belongApart(previous, chunk))) this.blankLine();
      if (chunk.elements.some(isWounded)) {
        this.asItIs(chunk.elements, level);
        previous = chunk;
        continue;
      }
      for (const element of chunk.elements) {
        const token = head(element);
        const opens = this.line === '' || element === chunk.body || (isComment(token) && !isTrailing(token));
        if (opens && element !== first && token.breaksBefore > 1) this.blankLine();
        if (opens) this.begin(level);
        this.append(element, level);
      }
      this.finish();
      previous = chunk;
    }
  }

  /** A statement with errors of syntax, byte for byte; what else stood in its lines has lines of its own. */
  private asItIs(elements: readonly Element[], level: number): void {
    this.finish();
    const [first, last] = [elements[0], elements.at(-1)];
    if (!first || !last) return;
    const { offset } = head(first);
    const start = this.source.lastIndexOf('\n', offset - 1) + 1;
    const indentation = this.source.slice(start, offset);
    const isFirst = indentation.trim() === '';
    this.lines.push(
      (isFirst ? indentation : ' '.repeat(level * INDENT)) + this.source.slice(offset, tail(last).end),
    );
  }

  result(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private blankLine(): void {
    this.finish();
    if (this.lines.at(-1) !== '') this.lines.push('');
  }

  private begin(level: number): void {
    this.finish();
    this.line = ' '.repeat(level * INDENT);
    this.continuation = 0;
  }

  private finish(): void {
    if (this.line.trim() !== '') this.lines.push(this.line.trimEnd());
    this.line = '';
    this.before = undefined;
  }

  private append(element: Element, level: number): void {
    const token = head(element);
    if (this.continues(token)) {
      this.finish();
      this.line = ' '.repeat((level + 1) * INDENT);
      this.continuation = 1;
    }
    if (this.before && (token.kind !== 'token' || spaceBetween(this.before, token))) this.line += ' ';
    if (isGroup(element)) this.appendGroup(element, level);
    else this.appendToken(element, level);
    this.before = tail(element);
  }

  /** Whether the statement goes on in a new line: where its author broke it, or after a comment that ends the line. */
  private continues(token: FormatToken): boolean {
    if (!this.before || this.line.trim() === '') return false;
    if (this.before.kind === 'lineComment') return true;
    const allowed = BREAK_BEFORE.has(token.text) || this.before.text === ',';
    return token.breaksBefore > 0 && allowed && token.kind === 'token';
  }

  private appendGroup(group: Group, level: number): void {
    const { open, close, content, broken } = group;
    if (!broken) {
      this.line += inlineGroup(group);
      return;
    }
    const { continuation } = this;
    const base = level + continuation;
    this.line += open.text;
    this.finish();
    if (open.text === '{') this.statements(content, base + 1);
    else this.items(content, base + 1);
    this.line = ' '.repeat(base * INDENT) + close.text;
    this.continuation = continuation;
  }

  /** Arguments and list items, one a line. */
  private items(content: readonly Element[], level: number): void {
    this.begin(level);
    for (const element of content) {
      const token = head(element);
      if (this.before?.text === ',' && !isTrailing(token)) this.begin(level);
      this.append(element, level);
    }
    this.finish();
  }

  private appendToken(token: FormatToken, level: number): void {
    if (token.kind === 'textBlock') this.appendTextBlock(token.text, level);
    else if (token.kind === 'blockComment') this.appendComment(token.text);
    else this.line += token.text;
  }

  private appendTextBlock(text: string, level: number): void {
    if (!text.includes('\n')) {
      this.line += text;
      return;
    }
    const indentation = ' '.repeat((level + 1) * INDENT);
    this.lines.push(`${this.line}"""`);
    for (const line of cookText(text).split('\n')) this.lines.push(line === '' ? '' : indentation + line);
    this.line = `${' '.repeat(level * INDENT)}"""`;
  }

  private appendComment(text: string): void {
    const margin = ' '.repeat(this.line.length - this.line.trimStart().length);
    const [first = '', ...rest] = text.split(/\r?\n/);
    this.line += first;
    for (const line of rest) {
      this.lines.push(this.line.trimEnd());
      // Lines that begin with a star line up below the first one's.
      this.line = /^\s*\*/.test(line) ? `${margin} ${line.trimStart()}` : line.trimEnd();
    }
  }
}

function isComment(token: FormatToken): boolean {
  return token.kind === 'lineComment' || token.kind === 'blockComment';
}

/** A comment behind something, on the same line. */
function isTrailing(token: FormatToken): boolean {
  return isComment(token) && token.breaksBefore === 0;
}

/** A statement with the comments above it, or comments at the end of a block. */
interface Chunk {
  readonly elements: readonly Element[];
  readonly statement?: AstNode;
  /** Where the statement itself begins, below its comments. */
  readonly body?: Element;
}

function chunks(content: readonly Element[]): Chunk[] {
  const result: { elements: Element[]; statement?: AstNode; body?: Element }[] = [];
  for (const element of content) {
    const token = head(element);
    const current = result.at(-1);
    const ownLine =
      token.statement !== undefined ||
      (isComment(token) && !isTrailing(token)) ||
      (token.wounded && token.breaksBefore > 0);
    const startsChunk = current === undefined || (ownLine && current.body !== undefined);
    const chunk = startsChunk ? { elements: [] } : current;
    if (startsChunk) result.push(chunk);
    chunk.elements.push(element);
    if (token.statement) Object.assign(chunk, { statement: token.statement, body: element });
    else if (!isComment(token) && !('body' in chunk)) Object.assign(chunk, { body: element });
  }
  return result;
}

/** Declarations of several lines stand apart, and imports from what follows them. */
function belongApart(previous: Chunk, next: Chunk): boolean {
  if (!next.statement || !ast.isFile(next.statement.$container)) return false;
  if (ast.isImport(previous.statement)) return !ast.isImport(next.statement);
  return [previous, next].some(({ elements }) => elements.length > 1 && elements.some(spansLines));
}

function spansLines(element: Element): boolean {
  return isGroup(element)
    ? element.broken
    : element.kind === 'blockComment'
      ? element.text.includes('\n')
      : false;
}
