import { npmProgram } from './npm-program.ts';
import { installPackages } from './npm-steps.ts';

/** Other languages with editors, for measuring beside them; no test needs them. */
export const peers = npmProgram({
  name: 'peers',
  purpose: 'measuring beside other languages',
  command: 'npm run bench -- --peers',
  recipeVersion: 1,
  proof: 'node_modules/likec4/bin/likec4.mjs',
  compilers: [],
  steps: [installPackages],
});
