import type { AstNode, LangiumDocument, Reference } from 'langium';
import { AstUtils } from 'langium';
import { isLibraryUri } from '../library/library.ts';
import { visitReferences } from '../references/visit.ts';
import { add, take } from './many.ts';
import { keyOf, partOf, partsOf } from './parts.ts';

/** What linking found out about one file. */
interface Links {
  /** For each of the file's parts, by key, the keys of those that it refers to, in any file. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** The references into other files, by the address of the file. */
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  /** The parts with a name that leads nowhere. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Which part of which file refers to which. It answers the question that decides how fast an edit is: whose meaning
 * may a change of these parts change? The library is left out: it doesn't change.
 */
export class LinkGraph {
  private readonly files = new Map<string, Links>();
  private readonly needed = new Map<string, Set<string>>();
  private readonly referrers = new Map<string, Set<string>>();

  /** Takes in what a linked file refers to, in place of what it referred to before. */
  update(document: LangiumDocument): void {
    const uri = document.uri.toString();
    this.remove(uri);
    const links = linksOf(document);
    this.files.set(uri, links);
    for (const [part, targets] of links.needs) for (const target of targets) add(this.needed, target, part);
    for (const target of links.references.keys()) add(this.referrers, target, uri);
  }

  remove(uri: string): void {
    const links = this.files.get(uri);
    if (!links) return;
    for (const [part, targets] of links.needs) for (const target of targets) take(this.needed, target, part);
    for (const target of links.references.keys()) take(this.referrers, target, uri);
    this.files.delete(uri);
  }

  /** The given parts, and all that refer to one of them, directly or through others. */
  private affectedBy(parts: Iterable<string>): ReadonlySet<string> {
    const affected = new Set(parts);
    for (const part of affected) for (const dependent of this.needed.get(part) ?? []) affected.add(dependent);
    return affected;
  }

  /** The addresses of the files with such parts. */
  filesAffectedBy(parts: Iterable<string>): ReadonlySet<string> {
    return new Set([...this.affectedBy(parts)].map(fileOf));
  }

  /** The given parts, and all that they refer to, directly or through others. */
  neededBy(parts: Iterable<string>): ReadonlySet<string> {
    const needed = new Set(parts);
    for (const part of needed) for (const target of this.targetsOf(part)) needed.add(target);
    return needed;
  }

  /** The parts that this one refers to. */
  targetsOf(part: string): ReadonlySet<string> {
    return this.files.get(fileOf(part))?.needs.get(part) ?? NONE;
  }

  /** The files that refer to something in that file; not the file itself. */
  referrersOf(uri: string): ReadonlySet<string> {
    return this.referrers.get(uri) ?? NONE;
  }

  /** The file's references to something in the other one, which may be itself. */
  referencesBetween(source: LangiumDocument, target: LangiumDocument): readonly Reference[] {
    if (source === target)
      return source.references.filter(
        (reference): reference is Reference => 'ref' in reference && isIn(reference.ref, source),
      );
    return this.files.get(source.uri.toString())?.references.get(target.uri.toString()) ?? [];
  }

  /** By file, the parts with a name that leads nowhere. */
  *broken(): Iterable<readonly [file: string, parts: ReadonlySet<string>]> {
    for (const [uri, { broken }] of this.files) if (broken.size > 0) yield [uri, broken];
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The address of the file that the part is in. */
function fileOf(part: string): string {
  return part.slice(0, part.lastIndexOf('#'));
}

function linksOf(document: LangiumDocument): Links {
  const needs = new Map<string, Set<string>>();
  const references = new Map<string, Reference[]>();
  const broken = new Set<string>();
  for (const part of partsOf(document)) {
    const key = keyOf(part, document);
    visitReferences(part, ({ reference }) => {
      if (!('ref' in reference)) return;
      const target = reference.ref;
      if (!target) {
        broken.add(key);
        return;
      }
      const targetPart = partOf(target);
      const targetDocument = AstUtils.getDocument(target);
      if (isLibraryUri(targetDocument.uri) || targetPart === part) return;
      add(needs, key, keyOf(targetPart, targetDocument));
      if (targetDocument === document) return;
      const uri = targetDocument.uri.toString();
      const known = references.get(uri);
      if (known) known.push(reference);
      else references.set(uri, [reference]);
    });
  }
  return { needs, references, broken };
}

function isIn(node: AstNode | undefined, document: LangiumDocument): boolean {
  return node !== undefined && AstUtils.getDocument(node) === document;
}
