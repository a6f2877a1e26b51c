import type { URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import { contentOf, presenceOf, type FileState, type FileStates } from './file-states.ts';

/**
 * Node's file system, which remembers how it found each file that the language asked for. It looks before it reads: of
 * a file that is changed in between, the state is one that the file is not in any more.
 */
export class RecordedFileSystem extends NodeFileSystemProvider {
  private readonly found = new Map<string, FileState>();

  get states(): FileStates {
    return Object.fromEntries(this.found);
  }

  override existsSync(uri: URI): boolean {
    if (!this.found.has(uri.fsPath)) this.found.set(uri.fsPath, presenceOf(uri.fsPath));
    return super.existsSync(uri);
  }

  override readFile(uri: URI): Promise<string> {
    this.found.set(uri.fsPath, contentOf(uri.fsPath));
    return super.readFile(uri);
  }

  override readFileSync(uri: URI): string {
    this.found.set(uri.fsPath, contentOf(uri.fsPath));
    return super.readFileSync(uri);
  }
}
