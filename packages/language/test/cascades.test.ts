import { expect, test } from 'vitest';
import { open } from './support/workspace.ts';

async function said(text: string): Promise<string[]> {
  const { diagnostics } = await open(text);
  return diagnostics
    .filter(({ severity }) => severity === 1)
    .map(({ code, message, range }) => `${range.start.line + 1} ${String(code)} ${String(message)}`);
}

test('an unknown connector is said once, not again at all that its system is asked for', async () => {
  const journey = (connector: string) => `system crm uses ${connector}
journey j { stage s { automation a {
  on crm.deal_won as won
  crm.create_persn(email: won.email)
} } }`;
  expect(await said(journey('pipedriv'))).toEqual([
    '1 J0201 No connector is named "pipedriv" here. Did you mean "pipedrive"?',
  ]);
  // What a connector that is known does not offer is said as before.
  expect((await said(journey('pipedrive'))).join()).toContain('crm has no "create_persn"');
});

test('a stage that plays a stage which its model does not have is an error', async () => {
  expect(await said('journey j { model five_stage stage s "S" as purchse }')).toEqual([
    '1 J0201 No stage of the model is named "purchse" here. Did you mean "purchase"?',
  ]);
  expect(await said('journey j { model five_stage stage s "S" as purchase }')).toEqual([]);
});
