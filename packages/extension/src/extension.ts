import { commands, type ExtensionContext } from 'vscode';
import { registerExport } from './export-map.ts';
import { registerGenerate } from './generate/command.ts';
import { GenerationFindings } from './generate/findings.ts';
import { registerMaps } from './map/register.ts';
import { TextEdits } from './map/text-edits.ts';
import type { ServerClient } from './server-client.ts';
import { answerFileRequests } from './served-files.ts';
import { registerShowReferences } from './show-references.ts';
import { WatchedModels } from './watched-models.ts';

/** Everything that the extension offers, wired; the same on a computer and in a browser. */
export async function startExtension(context: ExtensionContext, client: ServerClient): Promise<void> {
  const models = new WatchedModels(client);
  const findings = new GenerationFindings();
  context.subscriptions.push(
    client,
    models,
    findings,
    answerFileRequests(client),
    ...registerMaps(context, client, models, new TextEdits(client)),
    registerGenerate(client, findings),
    registerExport(client),
    registerShowReferences(client),
    commands.registerCommand('journey.restartServer', () => client.restart()),
  );
  await client.start();
}
