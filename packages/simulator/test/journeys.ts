import type { JourneyModel } from '@journey/model';
import { simulate, type SimulationOptions } from '@journey/simulator';
import { open } from '../../language/test/support/workspace.ts';

const SYSTEMS = `
connector post "Post" {
  channel email
  base "https://post.example.com"
  reports sent, opened, clicked
  record payment extends contact { total: money }
  record profile extends contact { id: text orders: number }
  record account { id: text tier: one of [plain, gold] }
  record parcel extends contact { id: text until?: moment }
  event unsubscribed of contact = webhook "unsubscribed"
  event signed_up of contact = webhook "signed-up"
  event topics_chosen { id: text email: text topic: text } = webhook "topics"
  event bought of contact = webhook "bought"
  event paid of payment = webhook "paid"
  event told of profile = webhook "told"
  event booked of parcel = webhook "booked"
  event moved of parcel = webhook "moved"
  event cancelled of parcel = webhook "cancelled"
  action find_account(person: contact) -> account = GET "/accounts/{person.email}"
  action note(text: text) = POST "/notes" { text }
  send = POST "/messages" { to: recipient.email, text: message.body }
}
system shop "Shop" uses post
message hello "Hello" via shop category utility { subject "Hello" body "Hello" }
message news "News" via shop category marketing { subject "News" body "News" }
message tip "Tip" via shop category utility topic tips { subject "Tip" body "Tip" }
message offer "Offer" via shop category marketing { subject "Offer" body "Offer" }
segment gold "Gold" where customer.language == "he"
`;

/** The model of a text that may use the systems, messages and segment above. */
export async function compile(text: string): Promise<JourneyModel> {
  const document = await open(SYSTEMS + text);
  const errors = document.diagnostics.filter(({ severity }) => severity === 1);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => String(message)).join('\n'));
  return document.compile();
}

/** A journey in Jerusalem whose one automation does that when somebody signs up. */
export function journeyOf(steps: string, policy = '', trigger = 'on shop.signed_up as lead'): string {
  return `
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  ${policy}
  stage first "First" {
    automation only "Only" {
      ${trigger}
      ${steps}
    }
  }
  stage second "Second" {
    enter on shop.bought
  }
}`;
}

type Line = readonly [at: string, name: string, data?: Readonly<Record<string, unknown>>];

/** What happened to Dana, as lines of time and name, `why` behind it; what the journey was told itself is left out. */
export async function story(
  text: string,
  events: readonly Line[],
  more: Partial<SimulationOptions> & { readonly until?: string } = {},
): Promise<string[]> {
  const model = await compile(text);
  const { history } = simulate(model, {
    until: '2027-12-31T00:00',
    ...more,
    events: events.map(([at, name, data], index) => ({
      at,
      name: name.includes(':') ? name : `shop.${name}`,
      id: String(data?.['event_id'] ?? index),
      customer: 'dana',
      data: data ?? {},
    })),
  });
  const told = new Set(events.map(([, name]) => `shop.${name}`));
  return history
    .filter(({ name }) => !told.has(name))
    .map(({ at, name, why }) => [clock(at), name, why && `(${why})`].filter(Boolean).join(' '));
}

function clock(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Jerusalem' }).slice(0, 16);
}
