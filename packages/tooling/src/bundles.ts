import { webviewBundles } from '@journey/map/build';
import type { BuildOptions } from 'esbuild';
import { projectPath } from './paths.ts';

/** One program made of many sources. */
export interface Bundle {
  readonly name: string;
  /** Where its files go, from the root of the project. */
  readonly folder: string;
  readonly options: BuildOptions;
}

/** What the extension's folder holds after a build: it is the extension that F5 runs, and all that the VSIX packs. */
export const extensionDist = 'packages/extension/dist';

/** Names stay as they are written, so that a stack trace in a bug report can be read. */
const readable: BuildOptions = {
  // Half of what we bundle imports this package and half requires it: without a word it would be in twice.
  alias: {
    'vscode-languageserver-types': projectPath('node_modules/vscode-languageserver-types/lib/esm/main.js'),
  },
  // MJML is built for pages, and looks for their global object when it is loaded.
  define: { window: 'globalThis' },
  minifySyntax: true,
  minifyWhitespace: true,
};

const forNode: BuildOptions = { ...readable, platform: 'node' };

/** VS Code 1.91, the oldest that the extension runs in, has Node 20. */
const insideVsCode: BuildOptions = {
  ...forNode,
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
};

/** What runs in a browser: VS Code on the web loads an extension, and the extension a server, as one file each. */
const insideBrowser: BuildOptions = {
  ...readable,
  platform: 'browser',
  target: 'es2022',
  outExtension: { '.js': '.browser.js' },
};

/** Some packages that we bundle are CommonJS and call `require` for Node's own modules. */
const requireInModules = {
  js: "import { createRequire as journeyCreateRequire } from 'node:module'; const require = journeyCreateRequire(import.meta.url);",
};

export const bundles: readonly Bundle[] = [
  {
    name: 'command line',
    folder: 'packages/cli/dist',
    options: {
      ...forNode,
      target: 'node20',
      format: 'esm',
      entryPoints: { journey: projectPath('packages/cli/src/main.ts') },
      // What a command doesn't need isn't read: each dynamic import becomes a file of its own.
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: requireInModules,
    },
  },
  {
    name: 'language server',
    folder: extensionDist,
    options: { ...insideVsCode, entryPoints: { server: projectPath('packages/server/src/main-node.ts') } },
  },
  {
    name: 'extension',
    folder: extensionDist,
    options: {
      ...insideVsCode,
      entryPoints: { extension: projectPath('packages/extension/src/main-node.ts') },
      external: ['vscode'],
    },
  },
  {
    name: 'language server for browsers',
    folder: extensionDist,
    options: {
      ...insideBrowser,
      format: 'iife',
      entryPoints: { server: projectPath('packages/server/src/main-browser.ts') },
    },
  },
  {
    name: 'extension for browsers',
    folder: extensionDist,
    options: {
      ...insideBrowser,
      format: 'cjs',
      entryPoints: { extension: projectPath('packages/extension/src/main-browser.ts') },
      external: ['vscode'],
    },
  },
  ...webviewBundles({ outdir: projectPath(`${extensionDist}/webview`), minify: true }).map((options) => ({
    name: 'map webview',
    folder: `${extensionDist}/webview`,
    options,
  })),
];

/** The options for esbuild, with what all bundles have in common. */
export function buildOptions(bundle: Bundle): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: projectPath('.'),
    bundle: true,
    conditions: ['source'],
    legalComments: 'none',
    logLevel: 'warning',
    sourcemap: false,
    ...(bundle.options.outfile === undefined ? { outdir: projectPath(bundle.folder) } : {}),
    ...bundle.options,
    metafile: true,
  };
}
