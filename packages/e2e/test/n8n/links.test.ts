import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate } from '@journey/simulator';
import { temporaryFolder } from '../../src/process/temporary-folder.ts';
import { compileFile } from '../../src/trial/trial.ts';
import { generatedCode } from './generated-code.ts';

const ZONE = 'Asia/Jerusalem';
const START = Date.parse('2027-01-20T08:00:00Z');
const CART = 'https://www.example.com/cart?of={{customer.email}}&page=2';
const HOME = 'https://www.example.com/';
const ORDERS = 'https://www.example.com/app#/orders';
const OFFER = 'https://www.example.com/מבצע';
const SIGNS = 'https://www.example.com/a(b)[c]$+*.html';
const LINKS = [CART, HOME, ORDERS, OFFER, SIGNS];

/** As systems report them: with what they append, in other orders, encoded, and none of them at all. */
const ADDRESSES: readonly (readonly [address: string | undefined, link?: string])[] = [
  ['https://www.example.com/cart?of=dana@example.com&page=2', CART],
  ['http://WWW.Example.com/cart/?utm_source=mail&page=2&of=dana%40example.com#top', CART],
  ['https://www.example.com/cart?of=dana&page=21'],
  ['https://www.example.com', HOME],
  ['https://www.example.com?utm_source=mail', HOME],
  ['https://www.example.com/app?x=1#/orders', ORDERS],
  ['https://www.example.com/app#/orders/2'],
  ['https://www.example.com/%D7%9E%D7%91%D7%A6%D7%A2', OFFER],
  ['https://www.example.com/%d7%9e%d7%91%d7%a6%d7%a2?x=%E0%A4%A', OFFER],
  ['https://www.example.com/a(b)[c]$+*.html', SIGNS],
  ['https://www.example.com/ab.html'],
  ['https://www.example.com.evil.example/'],
  ['not an address'],
  [''],
  [undefined],
];

const folder = temporaryFolder('links');
afterAll(() => folder.remove());

describe('n8n knows the link that was clicked, as the model does', async () => {
  const file = join(folder.path, 'links.journey');
  writeFileSync(
    file,
    `connector outpost "Outpost" {
  channel email
  base "https://post.example.com"
  reports sent, clicked
  event bought of contact = webhook "bought"
  send = POST "/messages" { to: recipient.email }
}
system post "Post" uses outpost
message offer "Offer" via post category utility {
  subject "Offer"
  body "${LINKS.join(' ')}"
}
journey trial "Trial" {
  timezone "${ZONE}"
  stage only "Only" {
    automation tells "Tells" {
      on post.bought
      send offer
      wait 2d
      ${LINKS.map((link) => `if clicked(offer, link: "${link}") { send offer }`).join('\n')}
    }
  }
}
`,
  );
  const model = await compileFile(file);
  const read = generatedCode(model, '.intake.post.json', 'engagement: read', ZONE);
  const identify = generatedCode(model, '.events.json', 'Who is it?', ZONE);
  const follow = generatedCode(model, '.events.json', 'What follows', ZONE);

  test.each(ADDRESSES)('%s', (address, link) => {
    const body = { message: 'offer', engagement: 'clicked', email: 'dana@example.com', link: address };
    const [event] = read({}, [{ body: [body] }], START);
    const asked = identify({ 'Something happened': [{ event }] }, [], START);
    const nodes = { 'Who is it?': asked, 'The customer': [{ contact: 'c' }], 'What is new': [{}] };
    const [follows] = follow(nodes, [], START);
    const rows = (follows?.['rows'] ?? []) as readonly { readonly name: string }[];

    const { history } = simulate(model, {
      events: [{ at: new Date(START).toISOString(), name: 'clicked:offer', customer: 'c', data: body }],
      until: '2027-02-01T00:00',
    });
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(history.map(({ name }) => name));
    expect(names).toEqual(['clicked:offer', ...(link === undefined ? [] : [`clicked:offer ${link}`])]);
  });

  test('and that a second click is one of its own only on another link', () => {
    const clicks = ['https://a.example', 'https://b.example', 'https://a.example', undefined].map((url) => ({
      message: 'offer',
      engagement: 'clicked',
      email: 'dana@example.com',
      url,
    }));
    expect(read({}, [{ body: clicks }], START).map(({ id }) => id)).toEqual([
      'clicked:offer:https://a.example:dana@example.com',
      'clicked:offer:https://b.example:dana@example.com',
      'clicked:offer:https://a.example:dana@example.com',
      'clicked:offer:dana@example.com',
    ]);
  });
});
