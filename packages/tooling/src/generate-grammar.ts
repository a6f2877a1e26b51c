// npm run generate:grammar: the parser and the syntax tree's types from the grammar, and the connector library's texts.
import { embedLibrary } from './embed-library.ts';
import { generateGrammar } from './grammar.ts';

embedLibrary();
generateGrammar();
console.log('The generated sources in packages/language/src/generated are up to date.');
