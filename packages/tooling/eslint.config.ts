import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Which workspace packages each package may import: the arrows of docs/architecture.md. TypeScript's project
 * references enforce the same for what is built; this also covers types, and says why in words.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  model: [],
  language: ['model'],
  map: ['model'],
  targets: ['model'],
  simulator: ['model'],
  server: ['model', 'language', 'map', 'targets'],
  cli: ['model', 'language', 'map', 'targets', 'server'],
  extension: ['model', 'map', 'server'],
  e2e: ['model', 'language', 'targets', 'simulator'],
  tooling: ['model', 'language', 'map', 'targets', 'server', 'cli', 'e2e'],
};

/** These run in a browser as well: no Node API in them, but for the files that exist to hold it. */
const withoutNode = ['model', 'language', 'map', 'targets', 'simulator', 'server', 'extension'];
const withNode: Readonly<Record<string, readonly string[]>> = {
  targets: ['packages/targets/src/node/**'],
  map: ['packages/map/src/node/**'],
  server: ['packages/server/src/main-node.ts', 'packages/server/src/node-*.ts'],
  extension: ['packages/extension/src/main-node.ts'],
};

const packageNames = Object.keys(arrows);

function forbiddenImports(name: string, mayUse: readonly string[], nodeAllowed: boolean): Linter.RulesRecord {
  const forbidden = packageNames.filter((other) => other !== name && !mayUse.includes(other));
  const patterns = [
    {
      regex: `^@journey/(${forbidden.join('|')})(/|$)`,
      message: `packages/${name} may import ${mayUse.join(', ') || 'no other package'}: see docs/architecture.md.`,
    },
    {
      regex: `^(\\.\\./)+(${packageNames.join('|')})/`,
      message: 'Import another package by its name (@journey/…): its index.ts is its whole public face.',
    },
  ];
  if (name !== 'extension' && name !== 'e2e') {
    patterns.push({ regex: '^vscode$', message: 'Only the extension knows VS Code.' });
  }
  if (!nodeAllowed) {
    patterns.push({
      regex: '^node:|/node$',
      message: `packages/${name} also runs in a browser: no Node API here.`,
    });
  }
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const layers = Object.entries(arrows).map(([name, mayUse]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  rules: forbiddenImports(name, mayUse, !withoutNode.includes(name)),
}));

export default defineConfig(
  globalIgnores([
    '**/lib/**',
    '**/dist/**',
    '**/out/**',
    '**/node_modules/**',
    'packages/language/src/generated/**',
    '**/*.mjs',
    '**/*.cjs',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: 'packages/tooling/tsconfig.lint.json',
        tsconfigRootDir: root,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Leaving a property out of a copy means naming it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The types that these guard against do not occur here, or look wrong and are not; each costs seconds.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      // A function may be asynchronous because its interface is.
      '@typescript-eslint/require-await': 'off',
      // Going through a text by code points is what measuring and escaping need.
      '@typescript-eslint/no-misused-spread': 'off',
      // `<T>(text: string) => T` is how a validated boundary is written.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Tests read JSON that they know, and run the JavaScript that was generated.
    files: ['packages/*/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: { 'max-lines': ['error', 500] } },
  ...layers,
  ...Object.entries(withNode).map(([name, files]) => ({
    files: [...files],
    rules: forbiddenImports(name, arrows[name] ?? [], true),
  })),
);
