import type { AstNode, BuildOptions, FileSystemProvider, LangiumDocument, URI } from 'langium';
import {
  Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  interruptAndCheck,
  isOperationCancelled,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibraryUri } from '../library/library.ts';
import { importedDocuments } from '../references/import-closure.ts';
import { importedUris } from '../references/imports.ts';
import type { JourneyServices, JourneySharedServices } from '../services.ts';
import { foresee, hasDistant } from './distant-files.ts';
import { filesAffectedBy } from './impact.ts';
import type { JourneyIndex } from './journey-index.ts';
import { NOTHING, offerOf, type Offer } from './offer.ts';
import { keyOf, partsOf } from './parts.ts';
import { Unreported } from './unreported.ts';
import { Waiting } from './waiting.ts';

type Token = Cancellation.CancellationToken;

/** What one build still has to bring to an end, and by which options. */
type Unfinished = Map<LangiumDocument, BuildOptions>;

/**
 * Builds what a change affects and no more, what is open first. docs/architecture.md says under "How files are built"
 * in which order, and what holds in between.
 */
export class JourneyDocumentBuilder extends DefaultDocumentBuilder {
  private readonly index: JourneyIndex;
  private readonly files: FileSystemProvider;
  private readonly languageOf: (uri: URI) => JourneyServices;
  private readonly waiting = new Waiting();
  /** What files offered before they changed, until it is known what their change means to others. */
  private readonly changes = new Map<string, Offer>();
  /** Those of them that an editor or the disk changed: until they are read again every answer would be out of date. */
  private readonly outdated = new Set<string>();
  private readonly unreported = new Unreported();
  /** How many changes are known of that no update has taken in yet. */
  private announced = 0;
  /** How many builds are under way. */
  private building = 0;
  /** Whether more is to be built than what a build is asked for: something changed, or a build was cancelled. */
  private leftBehind = false;

  constructor(services: JourneySharedServices) {
    super(services);
    this.index = services.workspace.IndexManager;
    this.files = services.workspace.FileSystemProvider;
    // No other language is ever registered.
    this.languageOf = (uri) => services.ServiceRegistry.getServices(uri) as JourneyServices;
  }

  /** From now on nobody is answered before `takeIn` has been given the change that is about to come. */
  announce(): void {
    this.announced++;
  }

  /** Updates by a change that was announced. */
  takeIn(changed: URI[], deleted: URI[], cancelToken: Token): Promise<void> {
    return this.updateBy(changed, deleted, cancelToken, () => {
      this.announced--;
    });
  }

  override update(
    changed: URI[],
    deleted: URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    return this.updateBy(changed, deleted, cancelToken, () => undefined);
  }

  override build<T extends AstNode>(
    documents: LangiumDocument<T>[],
    options: BuildOptions = {},
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    return this.during(() => super.build(documents, options, cancelToken));
  }

  /** Holds those who wait off until the work is done, even when nothing is being built for a while. */
  async during(work: () => Promise<void>): Promise<void> {
    this.building++;
    try {
      await work();
    } catch (error) {
      this.leftBehind = true;
      if (!isOperationCancelled(error)) this.outdated.clear();
      throw error;
    } finally {
      this.building--;
      this.waiting.check();
    }
  }

  /** Puts a file among the documents that is read when its turn comes. */
  addUnread(uri: URI): LangiumDocument {
    const empty: ast.File = { $type: 'File', imports: [], declarations: [] };
    const document = this.langiumDocumentFactory.fromModel(empty, uri);
    document.state = DocumentState.Changed;
    this.langiumDocuments.addDocument(document);
    return document;
  }

  override resetToState(document: LangiumDocument, state: DocumentState): void {
    if (state <= DocumentState.ComputedScopes)
      this.languageOf(document.uri).references.Linker.unlink(document);
    if (state < DocumentState.Validated) {
      delete document.diagnostics;
      this.buildState.delete(document.uri.toString());
    }
    if (document.state > state) document.state = state;
  }

