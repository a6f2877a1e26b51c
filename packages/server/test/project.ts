import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  type Definition,
  type DocumentSymbol,
  type InitializeParams,
  type Location,
  type LocationLink,
  type Position,
  type ProtocolRequestType,
  type RequestParam,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { readMarked, textIn } from './marked-text.ts';
import { ServerProcess } from './server-process.ts';
import { applyEdits, changedLines } from './workspace-edit.ts';

/** A folder of files on disk, and an editor and a server that have it open. */
export class Project {
  readonly folder: string;
  readonly server: ServerProcess;
  private readonly versions = new Map<string, number>();
  private readonly texts = new Map<string, string>();

  private constructor(folder: string, server: ServerProcess) {
    this.folder = folder;
    this.server = server;
  }

  static async open(
    files: Readonly<Record<string, string>>,
    wishes: Partial<InitializeParams> = {},
  ): Promise<Project> {
    const folder = mkdtempSync(join(tmpdir(), 'journey-server-'));
    for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
    return new Project(folder, await ServerProcess.start(pathToFileURL(folder).href, wishes));
  }

  async close(): Promise<number | null> {
    const exitCode = await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
    return exitCode;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  text(path: string): string {
    return this.texts.get(path) ?? '';
  }

  /** What the editor shows of the file at an address; undefined where it isn't open. */
  openText(uri: string): string | undefined {
    return this.texts.get(relative(this.folder, fileURLToPath(uri)));
  }

  /** Opens the file in the editor or types over all of it; returns where the mark stands. */
  async type(path: string, marked: string): Promise<Position> {
    const { text, cursor } = readMarked(marked);
    const uri = this.uri(path);
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    this.texts.set(path, text);
    if (version === 1) {
      const textDocument = { uri, languageId: 'journey', version, text };
      await this.server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    } else {
      const textDocument = { uri, version };
      const contentChanges = [{ text }];
      await this.server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges,
      });
    }
    return cursor ?? { line: 0, character: 0 };
  }

  /** Changes a file behind the editor's back, and says so as a file watcher does. */
  async writeToDisk(path: string, text: string): Promise<void> {
    write(join(this.folder, path), text);
    await this.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(path), type: FileChangeType.Changed }],
    });
  }

  /** What is offered at the mark, by label. */
  async completions(path: string, marked: string): Promise<readonly string[]> {
    const position = await this.type(path, marked);
    const result = await this.server.connection.sendRequest(
      CompletionRequest.type,
      this.place(path, position),
    );
    const items = Array.isArray(result) ? result : (result?.items ?? []);
    return items.map((item) => item.label);
  }

  /** Where the name at the mark is declared. */
  async definition(path: string, marked: string) {
    const position = await this.type(path, marked);
    const result = await this.server.connection.sendRequest(
      DefinitionRequest.type,
      this.place(path, position),
    );
    const [link] = Array.isArray(result) ? result : [result];
    if (!link) return undefined;
    return 'targetUri' in link
      ? { uri: link.targetUri, range: link.targetSelectionRange }
      : { uri: link.uri, range: link.range };
  }

  async hover(path: string, marked: string): Promise<string | undefined> {
    const position = await this.type(path, marked);
    const hover = await this.server.connection.sendRequest(HoverRequest.type, this.place(path, position));
    if (!hover) return undefined;
    const { contents } = hover;
    if (typeof contents === 'string') return contents;
    return Array.isArray(contents) ? undefined : contents.value;
  }

  /** The names of the outline, indented by two spaces a level. */
  async outline(path: string): Promise<readonly string[]> {
    const result = await this.server.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: this.uri(path) },
    });
    return (result ?? [])
      .filter((symbol) => 'selectionRange' in symbol)
      .flatMap((symbol) => outlineOf(symbol, ''));
  }

  /** The edits of the formatter, applied. */
  async formatted(path: string): Promise<string> {
    const edits = await this.server.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri: this.uri(path) },
      options: { tabSize: 2, insertSpaces: true },
    });
    return applyEdits(this.text(path), edits ?? []);
  }

  /** Asks something about the place of the mark, after typing the text. */
  async ask<Params extends TextDocumentPositionParams, Result>(
    request: ProtocolRequestType<Params, Result, unknown, void, unknown>,
    path: string,
    marked: string,
    further: Omit<Params, keyof TextDocumentPositionParams>,
  ): Promise<Result> {
    const position = await this.type(path, marked);
    const params = { ...further, ...this.place(path, position) };
    // What is left out of the parameters is what the place gives.
    return this.server.connection.sendRequest(request, params as unknown as RequestParam<Params>);
  }

  /** The lines that an edit changes, as `file:line the new text`. */
  changes(edit: WorkspaceEdit | null): readonly string[] {
    return changedLines(edit, (uri) => this.read(uri));
  }

  /** Places as `file:line:column what stands there`, in the order of the files. */
  places(found: Definition | readonly (Location | LocationLink)[] | null): readonly string[] {
    return [found ?? []]
      .flat()
      .map((place) =>
        'targetUri' in place ? { uri: place.targetUri, range: place.targetSelectionRange } : place,
      )
      .map(({ uri, range }) => {
        const { line, character } = range.start;
        const text = uri.startsWith('file:') ? ` ${textIn(this.read(uri), range).trim()}` : '';
        return `${uri.split('/').at(-1) ?? ''}:${line + 1}:${character + 1}${text}`;
      })
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  }

  /** The file as the editor has it, or as it is on disk. */
  private read(uri: string): string {
    return this.openText(uri) ?? readFileSync(fileURLToPath(uri), 'utf8');
  }

  private place(path: string, position: Position) {
    return { textDocument: { uri: this.uri(path) }, position };
  }
}

function outlineOf(symbol: DocumentSymbol, indent: string): string[] {
  return [
    indent + symbol.name,
    ...(symbol.children ?? []).flatMap((child) => outlineOf(child, `${indent}  `)),
  ];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
