import { type OpenedDocument, openWorkspace } from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { findJourneyFiles } from './files.ts';

/** Opens the journey files that the arguments name, with all they import. */
export async function openPaths(paths: readonly string[]): Promise<readonly OpenedDocument[]> {
  const files = await findJourneyFiles(paths);
  const workspace = await openWorkspace(
    NodeFileSystem,
    files.map((file) => URI.file(file)),
  );
  return workspace.documents;
}
