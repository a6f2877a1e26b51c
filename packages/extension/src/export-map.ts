import { commands, env, l10n, UIKind, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { JourneyModel } from '@journey/model';
import {
  MapExportRequest,
  ModelRequest,
  type MapExportFile,
  type MapExportParams,
} from '@journey/server/protocol';
import { documentOfCommand } from './journey-documents.ts';
import { imagesOf } from './map/images.ts';
import { measuredOf } from './map/measured.ts';

/** What a journey is exported as, by the ending of the file, as the save dialog offers it. */
const FORMATS: Readonly<Record<MapExportParams['format'], string>> = {
  svg: 'SVG',
  png: 'PNG',
  pdf: 'PDF',
  html: 'HTML',
  md: 'Markdown',
  mmd: 'Mermaid',
  csv: 'CSV',
  json: 'JSON',
};

/** `Journey: Export Map…` */
export function registerExport(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('journey.exportMap', async (argument: unknown, asked: unknown) => {
    const document = documentOfCommand(argument);
    if (!document) return;
    // A map says which journey it shows; menus say other things there.
    const { model } = await client.sendRequest(ModelRequest, { uri: document.toString() });
    const journey = typeof asked === 'string' ? asked : await chooseJourney(document, model);
    if (!journey) return;
    const file = await window.showSaveDialog({
      defaultUri: document.with({ path: document.path.replace(/(\.journey)?$/, '.svg') }),
      filters: Object.fromEntries(Object.entries(FORMATS).map(([ending, label]) => [label, [ending]])),
      saveLabel: l10n.t('Export'),
    });
    if (file) await write(client, { document, model, journey }, file);
  });
}

interface Chosen {
  readonly document: Uri;
  readonly model: JourneyModel;
  /** The id of one of its journeys. */
  readonly journey: string;
}

async function write(
  client: BaseLanguageClient,
  { document, model, journey }: Chosen,
  file: Uri,
): Promise<void> {
  const [, name = '', ending = ''] = /([^/]*?)(?:\.([^./]*))?$/.exec(file.path) ?? [];
  const format = ending.toLowerCase();
  if (!isFormat(format)) {
    void window.showErrorMessage(
      l10n.t(
        'A map is not written as "{0}": end the name with {1}.',
        ending,
        Object.keys(FORMATS).join(', '),
      ),
    );
    return;
  }
  const result = await client.sendRequest(MapExportRequest, {
    uri: document.toString(),
    journey,
    format,
    name,
    actuals: await measuredOf(document),
    images: await imagesOf(document, model),
  });
  if (result.kind === 'problem') {
    void window.showErrorMessage(result.message);
    return;
  }
  for (const [index, { name: beside, content, encoding }] of result.files.entries()) {
    const target = index === 0 ? file : Uri.joinPath(file, '..', beside);
    await workspace.fs.writeFile(target, bytesOf(content, encoding));
  }
  await offerToOpen(file);
}

function bytesOf(content: string, encoding: MapExportFile['encoding']): Uint8Array {
  return encoding === 'utf8'
    ? new TextEncoder().encode(content)
    : Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}

function isFormat(ending: string): ending is MapExportParams['format'] {
  return Object.hasOwn(FORMATS, ending);
}

/** The id of the journey to draw: the only one of the file, or one that the user picks. */
async function chooseJourney(document: Uri, model: JourneyModel): Promise<string | undefined> {
  const [only, ...others] = model.journeys.map(({ id, label }) => ({ label, description: id, id }));
  if (!only) {
    void window.showInformationMessage(
      l10n.t('{0} holds no journey to draw.', workspace.asRelativePath(document)),
    );
    return undefined;
  }
  if (others.length === 0) return only.id;
  const picked = await window.showQuickPick([only, ...others], { title: l10n.t('Which journey?') });
  return picked?.id;
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const message = l10n.t('The map is in {0}.', workspace.asRelativePath(file));
  if ((await window.showInformationMessage(message, open)) !== open) return;
  // Only what is on the disk of the person's own computer can be shown by another program.
  const isOnDisk = file.scheme === 'file' && env.uiKind === UIKind.Desktop;
  await (isOnDisk ? env.openExternal(file) : commands.executeCommand('vscode.open', file));
}
