import type { DistantFileSystem, NeededFiles } from '@journey/language';
import { URI, UriUtils, type FileSystemNode } from 'langium';
import type { RequestType } from 'vscode-jsonrpc';
import type { Connection } from 'vscode-languageserver';
import {
  FileKindRequest,
  ReadFileRequest,
  ReadFolderRequest,
  type DocumentParams,
  type FileKind,
} from '../protocol.ts';
import { Remembered } from './remembered.ts';

/** The files that only the client can read: those of a browser, or of a workspace that is on no disk. */
export class ClientFiles implements DistantFileSystem {
  /** Whether the client reads files for the server; as long as it doesn't, there are none. */
  isAnswered = false;
  private readonly connection: Connection;
  private readonly kinds = new Remembered((uri) => this.ask(FileKindRequest, uri));
  private readonly texts = new Remembered((uri) => this.ask(ReadFileRequest, uri));

  constructor(connection: Connection) {
    this.connection = connection;
  }

  isDistant(): boolean {
    return true;
  }

  async foresee({ there, texts }: NeededFiles): Promise<void> {
    await Promise.all([
      ...there.map((uri) => this.kinds.know(uri.toString())),
      ...texts.map((uri) => this.texts.know(uri.toString())),
    ]);
  }

  async upToDate(): Promise<void> {
    await Promise.all([this.kinds.settled(), this.texts.settled()]);
  }

  /** The client says that something changed at those addresses, or within them. */
  reportChanges(uris: readonly string[]): void {
    const changed = uris.map((uri) => URI.parse(uri).toString());
    const isMeant = (address: string) =>
      changed.some((each) => address === each || address.startsWith(`${each}/`));
    this.kinds.renewAll(isMeant);
    this.texts.renewAll(isMeant);
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    return nodeOf(uri, await this.ask(FileKindRequest, uri.toString()));
  }

  statSync(uri: URI): FileSystemNode {
    return nodeOf(uri, this.kinds.get(uri.toString()) ?? null);
  }

  async exists(uri: URI): Promise<boolean> {
    return (await this.ask(FileKindRequest, uri.toString())) !== null;
  }

  existsSync(uri: URI): boolean {
    const address = uri.toString();
    return (this.kinds.get(address) ?? this.texts.get(address) ?? null) !== null;
  }

  async readFile(uri: URI): Promise<string> {
    return textOf(uri, await this.ask(ReadFileRequest, uri.toString()));
  }

  readFileSync(uri: URI): string {
    return textOf(uri, this.texts.get(uri.toString()));
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.readFile(uri));
  }

  readBinarySync(uri: URI): Uint8Array {
    return new TextEncoder().encode(this.readFileSync(uri));
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    const entries = (await this.ask(ReadFolderRequest, uri.toString())) ?? [];
    return entries.map(({ name, kind }) => nodeOf(UriUtils.joinPath(uri, name), kind));
  }

  /** Nobody foresees folders. */
  readDirectorySync(): FileSystemNode[] {
    return [];
  }

  private async ask<Answer>(
    request: RequestType<DocumentParams, Answer | null, void>,
    uri: string,
  ): Promise<Answer | null> {
    if (!this.isAnswered) return null;
    try {
      return await this.connection.sendRequest(request, { uri });
    } catch (error) {
      // A file that can't be read is as good as missing, and whoever looks for the reason finds it.
      this.connection.console.warn(`${uri}: ${String(error)}`);
      return null;
    }
  }
}

function nodeOf(uri: URI, kind: FileKind | null): FileSystemNode {
  return { uri, isFile: kind === 'file', isDirectory: kind === 'folder' };
}

function textOf(uri: URI, text: string | null | undefined): string {
  if (text === null || text === undefined) throw new Error(`There is no file ${uri.toString(true)}.`);
  return text;
}