  private updateBy(changed: URI[], deleted: URI[], cancelToken: Token, takenIn: () => void): Promise<void> {
    return this.during(async () => {
      this.currentState = DocumentState.Changed;
      this.leftBehind = true;
      if (hasDistant(this.files)) await this.files.upToDate();
      const changedUris = (await Promise.all(changed.map((uri) => this.findChangedUris(uri)))).flat();
      const deletedUris = deleted.flatMap((uri) => this.forget(uri));
      for (const uri of changedUris) this.expectChange(uri);
      for (const uri of [...changed, ...deleted]) this.expectOtherText(uri);
      takenIn();
      await this.emitUpdate(changedUris, deletedUris);
      await interruptAndCheck(cancelToken);
      await this.buildDocuments([], this.updateBuildOptions, cancelToken);
    });
  }

  /** All states may be lost from here on but those that say what has to be read again. */
  private expectChange(uri: URI): void {
    const document = this.langiumDocuments.getDocument(uri) ?? this.addUnread(uri);
    this.noteChange(document);
    this.outdated.add(uri.toString());
    this.resetToState(document, DocumentState.Changed);
  }

  private noteChange(document: LangiumDocument): void {
    const uri = document.uri.toString();
    const isKnown = document.state >= DocumentState.IndexedContent;
    if (!this.changes.has(uri)) this.changes.set(uri, isKnown ? offerOf(document) : NOTHING);
  }

  /** Takes a file out, or all files of a folder, but for those that an editor still holds; returns the addresses. */
  private forget(uri: URI): URI[] {
    const documents = this.langiumDocuments.getDocuments(uri);
    for (const document of documents) {
      if (this.isOpen(document.uri)) continue;
      this.noteChange(document);
      this.outdated.add(document.uri.toString());
      this.langiumDocuments.deleteDocument(document.uri);
      this.cleanUpDeleted(document);
    }
    return documents.filter((document) => !this.isOpen(document.uri)).map((document) => document.uri);
  }

  /** A text of a message may stand in a file of its own: whoever sends it is judged by it. */
  private expectOtherText(uri: URI): void {
    const documents = this.documentsByAddress();
    for (const reader of this.index.imports.readersOf(uri.toString())) {
      const document = documents.get(reader);
      const parts = document ? partsOf(document).map((part) => keyOf(part, document)) : [];
      for (const file of this.index.graph.filesAffectedBy(parts)) {
        const affected = documents.get(file);
        if (affected) this.resetToState(affected, DocumentState.IndexedReferences);
      }
    }
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Token,
  ): Promise<void> {
    const behind = this.langiumDocuments.all.filter(({ state }) => state < DocumentState.Validated);
    const unfinished: Unfinished = new Map(
      (this.leftBehind ? behind.toArray() : []).map((document) => [document, this.updateBuildOptions]),
    );
    for (const document of documents) unfinished.set(document, options);
    for (const [document, each] of unfinished) this.prepareBuild([document], each);
    const urgent = [...unfinished.keys()].filter(
      ({ uri }) => this.isOpen(uri) || this.outdated.has(uri.toString()) || isLibraryUri(uri),
    );
    if (urgent.length < unfinished.size || this.outdated.size > 0) {
      await this.read(urgent, unfinished, cancelToken);
      await this.settle(unfinished);
      const open = [...unfinished.keys()].filter(({ uri }) => this.isOpen(uri));
      // What an open file needs of others is looked at through their links.
      const needed = open.flatMap((document) => importedDocuments(document, this.languageOf(document.uri)));
      await this.link(
        [...new Set([...open, ...needed])].filter((each) => unfinished.has(each)),
        cancelToken,
      );
      await this.validateAll(open, cancelToken);
    }
    await this.read([...unfinished.keys()], unfinished, cancelToken);
    await this.settle(unfinished);
    const inOrder = this.sortDocuments([...unfinished.keys()]);
    await this.link(inOrder, cancelToken);
    this.currentState = DocumentState.IndexedReferences;
    this.waiting.check();
    await this.validateAll(inOrder, cancelToken);
    this.leftBehind = false;
    this.currentState = DocumentState.Validated;
    this.waiting.check();
  }

