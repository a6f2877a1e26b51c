import type { DistantFileSystem, NeededFiles } from '@journey/language';
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';

/** The files of the disk, read by the server itself, and all others, which somebody else reads for it. */
export class FilesByScheme implements DistantFileSystem {
  private readonly disk: FileSystemProvider;
  private readonly distant: DistantFileSystem;

  constructor(disk: FileSystemProvider, distant: DistantFileSystem) {
    this.disk = disk;
    this.distant = distant;
  }

  isDistant(uri: URI): boolean {
    return !isOnDisk(uri);
  }

  foresee(files: NeededFiles): Promise<void> {
    return this.distant.foresee(files);
  }

  upToDate(): Promise<void> {
    return this.distant.upToDate();
  }

  stat(uri: URI): Promise<FileSystemNode> {
    return this.of(uri).stat(uri);
  }

  statSync(uri: URI): FileSystemNode {
    return this.of(uri).statSync(uri);
  }

  exists(uri: URI): Promise<boolean> {
    return this.of(uri).exists(uri);
  }

  existsSync(uri: URI): boolean {
    return this.of(uri).existsSync(uri);
  }

  readFile(uri: URI): Promise<string> {
    return this.of(uri).readFile(uri);
  }

  readFileSync(uri: URI): string {
    return this.of(uri).readFileSync(uri);
  }

  readBinary(uri: URI): Promise<Uint8Array> {
    return this.of(uri).readBinary(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    return this.of(uri).readBinarySync(uri);
  }

  readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return this.of(uri).readDirectory(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    return this.of(uri).readDirectorySync(uri);
  }

  private of(uri: URI): FileSystemProvider {
    return isOnDisk(uri) ? this.disk : this.distant;
  }
}

/** Whether the server of a computer finds the file by itself. */
export function isOnDisk({ scheme }: URI): boolean {
  return scheme === 'file';
}
