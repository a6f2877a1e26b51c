import { describe, expect, test } from 'vitest';
import { findings, open } from './support/workspace.ts';

const HEAD = `system site uses form
system mail uses smoove
message hi via mail category utility { subject "Hi" body "Welcome!" }
`;
const journeys = (condition: string, where = ''): string => `${HEAD}
automation care(who: contact) { wait for site.visited up to 3d notify sales "{{who.email}}" }
journey back { timezone "UTC" stage s { automation again { on site.visited send hi } } }
journey trial { timezone "UTC" stage s { automation asks { on site.signed_up ${where} if ${condition} { send hi } run care(who: customer) } } }`;

const codes = async (source: string): Promise<string[]> =>
  (await findings(source, /^J0[235]/)).map((line) => line.split(' ')[1] ?? '');

describe('who is under way in a journey or an automation', () => {
  test('is asked by its name', async () => {
    expect(await codes(journeys('customer in back'))).toEqual([]);
    expect(await codes(journeys('not (customer in care)'))).toEqual([]);
    const document = await open(journeys('customer in care or customer in back'));
    expect(JSON.stringify(document.compile())).toContain('"kind":"underWay","of":"journey","id":"back"');
    expect(JSON.stringify(document.compile())).toContain('"kind":"underWay","of":"automation","id":"care"');
  });

  test('is asked of another file’s journey, once it is imported', async () => {
    const other = 'journey elsewhere { timezone "UTC" stage s }';
    const source = journeys('customer in elsewhere');
    expect(await codes(source)).toContain('J0201');
    const imported = `import { elsewhere } from "./other.journey"\n${source}`;
    const found = await findings({ 'main.journey': imported, 'other.journey': other }, /^J0[235]/);
    expect(found).toEqual([]);
  });

  test('is no question to a step of its own', async () => {
    expect(await codes(journeys('customer in trial'))).toEqual(['J0549']);
    expect(await codes(journeys('customer in asks'))).toEqual(['J0549']);
    expect(await codes(journeys('opened(hi)', 'where not (customer in trial)'))).not.toContain('J0549');
  });

  test('is nothing by itself', async () => {
    expect(await codes(journeys('back'))).toEqual(['J0309']);
  });
});
