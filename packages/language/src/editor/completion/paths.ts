import { GrammarUtils, UriUtils, type CstNode, type LangiumDocument, type URI } from 'langium';
import type { FileSystemNode, FileSystemProvider } from 'langium';
import { imageType } from '@journey/model';
import * as ast from '../../generated/ast.ts';
import { HEADER_FILES } from '../../validation/messages-parts.ts';
import { TEXT_FILE } from '../../validation/messages-variants.ts';
import { pathBetween } from '../../references/imports.ts';
import type { JourneyEditorServices } from '../services.ts';

/** Which files may be named where a statement names one. */
const NAMED: Readonly<Record<string, (path: string) => boolean>> = {
  [ast.Image.$type]: (path) => imageType(path) !== undefined,
  [ast.HeaderPart.$type]: (path) => Object.values(HEADER_FILES).some(({ ends }) => ends.test(path)),
  [ast.BodyPart.$type]: (path) => TEXT_FILE.test(path),
};
/** Folders that hold what tools keep, and nothing that a journey shows. */
const NOT_OURS = /^(?:\.|node_modules$)/u;
/** So far down files are looked for, and so many are offered: a journey's own are near. */
const DEEPEST = 3;
const MOST = 500;

/** The paths of the files beside the journey that the text may name; undefined where it names none. */
export async function pathsFor(
  leaf: CstNode,
  { uri }: LangiumDocument,
  services: JourneyEditorServices,
): Promise<readonly string[] | undefined> {
  const node = leaf.astNode;
  const named = NAMED[node.$type];
  if (!named || GrammarUtils.findNodeForProperty(node.$cstNode, 'file')?.offset !== leaf.offset)
    return undefined;
  const files = services.shared.workspace.FileSystemProvider;
  const found: URI[] = [];
  const look = async (folder: URI, depth: number): Promise<void> => {
    for (const entry of await inFolder(folder, files)) {
      if (found.length >= MOST || NOT_OURS.test(UriUtils.basename(entry.uri))) continue;
      if (entry.isFile && named(entry.uri.path)) found.push(entry.uri);
      else if (entry.isDirectory && depth < DEEPEST) await look(entry.uri, depth + 1);
    }
  };
  await look(UriUtils.dirname(uri), 0);
  return found.map((file) => pathBetween(uri, file)).sort();
}

/** Nothing where there is no such folder, as round a file that was never saved. */
async function inFolder(folder: URI, files: FileSystemProvider): Promise<readonly FileSystemNode[]> {
  try {
    return await files.readDirectory(folder);
  } catch {
    return [];
  }
}
