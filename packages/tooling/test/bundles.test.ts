import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { buildOptions, bundles } from '../src/bundles.ts';
import { projectPath } from '../src/paths.ts';

const forBrowsers = bundles.filter(({ options }) => options.platform === 'browser');

/** Node's modules that are imported, also those that a package leaves out or replaces where it runs in a browser. */
function nodeModulesIn({ inputs }: Metafile): string[] {
  const imported = Object.values(inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const names = [...Object.keys(inputs), ...imported].map((path) => path.replace(/^\(disabled\):/, ''));
  return names.filter((name) => name.startsWith('node:') || builtinModules.includes(name));
}

test('there are bundles of the extension and of the server for browsers', () => {
  expect(forBrowsers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['language server for browsers', 'extension for browsers']),
  );
});

test.each(forBrowsers)('the $name has nothing of Node in it', async ({ name, ...bundle }) => {
  const { metafile, warnings } = await build({ ...buildOptions({ name, ...bundle }), write: false });
  expect(warnings).toEqual([]);
  expect(nodeModulesIn(metafile)).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => /\/(src|lib)\/node\//.test(path))).toEqual([]);
});

test('the manifest of the extension leads to what is built', () => {
  const manifest = JSON.parse(readFileSync(projectPath('packages/extension/package.json'), 'utf8')) as {
    readonly main: string;
    readonly browser: string;
  };
  const built = bundles
    .filter(({ folder }) => folder === 'packages/extension/dist')
    .flatMap(({ options: { entryPoints, outExtension } }) =>
      Object.keys(entryPoints as Record<string, string>).map(
        (name) => `./dist/${name}${outExtension?.['.js'] ?? '.js'}`,
      ),
    );
  expect(built).toEqual(expect.arrayContaining([manifest.main, manifest.browser]));
});
