import { commands, window, type Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentOfCommand, isJourney } from '../journey-documents.ts';
import type { WatchedModels } from '../watched-models.ts';
import { Maps, VIEW_TYPE } from './maps.ts';
import { Overview } from './overview.ts';
import type { TextEdits } from './text-edits.ts';

/** The commands that open maps, the side bar's overview, what keeps the maps in step with the editors, and their return after a reload. */
export function registerMaps(
  context: ExtensionContext,
  client: BaseLanguageClient,
  models: WatchedModels,
  edits: TextEdits,
): Disposable[] {
  const maps = new Maps(context, models, edits);
  const overview = new Overview(context, client, maps);
  const open = (bound: boolean) => (argument: unknown) => {
    const document = documentOfCommand(argument);
    if (document) maps.open({ document, bound });
  };
  return [
    overview.register(),
    commands.registerCommand('journey.openMap', open(false)),
    commands.registerCommand('journey.openMapOfFile', open(true)),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        maps.restore(panel, state);
        return Promise.resolve();
      },
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isJourney(editor.document)) void maps.follow(editor.document.uri);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (selection && isJourney(document)) maps.select(document.uri, selection.active);
    }),
  ];
}
