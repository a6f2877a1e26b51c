export * from './registry.ts';
export * from './target.ts';
export { withRenderedMail } from './mail/render.ts';
export * from './write-output.ts';
export { sha256 } from './hash.ts';
export {
  MANIFEST_FILE,
  readManifest,
  type Manifest,
  type ManifestNode,
  type ManifestWorkflow,
} from './n8n/output/manifest.ts';
