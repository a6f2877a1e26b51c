#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { version } from './version.ts';

const [first, ...rest] = process.argv.slice(2);

if ((first === '--version' || first === '-V') && rest.length === 0) {
  console.log(version);
} else {
  // Keeps V8's compiled code between runs; a Node that is older than this function has to do without.
  if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv);
}
