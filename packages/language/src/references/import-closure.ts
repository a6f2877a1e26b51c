import type { LangiumDocument } from 'langium';
import type { JourneyServices } from '../services.ts';
import { importedUris } from './imports.ts';

/** All documents that the document imports, directly or through others, each once; not the document itself. */
export function importedDocuments(document: LangiumDocument, services: JourneyServices): LangiumDocument[] {
  const { LangiumDocuments } = services.shared.workspace;
  const seen = new Set<LangiumDocument>([document]);
  for (const next of seen) {
    for (const uri of importedUris(next)) {
      const imported = LangiumDocuments.getDocument(uri);
      if (imported) seen.add(imported);
    }
  }
  seen.delete(document);
  return [...seen];
}
