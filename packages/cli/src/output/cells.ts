/** Marks and signs that take no room of their own: vowel points, joiners, marks of direction. */
const NO_CELL = /[\p{M}\p{Cf}]/u;
/** Chinese, Japanese and Korean signs, full-width forms and pictures take the room of two letters. */
const TWO_CELLS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal the text takes. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) {
    if (!NO_CELL.test(character)) cells += TWO_CELLS.test(character) ? 2 : 1;
  }
  return cells;
}
