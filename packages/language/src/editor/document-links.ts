import type { LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../text/links.ts';

/** The files that a journey names can be opened: imports, texts and pictures of messages. */
export class JourneyDocumentLinks implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    return linksOf(document).map(({ range, target }) => ({ range, target: target.toString() }));
  }
}
