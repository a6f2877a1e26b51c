import type { LangiumDocument } from 'langium';
import { DocumentCache, interruptAndCheck } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import {
  CancellationToken,
  type DocumentSymbol,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { isLibraryUri } from '../library/library.ts';
import { outlineOf } from './symbols.ts';

/** More than a person would look through; whoever wants others types more letters. */
const MOST = 500;

/** Everything that outlines show, in all files: by its name or by its label, in any script. */
export class JourneyWorkspaceSymbols implements WorkspaceSymbolProvider {
  private readonly shared: LangiumSharedServices;
  private readonly cache: DocumentCache<string, readonly WorkspaceSymbol[]>;

  constructor(shared: LangiumSharedServices) {
    this.shared = shared;
    this.cache = new DocumentCache(shared);
  }

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    token = CancellationToken.None,
  ): Promise<WorkspaceSymbol[]> {
    const found: WorkspaceSymbol[] = [];
    for (const document of this.shared.workspace.LangiumDocuments.all) {
      if (isLibraryUri(document.uri)) continue;
      await interruptAndCheck(token);
      const symbols = this.cache.get(document.uri, 'symbols', () => this.symbolsOf(document));
      found.push(...symbols.filter(({ name }) => this.matches(query, name)));
      if (found.length >= MOST) break;
    }
    return found.slice(0, MOST);
  }

  private matches(query: string, name: string): boolean {
    return (
      this.shared.lsp.FuzzyMatcher.match(query, name) || name.toLowerCase().includes(query.toLowerCase())
    );
  }

  private symbolsOf(document: LangiumDocument): WorkspaceSymbol[] {
    const uri = document.uri.toString();
    const flat = (symbols: readonly DocumentSymbol[], container?: string): WorkspaceSymbol[] =>
      symbols.flatMap(({ name, detail, kind, selectionRange, children = [] }) => [
        {
          // Both can be looked for, and editors filter by what they show.
          name: detail === undefined ? name : `${detail} · ${name}`,
          kind,
          location: { uri, range: selectionRange },
          ...(container === undefined ? {} : { containerName: container }),
        },
        ...flat(children, name),
      ]);
    return flat(outlineOf(document.parseResult.value, this.shared.lsp.NodeKindProvider));
  }
}
