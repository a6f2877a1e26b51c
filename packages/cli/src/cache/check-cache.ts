import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import envPaths from 'env-paths';
import type { LocatedFinding } from '../output/findings.ts';
import { replaceFile } from '../write-file.ts';
import { areUnchanged, type FileStates } from './file-states.ts';

/** What a check said. */
export interface CheckResult {
  readonly files: number;
  readonly findings: readonly LocatedFinding[];
  /** What is wrong with settings files, a line each. */
  readonly settingsProblems: readonly string[];
}

/** What was asked, beside what stands in the files: whatever else an answer depends on. */
export interface CheckQuestion {
  readonly files: readonly string[];
  readonly severities: readonly string[];
  readonly locale: string;
}

interface Entry {
  readonly states: FileStates;
  readonly result: CheckResult;
}

/** Nobody who checks a folder once a month minds waiting for it. */
const KEPT_DAYS = 30;

/**
 * What checks said, kept between runs, so that unchanged journeys need not be checked again. An entry holds the state of
 * every file that the check looked at; it counts only while all of them are as they were, for the same question, the
 * same folder and the same build of the program.
 */
export class CheckCache {
  private readonly folder: string;
  private readonly build: string;

  private constructor(folder: string, build: string) {
    this.folder = folder;
    this.build = build;
  }

  /** Undefined where the program runs from its sources, which may change between runs without a sign of it. */
  static open(): CheckCache | undefined {
    // A chunk's name holds a hash over it and all that it loads, thus over the whole checker.
    const build = /-[A-Z0-9]{8}\.js$/.exec(basename(import.meta.url))?.[0];
    if (build === undefined) return undefined;
    return new CheckCache(join(envPaths('journey', { suffix: '' }).cache, 'check'), build);
  }

  /** What the same check said before, where nothing that it looked at has changed. */
  async lookUp(question: CheckQuestion): Promise<CheckResult | undefined> {
    try {
      // Written by this build of the program.
      const entry = JSON.parse(await readFile(this.fileOf(question), 'utf8')) as Entry;
      return areUnchanged(entry.states) ? entry.result : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps what a check said. Where nothing can be kept, the next check is as slow as this one, and that is all. */
  async keep(question: CheckQuestion, states: FileStates, result: CheckResult): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await replaceFile(this.fileOf(question), JSON.stringify({ states, result } satisfies Entry));
      await this.forgetOld();
    } catch {
      // A read-only home, a full disk.
    }
  }

  private fileOf(question: CheckQuestion): string {
    const asked = JSON.stringify([this.build, process.cwd(), question]);
    return join(this.folder, `${createHash('sha256').update(asked).digest('hex')}.json`);
  }

  private async forgetOld(): Promise<void> {
    const oldest = Date.now() - KEPT_DAYS * 24 * 3_600_000;
    for (const name of await readdir(this.folder)) {
      const file = join(this.folder, name);
      if ((await stat(file)).mtimeMs < oldest) await rm(file);
    }
  }
}
