import type { LangiumDocument, URI } from 'langium';
import { AstUtils, DocumentCache, UriUtils } from 'langium';
import * as ast from '../../generated/ast.ts';
import { isLibraryUri } from '../../library/library.ts';
import type { JourneyEditorServices } from '../services.ts';

/** Files that list variables, in a folder or one of those above it. */
const LISTS = ['.env.example', '.env'];
const FOLDERS_UP = 5;
const VARIABLE = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=/gm;

/** The names of environment variables that a workspace knows; never what they hold. */
export class EnvironmentNames {
  private readonly services: JourneyEditorServices;
  private readonly said: DocumentCache<string, readonly string[]>;

  constructor(services: JourneyEditorServices) {
    this.services = services;
    this.said = new DocumentCache(services.shared);
  }

  /** Each name with where it is known from, those of other journeys first. */
  async knownTo(document: LangiumDocument): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const other of this.services.shared.workspace.LangiumDocuments.all) {
      if (isLibraryUri(other.uri)) continue;
      for (const name of this.said.get(other.uri, 'names', () => namesIn(other)))
        if (!names.has(name)) names.set(name, UriUtils.basename(other.uri));
    }
    for await (const [name, list] of this.listed(document)) if (!names.has(name)) names.set(name, list);
    return names;
  }

  private async *listed({ uri }: LangiumDocument): AsyncGenerator<readonly [string, string]> {
    let folder = UriUtils.dirname(uri);
    for (let level = 0; level < FOLDERS_UP && folder.path !== '/'; level++) {
      for (const list of LISTS) {
        for (const [, name = ''] of (await this.read(UriUtils.joinPath(folder, list))).matchAll(VARIABLE))
          yield [name, list];
      }
      folder = UriUtils.dirname(folder);
    }
  }

  private async read(uri: URI): Promise<string> {
    const { FileSystemProvider } = this.services.shared.workspace;
    try {
      return (await FileSystemProvider.exists(uri)) ? await FileSystemProvider.readFile(uri) : '';
    } catch {
      return '';
    }
  }
}

function namesIn({ textDocument, parseResult }: LangiumDocument): string[] {
  if (!textDocument.getText().includes('env ')) return [];
  return AstUtils.streamAst(parseResult.value)
    .filter(ast.isEnvironmentValue)
    .flatMap(({ name }) => (name ? [name] : []))
    .toArray();
}
