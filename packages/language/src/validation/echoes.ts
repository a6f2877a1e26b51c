import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils } from 'langium';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import { partsOf } from '../build/parts.ts';
import * as ast from '../generated/ast.ts';

const STUMBLE = /^J01|^J0001/;
/** A text without quotes is also found among names, where nothing was left out. */
const UNQUOTED = 'J0110';
const OF_NAMES = /^J02/;
const OF_TYPES = /^J03/;
const OF_UNKNOWN_NAMES = /^J020[125]$/;
const UNUSED = 'J0206';
/** What reasons about a whole: about steps, messages, policies, stages, KPIs. */
const OF_MEANING = /^J0[4-9]/;

/** What stands in blocks of its own, and is judged by what it holds. */
const WHOLES: ReadonlySet<string> = new Set([
  ast.Automation.$type,
  ast.Connector.$type,
  ast.Journey.$type,
  ast.Message.$type,
  ast.Persona.$type,
  ast.Policy.$type,
  ast.Stage.$type,
  ast.Touchpoint.$type,
]);

/** The part of a file that a slip took something from. */
interface Damage {
  readonly start: Position;
  readonly end: Position;
  /** The lines in which what holds the part begins. */
  readonly headers: ReadonlySet<number>;
}

/**
 * Without what only repeats a slip. What is said of names and types behind a slip in the same line: nobody knows what
 * they were meant to be. And where the parser left something out, what is said of the whole that it is missing from.
 */
export function withoutEchoes(diagnostics: readonly Diagnostic[], document: LangiumDocument): Diagnostic[] {
  const damages = damagesOf(document);
  const slips = new Map<number, number>();
  for (const { code, range } of diagnostics) {
    const { line, character } = range.start;
    if (!STUMBLE.test(String(code)) || (code === UNQUOTED && damages.length === 0)) continue;
    slips.set(line, Math.min(character, slips.get(line) ?? character));
  }
  const lost = wordsOf(document, damages.length > 0 ? slips.keys() : []);
  return diagnostics.filter((diagnostic) => {
    const code = String(diagnostic.code);
    const { start } = diagnostic.range;
    const slip = slips.get(start.line);
    if (slip !== undefined && OF_TYPES.test(code)) return false;
    if (slip !== undefined && start.character >= slip && OF_NAMES.test(code)) return false;
    if (damages.length === 0) return true;
    if (code === UNUSED) return false;
    if (OF_UNKNOWN_NAMES.test(code)) return !lost.has(document.textDocument.getText(diagnostic.range));
    return !OF_MEANING.test(code) || !damages.some((damage) => isIn(damage, start));
  });
}

/** What the parser had to leave something out of. */
function damagesOf(document: LangiumDocument): Damage[] {
  const { parserErrors } = document.parseResult;
  return parserErrors.map(({ token }) => damageAt(document, token.startOffset));
}

/** The innermost whole around an offset; the file where that is in none, or nowhere. */
function damageAt({ textDocument, parseResult }: LangiumDocument, offset: number): Damage {
  const headers = new Set<number>();
  let whole: AstNode | undefined;
  let inner: readonly AstNode[] = partsOf(AstUtils.getDocument(parseResult.value));
  for (;;) {
    const next = inner.find(
      ({ $cstNode, $type }) =>
        $cstNode && WHOLES.has($type) && $cstNode.offset <= offset && offset <= $cstNode.end,
    );
    if (!next) break;
    if (whole?.$cstNode) headers.add(whole.$cstNode.range.start.line);
    whole = next;
    inner = [...AstUtils.streamContents(next)];
  }
  const { start, end } = whole?.$cstNode?.range ?? {
    start: textDocument.positionAt(0),
    end: textDocument.positionAt(textDocument.getText().length),
  };
  return { start, end, headers };
}

function isIn({ start, end, headers }: Damage, position: Position): boolean {
  return headers.has(position.line) || (!isBefore(position, start) && !isBefore(end, position));
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** The words of the lines: names that they may have given to something. */
function wordsOf({ textDocument }: LangiumDocument, lines: Iterable<number>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    for (const [word] of textDocument.getText(range).matchAll(/[_\p{L}][_\p{L}\p{M}\p{N}]*/gu))
      words.add(word);
  }
  return words;
}
