const ROUND_CONSTANTS = roundConstants();
const START = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** SHA-256 of the text's UTF-8, in hexadecimal; here because this package also runs where Node's crypto is not. */
export function sha256(text: string): string {
  return [...digest(text)].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** An id of 16 letters and digits that depends on nothing but the parts: n8n allows up to 21. */
export function stableId(...parts: readonly string[]): string {
  let rest = BigInt(`0x${sha256(parts.join('\u0000'))}`);
  let id = '';
  while (id.length < 16) {
    id += ALPHABET.charAt(Number(rest % 62n));
    rest /= 62n;
  }
  return id;
}

/** The same in the form that n8n gives to nodes and webhooks. */
export function stableUuid(...parts: readonly string[]): string {
  const hex = sha256(parts.join('\u0000'));
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function digest(text: string): Uint32Array {
  const state = START.slice();
  const words = padded(utf8(text));
  const w = new Uint32Array(64);
  for (let at = 0; at < words.length; at += 16) {
    w.set(words.subarray(at, at + 16));
    compress(state, w);
  }
  return state;
}

/** `w` begins with the block. */
function compress(state: Uint32Array, w: Uint32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = at(w, i - 15);
    const b = at(w, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND_CONSTANTS, i) + at(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = at(state, i) + value;
  });
}

function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < bytes.length; i++) {
    words[i >> 2] = at(words, i >> 2) | ((bytes[i] ?? 0) << (24 - (i % 4) * 8));
  }
  words[bytes.length >> 2] = at(words, bytes.length >> 2) | (0x80 << (24 - (bytes.length % 4) * 8));
  words[words.length - 2] = Math.floor(bytes.length / 0x20000000);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    // Half a surrogate pair has no UTF-8; it becomes the replacement character, as TextEncoder has it.
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
    const tails = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[length++] = tails === 0 ? code : (0xff00 >> (tails + 1)) | (code >> (tails * 6));
    for (let tail = tails - 1; tail >= 0; tail--) bytes[length++] = 0x80 | ((code >> (tail * 6)) & 0x3f);
  }
  return bytes.subarray(0, length);
}

function roundConstants(): Uint32Array {
  return Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

function fraction(value: number): number {
  return Math.floor((value % 1) * 0x100000000);
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
