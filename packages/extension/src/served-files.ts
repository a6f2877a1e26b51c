import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FileKindRequest,
  ReadFileRequest,
  ReadFolderRequest,
  RemoveFileRequest,
  WriteFileRequest,
  type FileKind,
} from '@journey/server/protocol';

/** Reads and writes for the server the files that it can't get at: those of a workspace that is on no disk. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  const { fs } = workspace;
  return Disposable.from(
    client.onRequest(FileKindRequest, ({ uri }) =>
      orNull(async () => kindOf((await fs.stat(Uri.parse(uri))).type)),
    ),
    client.onRequest(ReadFileRequest, ({ uri }) =>
      orNull(async () => new TextDecoder().decode(await fs.readFile(Uri.parse(uri)))),
    ),
    client.onRequest(ReadFolderRequest, ({ uri }) =>
      orNull(async () =>
        (await fs.readDirectory(Uri.parse(uri))).map(([name, type]) => ({ name, kind: kindOf(type) })),
      ),
    ),
    client.onRequest(WriteFileRequest, async ({ uri, content }) => {
      await fs.writeFile(Uri.parse(uri), new TextEncoder().encode(content));
    }),
    client.onRequest(RemoveFileRequest, async ({ uri }) => {
      await fs.delete(Uri.parse(uri));
      const folder = Uri.joinPath(Uri.parse(uri), '..');
      if ((await fs.readDirectory(folder)).length === 0) await fs.delete(folder);
    }),
  );
}

/** A link counts as what it leads to. */
function kindOf(type: FileType): FileKind {
  return (type & FileType.Directory) !== 0 ? 'folder' : 'file';
}

/** What is read; null where it can't be, most often since there is nothing at the address. */
async function orNull<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
