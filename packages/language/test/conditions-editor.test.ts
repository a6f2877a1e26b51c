import { describe, expect, test } from 'vitest';
import { hover, labels } from './support/editor.ts';

const file = (condition: string, version = 'under way: move'): string => `system site "Site" uses form
system crm "CRM" uses pipedrive
system mail uses smoove
message hi "Hi" via mail category utility { subject "Hi" body "Hi" }
segment buyers "Buyers" where known(customer.phone)
journey back "Back" { stage s }
journey j "J" { version 2 { ${version} } stage begin { automation greet { on site.signed_up if ${condition} { send hi } } } }`;

describe('what a customer may be asked to be in', () => {
  test('is completed behind in: segments, journeys, automations', async () => {
    const found = await labels(file('customer in █'));
    expect(found).toEqual(expect.arrayContaining(['buyers', 'back']));
  });
});

describe('counts over a time', () => {
  test('have their time among the arguments', async () => {
    expect(await labels(file('count(crm.deal_won, █) > 3'))).toContain('within');
    expect(await hover(file('co█unt(crm.deal_won, within: 90d) > 3'))).toContain('within: 90d');
  });
});

describe('what is called otherwise in a version', () => {
  test('is completed: the keyword, and the parts and messages that there are', async () => {
    expect(await labels(file('true', 'under way: move █'))).toContain('map');
    expect(await labels(file('true', 'under way: move map early -> █'))).toEqual(
      expect.arrayContaining(['begin', 'greet', 'hi']),
    );
    expect(await hover(file('true', 'under way: move ma█p early -> begin'))).toContain('new name');
  });
});
