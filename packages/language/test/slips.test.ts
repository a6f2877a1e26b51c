import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { speak } from '@journey/language';
import { afterEach, describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { open } from './support/workspace.ts';

const folder = fileURLToPath(new URL('./slips/', import.meta.url));
const camp = readFileSync(`${folder}camp.journey`, 'utf8');

interface Slip {
  readonly right: string;
  readonly wrong: string;
  /** What is said of it, by the language. */
  readonly said: ReadonlyMap<string, string>;
  /** The text after the first fix; undefined where there is none. */
  readonly mended: string | undefined;
}

function readSlip(paragraph: string): Slip {
  const rows = new Map(paragraph.split('\n').map((row) => [row.slice(0, 8).trim(), signs(row.slice(8))]));
  const right = rows.get('right') ?? '';
  const mended = rows.get('mended') ?? right;
  const said = ['en', 'he', 'ar'].flatMap((code) => {
    const sentence = rows.get(code);
    return sentence === undefined ? [] : [[code, sentence] as const];
  });
  return {
    right,
    wrong: rows.get('wrong') ?? '',
    said: new Map(said),
    mended: mended === '—' ? undefined : mended,
  };
}

function signs(text: string): string {
  return text.replaceAll('⏎', '\n').replaceAll('⍽', '\u00a0').replaceAll('⟨RLM⟩', '\u200f');
}

const [, ...paragraphs] = readFileSync(`${folder}slips.txt`, 'utf8').trim().split('\n\n');
const slips = paragraphs.map(readSlip);

/** The file with the other text in the place of the right one, or at its end. */
function campWith(text: string, { right }: Slip): string {
  return right === '' ? camp + text : camp.replace(right, () => text);
}

async function sentences(text: string): Promise<string[]> {
  const { diagnostics } = await open(text);
  return diagnostics.map(({ message }) => String(message).replaceAll(/[\u2066-\u2069]/g, ''));
}

afterEach(() => speak('en'));

test('the journey has no finding without a slip', async () => {
  expect(await sentences(camp)).toEqual([]);
});

describe.each(slips)('$wrong', (slip) => {
  test.each([...slip.said])('says in %s: %s', async (code, sentence) => {
    await speak(code);
    expect(await sentences(campWith(slip.wrong, slip))).toEqual([sentence]);
  });

  test.runIf(slip.mended !== undefined)('is mended', async () => {
    const wrong = campWith(slip.wrong, slip);
    const [first] = (await open(wrong)).diagnostics;
    const mended = await fixed(wrong, String(first?.code));
    expect(mended).toBe(campWith(slip.mended ?? '', slip));
    expect(await sentences(mended)).toEqual([]);
  });
});
