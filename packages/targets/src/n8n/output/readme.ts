import { prevailingDirection } from '@journey/model';
import type { GeneratedFile, GenerateOptions } from '../../target.ts';
import type { Credentials } from '../credentials.ts';
import type { GeneratedJourney } from '../target.ts';
import { TABLES } from '../tables.ts';
import { wordsIn } from '../words/index.ts';
import { fromRightToLeft } from '../words/reading-order.ts';
import type { ReadmeWords } from '../words/readme/words.ts';
import { N8N_VERSION } from './versions.ts';

/** How to bring what was generated to life, in steps, in the language of the first journey. */
export function readmeFile(
  journeys: readonly GeneratedJourney[],
  credentials: Credentials,
  variables: readonly string[],
  options: GenerateOptions,
): GeneratedFile {
  const { readme } = journeys[0]?.words ?? wordsIn('en');
  const title = readme.title(journeys.map(({ journey }) => journey.label).join(', '));
  const sections = [
    `# ${title}`,
    readme.generated(N8N_VERSION),
    ...trial(readme, options.timeScale),
    environment(readme.environment, variables),
    signIn(readme.credentials, credentials),
    importing(readme.workflows, journeys),
    addresses(readme.addresses, journeys),
    kept(readme.kept),
    promises(readme.promises),
    ...journeys.flatMap(({ journey }) => versions(readme.versions, journey)),
  ];
  const text = sections.join('\n\n');
  const isFromRight = prevailingDirection([readme.generated('')]) === 'rtl';
  return { path: 'README.md', content: `${isFromRight ? fromRightToLeft(text) : text}\n` };
}

function trial(readme: ReadmeWords, scale: GenerateOptions['timeScale']): readonly string[] {
  return scale === undefined ? [] : [`> ${readme.trial(`\`${scale.start}\``, scale.factor)}`];
}

function environment(words: ReadmeWords['environment'], variables: readonly string[]): string {
  const named = variables.map((name) => `- \`${name}\``).join('\n');
  const list = variables.length === 0 ? words.none : `${words.named}\n\n${named}`;
  return `## 1. n8n

${words.copy} ${list}

\`\`\`sh
docker compose up -d                                            # ${words.oneMachine}
docker compose -f compose.queue.yaml up -d --scale worker=4     # ${words.workers}
\`\`\`

${words.already}`;
}

function signIn(words: ReadmeWords['credentials'], credentials: Credentials): string {
  const rows = credentials
    .all()
    .map(({ name, kind }) => [name, `\`${kind.type}\``, Object.keys(kind.fields).join(', ')]);
  return `## 2. ${words.title}

${words.copy}

${words.compose}

\`\`\`sh
n8n import:credentials --input=credentials.json
\`\`\`

${words.connect}

${table([words.name, words.type, words.fields], rows)}`;
}

function importing(words: ReadmeWords['workflows'], journeys: readonly GeneratedJourney[]): string {
  const workflows = journeys.flatMap((generated) => generated.workflows);
  return `## 3. ${words.title}

${words.order}

\`\`\`sh
n8n import:workflow --input=workflows --separate
${workflows.map(({ workflow }) => `n8n publish:workflow --id=${workflow.id} # ${workflow.name.replace(/\s+/g, ' ')}`).join('\n')}
\`\`\`

${words.then}`;
}

function addresses(words: ReadmeWords['addresses'], journeys: readonly GeneratedJourney[]): string {
  const title = `## 4. ${words.title}`;
  const all = journeys.flatMap((generated) => generated.addresses);
  if (all.length === 0) return `${title}\n\n${words.none}`;
  const rows = all.map(({ path, what }) => [what, `\`POST <${words.host}>/webhook/${path}\``]);
  return `${title}\n\n${words.whom}\n\n${table([words.event, words.address], rows)}`;
}

function kept(words: ReadmeWords['kept']): string {
  const named = (...tables: readonly (keyof typeof TABLES)[]): string =>
    tables.map((one) => `\`${TABLES[one].name}\``).join(', ');
  const rows = [
    [named('events'), words.events],
    [named('contacts', 'identities'), words.contacts],
    [named('runs'), words.runs],
    [named('dates'), words.dates],
    [named('aside'), words.aside],
  ];
  return `## ${words.title}\n\n${words.where}\n\n${table([words.table, words.holds], rows)}\n\n${words.manifest}`;
}

function promises({ title, list }: ReadmeWords['promises']): string {
  return `## ${title}\n\n${list.map(([what, how]) => `- **${what}** ${how}`).join('\n')}`;
}

/** What becomes of those who are under way, where a new version says so. */
function versions(
  words: ReadmeWords['versions'],
  { label, version }: GeneratedJourney['journey'],
): readonly string[] {
  if (version === undefined) return [];
  return [`## ${words.title(label, version.number)}\n\n${words[version.underWay]}`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');
}
