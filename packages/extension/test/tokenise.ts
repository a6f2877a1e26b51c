import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  readonly text: string;
  /** Innermost last, without the language's own `.journey` ending. */
  readonly scopes: readonly string[];
}

export interface Tokenised {
  readonly tokens: readonly Token[];
  /** False where a comment, text or import is still open after the last line. */
  readonly closed: boolean;
}

const grammarFile = new URL('../../../syntaxes/journey.tmLanguage.json', import.meta.url);

/** Tokenises as VS Code does: the same engine, the same regular expressions. */
export async function createTokeniser(): Promise<(text: string) => Tokenised> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), fileURLToPath(grammarFile)),
  });
  const grammar = await registry.loadGrammar('source.journey');
  if (!grammar) throw new Error('The TextMate grammar could not be loaded.');
  return (text) => tokenise(grammar, text);
}

function tokenise(grammar: textmate.IGrammar, text: string): Tokenised {
  const tokens: Token[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    for (const token of result.tokens) {
      const scopes = token.scopes.map((scope) => scope.replace(/\.journey$/, ''));
      tokens.push({ text: line.slice(token.startIndex, token.endIndex), scopes });
    }
    stack = result.ruleStack;
  }
  return { tokens, closed: stack.depth === 1 };
}
