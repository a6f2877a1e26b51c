import { chromium } from './chromium.ts';
import { fonts } from './fonts.ts';
import { n8n } from './n8n.ts';
import { neovim } from './neovim.ts';
import { postgresql } from './postgresql.ts';
import type { ProgramState, RealProgram } from './program.ts';
import { redis } from './redis.ts';
import { vscode } from './vscode.ts';

export { chromiumExecutable, ensureChromium } from './chromium.ts';
export { neovimExecutable } from './neovim.ts';
export { peers } from './peers.ts';
export { InstallProblem, type InstallProgress, type ProgramState, type RealProgram } from './program.ts';
export { consoleProgress, sentence } from './progress.ts';

/** Every real program that the suites may use: a new one is one more entry here. */
const byName = { chromium, fonts, neovim, postgresql, redis, vscode, n8n };

export type RealProgramName = keyof typeof byName;

/** In the order in which they are best installed: the quick ones first. */
export const realPrograms: readonly RealProgram[] = Object.values(byName);

/** Whether a program is installed, and then where; never installs anything. */
export function realProgram(name: RealProgramName): ProgramState {
  return byName[name].probe();
}
