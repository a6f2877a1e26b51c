export { findBrowser, PRINTED_FORMATS, WIDEST_PRINT, PrintProblem, printSvg } from './print.ts';
export type { PrintedFormat } from './print.ts';
