/** What a run ends with: scripts and CI read it. */
export const EXIT = {
  fine: 0,
  /** The journeys have errors, or a file is not as it should be. */
  findings: 1,
  /** The command line asks for something that can't be: an unknown option, a file that isn't there. */
  usage: 2,
  /** The program itself is at fault. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
