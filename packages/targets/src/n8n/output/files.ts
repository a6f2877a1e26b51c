import type { GeneratedFile, GenerateOptions } from '../../target.ts';
import type { Credentials } from '../credentials.ts';
import type { GeneratedJourney } from '../target.ts';
import { wordsIn, type EnvironmentWords } from '../words/index.ts';
import { comment } from '../words/reading-order.ts';
import { composeFiles } from './compose.ts';
import { indexFile } from './indexes.ts';
import { manifestFile } from './manifest.ts';
import { readmeFile } from './readme.ts';

/** All files of a generation, in the order of their paths, the manifest among them. */
export function outputFiles(
  journeys: readonly GeneratedJourney[],
  credentials: Credentials,
  options: GenerateOptions,
): GeneratedFile[] {
  const workflows = journeys.flatMap((generated) => generated.workflows);
  const variables = [...new Set(journeys.flatMap((generated) => generated.variables))].sort();
  const { environment } = journeys[0]?.words ?? wordsIn('en');
  const files = [
    ...workflows.map(({ file, workflow }) => json(file, workflow)),
    json(
      'credentials.example.json',
      credentials.all().map(({ id, name, kind }) => ({ id, name, type: kind.type, data: kind.fields })),
    ),
    environmentFile(variables, environment),
    ...composeFiles(journeys[0]?.journey.policy.timezone, environment),
    indexFile(environment),
    readmeFile(journeys, credentials, variables, options),
  ];
  const manifest = manifestFile(
    journeys.map(({ journey }) => journey.id),
    sorted(files),
    workflows,
  );
  return sorted([...files, manifest]);
}

/** The names that n8n must find in its environment; their values are never known here. */
function environmentFile(variables: readonly string[], words: EnvironmentWords): GeneratedFile {
  const lines = [
    comment(words.copy),
    comment(words.encryptionKey),
    'N8N_ENCRYPTION_KEY=',
    comment(words.address),
    'WEBHOOK_URL=',
    comment(words.queueOnly),
    'POSTGRES_PASSWORD=',
    comment(words.readable),
    'N8N_BLOCK_ENV_ACCESS_IN_NODE=false',
    ...variables.map((name) => `${name}=`),
  ];
  return { path: '.env.example', content: `${lines.join('\n')}\n` };
}

function json(path: string, value: unknown): GeneratedFile {
  return { path, content: `${JSON.stringify(value, undefined, 2)}\n` };
}

function sorted(files: readonly GeneratedFile[]): GeneratedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
