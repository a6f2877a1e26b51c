import type { Place } from './places.ts';

/** What is searched for in the picture, and where it was found, in the order of the picture. */
export class Search {
  words = '';
  found: readonly Place[] = [];

  /** Looks among the items for those whose name holds the words; there are none where nothing is asked for. */
  among(places: Iterable<Place>): void {
    const wanted = plain(this.words.trim());
    this.found =
      wanted === '' ? [] : [...places].filter(({ group }) => plain(group.name ?? '').includes(wanted));
  }

  ids(): ReadonlySet<string> {
    return new Set(this.found.map(({ id }) => id));
  }

  /** The one found after that; the first after the last. */
  after(id: string | undefined): Place | undefined {
    const at = this.found.findIndex((place) => place.id === id);
    return this.found[(at + 1) % this.found.length];
  }
}

/** Vowel points and case make no difference to who searches. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
