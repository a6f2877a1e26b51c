export { findBrowser, PrintProblem, printSvg } from './print.ts';
