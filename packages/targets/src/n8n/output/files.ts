import type { GeneratedFile, GenerateOptions } from '../../target.ts';
import type { Credentials } from '../credentials.ts';
import type { GeneratedJourney } from '../target.ts';
import { composeFiles } from './compose.ts';
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
  const files = [
    ...workflows.map(({ file, workflow }) => json(file, workflow)),
    json(
      'credentials.example.json',
      credentials.all().map(({ id, name, kind }) => ({ id, name, type: kind.type, data: kind.fields })),
    ),
    environmentFile(variables),
    ...composeFiles(journeys[0]?.journey.policy.timezone),
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
function environmentFile(variables: readonly string[]): GeneratedFile {
  const lines = [
    '# Copy this to .env and fill it in: what n8n must find in its environment.',
    '# A long random text. Without it what n8n keeps of your accounts can’t be read: never change or lose it.',
    'N8N_ENCRYPTION_KEY=',
    '# The address at which systems reach this n8n: https://n8n.example.com/',
    'WEBHOOK_URL=',
    '# Only for compose.queue.yaml.',
    'POSTGRES_PASSWORD=',
    '# Lets workflows read what follows; secrets are not among it, they are n8n’s credentials.',
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
