import type { OutputFolder } from '@journey/targets';
import { UriUtils, type URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { ReadFileRequest, RemoveFileRequest, WriteFileRequest } from '../protocol.ts';

/** A folder that only the client can write into. */
export function clientFolder(connection: Connection, folder: URI): OutputFolder {
  const uriOf = (path: string) => UriUtils.joinPath(folder, path).toString();
  return {
    read: async (path) => (await connection.sendRequest(ReadFileRequest, { uri: uriOf(path) })) ?? undefined,
    replace: (path, content) => connection.sendRequest(WriteFileRequest, { uri: uriOf(path), content }),
    remove: (path) => connection.sendRequest(RemoveFileRequest, { uri: uriOf(path) }),
  };
}
