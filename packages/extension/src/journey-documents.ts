import { l10n, Uri, window, type TextDocument } from 'vscode';

export const LANGUAGE_ID = 'journey';

/**
 * The document that a command is about: the one whose title bar or menu it was called from, else the one in the active
 * editor. Says so and returns undefined where that is no journey.
 */
export function documentOfCommand(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  // A code lens gives it as the protocol writes it.
  if (typeof argument === 'string') return Uri.parse(argument);
  const document = window.activeTextEditor?.document;
  if (document && isJourney(document)) return document.uri;
  void window.showInformationMessage(l10n.t('Open a .journey file first.'));
  return undefined;
}

export function isJourney(document: TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** A file that a model names, by its path relative to the folder of the document the model was compiled from. */
export function fileOfModel(document: Uri, file: string): Uri {
  return URL_WITH_SCHEME.test(file) ? Uri.parse(file) : Uri.joinPath(document, '..', file);
}

const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]+:\//i;
