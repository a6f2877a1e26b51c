/**
 * A number from 0 to 9999 that depends on nothing but the text: the draw of a `split`. The same text draws the same
 * for ever, here and in what is generated.
 */
export function draw(text: string): number {
  let h = 2166136261;
  for (const letter of text) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 16777619);
  h ^= h >>> 16;
  h = Math.imul(h, 2246822507);
  h ^= h >>> 13;
  h = Math.imul(h, 3266489909);
  h ^= h >>> 16;
  return (h >>> 0) % 10000;
}

/** The name of a customer of whom nothing is known but this; the same in what is generated. */
export function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  const mixed = (n: number): number => Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;
  return (
    mixed(a).toString(16).padStart(8, '0') +
    mixed(b ^ a)
      .toString(16)
      .padStart(8, '0')
  );
}
