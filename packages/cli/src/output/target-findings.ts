import type { OpenedDocument } from '@journey/language';
import type { GenerationFinding } from '@journey/targets';
import { URI, UriUtils } from 'langium';
import { shownPath } from '../files.ts';
import type { LocatedFinding } from './findings.ts';

/**
 * What a target says of the model of a document, with the lines that it says it of.
 * @param documents where the lines are looked up: the document and what it imports.
 */
export function targetFindings(
  findings: readonly GenerationFinding[],
  document: OpenedDocument,
  documents: readonly OpenedDocument[],
): LocatedFinding[] {
  const folder = UriUtils.dirname(document.uri);
  return findings.map(({ code, severity, message, source }) => {
    const uri = source.file.includes(':/')
      ? URI.parse(source.file)
      : UriUtils.resolvePath(folder, source.file);
    const text = documents.find((other) => UriUtils.equals(other.uri, uri))?.text ?? '';
    return {
      file: uri.scheme === 'file' ? shownPath(uri.fsPath) : uri.toString(),
      line: source.start.line + 1,
      column: source.start.character + 1,
      endLine: source.end.line + 1,
      endColumn: source.end.character + 1,
      severity,
      code,
      message,
      sourceLine: text.split(/\r\n|\r|\n/)[source.start.line] ?? '',
    };
  });
}
