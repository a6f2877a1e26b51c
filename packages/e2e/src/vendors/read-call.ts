import type { IncomingMessage } from 'node:http';
import { parseJson, type Json } from '../json.ts';
import type { VendorCall } from './call.ts';

/** Reads a request to its end. `host` is the one that the client asked the proxy for. */
export async function readCall(request: IncomingMessage, host: string): Promise<VendorCall> {
  const at = Date.now();
  const url = new URL(request.url ?? '/', `https://${host}`);
  const chunks: Buffer[] = [];
  // A request without an encoding set gives buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = singleHeaders(request);
  return {
    at,
    host,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: readBody(Buffer.concat(chunks).toString('utf8'), headers['content-type'] ?? ''),
  };
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

function readBody(text: string, contentType: string): Json {
  if (text === '') return null;
  if (contentType.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
