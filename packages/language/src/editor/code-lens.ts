import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, URI } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command, Range } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import type { JourneyEditorServices } from './services.ts';
import { say } from '../locale/speech.ts';

/** Commands of the client that a lens may call; each gets the document's URI, the last also where and what was found. */
export const CLIENT_COMMANDS = {
  openMap: 'journey.openMap',
  generate: 'journey.generate',
  showReferences: 'journey.showReferences',
} as const;

/** What a lens of references needs when it is shown. */
interface ReferencesLens {
  readonly uri: string;
  readonly position: Range['start'];
}

/** Above a journey: its map, what is generated of it. Above what others use: how often they do, counted when it is seen. */
export class JourneyCodeLens implements CodeLensProvider {
  /** Which commands the client has; lenses that nothing would answer are left out. */
  clientCommands: ReadonlySet<string> = new Set();
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const uri = document.uri.toString();
    return declarationsOf(document.parseResult.value as ast.File).flatMap((node) => {
      const range = this.services.names.declarationOf(node)?.range;
      if (!range) return [];
      const commands = ast.isJourney(node) ? COMMANDS : [];
      return [
        ...commands
          .filter(({ command }) => this.clientCommands.has(command))
          .map((command) => ({ range, command: { ...command, arguments: [uri] } })),
        ...(this.clientCommands.has(CLIENT_COMMANDS.showReferences)
          ? [{ range, data: { uri, position: range.start } satisfies ReferencesLens }]
          : []),
      ];
    });
  }

  /** Counts the references of a lens. */
  resolve(lens: CodeLens): CodeLens {
    const data: unknown = lens.data;
    if (!isReferencesLens(data)) return lens;
    const { uri, position } = data;
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    const name = document && this.services.names.at(document, position);
    const locations = (name?.declarations ?? [])
      .flatMap((declaration) => this.services.names.occurrencesOf(declaration))
      .filter(({ role }) => role !== 'declaration')
      .map(({ uri: place, range }) => ({ uri: place.toString(), range }));
    const title = locations.length === 1 ? '1 reference' : `${locations.length} references`;
    const command = locations.length === 0 ? '' : CLIENT_COMMANDS.showReferences;
    return { ...lens, command: { title, command, arguments: [uri, position, locations] } };
  }
}

const COMMANDS: readonly Command[] = [
  { title: say`Open map`, command: CLIENT_COMMANDS.openMap },
  { title: say`Generate…`, command: CLIENT_COMMANDS.generate },
];

/** What other parts refer to by name: the file's declarations, and the stages and automations of its journeys. */
function declarationsOf({ declarations }: ast.File): AstNode[] {
  return declarations.flatMap((declaration) => [
    declaration,
    ...(ast.isJourney(declaration)
      ? AstUtils.streamAllContents(declaration)
          .filter((node) => ast.isStage(node) || (ast.isAutomation(node) && node.parameters.length > 0))
          .toArray()
      : []),
  ]);
}

function isReferencesLens(data: unknown): data is ReferencesLens {
  return typeof data === 'object' && data !== null && 'uri' in data && 'position' in data;
}
