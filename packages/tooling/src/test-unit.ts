// npm run test:unit: the tests that need nothing but Node. Arguments go to Vitest: a folder, a file, -t "name".
import { bringGrammarUpToDate } from './grammar.ts';
import { runVitest } from './suites.ts';

bringGrammarUpToDate();
const { failed } = await runVitest('unit', process.argv.slice(2));
process.exitCode = failed > 0 ? 1 : 0;
