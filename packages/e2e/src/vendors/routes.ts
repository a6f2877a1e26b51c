import type { VendorAnswer, VendorCall } from './call.ts';

/** One thing that a vendor's API can do: `:name` in the path takes one segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
  answer(
    call: VendorCall,
    parameters: Readonly<Record<string, string>>,
  ): VendorAnswer | Promise<VendorAnswer>;
}

/** The answer of the first route that fits, or `undefined`. */
export function route(
  routes: readonly Route[],
  call: VendorCall,
): VendorAnswer | Promise<VendorAnswer> | undefined {
  for (const candidate of routes) {
    const parameters = candidate.method === call.method ? matchPath(candidate.path, call.path) : undefined;
    if (parameters) return candidate.answer(call, parameters);
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const actual = decodeURIComponent(given[index] ?? '');
    if (segment.startsWith(':')) parameters[segment.slice(1)] = actual;
    else if (segment !== actual) return undefined;
  }
  return parameters;
}
