import { build, type BuildOptions } from 'esbuild';
import { overviewStylesheet, webviewStylesheet } from '../svg/stylesheet.ts';

/** The names of the files, for who makes the pages that load them. */
export const WEBVIEW_FILES = { script: 'map.js', style: 'map.css' } as const;
export const OVERVIEW_FILES = { script: 'overview.js', style: 'overview.css' } as const;

export interface WebviewBuild {
  /** The folder that the files are written to. */
  readonly outdir: string;
  readonly minify: boolean;
  readonly sourcemap?: boolean;
}

/** What esbuild makes the scripts and the stylesheets of the map and of the overview from, for who builds them together with other things. */
export function webviewBundles({ outdir, minify, sourcemap = false }: WebviewBuild): BuildOptions[] {
  const script: BuildOptions = {
    entryPoints: { map: '@journey/map/webview', overview: '@journey/map/overview' },
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
  const style = (own: string, colours: string, name: string): BuildOptions => ({
    stdin: { contents: `@import '@journey/map/${own}';\n${colours}`, loader: 'css', resolveDir: '.' },
    bundle: true,
    outfile: `${outdir}/${name}`,
    minify,
  });
  return [
    script,
    style('webview.css', webviewStylesheet(), WEBVIEW_FILES.style),
    style('overview.css', overviewStylesheet(), OVERVIEW_FILES.style),
  ];
}

/**
 * Bundles each webview into one script and one stylesheet. Runs inside the workspace, whose packages it finds by name.
 * @throws esbuild's failure where the sources don't bundle.
 */
export async function buildWebview(options: WebviewBuild): Promise<void> {
  await Promise.all(webviewBundles(options).map((bundle) => build(bundle)));
}
