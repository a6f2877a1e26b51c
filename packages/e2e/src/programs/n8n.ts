import { npmProgram } from './npm-program.ts';
import { compile, installPackages, load } from './npm-steps.ts';

export const n8n = npmProgram({
  name: 'n8n',
  purpose: 'running generated journeys',
  recipeVersion: 1,
  proof: 'node_modules/n8n/bin/n8n',
  compilers: ['g++', 'make', 'python3'],
  steps: [
    installPackages,
    compile('Compile its database driver', 'node_modules/sqlite3'),
    load('Load its native parts', ['sqlite3', 'isolated-vm']),
  ],
});
