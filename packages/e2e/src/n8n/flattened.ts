import { isFields, isList, parseJson, type Json } from '../json.ts';

/**
 * n8n keeps what an execution did as one flat list, where text in place of a value is the index of that value in
 * the list: `[{"a": "1"}, "x"]` is `{"a": "x"}`. Shared values come out as the same object.
 */
export function readFlattened(text: string): Json {
  const entries = parseJson(text);
  if (!isList(entries)) throw new Error('An execution of n8n is not kept in the way that was expected.');
  const known = new Map<number, Json>();

  const valueAt = (index: number): Json => {
    const done = known.get(index);
    if (done !== undefined) return done;
    const entry = entries[index] ?? null;
    if (isList(entry)) {
      const copy: Json[] = [];
      known.set(index, copy);
      for (const element of entry) copy.push(resolve(element));
      return copy;
    }
    if (isFields(entry)) {
      const copy: Record<string, Json> = {};
      known.set(index, copy);
      for (const [key, value] of Object.entries(entry)) copy[key] = resolve(value);
      return copy;
    }
    return entry;
  };
  const resolve = (value: Json): Json => (typeof value === 'string' ? valueAt(Number(value)) : value);
  return valueAt(0);
}
