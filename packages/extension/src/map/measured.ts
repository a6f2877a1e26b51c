import { Disposable, l10n, RelativePattern, Uri, window, workspace } from 'vscode';
import { readActuals, type Actuals } from '@journey/map';
import { watchFiles } from './watch-files.ts';

/** The files that what was measured is read from: `shop.kpis.json` or `shop.kpis.csv` beside `shop.journey`. */
const ENDINGS = ['.kpis.json', '.kpis.csv'];

/**
 * What was measured of a journey's KPIs, from the file beside the journey, and again whenever that file changes. What
 * can't be read is said, and what was read before stays.
 * @param onRead called when there is something to show, or no longer; never where there has been no such file
 */
export function watchMeasured(journey: Uri, onRead: (actuals: Actuals) => void): Disposable {
  const { name, folder, files } = filesBeside(journey);
  let known = false;
  let turn = 0;
  const read = async (): Promise<void> => {
    const mine = ++turn;
    const file = await firstOf(files);
    if (mine !== turn || (!file && !known)) return;
    known = true;
    try {
      onRead(file ? readActuals(file.text) : {});
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showWarningMessage(l10n.t('{0}: {1}', file?.name ?? name, reason));
    }
  };
  void read();
  return Disposable.from(
    ...ENDINGS.map((ending) => watchFiles(new RelativePattern(folder, name + ending), () => void read())),
    new Disposable(() => turn++),
  );
}

/**
 * What was measured of a journey's KPIs, once; nothing where there is no such file.
 * @throws {Error} with a sentence for people, where the file can't be read
 */
export async function measuredOf(journey: Uri): Promise<Actuals> {
  const file = await firstOf(filesBeside(journey).files);
  return file ? readActuals(file.text) : {};
}

function filesBeside(journey: Uri): { readonly name: string; readonly folder: Uri; readonly files: Uri[] } {
  const name = /([^/]*?)(?:\.journey)?$/.exec(journey.path)?.[1] ?? '';
  const folder = Uri.joinPath(journey, '..');
  return { name, folder, files: ENDINGS.map((ending) => Uri.joinPath(folder, name + ending)) };
}

async function firstOf(
  files: readonly Uri[],
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  for (const file of files) {
    try {
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      return { name: file.path.split('/').at(-1) ?? '', text };
    } catch {
      // There is no such file: the next one may be there.
    }
  }
  return undefined;
}
