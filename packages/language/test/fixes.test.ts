import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';

describe('what may be done about a name', () => {
  test('change it to the one that was meant', async () => {
    expect(await fixed('persona owner\njourney j { persona ownr }', 'J0201')).toBe(
      'persona owner\njourney j { persona owner }',
    );
  });

  test('import it, in an import of its own or in the one that is there', async () => {
    const people = { 'people.journey': 'persona owner\npersona buyer' };
    expect(await fixed({ 'main.journey': 'journey j { persona owner }', ...people }, 'J0202')).toBe(
      'import { owner } from "./people.journey"\n\njourney j { persona owner }',
    );
    expect(
      await fixed(
        {
          'main.journey': 'import { buyer } from "./people.journey"\njourney j { persona buyer, owner }',
          ...people,
        },
        'J0202',
      ),
    ).toBe('import { buyer, owner } from "./people.journey"\njourney j { persona buyer, owner }');
  });
});
