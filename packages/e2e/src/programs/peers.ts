import { npmProgram } from './npm-program.ts';
import { installPackages } from './npm-steps.ts';

export const peers = npmProgram({
  name: 'peers',
  purpose: 'drawing the same with other programs in the bench',
  recipeVersion: 1,
  proof: 'node_modules/mermaid/dist/mermaid.min.js',
  compilers: [],
  steps: [installPackages],
});
