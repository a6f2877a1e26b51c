import { consoleProgress, realPrograms, sentence } from '@journey/e2e';

// Installs whatever the end-to-end suites run that this machine doesn't have yet; says what it finds.
let failed = false;
for (const program of realPrograms) {
  const state = program.probe();
  if (state.installed) {
    console.log(`${program.name}: installed (${state.folder})`);
    continue;
  }
  console.log(`${program.name}: missing; it is needed for ${program.purpose}.`);
  try {
    await program.install(consoleProgress(program.name));
  } catch (error) {
    console.error(`${program.name}: not installed. ${sentence(error)}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
