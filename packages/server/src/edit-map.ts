import { changedMeanwhile, editFromMap, partsOf, say } from '@journey/language';
import { URI, UriUtils } from 'langium';
import type { ModelService } from './model-service.ts';
import type { MapEditParams, MapEditResult } from './protocol.ts';

/** Finds the file that a change in the map is about, and what the change is there. */
export async function editMap(
  models: ModelService,
  { uri, version, journey, edit }: MapEditParams,
): Promise<MapEditResult> {
  const snapshot = await models.snapshot(uri);
  if (snapshot.version !== version) return refusal(changedMeanwhile());
  const [file = '', ...others] = new Set(partsOf(edit).map((part) => part.file));
  if (others.length > 0) {
    const refused = say`Parts of two files can’t be moved among each other here: do it in the text.`;
    return refusal({ refused });
  }
  const target = UriUtils.resolvePath(UriUtils.dirname(URI.parse(uri)), file);
  const edited = editFromMap(await models.builtDocument(target), edit, journey);
  return 'refused' in edited
    ? refusal(edited)
    : { kind: 'edits', uri: target.toString(), edits: edited.edits };
}

function refusal({ refused: message }: { readonly refused: string }): MapEditResult {
  return { kind: 'refused', message };
}
