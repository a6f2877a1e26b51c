import type { SourceRange } from '@journey/model';
import { describeSource } from '@journey/model';
import { sha256 } from '../../hash.ts';
import type { GeneratedFile } from '../../target.ts';
import type { GeneratedWorkflow } from '../workflow.ts';
import { N8N_VERSION } from './versions.ts';

export const MANIFEST_FILE = 'manifest.json';
/** Raised when the same journeys give other files. */
const GENERATOR = { target: 'n8n', version: 3, n8n: N8N_VERSION } as const;

export interface ManifestNode {
  readonly id: string;
  readonly name: string;
  readonly source: SourceRange;
  readonly step?: string;
}

export interface ManifestWorkflow {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly role: string;
  readonly automation?: string;
  readonly nodes: readonly ManifestNode[];
}

/** What was generated, from what: every file's hash, and the way from a node to its source and back. */
export interface Manifest {
  readonly generator: { readonly target: string; readonly version: number; readonly n8n: string };
  readonly journeys: readonly string[];
  /** SHA-256 of each file but this one, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** In the order in which they are published. */
  readonly workflows: readonly ManifestWorkflow[];
  /** `file:line` to the ids of the nodes that come from there. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
}

export function manifestFile(
  journeys: readonly string[],
  files: readonly GeneratedFile[],
  workflows: readonly GeneratedWorkflow[],
): GeneratedFile {
  const described = workflows.map(describe);
  const manifest: Manifest = {
    generator: GENERATOR,
    journeys,
    files: Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)])),
    workflows: described,
    sources: sourceIndex(described),
  };
  return { path: MANIFEST_FILE, content: `${JSON.stringify(manifest, undefined, 2)}\n` };
}

/** The manifest in that text; undefined where it is none. */
export function readManifest(text: string): Pick<Manifest, 'files'> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('files' in value)) return undefined;
    const { files } = value;
    if (typeof files !== 'object' || files === null) return undefined;
    const hashes = Object.entries(files).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { files: Object.fromEntries(hashes) };
  } catch {
    return undefined;
  }
}

function describe(generated: GeneratedWorkflow): ManifestWorkflow {
  const { workflow, file, role, automation, origins } = generated;
  const ids = new Map(workflow.nodes.map((node) => [node.name, node.id]));
  return {
    id: workflow.id,
    name: workflow.name,
    file,
    role,
    ...(automation === undefined ? {} : { automation }),
    nodes: origins.map(({ node, source, step }) => ({
      id: ids.get(node) ?? '',
      name: node,
      source: place(source),
      ...(step === undefined ? {} : { step }),
    })),
  };
}

/** The fields in one order, whatever order they have in the model. */
function place({ file, start, end }: SourceRange): SourceRange {
  const { line, character } = start;
  return { file, start: { line, character }, end: { line: end.line, character: end.character } };
}

function sourceIndex(workflows: readonly ManifestWorkflow[]): Record<string, string[]> {
  const index = new Map<string, string[]>();
  for (const node of workflows.flatMap((workflow) => workflow.nodes)) {
    const line = describeSource(node.source);
    index.set(line, [...(index.get(line) ?? []), node.id]);
  }
  return Object.fromEntries([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
}
