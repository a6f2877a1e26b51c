import type { LangiumDocument } from 'langium';
import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import type { JourneyEditorServices } from './services.ts';

/** Changes a name of an automation's own together with all its uses, while it is typed; other names are renamed. */
export class LinkedEditing {
  private readonly services: JourneyEditorServices;

  constructor(services: JourneyEditorServices) {
    this.services = services;
  }

  getLinkedEditingRanges(
    document: LangiumDocument,
    { position }: LinkedEditingRangeParams,
  ): LinkedEditingRanges | undefined {
    const { names } = this.services;
    const name = names.at(document, position);
    const [declaration, another] = name?.declarations ?? [];
    const isOwn = ast.isBinding(declaration) || ast.isLet(declaration) || ast.isForEach(declaration);
    if (!name || !declaration || another || !isOwn) return undefined;
    const occurrences = names.occurrencesOf(declaration);
    const here = document.uri.toString();
    const isAllHere = occurrences.every(({ uri, text }) => uri.toString() === here && text === name.text);
    return isAllHere ? { ranges: occurrences.map(({ range }) => range) } : undefined;
  }
}
