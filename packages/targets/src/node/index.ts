export * from './write-output.ts';
