/** Large journeys have many texts; only what two versions of one have in common is worth keeping. */
const MOST = 100_000;

/**
 * What was worked out from a text or a number before: the same texts stand in one version of a journey after another, and often
 * many times in one. Forgets everything when it has become too much.
 */
export class Memory<Value, Key = string> {
  private known = new Map<Key, Value>();

  get(key: Key, workOut: () => Value): Value {
    let value = this.known.get(key);
    if (value !== undefined) return value;
    value = workOut();
    if (this.known.size >= MOST) this.known = new Map();
    this.known.set(key, value);
    return value;
  }
}
