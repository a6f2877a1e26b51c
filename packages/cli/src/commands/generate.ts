export interface GenerateOptions {
  readonly target: string;
  readonly output?: string;
  readonly journey?: string;
  readonly environment?: string;
  readonly timeScale?: number;
  readonly timeStart?: string;
  readonly check?: true;
  readonly force?: true;
  readonly json?: true;
}