  /** Reads the files and all that they import: after it the names of each are known. */
  private async read(
    documents: readonly LangiumDocument[],
    unfinished: Unfinished,
    cancelToken: Token,
  ): Promise<void> {
    const reading = new Set<LangiumDocument>();
    // A build that was cancelled may have read a file and not what it imports, or not what that imports.
    const looking = new Set(documents);
    for (const document of looking) {
      if (document.state < DocumentState.ComputedScopes) {
        await interruptAndCheck(cancelToken);
        this.addUnfinished(document, unfinished);
        this.noteChange(document);
        if (!(await this.parse(document, cancelToken))) {
          unfinished.delete(document);
          continue;
        }
        await this.collectNames(document, cancelToken);
        reading.add(document);
      }
      for (const imported of this.importsToLookAt(document)) looking.add(imported);
    }
    for (const state of [DocumentState.Parsed, DocumentState.IndexedContent, DocumentState.ComputedScopes])
      await this.notifyBuildPhase([...reading], state, cancelToken);
  }

  /** Whether the file is there to be parsed. */
  private async parse(document: LangiumDocument, cancelToken: Token): Promise<boolean> {
    if (document.state >= DocumentState.Parsed) return true;
    try {
      await this.langiumDocumentFactory.update(document, cancelToken);
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      // It vanished before it was read.
      await this.emitUpdate([], this.forget(document.uri));
      return false;
    }
    await this.notifyDocumentPhase(document, DocumentState.Parsed, cancelToken);
    return true;
  }

  private async collectNames(document: LangiumDocument, cancelToken: Token): Promise<void> {
    await this.indexManager.updateContent(document, cancelToken);
    document.state = DocumentState.IndexedContent;
    await this.notifyDocumentPhase(document, DocumentState.IndexedContent, cancelToken);
    const { ScopeComputation } = this.serviceRegistry.getServices(document.uri).references;
    document.localSymbols = await ScopeComputation.collectLocalSymbols(document, cancelToken);
    await foresee(this.files, document, this.languageOf(document.uri).settings);
    document.state = DocumentState.ComputedScopes;
    await this.notifyDocumentPhase(document, DocumentState.ComputedScopes, cancelToken);
  }

  /** What the document imports, but for files that a build brought to an end: all that those import is read. */
  private importsToLookAt(document: LangiumDocument): LangiumDocument[] {
    const { imports } = this.languageOf(document.uri);
    return importedUris(document).flatMap((uri) => {
      const imported = this.langiumDocuments.getDocument(uri);
      if (imported) return imported.state < DocumentState.Validated ? [imported] : [];
      return imports.isOnDisk(uri) ? [this.addUnread(uri)] : [];
    });
  }

  /**
   * Works out what the changes that were read mean to other files: some have to be linked anew, the rest only point to
   * what is there now. Nothing may interrupt it, so that nobody sees one half.
   */
  private async settle(unfinished: Unfinished): Promise<void> {
    const documents = this.documentsByAddress();
    const read = new Map(
      [...this.changes].filter(([uri]) => {
        const document = documents.get(uri);
        return !document || document.state >= DocumentState.ComputedScopes;
      }),
    );
    const relinked = new Set<LangiumDocument>();
    const relink = (document: LangiumDocument | undefined) => {
      if (!document || document.state < DocumentState.ComputedScopes || relinked.has(document)) return;
      if (!this.leftBehind && !unfinished.has(document)) return;
      this.resetToState(document, DocumentState.ComputedScopes);
      this.addUnfinished(document, unfinished);
      relinked.add(document);
    };
    for (const file of filesAffectedBy(read, documents, this.index)) relink(documents.get(file));
    // Names may have been looked up from elsewhere before it was their file's turn.
    for (const document of unfinished.keys())
      if (document.state === DocumentState.ComputedScopes) relink(document);
    for (const [uri, { root }] of read) {
      const target = documents.get(uri);
      if (target && root && target.parseResult.value !== root)
        for (const file of this.index.graph.referrersOf(uri)) {
          const source = documents.get(file);
          if (source && !this.pointTo(target, source)) relink(source);
        }
      this.changes.delete(uri);
      this.outdated.delete(uri);
    }
    // What was worked out while files were read may say what isn't so any more.
    await this.emitUpdate([], []);
    this.waiting.check();
  }

