import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** A stream that a person may be looking at. */
export interface Terminal {
  line(text?: string): void;
  raw(text: string): void;
  /** The text in that style where the stream shows colours (NO_COLOR, FORCE_COLOR and pipes are heeded), or as it is. */
  style(style: Style, text: string): string;
  /** Whether {@link style} does anything. */
  readonly colours: boolean;
  /** Keeps a right-to-left text from turning around what stands beside it. Nothing is added where a program reads. */
  isolate(text: string): string;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Whether the text has letters of a script that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

export function terminalOn(stream: NodeJS.WriteStream): Terminal {
  const style = (format: Style, text: string) => styleText(format, text, { stream });
  return {
    line: (text = '') => stream.write(`${text}\n`),
    raw: (text) => stream.write(text),
    style,
    colours: style('bold', 'x') !== 'x',
    isolate: (text) =>
      stream.isTTY && hasRightToLeft(text)
        ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}`
        : text,
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
