import { env, l10n, Uri, type ExtensionContext, type Webview } from 'vscode';
import { webviewHtml } from '@journey/map';
import { directionOfLanguage } from './direction.ts';

/** Where the webviews' own files are. */
export function webviewFolder(context: ExtensionContext): Uri {
  return Uri.joinPath(context.extensionUri, 'dist/webview');
}

/** The page that a map's panel loads. */
export function mapPage(webview: Webview, folder: Uri): string {
  return page(webview, folder, 'map', l10n.t('Journey map'));
}

/** The page of the side bar's overview. */
export function overviewPage(webview: Webview, folder: Uri): string {
  return page(webview, folder, 'overview', l10n.t('Journeys'));
}

function page(webview: Webview, folder: Uri, name: string, title: string): string {
  const address = (ending: string) =>
    webview.asWebviewUri(Uri.joinPath(folder, `${name}.${ending}`)).toString();
  return webviewHtml({
    nonce: crypto.randomUUID(),
    cspSource: webview.cspSource,
    scriptUri: address('js'),
    styleUri: address('css'),
    language: env.language,
    direction: directionOfLanguage(env.language),
    title,
  });
}
