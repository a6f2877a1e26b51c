import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const SYSTEMS = `connector webshop { event ordered of contact = webhook "ordered" event left of contact = webhook "left" }
system shop uses webshop
system mail uses smoove
system sms uses twilio { from: "+972501234567" }
message story via mail { subject "A story" body "What Dana did" }
message offer via mail { subject "An offer" body "20 % off https://shop.example.com/sale" }
message text via sms { text "20 % off" }
`;

const journey = (branches: string, by = ''): string => `${SYSTEMS}journey j {
  timezone "Europe/London"
  kpi orders = count(shop.ordered) per 30d
  stage s {
    automation a {
      on shop.left as lead
      split ${by}{
        ${branches}
      }
      wait 3d
      send offer
      send text
      send story
    }
  }
}
`;
const BOTH = '45% story { send story } 45% offer { send offer } 10% holdout { stop }';
const found = (branches: string): Promise<string[]> => findings(journey(branches), /J0[1235]/);
const codes = async (branches: string): Promise<string[]> =>
  (await found(branches)).map((line) => line.split(' ')[1] ?? '');

async function winner(line: string, by = '') {
  const model = (await open(journey(`${BOTH} ${line}`, by))).compile();
  const step = model.journeys[0]?.stages[0]?.automations[0]?.steps[0];
  return step?.kind === 'split' ? step.winner : undefined;
}

describe('the best branch of a split', () => {
  test('is found by an event, by a message, or by those that each branch sends', async () => {
    for (const line of [
      'winner by shop.ordered after 14d',
      'winner by clicked after 3d, at least 50 each',
      'winner by clicked after 3d at least 50 each',
    ])
      expect(await codes(`${BOTH} ${line}`)).toEqual([]);
    expect(await winner('winner by shop.ordered after 14d')).toMatchObject({
      by: { kind: 'event', event: { kind: 'event', system: 'shop', event: 'ordered' } },
      after: { parts: [{ amount: 14, unit: 'd' }] },
      atLeast: 100,
    });
    expect(await winner('winner by opened after 3d, at least 50 each', 'by lead.email ')).toMatchObject({
      by: { kind: 'engagement', engagement: 'opened' },
      atLeast: 50,
    });
    const link = 'clicked(offer, link: "https://shop.example.com/sale")';
    expect(await winner(`winner by ${link} after 3d`)).toMatchObject({
      by: { event: { engagement: 'clicked', message: 'offer', link: 'https://shop.example.com/sale' } },
    });
  });

  test('is found by nothing that does not happen', async () => {
    expect(await found(`${BOTH} winner by lead.email after 3d`)).toEqual([
      '15:90 J0544 "lead.email" can\'t find the best branch: take an event, clicked(message), or what becomes of the messages of each branch, such as clicked.',
    ]);
    for (const measure of ['"luck"', 'j.orders', 'known(lead.email)', 'known'])
      expect(await codes(`${BOTH} winner by ${measure} after 3d`)).toEqual(['J0544']);
  });

  test('has a name of its own, but for the hold-out', async () => {
    const line = 'winner by shop.ordered after 3d';
    expect(await found(`50% { send story } 50% offer { send offer } ${line}`)).toEqual([
      '15:9 J0545 Give this branch a name: what it has achieved is kept under it.',
    ]);
    expect(await codes(`50% a { send story } 50% a { send offer } ${line}`)).toContain('J0545');
    expect(await codes('50% { send story } 50% { send offer }')).toEqual([]);
  });

  test('is one of two at least', async () => {
    expect(await codes('90% a { send story } 10% holdout { stop } winner by shop.ordered after 3d')).toEqual([
      'J0546',
    ]);
  });

  test('sends what it is measured by', async () => {
    const call = '50% story { send story } 50% call { notify sales "Call" }';
    expect(await codes(`${call} winner by clicked after 3d`)).toEqual(['J0547']);
    expect(await codes(`${call} winner by shop.ordered after 3d`)).toEqual([]);
    const told = `${BOTH} winner by replied(offer) after 3d`;
    expect(await codes(told)).toEqual(expect.arrayContaining(['J0521']));
    const texts = '50% story { send story } 50% text { send text }';
    expect(await codes(`${texts} winner by opened after 3d`)).toEqual(['J0547']);
  });

  test('is compared by a message that all send, or none', async () => {
    const two = '50% story { send story } 50% offer { send offer }';
    const line = 'winner by clicked(offer) after 3d';
    expect(await found(`${two} ${line}`)).toEqual([
      '15:69 J0548 Only "offer" sends "offer", so no other branch can ever win; write clicked, which is that of each branch\'s own messages.',
    ]);
    expect(await fixed(journey(`${two} ${line}`), 'J0548')).toBe(
      journey(`${two} winner by clicked after 3d`),
    );
    expect(await codes(`50% a { wait 1d send story } 50% b { send story } ${line}`)).toEqual([]);
    expect(await codes(`50% a { send offer } 50% b { wait 1d send offer } ${line}`)).toEqual([]);
  });
});
