import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** A stream that a person may be looking at. */
export interface Terminal {
  line(text?: string): void;
  raw(text: string | Uint8Array): void;
  /** The text in that style where the stream shows colours (NO_COLOR, FORCE_COLOR and pipes are heeded), or as it is. */
  style(style: Style, text: string): string;
  /** Whether {@link style} does anything. */
  readonly colours: boolean;
  /** Keeps a right-to-left text from turning around what stands beside it. Where a program reads there are no such marks. */
  isolate(text: string): string;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Whether the text has letters of a script that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The text without the marks that keep directions apart, which only eyes need. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}

export function terminalOn(stream: NodeJS.WriteStream): Terminal {
  const style = (format: Style, text: string) => styleText(format, text, { stream });
  return {
    line: (text = '') => stream.write(`${text}\n`),
    raw: (text) => stream.write(text),
    style,
    colours: style('bold', 'x') !== 'x',
    isolate: (text) => {
      if (!stream.isTTY) return withoutIsolates(text);
      return hasRightToLeft(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text;
    },
  };
}

export const stdout = terminalOn(process.stdout);
export const stderr = terminalOn(process.stderr);

/** One value for a program to read, and nothing else on the stream. */
export function printJson(value: unknown): void {
  stdout.line(JSON.stringify(value, undefined, 2));
}

/** `1 file`, `2 files`. */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
