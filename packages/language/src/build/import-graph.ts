import type { LangiumDocument } from 'langium';
import { importedUris } from '../references/imports.ts';
import { namedFilesIn } from '../references/named-files.ts';
import { add, take } from './many.ts';

interface Named {
  readonly imported: readonly string[];
  readonly read: readonly string[];
}

/** Which file imports which, and which names a text or a picture that stands in a file of its own; there or not. */
export class ImportGraph {
  private readonly files = new Map<string, Named>();
  private readonly importers = new Map<string, Set<string>>();
  private readonly readers = new Map<string, Set<string>>();

  update(document: LangiumDocument): void {
    const uri = document.uri.toString();
    this.remove(uri);
    const named = {
      imported: importedUris(document).map(String),
      read: filesNamedIn(document),
    };
    this.files.set(uri, named);
    for (const target of named.imported) add(this.importers, target, uri);
    for (const target of named.read) add(this.readers, target, uri);
  }

  remove(uri: string): void {
    const named = this.files.get(uri);
    if (!named) return;
    for (const target of named.imported) take(this.importers, target, uri);
    for (const target of named.read) take(this.readers, target, uri);
    this.files.delete(uri);
  }

  /** The files that import that one, whether it is there or not. */
  importersOf(uri: string): ReadonlySet<string> {
    return this.importers.get(uri) ?? new Set();
  }

  /** The files with a message whose text or picture is that file, or lies in that folder, whether it is there or not. */
  readersOf(uri: string): ReadonlySet<string> {
    const within = [...this.readers].filter(([target]) => target === uri || target.startsWith(`${uri}/`));
    return new Set(within.flatMap(([, readers]) => [...readers]));
  }
}

function filesNamedIn(document: LangiumDocument): string[] {
  const { texts, pictures } = namedFilesIn(document);
  return [...texts, ...pictures].map(String);
}
