export { findBrowser, PRINTED_FORMATS, PrintProblem, printSvg } from './print.ts';
export type { PrintedFormat } from './print.ts';
