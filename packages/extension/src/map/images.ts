import { Uri, workspace, type Disposable } from 'vscode';
import { imageFilesOf, readImages, type ImageSources } from '@journey/map';
import { IMAGE_TYPES, type JourneyModel } from '@journey/model';
import { watchFiles } from './watch-files.ts';

const FILES = `**/*.{${[...IMAGE_TYPES.keys()].join(',')}}`;

/** What stands in the image files of a document's journeys, once; without those that can't be read. */
export function imagesOf(document: Uri, model: JourneyModel): Promise<ImageSources> {
  return imagesIn(document, imageFilesOf(model));
}

function imagesIn(document: Uri, files: readonly string[]): Promise<ImageSources> {
  return readImages(files, async (file) => {
    try {
      return await workspace.fs.readFile(uriOf(document, file));
    } catch {
      // A finding says that there is no such file.
      return undefined;
    }
  });
}

function uriOf(document: Uri, file: string): Uri {
  return Uri.joinPath(document, '..', file);
}

/** The images that a map shows: they are read when it shows others than before, and when a file of them changes. */
export class ShownImages {
  private readonly onRead: (images: ImageSources) => void;
  private readonly watch: Disposable;
  private shown: { readonly document: Uri; readonly files: readonly string[] } | undefined;
  private turn = 0;

  constructor(onRead: (images: ImageSources) => void) {
    this.onRead = onRead;
    this.watch = watchFiles(FILES, (uri) => {
      if (this.isShown(uri)) void this.read();
    });
  }

  show(document: Uri, model: JourneyModel): void {
    const files = imageFilesOf(model);
    const before = this.shown;
    this.shown = { document, files };
    const isSame =
      before?.document.toString() === document.toString() && before.files.join() === files.join();
    if (!isSame) void this.read();
  }

  dispose(): void {
    this.turn++;
    this.watch.dispose();
  }

  private isShown(uri: Uri): boolean {
    const { shown } = this;
    return shown?.files.some((file) => uriOf(shown.document, file).toString() === uri.toString()) ?? false;
  }

  private async read(): Promise<void> {
    const mine = ++this.turn;
    if (!this.shown) return;
    const images = await imagesIn(this.shown.document, this.shown.files);
    if (mine === this.turn) this.onRead(images);
  }
}
