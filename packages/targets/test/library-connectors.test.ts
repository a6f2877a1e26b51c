import { expect, test } from 'vitest';
import { libraryConnectors, requestsOf } from './library-requests.ts';

test.each(libraryConnectors)('every request of %s is made whole, and over a secure line', async (name) => {
  for (const { name: request, method, url, headers, body } of await requestsOf(name)) {
    const everything = JSON.stringify([url, headers, body ?? null]);
    expect(everything, request).not.toMatch(/undefined|\[object|NaN/);
    expect(new URL(url).protocol, request).toBe('https:');
    expect(body === undefined, `${request} has a body`).toBe(method === 'GET');
  }
});

test('what each vendor is asked for', async () => {
  const all = (await Promise.all(libraryConnectors.map(requestsOf))).flat();
  const lines = all.map(({ name, method, url, headers, body }) =>
    [
      `${name}: ${method} ${url}`,
      ...Object.entries(headers).map(([key, value]) => `  ${key}: ${value}`),
      ...(body === undefined ? [] : [`  ${typeof body === 'string' ? body : JSON.stringify(body)}`]),
    ].join('\n'),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('baselines/library-requests.txt');
});
