import type { DocumentState, LangiumDocument } from 'langium';

/**
 * What was brought to a state, until those are told who wait for the end of a build: of what a build that was cancelled
 * brought there, the next one tells them.
 */
export class Unreported {
  private readonly reached = new Map<DocumentState, Set<LangiumDocument>>();

  add(state: DocumentState, document: LangiumDocument): void {
    const documents = this.reached.get(state) ?? new Set();
    this.reached.set(state, documents.add(document));
  }

  /** Those that are still in the state, or beyond it; from now on they count as reported. */
  take(state: DocumentState): LangiumDocument[] {
    const documents = [...(this.reached.get(state) ?? [])];
    this.reached.delete(state);
    return documents.filter((document) => document.state >= state);
  }
}
