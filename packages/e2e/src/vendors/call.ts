import { isFields, type Json, type JsonFields } from '../json.ts';

/** One request that a vendor would have got, as it arrived. */
export interface VendorCall {
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON and forms are read; anything else is its text; `null` when there was none. */
  readonly body: Json;
}

export interface VendorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** Answers as one vendor would, for the hosts that the vendor's API lives at. */
export interface VendorStandIn {
  readonly hosts: readonly string[];
  answer(call: VendorCall): VendorAnswer | Promise<VendorAnswer>;
}

/** The body as an object; an empty one when the call brought none. */
export function fields({ body }: VendorCall): JsonFields {
  return isFields(body) ? body : {};
}
