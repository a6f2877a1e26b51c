export * from './registry.ts';
export * from './target.ts';
export * from './write-output.ts';
export { sha256 } from './hash.ts';
export {
  MANIFEST_FILE,
  readManifest,
  type Manifest,
  type ManifestNode,
  type ManifestWorkflow,
} from './n8n/output/manifest.ts';
