import { aptProgram, findExecutable } from './apt-program.ts';

/** An editor that shares nothing with VS Code's client: what it understands, others do. */
export const neovim = aptProgram({
  name: 'neovim',
  purpose: 'a second editor that uses the language server',
  packages: ['neovim'],
  find: neovimExecutable,
  otherwise: 'install Neovim yourself and try again.',
});

/** The full path of Neovim on this machine. */
export function neovimExecutable(): string | undefined {
  return findExecutable(['nvim']);
}
