#!/usr/bin/env node
// What `npx journey` runs. npm links commands when it installs, and that is before there is anything built.
import { existsSync } from 'node:fs';

const program = new URL('../dist/journey.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('journey: nothing is built yet; run "npm run build" in the project.');
  process.exitCode = 2;
}
