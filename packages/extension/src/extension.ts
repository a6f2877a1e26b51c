import { commands, type ExtensionContext } from 'vscode';
import { registerExport } from './export-map.ts';
import { registerGenerate } from './generate/command.ts';
import { GenerationFindings } from './generate/findings.ts';
import { registerMaps } from './map/register.ts';
import { TextEdits } from './map/text-edits.ts';
import { registerShowReferences } from './show-references.ts';
import { createServerClient } from './server-client.ts';
import { WatchedModels } from './watched-models.ts';

/** Everything that the extension offers, wired. VS Code calls it when a journey is opened or a map is restored. */
export async function activate(context: ExtensionContext): Promise<void> {
  const client = createServerClient(context);
  const models = new WatchedModels(client);
  const findings = new GenerationFindings();
  context.subscriptions.push(
    client,
    models,
    findings,
    ...registerMaps(context, client, models, new TextEdits(client)),
    registerGenerate(client, findings),
    registerExport(client),
    registerShowReferences(client),
    commands.registerCommand('journey.restartServer', () => client.restart()),
  );
  await client.start();
}
