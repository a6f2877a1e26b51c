import { env, l10n, Uri, type Webview } from 'vscode';
import { webviewHtml } from '@journey/map';
import { directionOfLanguage } from './direction.ts';

/** The page that a map's panel loads. */
export function mapPage(webview: Webview, folder: Uri): string {
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
  return webviewHtml({
    nonce: crypto.randomUUID(),
    cspSource: webview.cspSource,
    scriptUri: address('map.js'),
    styleUri: address('map.css'),
    language: env.language,
    direction: directionOfLanguage(env.language),
    title: l10n.t('Journey map'),
  });
}
