/**
 * What the Journey server and its clients say to each other beyond the Language Server Protocol. Positions and ranges
 * count as the protocol does: from 0, characters in UTF-16 units.
 */
import { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type { JourneyEdit, JourneyModel, SourceRange } from '@journey/model';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Actuals, ImageSources, FileOverview, PrintedFormat, TextFormat } from '@journey/map';

/** What a client may say when it starts the server, as `initializationOptions`. */
export interface ServerOptions {
  /** The URI of the folder that holds the diagnostics' help pages; without one, findings have no links to their pages. */
  readonly diagnosticsHelpBase?: string;
  /** Whether findings are sent to the client or asked for by it; where nothing is said, it asks if it can. */
  readonly diagnostics?: 'push' | 'pull';
  /** Commands that the client has, for code lenses to call: `journey.openMap`, `journey.generate`, `journey.showReferences`. */
  readonly clientCommands?: readonly string[];
  /**
   * Whether the client answers {@link FileKindRequest} and those after it. The server asks for files that it can't read
   * by itself: in a browser all, on a computer those that are on no disk (`vscode-vfs:`).
   */
  readonly answersFileRequests?: boolean;
}

export interface DocumentParams {
  /** The URI of a document or another file, as the client writes it. */
  readonly uri: string;
}

/** A finding in the document or in a file that it imports. */
export interface ModelProblem {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly message: string;
  /** `file` is relative to the folder of the document, as in the model. */
  readonly range: SourceRange;
}

/** A document's model at one moment. Broken parts are left out of the model and found among the problems. */
export interface ModelSnapshot {
  readonly uri: string;
  /** The version of the document's text that the client sent; 0 for a file that isn't open. */
  readonly version: number;
  readonly model: JourneyModel;
  readonly problems: readonly ModelProblem[];
}

/** The model as it is once all edits that were sent before are built. */
export const ModelRequest = new RequestType<DocumentParams, ModelSnapshot, void>('journey/model');

/** As {@link ModelRequest}; from then on {@link ModelChanged} follows every change of the document or its imports. */
export const WatchModelRequest = new RequestType<DocumentParams, ModelSnapshot, void>('journey/watchModel');

/** Ends what {@link WatchModelRequest} began; each watch is ended once. */
export const UnwatchModel = new NotificationType<DocumentParams>('journey/unwatchModel');

export const ModelChanged = new NotificationType<ModelSnapshot>('journey/modelChanged');

/** What a list of all journeys shows of them, beginning with those that there are; {@link OverviewChanged} follows each change. */
export const WatchOverviewRequest = new RequestType0<readonly FileOverview[], void>('journey/watchOverview');

export interface OverviewChange {
  /** Documents whose journeys, or the findings in them, are others now; those without journeys have an empty list. */
  readonly changed: readonly FileOverview[];
  /** The URIs of documents that are no longer there. */
  readonly removed: readonly string[];
}

export const OverviewChanged = new NotificationType<OverviewChange>('journey/overviewChanged');

export interface JourneyEditParams extends DocumentParams {
  /** The version of the text that the edit's places were found in, as {@link ModelSnapshot} says it. */
  readonly version: number;
  readonly edit: JourneyEdit;
}

export type JourneyEditResult =
  /** Edits of that version of the document; the client makes them. There are none where nothing would change. */
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** A sentence for people: the part stands in another file or is inherited, or the text is another one by now. */
  | { readonly kind: 'refused'; readonly message: string };

/** What an edit made in the map comes to in the text; nothing is changed yet. */
export const JourneyEditRequest = new RequestType<JourneyEditParams, JourneyEditResult, void>('journey/edit');

export interface MapExportParams extends DocumentParams {
  /** The id of one of the document's journeys. */
  readonly journey: string;
  /** How the journey is written; `png` and `pdf` need a server on a computer that has a browser. */
  readonly format: TextFormat | PrintedFormat;
  /** The file's name, without its folder and its ending. */
  readonly name: string;
  /** What was measured of the KPIs, where somebody gave it. */
  readonly actuals?: Actuals;
  /** What stands in the journey's image files; the frames of others are empty. */
  readonly images?: ImageSources;
}

export type MapExportResult =
  /** The file itself first, then what it brings along; `base64` where it is no text. */
  | { readonly kind: 'files'; readonly files: readonly MapExportFile[] }
  /** A sentence for people: there is nothing to print with. */
  | { readonly kind: 'problem'; readonly message: string };

export interface MapExportFile {
  readonly name: string;
  readonly content: string;
  readonly encoding: 'utf8' | 'base64';
}

/** The journey as a file that stands alone; what is wrong in it is marked in its pictures. */
export const MapExportRequest = new RequestType<MapExportParams, MapExportResult, void>('journey/mapExport');

export interface TargetDescription {
  readonly id: string;
  readonly label: string;
}

export const TargetsRequest = new RequestType0<readonly TargetDescription[], void>('journey/targets');

export interface GenerateParams extends DocumentParams {
  readonly target: string;
  /** The URI of the folder to write into; it is created where it is missing. */
  readonly folder: string;
  /** Whether files that somebody changed since they were generated are overwritten too. */
  readonly overwriteChanged: boolean;
}

export type GenerateResult =
  /** The journey has errors, and nothing was written. */
  | { readonly kind: 'errors'; readonly count: number }
  /** Somebody changed these files since they were generated, and nothing was written. */
  | { readonly kind: 'changedByHand'; readonly files: readonly string[] }
  | {
      readonly kind: 'written';
      /** Paths in the folder, with `/`. */
      readonly written: readonly string[];
      readonly unchanged: readonly string[];
      readonly removed: readonly string[];
      /** What the target can't do, or does differently. */
      readonly findings: readonly ModelProblem[];
      /** The file in the folder that says what to do next, where the target writes one. */
      readonly readme?: string;
    };

export const GenerateRequest = new RequestType<GenerateParams, GenerateResult, void>('journey/generate');

export type FileKind = 'file' | 'folder';

/** Asked of the client: what there is at that address; null for nothing. */
export const FileKindRequest = new RequestType<DocumentParams, FileKind | null, void>('journey/fileKind');

/** Asked of the client: the text of a file as it was saved last; null where there is none. */
export const ReadFileRequest = new RequestType<DocumentParams, string | null, void>('journey/readFile');

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** Asked of the client: what a folder holds; null where there is none. */
export const ReadFolderRequest = new RequestType<DocumentParams, readonly FolderEntry[] | null, void>(
  'journey/readFolder',
);

export interface WriteFileParams extends DocumentParams {
  readonly content: string;
}

/** Asked of the client: writes a whole file, with the folders that it needs. */
export const WriteFileRequest = new RequestType<WriteFileParams, void, void>('journey/writeFile');

/** Asked of the client: removes a file that was generated, and its folder where nothing else is in it. */
export const RemoveFileRequest = new RequestType<DocumentParams, void, void>('journey/removeFile');
