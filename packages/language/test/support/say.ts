import { open } from './workspace.ts';
import type { JourneyModel } from '@journey/model';

/** A part of the model in one line, without places and quotes: `{kind: schedule, recurrence: {kind: daily}, at: []}`. */
export function say(part: object | undefined): string {
  const text = JSON.stringify(part, (key, value: unknown) => (key === 'source' ? undefined : value));
  return text
    .replaceAll('"', '')
    .replaceAll(/[:,](?=\S)/g, '$& ')
    .replaceAll(/(\d): (?=\d)/g, '$1:');
}

/** That nothing uses what is declared for the tests of a file. */
const UNUSED = 'J0206';

/** The model of a text, which must be without a finding but for those whose code is left out of account. */
export async function modelOf(text: string, except: readonly string[] = []): Promise<JourneyModel> {
  const document = await open(text);
  const found = document.diagnostics.filter(({ code }) => ![UNUSED, ...except].includes(String(code)));
  if (found.length > 0)
    throw new Error(found.map(({ code, message }) => `${String(code)} ${String(message)}`).join('\n'));
  return document.compile();
}
