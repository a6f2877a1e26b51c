import type { GeneratedFile, GenerateOptions } from '../../target.ts';
import type { Credentials } from '../credentials.ts';
import type { GeneratedJourney } from '../target.ts';
import { N8N_VERSION } from './versions.ts';

/** How to bring what was generated to life, in steps. */
export function readmeFile(
  journeys: readonly GeneratedJourney[],
  credentials: Credentials,
  variables: readonly string[],
  options: GenerateOptions,
): GeneratedFile {
  const sections = [
    `# ${journeys.map(({ journey }) => journey.label).join(', ')}: workflows for n8n`,
    `Generated from the journey; change that, not these files, and generate again. Made for n8n ${N8N_VERSION}.`,
    ...(options.timeScale === undefined ? [] : [trial(options.timeScale)]),
    environment(variables),
    signIn(credentials),
    importing(journeys),
    addresses(journeys),
    tables(),
    promises(),
    ...journeys.flatMap(({ journey }) => versions(journey)),
  ];
  return { path: 'README.md', content: `${sections.join('\n\n')}\n` };
}

function trial({ factor, start }: NonNullable<GenerateOptions['timeScale']>): string {
  return `> **For a trial only.** From ${start} on, the clock of these workflows runs ${factor} times as fast as the true one.`;
}

function environment(variables: readonly string[]): string {
  const named = variables.map((name) => `- \`${name}\``).join('\n');
  const list = variables.length === 0 ? 'This journey reads none of its own.' : `Of the journey:\n\n${named}`;
  return `## 1. n8n

Copy \`.env.example\` to \`.env\` and fill it in. ${list}

\`\`\`sh
docker compose up -d                                            # one machine
docker compose -f compose.queue.yaml up -d --scale worker=4     # or workers, with Redis and PostgreSQL
\`\`\`

An n8n that runs already needs the same environment: \`compose.yaml\` says what.`;
}

function signIn(credentials: Credentials): string {
  const rows = credentials
    .all()
    .map(({ name, kind }) => `| ${name} | \`${kind.type}\` | ${Object.keys(kind.fields).join(', ')} |`);
  return `## 2. Credentials

Copy \`credentials.example.json\` to a place outside the project, fill in what stands in \`<…>\`, import it, and delete the copy:

With compose, each \`n8n …\` below is \`docker compose exec n8n n8n …\`, and this folder is \`/journey\` there.

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

These systems have to be told where to report. \`engagement\` takes \`{"message", "engagement", "email" or "phone"}\`, one or a list: what became of messages that were sent (\`opened\`, \`clicked\`, …). What people do by hand needs the header of the credential \`Journey\`.

| event | address |
|---|---|
${rows.join('\n')}`;
}

function tables(): string {
  return `## What is kept

n8n's own data tables hold everything; with \`compose.queue.yaml\` they are in PostgreSQL.

| table | holds |
|---|---|
| \`journey_events\` | all that happened: what came in, each message that began, went out, was deferred or spared, and why |
| \`journey_contacts\`, \`journey_identities\` | the customers, and by what they are known |
| \`journey_runs\` | who is under way, and how far |
| \`journey_dates\` | moments to come |
| \`journey_set_aside\` | what failed for good, until somebody has it tried again |

\`manifest.json\` says which node comes from which line of the journey.`;
}

function promises(): string {
  return `## What is promised

- **What a webhook answered 200 to is kept.** n8n answers when the event is in its tables; a system that gets no answer reports again, and what it reports twice is one.
- **Runs are looked after.** Waits are in n8n's database. For a run that n8n was carrying out when it died the clock looks; within a quarter of an hour it begins again, goes the way that it went before, and does nothing that was done.
- **A message goes out once, or not at all.** It is noted before it is sent. Where n8n dies in between, nobody can know whether it went out, and it isn't sent again; only a system that knows a repetition by its key is told again.
- **An action is done at least once.** A vendor without such a key may see one twice, if n8n dies between doing and noting it.
- **A failure stops nobody else.** It is tried again after 2 minutes, 15 minutes and 2 hours, later where the vendor says so, then put aside; the run stands there until it is tried again by hand.`;
}

/** What becomes of those who are under way, where a new version says so. */
function versions({ label, version }: GeneratedJourney['journey']): readonly string[] {
  if (version === undefined) return [];
  const text =
    version.underWay === 'finish'
      ? 'Customers who are under way finish on the version that they began with: its workflows have ids of their own. Leave them published until nobody is left in `journey_runs` with that version.'
      : 'Customers who are under way move: when this version is published, the clock begins their runs again on it. What they were given already they are not given again, and a wait that is over is over.';
  return [`## ${label}, version ${version.number}\n\n${text}`];
}
