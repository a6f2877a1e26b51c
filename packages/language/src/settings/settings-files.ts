import { UriUtils, type FileSystemProvider, type URI } from 'langium';
import { hasDistant } from '../build/distant-files.ts';
import { isLibraryUri } from '../library/library.ts';
import { NO_SEVERITIES, readSeverities, type ReadSeverities } from './severities.ts';

/** The file that holds what a team settled on, for the journeys of its folder and of all folders in that. */
export const SETTINGS_FILE = 'journey.json';

/** Finds and reads the settings files that journeys are under: the nearest upward holds. */
export class SettingsFiles {
  private readonly files: FileSystemProvider;
  private readonly byFolder = new Map<string, ReadSeverities>();
  private readonly read = new Map<string, readonly string[]>();

  constructor(files: FileSystemProvider) {
    this.files = files;
  }

  /** What the nearest settings file says of severities. */
  severitiesOf(journey: URI): ReadSeverities {
    return isInFolder(journey) ? this.inFolder(UriUtils.dirname(journey)) : NO_SEVERITIES;
  }

  /** Where settings files of the journey may be, the nearest first. */
  filesAbove(journey: URI): readonly URI[] {
    const files: URI[] = [];
    if (!isInFolder(journey)) return files;
    let folder = journey;
    do {
      folder = UriUtils.dirname(folder);
      files.push(UriUtils.joinPath(folder, SETTINGS_FILE));
    } while (UriUtils.dirname(folder).path !== folder.path);
    return files;
  }

  /** What is wrong with the files that were read, by their addresses. */
  get problems(): ReadonlyMap<string, readonly string[]> {
    return this.read;
  }

  /** One of the files changed: from now on what they say now holds. */
  async renew(): Promise<void> {
    if (hasDistant(this.files)) await this.files.upToDate();
    this.byFolder.clear();
    this.read.clear();
  }

  private inFolder(folder: URI): ReadSeverities {
    const key = folder.toString();
    const known = this.byFolder.get(key);
    if (known) return known;
    const parent = UriUtils.dirname(folder);
    const found =
      this.readFile(UriUtils.joinPath(folder, SETTINGS_FILE)) ??
      (parent.path === folder.path ? NO_SEVERITIES : this.inFolder(parent));
    this.byFolder.set(key, found);
    return found;
  }

  private readFile(file: URI): ReadSeverities | undefined {
    if (!this.files.existsSync(file)) return undefined;
    const found = settingsIn(this.files.readFileSync(file));
    this.read.set(file.toString(), found.problems);
    return found;
  }
}

/** Whether the file stands somewhere: the library's don't, nor do those that were never saved. */
function isInFolder(journey: URI): boolean {
  return journey.path.startsWith('/') && journey.scheme !== 'untitled' && !isLibraryUri(journey);
}

function settingsIn(text: string): ReadSeverities {
  try {
    const settings: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof settings === 'object' && settings !== null;
    return isObject && 'severity' in settings ? readSeverities(settings.severity) : NO_SEVERITIES;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...NO_SEVERITIES, problems: [`This is no JSON: ${reason}.`] };
  }
}
