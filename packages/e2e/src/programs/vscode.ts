import { npmProgram } from './npm-program.ts';
import { compile, installPackages, installPackagesWithin, load } from './npm-steps.ts';

const vscodeFolder = 'node_modules/code-server/lib/vscode';
// Without the watchdog VS Code's extension host starts, yet never activates an extension.
const watchdog = `${vscodeFolder}/node_modules/@vscode/native-watchdog`;

export const vscode = npmProgram({
  name: 'vscode',
  purpose: 'trying the extension as a person does',
  recipeVersion: 1,
  proof: 'node_modules/code-server/out/node/entry.js',
  compilers: ['g++', 'make', 'python3'],
  steps: [
    installPackages,
    installPackagesWithin('Download and unpack the packages of VS Code itself', vscodeFolder),
    compile('Compile its watchdog', watchdog),
    load('Load its native parts', [`./${watchdog}`]),
  ],
});
