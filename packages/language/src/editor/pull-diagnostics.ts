import type { LangiumDocument } from 'langium';
import { DocumentState, interruptAndCheck, isOperationCancelled, URI } from 'langium';
import {
  DiagnosticRefreshRequest,
  LSPErrorCodes,
  ResponseError,
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isLibraryUri } from '../library/library.ts';
import type { JourneyEditorServices } from './services.ts';

/** A file's findings, or that they are those that the client has already. */
type Report = Pick<WorkspaceDocumentDiagnosticReport, 'resultId'> &
  (
    | { readonly kind: typeof DocumentDiagnosticReportKind.Full; items: Diagnostic[] }
    | { readonly kind: typeof DocumentDiagnosticReportKind.Unchanged; resultId: string }
  );

/**
 * Answers clients that ask for findings, of a file or of all, opened or not; and tells them when to ask again. Such
 * clients are sent none: they would show each twice.
 */
export class PullDiagnostics {
  private readonly services: JourneyEditorServices;
  /** What was found in each file when it was last asked for. */
  private readonly reported = new Map<
    string,
    { readonly list: readonly Diagnostic[]; readonly text: string; readonly id: string }
  >();
  private lastId = 0;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  listen(connection: Connection): void {
    const { shared } = this.services;
    const { DocumentBuilder } = shared.workspace;
    const send = connection.sendDiagnostics.bind(connection);
    connection.sendDiagnostics = (params) => (this.isAsked() ? Promise.resolve() : send(params));
    connection.languages.diagnostics.on((params, token) => answered(this.reportOnOne(params, token), token));
    connection.languages.diagnostics.onWorkspace((params, token) =>
      answered(this.reportOnAll(params, token), token),
    );
    DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
      // A client that doesn't know the request asks again when it wants to.
      if (this.isAsked() && shared.lsp.LanguageServer.refreshesDiagnostics)
        connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
      return Promise.resolve();
    });
  }

  private isAsked(): boolean {
    return this.services.shared.lsp.LanguageServer.pullsDiagnostics;
  }

  private async reportOnOne(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<Report> {
    const { WorkspaceManager, DocumentBuilder, LangiumDocuments } = this.services.shared.workspace;
    const uri = URI.parse(textDocument.uri);
    await WorkspaceManager.ready;
    await DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
    const document = LangiumDocuments.getDocument(uri);
    return document
      ? this.reportOn(document, previousResultId)
      : { kind: DocumentDiagnosticReportKind.Full, items: [] };
  }

  private async reportOnAll(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const { DocumentBuilder, LangiumDocuments } = this.services.shared.workspace;
    await DocumentBuilder.waitUntil(DocumentState.Validated, token);
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const document of LangiumDocuments.all) {
      await interruptAndCheck(token);
      if (isLibraryUri(document.uri)) continue;
      const uri = document.uri.toString();
      const { version } = document.textDocument;
      items.push({ ...this.reportOn(document, known.get(uri)), uri, version });
    }
    return { items };
  }

  private reportOn({ uri, diagnostics = [] }: LangiumDocument, previous: string | undefined): Report {
    const resultId = this.idOf(uri.toString(), diagnostics);
    return previous === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
  }

  /** The same as long as the findings say the same: most checks of a file find nothing new. */
  private idOf(uri: string, list: readonly Diagnostic[]): string {
    const last = this.reported.get(uri);
    if (last?.list === list) return last.id;
    const text = JSON.stringify(list);
    const id = last?.text === text ? last.id : `${++this.lastId}`;
    this.reported.set(uri, { list, text, id });
    return id;
  }
}

/**
 * The answer, or that there is none: because the client took its question back, or because an edit made it senseless.
 * @throws {ResponseError}
 */
async function answered<Answer>(answer: Promise<Answer>, token: CancellationToken): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!isOperationCancelled(error)) throw error;
    throw token.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
      : new ResponseError(LSPErrorCodes.ServerCancelled, 'The files changed.', { retriggerRequest: true });
  }
}
