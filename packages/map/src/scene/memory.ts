/** Large journeys have many texts; only what two versions of one have in common is worth keeping. */
const MOST = 100_000;

/**
 * What was worked out from a text or a number before: the same texts stand in one version of a journey after another, and often
 * many times in one. Forgets everything when it has become too much.
 */
export class Memory<Value, Key = string> {
  private known = new Map<Key, Value>();

  /** What is known of it; undefined where nothing is. */
  get(key: Key): Value | undefined {
    return this.known.get(key);
  }

  keep(key: Key, value: Value): Value {
    if (this.known.size >= MOST) this.known = new Map();
    this.known.set(key, value);
    return value;
  }
}
