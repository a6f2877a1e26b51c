import type { Direction } from '@journey/model';
import { escapeXml } from './svg/element.ts';

export interface WebviewPage {
  /** A fresh random value for each page; the only script that runs carries it. */
  readonly nonce: string;
  /** Where the webview's own files come from, as the editor says it. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The editor's language: a tag such as `he` or `en-US`. */
  readonly language: string;
  /** The direction of the toolbar; the picture has its own. */
  readonly direction: Direction;
  readonly title: string;
}

/**
 * The page of the map: nothing inline, nothing from elsewhere; images of the journey come as data. The toolkit's
 * controls ask the browser with a style sheet of their own whether it knows `:focus-visible`; they take its nonce from
 * `csp-nonce`.
 */
export function webviewHtml(page: WebviewPage): string {
  const { nonce, cspSource, scriptUri, styleUri, language, direction, title } = page;
  const policy = [
    `default-src 'none'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const value = escapeXml;
  return `<!DOCTYPE html>
<html lang="${value(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${value(policy)}">
<meta property="csp-nonce" content="${value(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${value(title)}</title>
<link rel="stylesheet" href="${value(styleUri)}">
</head>
<body>
<script type="module" nonce="${value(nonce)}" src="${value(scriptUri)}"></script>
</body>
</html>
`;
}
