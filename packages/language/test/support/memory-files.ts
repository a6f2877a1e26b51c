import { EmptyFileSystemProvider, URI, type FileSystemNode, type FileSystemProvider } from 'langium';

/** Files by their addresses. */
export class MemoryFiles extends EmptyFileSystemProvider implements FileSystemProvider {
  readonly texts = new Map<string, string>();

  override existsSync(uri?: URI): boolean {
    return uri !== undefined && this.texts.has(uri.toString());
  }

  override readFileSync(uri?: URI): string {
    const text = uri && this.texts.get(uri.toString());
    if (text === undefined) throw new Error(`no such file: ${uri?.path ?? ''}`);
    return text;
  }

  override readFile(uri?: URI): Promise<string> {
    return Promise.resolve(this.readFileSync(uri));
  }

  override readDirectory(folder?: URI): Promise<FileSystemNode[]> {
    const start = folder ? `${folder.toString()}/` : '';
    const inside = [...this.texts.keys()].filter((address) => address.startsWith(start));
    const names = new Set(inside.map((address) => address.slice(start.length).split('/', 1)[0] ?? ''));
    return Promise.resolve(
      [...names].map((name) => {
        const isFile = this.texts.has(start + name);
        return { uri: URI.parse(start + name), isFile, isDirectory: !isFile };
      }),
    );
  }
}
