import type { ParseResult } from 'langium';
import { CstUtils } from 'langium';
import { explain } from '../parser/explain.ts';
import type { JourneyParserMessages } from '../parser/messages.ts';
import { isTextFinding, type TextChange, type TextFinding } from '../parser/text-finding.ts';
import type { JourneyServices } from '../services.ts';

type ParserError = ParseResult['parserErrors'][number];
type Token = ParserError['token'];

/** What is wrong with a text before anybody asks what it means: what the lexer and the parser could not read. */
export class TextFindings {
  private readonly lexer: JourneyServices['parser']['Lexer'];
  private readonly messages: JourneyParserMessages;

  constructor(services: JourneyServices) {
    this.lexer = services.parser.Lexer;
    this.messages = services.parser.ParserErrorMessageProvider;
  }

  /** One finding a slip: what the parser says later of the same line, or of what was left out, repeats it. */
  of(result: ParseResult): TextFinding[] {
    const findings = result.lexerErrors.filter(isTextFinding);
    const explained = findings.filter(({ explains }) => explains !== undefined);
    const explainer = this.explainerFor(result);
    const lines = new Set<number | undefined>();
    const stumbles = result.parserErrors.flatMap((error) => {
      const { startOffset, startLine } = error.token;
      const isExplained = explained.some(
        ({ offset, explains = 0 }) => offset <= startOffset && startOffset < explains,
      );
      const line = Number.isNaN(startOffset) ? undefined : startLine;
      // What follows a broken statement in its line, and a file that ends too early behind another slip.
      const isEcho = lines.has(line) || (line === undefined && (lines.size > 0 || findings.length > 0));
      lines.add(line);
      return isExplained || isEcho ? [] : [explainer(error.token) ?? this.plain(error, result)];
    });
    const rewritten = stumbles.flatMap(({ changes }) => changes.slice(0, 1));
    const others = findings.filter((finding) => !rewritten.some((change) => covers(change, finding)));
    return [...others, ...stumbles].sort((one, other) => one.offset - other.offset);
  }

  /** Tells what the author most likely meant where the parser stumbled over a token. */
  private explainerFor(result: ParseResult): (actual: Token) => TextFinding | undefined {
    if (result.parserErrors.length === 0) return () => undefined;
    const text = result.value.$cstNode?.root.fullText ?? '';
    const { tokens } = this.lexer.tokenize(text);
    const indices = new Map(tokens.map(({ startOffset }, index) => [startOffset, index]));
    return (actual) => {
      const expectation = this.messages.expectationAt(actual);
      const index = indices.get(actual.startOffset);
      if (!expectation || index === undefined || Number.isNaN(actual.startOffset)) return undefined;
      return explain({ ...expectation, actual, tokens, index, text });
    };
  }

  /** The parser's own sentence about the token; where that has no place (the end of the file), right behind the last one. */
  private plain(error: ParserError, result: ParseResult): TextFinding {
    const { token, message } = error;
    const name = this.messages.nameOf(token);
    if (CstUtils.isValidTokenRange(token))
      return { name, message, offset: token.startOffset, length: token.image.length, changes: [] };
    const previous = 'previousToken' in error ? (error.previousToken as Token) : undefined;
    const isPlaced = previous && CstUtils.isValidTokenRange(previous);
    const offset = isPlaced ? (previous.endOffset ?? 0) + 1 : (result.value.$cstNode?.end ?? 0);
    return { name, message, offset, length: 0, changes: [] };
  }
}

/** Whether a change writes anew what the finding is about, and says so better. */
function covers(change: TextChange, finding: TextFinding): boolean {
  const end = change.offset + change.length;
  return change.offset < finding.offset && finding.offset + finding.length <= end;
}
