import { editJourney } from '@journey/language/editor';
import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { clientFolder } from './files/client-folder.ts';
import { isOnDisk } from './files/files-by-scheme.ts';
import type { Machine } from './machine.ts';
import { ModelService, type Services } from './model-service.ts';
import {
  GenerateRequest,
  JourneyEditRequest,
  MapExportRequest,
  ModelChanged,
  ModelRequest,
  OverviewChanged,
  TargetsRequest,
  UnwatchModel,
  WatchModelRequest,
  WatchOverviewRequest,
} from './protocol.ts';
import { WatchedModels } from './watched-models.ts';
import { WatchedOverview } from './watched-overview.ts';

/** Answers what is said beyond the Language Server Protocol: see protocol.ts. */
export function answerCustomMessages(
  connection: Connection,
  services: Services,
  machine: Machine | undefined,
): void {
  const models = new ModelService(services);
  const watched = new WatchedModels(services.shared, models, (snapshot) =>
    connection.sendNotification(ModelChanged, snapshot),
  );
  connection.onRequest(ModelRequest, ({ uri }) => models.snapshot(uri));
  connection.onRequest(WatchModelRequest, async ({ uri }) => {
    const snapshot = await models.snapshot(uri);
    watched.watch(snapshot);
    return snapshot;
  });
  connection.onNotification(UnwatchModel, ({ uri }) => {
    watched.unwatch(uri);
  });
  const overview = new WatchedOverview(services.shared, models, (change) =>
    connection.sendNotification(OverviewChanged, change),
  );
  connection.onRequest(WatchOverviewRequest, () => overview.watch());
  connection.onRequest(JourneyEditRequest, async ({ uri, version, edit }) =>
    editJourney(await models.builtDocument(URI.parse(uri)), edit, version),
  );
  connection.onRequest(MapExportRequest, async (params) => {
    const { exportMap } = await import('./export-map.ts');
    return exportMap(await models.snapshot(params.uri), params, machine);
  });
  connection.onRequest(TargetsRequest, async () => (await generators()).describeTargets());
  connection.onRequest(GenerateRequest, async (params) => {
    const { generate } = await generators();
    const uri = URI.parse(params.folder);
    const folder = machine && isOnDisk(uri) ? await machine.outputFolder(uri) : clientFolder(connection, uri);
    return generate(await models.snapshot(params.uri), params, folder);
  });
}

// The generators are loaded when somebody asks for them: nobody who only types waits for them.
function generators() {
  return import('./generate.ts');
}
