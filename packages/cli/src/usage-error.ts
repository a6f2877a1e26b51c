/** What was asked can't be done: one sentence for the person who asked, who can ask differently. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
