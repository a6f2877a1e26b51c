import { commands, l10n, ProgressLocation, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { GenerateRequest, TargetsRequest, type GenerateResult } from '@journey/server/protocol';
import { documentOfCommand } from '../journey-documents.ts';
import { chooseTarget, type Choice } from './choose.ts';
import type { GenerationFindings } from './findings.ts';

type Written = Extract<GenerateResult, { kind: 'written' }>;

/** `Journey: Generate…` */
export function registerGenerate(client: BaseLanguageClient, findings: GenerationFindings): Disposable {
  return commands.registerCommand('journey.generate', async (argument: unknown) => {
    const document = documentOfCommand(argument);
    if (!document) return;
    const choice = await chooseTarget(document, await client.sendRequest(TargetsRequest));
    if (!choice) return;
    const result = await generateOrAsk(client, document, choice);
    if (result.kind === 'written') {
      findings.show(document, choice.target.label, result.findings);
      await report(choice, result);
    }
  });
}

async function generateOrAsk(
  client: BaseLanguageClient,
  document: Uri,
  choice: Choice,
): Promise<GenerateResult> {
  const result = await generate(client, document, choice, false);
  if (result.kind === 'errors') void reportErrors(document, result.count);
  if (result.kind !== 'changedByHand' || !(await mayOverwrite(result.files))) return result;
  return generate(client, document, choice, true);
}

function generate(
  client: BaseLanguageClient,
  document: Uri,
  { target, folder }: Choice,
  overwriteChanged: boolean,
) {
  const title = l10n.t('Generating for {0} …', target.label);
  return window.withProgress({ location: ProgressLocation.Notification, title }, () =>
    client.sendRequest(GenerateRequest, {
      uri: document.toString(),
      target: target.id,
      folder: folder.toString(),
      overwriteChanged,
    }),
  );
}

async function mayOverwrite(files: readonly string[]): Promise<boolean> {
  const overwrite = l10n.t('Overwrite');
  const answer = await window.showWarningMessage(
    l10n.t('Files were changed by hand since they were generated. Overwrite them?'),
    { modal: true, detail: files.join('\n') },
    overwrite,
  );
  return answer === overwrite;
}

async function reportErrors(document: Uri, count: number): Promise<void> {
  const show = l10n.t('Show Problems');
  const name = workspace.asRelativePath(document);
  const message =
    count === 1
      ? l10n.t('{0} has an error; nothing was generated.', name)
      : l10n.t('{0} has {1} errors; nothing was generated.', name, count);
  if ((await window.showErrorMessage(message, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}

async function report({ target, folder }: Choice, result: Written): Promise<void> {
  const showReadme = l10n.t('Show README');
  const openFolder = l10n.t('Open Folder');
  const answer = await window.showInformationMessage(
    summary(target.label, workspace.asRelativePath(folder), result),
    ...(result.readme === undefined ? [openFolder] : [showReadme, openFolder]),
  );
  if (answer === openFolder) await commands.executeCommand('revealInExplorer', folder);
  if (answer === showReadme && result.readme !== undefined) {
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder, result.readme));
  }
}

function summary(target: string, folder: string, { written, unchanged, findings }: Written): string {
  const sentences = [
    written.length === 0
      ? l10n.t('{0}: everything in {1} is up to date.', target, folder)
      : l10n.t('{0}: files written to {1}: {2}.', target, folder, written.length),
  ];
  if (written.length > 0 && unchanged.length > 0) sentences.push(l10n.t('Unchanged: {0}.', unchanged.length));
  if (findings.length > 0)
    sentences.push(l10n.t('What to know is among the problems: {0}.', findings.length));
  return sentences.join(' ');
}
