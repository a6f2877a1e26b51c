import type { N8nHome } from '../n8n/index.ts';
import { until } from '../process/until.ts';

/**
 * Publishes workflows on a running n8n, as its editor does: a second for each, where its command takes many. Of two
 * that call each other, the one that is called comes first.
 * @throws {Error} with what n8n says where it refuses one
 */
export async function publishOnServer(home: N8nHome, ids: readonly string[]): Promise<void> {
  const cookie = await signIn(home);
  for (const id of ids) {
    const found = await ask(home, `workflows/${id}`, { headers: { cookie } });
    const { data } = (await found.json()) as { readonly data: { readonly versionId: string } };
    await ask(home, `workflows/${id}/activate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ versionId: data.versionId }),
    });
  }
}

/** Waits until a published webhook listens: n8n puts them up after it has answered. */
export async function listening(home: N8nHome, path: string): Promise<void> {
  await until(
    `the webhook ${path}`,
    async () => {
      // Asked in the wrong way, n8n says of a webhook that is there in which way to ask.
      const answer = await fetch(`${home.url}/webhook/${path}`, { method: 'PUT' });
      return (await answer.text()).includes('POST') ? true : undefined;
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** A fresh n8n has no owner yet; whoever comes first becomes it. */
async function signIn(home: N8nHome): Promise<string> {
  const owner = { email: 'owner@example.com', firstName: 'Noa', lastName: 'Levi', password: 'Made-up-1' };
  const answer = await ask(home, 'owner/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function ask(home: N8nHome, path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(`${home.url}/rest/${path}`, init);
  if (!answer.ok)
    throw new Error(`n8n refused ${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
  return answer;
}
