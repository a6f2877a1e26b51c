import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Workspace packages are tested from their sources, as Node runs them: by the export condition `source`. */
const conditions = ['source'];

/** Tests that start other programs, by which, and those that take long; everything else is a unit test. */
const apart = {
  fuzz: 'packages/tooling/test/fuzz/**/*.test.ts',
  cli: 'packages/cli/test/**/*.test.ts',
  server: 'packages/server/test/*.test.ts',
  worker: 'packages/server/test/browser/**/*.test.ts',
  webview: 'packages/map/test/browser/**/*.test.ts',
  neovim: 'packages/e2e/test/neovim/**/*.test.ts',
  vscode: 'packages/e2e/test/vscode/**/*.test.ts',
  n8n: 'packages/e2e/test/n8n/*.test.ts',
  plans: 'packages/e2e/test/n8n/plans/*.test.ts',
  kills: 'packages/e2e/test/n8n/kills/*.test.ts',
};

function project(name: string, include: string, exclude: string[] = []): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [include], exclude } };
}

function withoutIsolation(one: ReturnType<typeof project>) {
  return { ...one, test: { ...one.test, isolate: false } };
}

/** The same tests over an n8n with two workers, which keeps its state in PostgreSQL. */
function inQueueMode(one: ReturnType<typeof project>) {
  return { ...one, test: { ...one.test, env: { JOURNEY_N8N_WORKERS: '2' } } };
}

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: '.cache/vite',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // As in the bundles: MJML is built for pages.
  define: { window: 'globalThis' },
  test: {
    environment: 'node',
    server: { deps: { inline: ['mjml-browser'] } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      // Unit tests share their modules: building the parser anew for each file would take half of the time.
      withoutIsolation(project('unit', 'packages/*/test/**/*.test.ts', Object.values(apart))),
      ...Object.entries(apart).map(([name, include]) => project(name, include)),
      inQueueMode(project('queue', 'packages/e2e/test/n8n/match-meeting.test.ts')),
    ],
  },
});
