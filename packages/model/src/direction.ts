export type Direction = 'ltr' | 'rtl';

const FIRST_STRONG = /[\p{L}]/u;
const RIGHT_TO_LEFT_SCRIPT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction of the text's first letter (rule P2 of the Unicode bidirectional algorithm); undefined where it has no letter. */
export function directionOf(text: string): Direction | undefined {
  const letter = FIRST_STRONG.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT_SCRIPT.test(letter) ? 'rtl' : 'ltr';
}

/** The direction most of the labels are written in; left to right where they are even or have no letters. */
export function prevailingDirection(labels: Iterable<string>): Direction {
  let balance = 0;
  for (const label of labels) {
    const direction = directionOf(label);
    if (direction === 'rtl') balance++;
    if (direction === 'ltr') balance--;
  }
  return balance > 0 ? 'rtl' : 'ltr';
}
