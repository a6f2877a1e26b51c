import type { Place } from './places.ts';

/** The items whose name holds the words, in the order of the picture; none where nothing is asked for. */
export function findPlaces(places: Iterable<Place>, words: string): Place[] {
  const wanted = plain(words.trim());
  if (wanted === '') return [];
  return [...places].filter(({ group }) => plain(group.name ?? '').includes(wanted));
}

/** Vowel points and case make no difference to who searches. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
