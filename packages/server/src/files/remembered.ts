/** Answers that had to be waited for, kept so that they can be asked for again at once. */
export class Remembered<Value> {
  private readonly ask: (address: string) => Promise<Value>;
  private readonly values = new Map<string, Value>();
  /** The latest question of each address, answered or not. */
  private readonly questions = new Map<string, Promise<void>>();
  private readonly unanswered = new Set<Promise<void>>();

  constructor(ask: (address: string) => Promise<Value>) {
    this.ask = ask;
  }

  /** What was answered last; undefined where nobody asked. */
  get(address: string): Value | undefined {
    return this.values.get(address);
  }

  /** Asks about an address that nobody asked about before. */
  know(address: string): Promise<void> {
    return this.questions.get(address) ?? this.renew(address);
  }

  /** Asks again about all addresses that were asked about and are meant. */
  renewAll(isMeant: (address: string) => boolean): void {
    for (const address of this.questions.keys()) if (isMeant(address)) void this.renew(address);
  }

  /** Resolves when no question is open. */
  async settled(): Promise<void> {
    while (this.unanswered.size > 0) await Promise.all(this.unanswered);
  }

  private renew(address: string): Promise<void> {
    const question: Promise<void> = this.ask(address).then((value) => {
      // An older answer may come after a newer one.
      if (this.questions.get(address) === question) this.values.set(address, value);
      this.unanswered.delete(question);
    });
    this.questions.set(address, question);
    this.unanswered.add(question);
    return question;
  }
}
