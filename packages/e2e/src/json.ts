/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonFields;

export interface JsonFields {
  readonly [name: string]: Json;
}

/** @throws {SyntaxError} when the text is not JSON */
export function parseJson(text: string): Json {
  // What JSON.parse gives is this by its definition.
  return JSON.parse(text) as Json;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isFields(value: Json | undefined): value is JsonFields {
  return value !== null && typeof value === 'object' && !isList(value);
}

/** A value as it would stand in an address or a message: text as it is, everything else as JSON. */
export function asText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
