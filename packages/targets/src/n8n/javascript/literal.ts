export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * JavaScript that means exactly this value and that can stand anywhere in n8n: no two braces ever meet, so nothing in a
 * text opens or closes an expression.
 */
export function literal(value: Plain): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  return object(Object.entries(value).map(([key, part]) => [key, literal(part)]));
}

/** An object of compiled values, braces apart. */
export function object(entries: readonly (readonly [name: string, javascript: string])[]): string {
  if (entries.length === 0) return 'Object()';
  return `{ ${entries.map(([name, value]) => `${propertyName(name)}: ${value}`).join(', ')} }`;
}

/** `.first_name`, or `["שם"]` where the name isn't plain letters. */
export function member(name: string, optional = true): string {
  if (isPlainName(name)) return optional ? `?.${name}` : `.${name}`;
  return optional ? `?.[${quoted(name)}]` : `[${quoted(name)}]`;
}

/** A parameter of a node whose value is computed. */
export function expression(javascript: string): string {
  return `={{ ${javascript} }}`;
}

/** A parameter of a node that is exactly this text, whatever is in it. */
export function plainText(text: string): string {
  return text.startsWith('=') || text.includes('{{') ? expression(quoted(text)) : text;
}

/** An item taken from another node. */
export function itemOf(node: string): string {
  return `$(${quoted(node)}).first().json`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[{}\u2028\u2029<]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

// Written plainly, __proto__ would set the object's prototype and be no property of it.
function propertyName(name: string): string {
  if (name === '__proto__') return `[${quoted(name)}]`;
  return isPlainName(name) ? name : quoted(name);
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__';
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
