import { build, type BuildOptions } from 'esbuild';
import { webviewStylesheet } from '../svg/stylesheet.ts';

/** The names of the two files, for who makes the page that loads them. */
export const WEBVIEW_FILES = { script: 'map.js', style: 'map.css' } as const;

export interface WebviewBuild {
  /** The folder that the two files are written to. */
  readonly outdir: string;
  readonly minify: boolean;
  readonly sourcemap?: boolean;
}

/** What esbuild makes the script and the stylesheet from, for who builds them together with other things. */
export function webviewBundles({
  outdir,
  minify,
  sourcemap = false,
}: WebviewBuild): [BuildOptions, BuildOptions] {
  const script: BuildOptions = {
    entryPoints: { map: '@journey/map/webview' },
    bundle: true,
    format: 'esm',
    target: 'chrome120',
    conditions: ['source'],
    outdir,
    minify,
    sourcemap,
    legalComments: 'none',
    charset: 'utf8',
  };
  const style: BuildOptions = {
    stdin: {
      contents: `@import '@journey/map/webview.css';\n${webviewStylesheet()}`,
      loader: 'css',
      resolveDir: '.',
    },
    bundle: true,
    outfile: `${outdir}/${WEBVIEW_FILES.style}`,
    minify,
  };
  return [script, style];
}

/**
 * Bundles the webview into one script and one stylesheet. Runs inside the workspace, whose packages it finds by name.
 * @throws esbuild's failure where the sources don't bundle.
 */
export async function buildWebview(options: WebviewBuild): Promise<void> {
  await Promise.all(webviewBundles(options).map((bundle) => build(bundle)));
}
