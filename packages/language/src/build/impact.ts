import type { LangiumDocument } from 'langium';
import type { JourneyIndex } from './journey-index.ts';
import { differenceOf, mentions, NOTHING, offerOf, type Difference, type Offer } from './offer.ts';
import { keyIn, keyOf, partsOf } from './parts.ts';

/**
 * The addresses of all files whose names may stand for something else, or whose findings may be others, after some
 * files changed; those files themselves may be among them.
 */
export function filesAffectedBy(
  changes: ReadonlyMap<string, Offer>,
  documents: ReadonlyMap<string, LangiumDocument>,
  index: JourneyIndex,
): ReadonlySet<string> {
  const files = new Set<string>();
  const parts = new Set<string>();
  let anyName = false;
  for (const [uri, before] of changes) {
    const document = documents.get(uri);
    const now = document ? offerOf(document) : NOTHING;
    const difference = differenceOf(before, now);
    // That nobody imports a declaration is a finding of the file that has it.
    if (before.imports !== now.imports)
      for (const file of [...before.imported, ...now.imported]) files.add(file);
    for (const name of difference.changed) parts.add(keyIn(uri, name));
    if (difference.names.size > 0) anyName = true;
    for (const importer of index.imports.importersOf(uri)) {
      // An import of a file that is not there is a finding.
      if (document === undefined || before.root === undefined) files.add(importer);
      const importing = documents.get(importer);
      if (importing && difference.names.size > 0) addMentioning(importing, difference, parts, files);
    }
  }
  if (anyName) {
    // A name that led nowhere may lead somewhere now, and what it is told to be like may be there now.
    for (const [uri, broken] of index.graph.broken()) {
      files.add(uri);
      for (const part of broken) parts.add(part);
    }
  }
  for (const file of index.graph.filesAffectedBy(parts)) files.add(file);
  return files;
}

function addMentioning(
  importing: LangiumDocument,
  { names }: Difference,
  parts: Set<string>,
  files: Set<string>,
): void {
  const text = importing.parseResult.value.$cstNode?.root.fullText ?? '';
  if (!mentions(text, names)) return;
  files.add(importing.uri.toString());
  for (const part of partsOf(importing))
    if (mentions(part.$cstNode?.text ?? '', names)) parts.add(keyOf(part, importing));
}
