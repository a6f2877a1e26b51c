/** Reads how far each character advances out of a TrueType or OpenType font: the tables `head`, `hhea`, `hmtx`, `cmap`. */

/** What of a font the text measuring needs: thousandths of the font size by code point. */
export type Advances = ReadonlyMap<number, number>;

/** The characters that journeys are written in: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, currencies, signs. */
const MEASURED_BLOCKS: readonly (readonly [number, number])[] = [
  [0x0020, 0x024f],
  [0x0370, 0x04ff],
  [0x0591, 0x05f4],
  [0x0600, 0x06ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x22ff],
];

/** Arabic letters as they look at the start, middle and end of a word, each with a code point of its own. */
const CONTEXTUAL_FORMS: readonly (readonly [number, number])[] = [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
];

/** @throws Error where the bytes are no font with these tables. */
export function readAdvances(font: ArrayBuffer): Advances {
  const view = new DataView(font);
  const tables = tableOffsets(view);
  const offset = (tag: string): number => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table ${tag}.`);
    return found;
  };
  const unitsPerEm = view.getUint16(offset('head') + 18);
  const metricCount = view.getUint16(offset('hhea') + 34);
  const glyphOf = readCharacterMap(view, offset('cmap'));
  const advanceOf = (codePoint: number): number | undefined => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) return undefined;
    const metric = Math.min(glyph, metricCount - 1);
    return Math.ceil((view.getUint16(offset('hmtx') + metric * 4) * 1000) / unitsPerEm);
  };
  return withContextualForms(advanceOf);
}

/** The widest of several fonts, character by character: text that fits by it fits in each. */
export function widest(fonts: readonly Advances[]): Advances {
  const all = new Map<number, number>();
  for (const font of fonts) {
    for (const [codePoint, advance] of font) all.set(codePoint, Math.max(advance, all.get(codePoint) ?? 0));
  }
  return new Map([...all].sort(([left], [right]) => left - right));
}

function tableOffsets(view: DataView): Map<string, number> {
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const record = 12 + index * 16;
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
      return [tag, view.getUint32(record + 8)];
    }),
  );
}

/** A letter's advance is that of its widest contextual form. */
function withContextualForms(advanceOf: (codePoint: number) => number | undefined): Advances {
  const advances = new Map<number, number>();
  const widen = (codePoint: number, advance: number | undefined): void => {
    if (advance !== undefined) advances.set(codePoint, Math.max(advance, advances.get(codePoint) ?? 0));
  };
  for (const codePoint of codePoints(MEASURED_BLOCKS)) widen(codePoint, advanceOf(codePoint));
  for (const form of codePoints(CONTEXTUAL_FORMS)) {
    const letters = String.fromCodePoint(form).normalize('NFKC');
    if ([...letters].length === 1) widen(letters.codePointAt(0) ?? form, advanceOf(form));
  }
  return advances;
}

function* codePoints(blocks: readonly (readonly [number, number])[]): Generator<number> {
  for (const [first, last] of blocks)
    for (let codePoint = first; codePoint <= last; codePoint++) yield codePoint;
}

/** The font's map from characters to glyphs, from its segmented subtable (format 4), which every font carries. */
function readCharacterMap(view: DataView, cmap: number): (codePoint: number) => number {
  const subtable = segmentedSubtable(view, cmap);
  const segments = view.getUint16(subtable + 6) / 2;
  const ends = subtable + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment++) {
      if (view.getUint16(ends + segment * 2) < codePoint) continue;
      const start = view.getUint16(starts + segment * 2);
      if (start > codePoint) return 0;
      const delta = view.getUint16(deltas + segment * 2);
      const range = view.getUint16(ranges + segment * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + segment * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function segmentedSubtable(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(subtable) === 4) return subtable;
  }
  throw new Error('The font maps no characters in format 4.');
}

/** The table as a module's text: runs of neighbouring characters, each its first code point and the advances. */
export function printMetrics(weights: Readonly<Record<string, Advances>>): string {
  const tables = Object.entries(weights).map(([weight, advances]) => {
    const runs = runsOf(advances).map(
      ([first, list]) =>
        `    [0x${first.toString(16)}, '${list.map((advance) => advance.toString(36)).join(' ')}'],`,
    );
    return `  ${weight}: [\n${runs.join('\n')}\n  ],`;
  });
  return [
    '// Written by test/generate-metrics.ts from the advance widths of DejaVu Sans, the widest of the common interface fonts.',
    '// Runs of characters: the first code point, then one advance a character in thousandths of the font size, in base 36.',
    'export const METRICS = {',
    ...tables,
    '} as const;',
    '',
  ].join('\n');
}

function runsOf(advances: Advances): [number, number[]][] {
  const runs: [number, number[]][] = [];
  for (const [codePoint, advance] of advances) {
    const last = runs.at(-1);
    if (last && last[0] + last[1].length === codePoint) last[1].push(advance);
    else runs.push([codePoint, [advance]]);
  }
  return runs;
}
