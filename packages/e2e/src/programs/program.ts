/** A program that the end-to-end suites run but that the product never ships. */
export interface RealProgram {
  readonly name: string;
  /** What the suites need it for, as the end of the sentence "… is needed for". */
  readonly purpose: string;
  /** Answers without changing anything. */
  probe(): ProgramState;
  /**
   * Installs the program; safe to repeat, also after an interruption.
   * @throws {InstallProblem} with one sentence for the person at the terminal.
   */
  install(progress: InstallProgress): Promise<void>;
}

export type ProgramState =
  | {
      readonly installed: true;
      /** Where the program's files are: its package folder, or the folder of its executable. */
      readonly folder: string;
      /** The Node binary to run it with, where it needs one. */
      readonly node: string;
    }
  | { readonly installed: false; readonly why: string };

/** Told about each step, so that a person who waits ten minutes sees that something happens. */
export interface InstallProgress {
  /** Runs one step and shows its name, its outcome and the time that it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Why a program could not be installed, in one sentence that says what to do. */
export class InstallProblem extends Error {
  override readonly name = 'InstallProblem';
}
