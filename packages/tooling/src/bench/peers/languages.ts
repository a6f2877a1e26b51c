import { join } from 'node:path';
import { projectPath } from '../../paths.ts';
import { OUR_SERVER, type ServerCommand } from '../server.ts';
import { generateWorkspace, type SourceFile } from '../workspace.ts';
import { likeC4Files, prismaFiles, typeSpecFiles } from './sources.ts';

/** A language whose tools do what ours do. */
export interface PeerLanguage {
  readonly name: string;
  /** A workspace that is right, of about so many bytes in about so many files. */
  files(bytes: number, count: number): readonly SourceFile[];
  /** What Node is given to check a workspace; undefined where the language has no such command that works offline. */
  readonly check?: (installed: string, folder: string) => readonly string[];
  server(installed: string): ServerCommand;
  /** The file that is typed in. */
  readonly edited: string;
  /** The same text with a name in it that is nowhere. */
  broken(text: string): string;
}

const SEED = 2027;

export const OURS: PeerLanguage = {
  name: 'journey',
  files: (bytes) => generateWorkspace(SEED, bytes),
  check: (_, folder) => [projectPath('packages/cli/dist/journey.js'), 'check', '--no-cache', folder],
  server: () => OUR_SERVER,
  edited: 'story_7.journey',
  broken: (text) => text.replace(/send (\w+)/, 'send nowhere_$1'),
};

export const LANGUAGES: readonly PeerLanguage[] = [
  {
    name: 'LikeC4',
    files: likeC4Files,
    check: (installed, folder) => [
      moduleOf(installed, 'likec4/bin/likec4.mjs'),
      'validate',
      '--no-layout',
      folder,
    ],
    server: (installed) => ({
      args: [moduleOf(installed, 'likec4/bin/likec4.mjs'), 'lsp', '--stdio', '--no-manual-layouts'],
      languageId: 'likec4',
    }),
    edited: 'file_7.c4',
    broken: (text) => text.replace(/ -> (\w+)/, ' -> nowhere_$1'),
  },
  {
    name: 'TypeSpec',
    files: typeSpecFiles,
    check: (installed, folder) => [
      moduleOf(installed, '@typespec/compiler/cmd/tsp.js'),
      'compile',
      '--no-emit',
      join(folder, 'main.tsp'),
    ],
    server: (installed) => ({
      args: [moduleOf(installed, '@typespec/compiler/cmd/tsp-server.js'), '--stdio'],
      languageId: 'typespec',
    }),
    edited: 'file_7.tsp',
    broken: (text) => text.replace(/previous\?: (\w+)/, 'previous?: Nowhere$1'),
  },
  {
    // Its command line downloads an engine; the server brings its own.
    name: 'Prisma',
    files: prismaFiles,
    server: (installed) => ({
      args: [moduleOf(installed, '@prisma/language-server/dist/bin.js'), '--stdio'],
      languageId: 'prisma',
    }),
    edited: 'file_7.prisma',
    broken: (text) => text.replace(/previous {3}(\w+)/, 'previous   Nowhere$1'),
  },
];

function moduleOf(installed: string, path: string): string {
  return join(installed, 'node_modules', path);
}
