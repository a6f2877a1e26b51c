import type { URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import { contentOf, presenceOf, type FileState, type FileStates } from './file-states.ts';

/** Node's file system, which remembers how it found each file that the language asked for. */
export class RecordedFileSystem extends NodeFileSystemProvider {
  private readonly found = new Map<string, FileState>();

  get states(): FileStates {
    return Object.fromEntries(this.found);
  }

  override existsSync(uri: URI): boolean {
    if (!this.found.has(uri.fsPath)) this.found.set(uri.fsPath, presenceOf(uri.fsPath));
    return super.existsSync(uri);
  }

  override async readFile(uri: URI): Promise<string> {
    this.found.set(uri.fsPath, 'unreadable');
    return this.read(uri, await super.readBinary(uri));
  }

  override readFileSync(uri: URI): string {
    this.found.set(uri.fsPath, 'unreadable');
    return this.read(uri, super.readBinarySync(uri));
  }

  private read(uri: URI, bytes: Uint8Array): string {
    this.found.set(uri.fsPath, contentOf(bytes));
    return Buffer.from(bytes).toString(this.encoding);
  }
}
