import { URI } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import { JourneyWorkspace, type OpenedDocument } from '@journey/language';
import { MemoryFiles } from './memory-files.ts';

/** Files by name, as if they lay in one folder. */
export type Files = Readonly<Record<string, string>>;

// Building the parser takes longer than most tests: they share one workspace, each in a folder of its own.
const memory = new MemoryFiles();
const workspace = new JourneyWorkspace({ fileSystemProvider: () => memory });
let folders = 0;

/** Opens all of the files, in a folder that no other test sees. */
export async function openAll(files: Files): Promise<readonly OpenedDocument[]> {
  const folder = `file:///journeys/${folders++}/`;
  for (const [name, text] of Object.entries(files)) memory.texts.set(folder + name, text);
  return (await workspace.open(Object.keys(files).map((name) => URI.parse(folder + name)))).documents;
}

/** Opens the first of the files; the others are there to be imported. */
export async function open(files: Files | string): Promise<OpenedDocument> {
  const all = typeof files === 'string' ? { 'main.journey': files } : files;
  const folder = `file:///journeys/${folders++}/`;
  for (const [name, text] of Object.entries(all)) memory.texts.set(folder + name, text);
  const [first = ''] = Object.keys(all);
  const { documents } = await workspace.open([URI.parse(folder + first)]);
  const [document] = documents;
  if (!document) throw new Error('nothing was opened');
  return document;
}

/** `line:column code message`, counted from 1. */
export function describe({ range: { start }, code, message }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1} ${String(code)} ${typeof message === 'string' ? message : message.value}`;
}

/** The findings of the first file, each as a line; with a pattern, only those whose code it matches. */
export async function findings(files: Files | string, codes = /^J/): Promise<string[]> {
  return (await open(files)).diagnostics.filter(({ code }) => codes.test(String(code))).map(describe);
}
