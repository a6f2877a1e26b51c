import type { PrintedFormat } from '@journey/map';
import type { OutputFolder } from '@journey/targets';
import type { FileSystemProvider, URI } from 'langium';

/** What a server can do by itself where it runs on a computer; in a browser there is nothing of it. */
export interface Machine {
  readonly disk: FileSystemProvider;
  /** The folder on the disk, for generated files; loaded when somebody generates. */
  outputFolder(uri: URI): Promise<OutputFolder>;
  print(svg: string, format: PrintedFormat): Promise<PrintResult>;
}

export type PrintResult =
  /** The file, in base64. */
  | { readonly kind: 'printed'; readonly content: string }
  /** A sentence for people: why it could not be printed. */
  | { readonly kind: 'problem'; readonly message: string };
