import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location, Position } from 'vscode-languageserver-protocol';

/** What the lens "3 references" calls: shows them where they were counted. */
export function registerShowReferences(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(
    'journey.showReferences',
    (uri: string, position: Position, locations: readonly Location[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        client.protocol2CodeConverter.asUri(uri),
        client.protocol2CodeConverter.asPosition(position),
        locations.map((location) => client.protocol2CodeConverter.asLocation(location)),
      ),
  );
}
