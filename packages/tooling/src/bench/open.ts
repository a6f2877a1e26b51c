import { openWorkspace } from '@journey/language';
import { URI, type FileSystemNode, type FileSystemProvider } from 'langium';
import type { SourceFile } from './workspace.ts';

const FOLDER = 'file:///bench/';

/**
 * The files of a generated workspace, compiled as the command line would.
 * @throws Error where one of them has an error: what is measured must be right.
 */
export async function open(files: readonly SourceFile[]) {
  const { documents } = await openWorkspace(
    { fileSystemProvider: () => new FilesInMemory(files) },
    files.map(({ path }) => uriOf(path)),
  );
  for (const { uri, diagnostics } of documents) {
    const error = diagnostics.find(({ severity }) => severity === 1);
    if (error)
      throw new Error(`The seeded workspace must be right, yet ${uri.path} has ${String(error.code)}.`);
  }
  return documents;
}

export function uriOf(path: string): URI {
  return URI.parse(FOLDER + path);
}

export class FilesInMemory implements FileSystemProvider {
  private readonly texts: Map<string, string>;

  constructor(files: readonly SourceFile[]) {
    this.texts = new Map(files.map(({ path, text }) => [uriOf(path).toString(), text]));
  }

  write(path: string, text: string): void {
    this.texts.set(uriOf(path).toString(), text);
  }

  readFileSync(uri: URI): string {
    const text = this.texts.get(uri.toString());
    if (text === undefined) throw new Error(`There is no file ${uri.toString()}.`);
    return text;
  }
  readFile = (uri: URI) => Promise.resolve(this.readFileSync(uri));
  existsSync = (uri: URI) => this.texts.has(uri.toString());
  exists = (uri: URI) => Promise.resolve(this.existsSync(uri));
  statSync = (uri: URI): FileSystemNode => ({ isFile: this.existsSync(uri), isDirectory: false, uri });
  stat = (uri: URI) => Promise.resolve(this.statSync(uri));
  readBinarySync = (uri: URI) => Buffer.from(this.readFileSync(uri));
  readBinary = (uri: URI) => Promise.resolve(this.readBinarySync(uri));
  readDirectorySync = (): FileSystemNode[] => [];
  readDirectory = () => Promise.resolve([]);
}
