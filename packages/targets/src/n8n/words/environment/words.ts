/** What the files say that n8n is brought to life with, `.env.example` and `compose*.yaml`, in one language. */
export interface EnvironmentWords {
  /** Comments, in the order in which they come. */
  readonly copy: string;
  readonly encryptionKey: string;
  readonly address: string;
  readonly queueOnly: string;
  readonly readable: string;
  readonly oneMachine: string;
  readonly workers: string;
  readonly whatIsRead: string;
  readonly tableSize: string;
  readonly pruning: string;
  readonly compiling: string;
  readonly appendOnly: string;
  readonly untilTables: string;
  readonly indexes: string;
  /** What Docker or PostgreSQL says is missing where there is none of these; no braces in them. */
  readonly missing: {
    readonly encryptionKey: string;
    readonly address: string;
    readonly password: string;
    /** `%` stands for its name; no quotes. */
    readonly table: string;
  };
  /** Stands for a secret that nobody gives, but that one makes up. */
  readonly ownSecret: string;
}
