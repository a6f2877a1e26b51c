// What the test driver asks. The suites in test/ import the harnesses (n8n/, vendors/, vscode/) from their folders.
export * from './programs/index.ts';
export * from './process/groups.ts';