  private addUnfinished(document: LangiumDocument, unfinished: Unfinished): void {
    const options = unfinished.get(document) ?? this.updateBuildOptions;
    unfinished.set(document, options);
    this.prepareBuild([document], options);
  }

  /** Points the references of one file to what is in the other now; false where something isn't there any more. */
  private pointTo(target: LangiumDocument, source: LangiumDocument): boolean {
    if (source.state < DocumentState.Linked) return true;
    const { Linker } = this.languageOf(source.uri).references;
    return this.index.graph
      .referencesBetween(source, target)
      .every((reference) => Linker.pointTo(reference, target));
  }

  private async link(documents: LangiumDocument[], cancelToken: Token): Promise<void> {
    const toBeLinked = documents.filter((document) => this.shouldLink(document));
    await this.bring(toBeLinked, DocumentState.Linked, cancelToken, (document) =>
      this.languageOf(document.uri).references.Linker.link(document, cancelToken),
    );
    await this.bring(toBeLinked, DocumentState.IndexedReferences, cancelToken, () => undefined);
  }

  private async validateAll(documents: LangiumDocument[], cancelToken: Token): Promise<void> {
    const toBeValidated = documents.filter((document) => this.shouldValidate(document));
    for (const document of documents) if (!this.shouldValidate(document)) this.markAsCompleted(document);
    await this.bring(toBeValidated, DocumentState.Validated, cancelToken, async (document) => {
      await this.validate(document, cancelToken);
      this.markAsCompleted(document);
    });
  }

  private async bring(
    documents: readonly LangiumDocument[],
    state: DocumentState,
    cancelToken: Token,
    work: (document: LangiumDocument) => Promise<void> | undefined,
  ): Promise<void> {
    const behind = documents.filter((document) => document.state < state);
    for (const document of behind) {
      await interruptAndCheck(cancelToken);
      await work(document);
      document.state = state;
      this.unreported.add(state, document);
      this.waiting.check();
      // It is brought this far only once: also a build that is over by now has to say so.
      await this.notifyDocumentPhase(document, state, Cancellation.CancellationToken.None);
    }
    await this.notifyBuildPhase(this.unreported.take(state), state, Cancellation.CancellationToken.None);
  }

  private documentsByAddress(): ReadonlyMap<string, LangiumDocument> {
    return new Map(this.langiumDocuments.all.map((document) => [document.uri.toString(), document]));
  }

  private isOpen(uri: URI): boolean {
    return this.textDocuments?.get(uri) !== undefined;
  }

  protected override async awaitDocumentState(
    state: DocumentState,
    uri: URI,
    cancelToken: Token,
  ): Promise<URI> {
    await this.waiting.until(() => {
      if (this.isOutdated()) return undefined;
      const document = this.langiumDocuments.getDocument(uri);
      if (document && document.state >= state) return true;
      if (document && this.building > 0) return undefined;
      return 'never';
    }, cancelToken);
    return uri;
  }

  protected override awaitBuilderState(state: DocumentState, cancelToken: Token): Promise<void> {
    return this.waiting.until(
      () => (!this.isOutdated() && this.currentState >= state ? true : undefined),
      cancelToken,
    );
  }

  private isOutdated(): boolean {
    return this.announced > 0 || this.outdated.size > 0;
  }
}
