import type { GeneratedFile, GenerateOptions } from '../../target.ts';
import type { Credentials } from '../credentials.ts';
import type { GeneratedJourney } from '../target.ts';

/** How to bring what was generated to life, in steps. */
export function readmeFile(
  journeys: readonly GeneratedJourney[],
  credentials: Credentials,
  variables: readonly string[],
  options: GenerateOptions,
): GeneratedFile {
  const sections = [
    `# ${journeys.map(({ journey }) => journey.label).join(', ')}: workflows for n8n`,
    'Generated from the journey; change that, not these files, and generate again. Made for n8n 2.41.',
    ...(options.timeScale === undefined ? [] : [trial(options.timeScale)]),
    environment(variables),
    signIn(credentials),
    importing(journeys),
    addresses(journeys),
    tables(),
  ];
  return { path: 'README.md', content: `${sections.join('\n\n')}\n` };
}

function trial({ factor, start }: NonNullable<GenerateOptions['timeScale']>): string {
  return `> **For a trial only.** From ${start} on, the clock of these workflows runs ${factor} times as fast as the true one.`;
}

function environment(variables: readonly string[]): string {
  const named = variables.map((name) => `- \`${name}\``).join('\n');
  const list = variables.length === 0 ? 'This journey reads none.' : named;
  return `## 1. Environment

Set these where n8n runs (\`.env.example\` lists them), with \`N8N_BLOCK_ENV_ACCESS_IN_NODE=false\`, so that workflows may read them:

${list}`;
}

function signIn(credentials: Credentials): string {
  const rows = credentials
    .all()
    .map(({ name, kind }) => `| ${name} | \`${kind.type}\` | ${Object.keys(kind.fields).join(', ')} |`);
  return `## 2. Credentials

Copy \`credentials.example.json\` to a place outside the project, fill in what stands in \`<…>\`, import it, and delete the copy:

\`\`\`sh
n8n import:credentials --input=credentials.json
\`\`\`

Those that sign in by OAuth are then opened in n8n and connected there.

| name | type | fields |
|---|---|---|
${rows.join('\n')}`;
}

function importing(journeys: readonly GeneratedJourney[]): string {
  const workflows = journeys.flatMap((generated) => generated.workflows);
  return `## 3. Workflows

Import them and publish them in this order: what is called comes before what calls it. The first one creates the data tables that are missing, whenever n8n starts.

\`\`\`sh
n8n import:workflow --input=workflows --separate
${workflows.map(({ workflow }) => `n8n publish:workflow --id=${workflow.id} # ${workflow.name.replace(/\s+/g, ' ')}`).join('\n')}
\`\`\`

Then start n8n, or restart it.`;
}

function addresses(journeys: readonly GeneratedJourney[]): string {
  const all = journeys.flatMap((generated) => generated.addresses);
  if (all.length === 0) return '## 4. Addresses\n\nNo system has to be told an address.';
  const rows = all.map(({ path, what }) => `| ${what} | \`POST <address of n8n>/webhook/${path}\` |`);
  return `## 4. Addresses

These systems have to be told where to report. \`engagement\` takes \`{"message", "engagement", "email" or "phone"}\`, one or a list: what became of messages that were sent (\`opened\`, \`clicked\`, …).

| event | address |
|---|---|
${rows.join('\n')}`;
}

function tables(): string {
  return `## What is kept

n8n's data tables \`journey_contacts\`, \`journey_identities\`, \`journey_events\` and \`journey_waits\` hold the customers, by what they are known, all that happened (each message that went out, was deferred or spared, and why), and the runs that wait for an event. \`manifest.json\` says which node comes from which line of the journey.`;
}
