import { distance } from 'fastest-levenshtein';

/** The candidate that the word was most likely meant to be; undefined where none is near. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.ceil(word.length / 3);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found <= limit && (best === undefined || found < best.distance))
      best = { candidate, distance: found };
  }
  return best?.candidate;
}
