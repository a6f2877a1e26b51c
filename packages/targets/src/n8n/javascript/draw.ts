/** JavaScript that draws a number from 0 to 9999 for a text, always the same one: a hash (FNV-1a, then Murmur's finish). */
export function drawFor(text: string): string {
  return (
    `((text) => { let h = 2166136261; for (const letter of text) h = Math.imul(h ^ letter.codePointAt(0), 16777619); ` +
    `h ^= h >>> 16; h = Math.imul(h, 2246822507); h ^= h >>> 13; h = Math.imul(h, 3266489909); h ^= h >>> 16; ` +
    `return (h >>> 0) % 10000; })(${text})`
  );
}
