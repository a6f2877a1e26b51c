import { fields, type VendorCall, type VendorStandIn } from '../../../src/vendors/index.ts';

/** A made-up vendor that journeys of the tests send and act with, told how to fail by what it is told. */
export const OUTPOST = `
connector outpost "Outpost" {
  channel email
  auth bearer env OUTPOST_TOKEN
  base "https://post.example.com"
  reports sent, opened, clicked
  record start extends contact { plan: text color?: text }
  record parcel extends contact { id: text until?: moment }
  event go of start = webhook "go"
  event bought of contact = webhook "bought"
  event unsubscribed of contact = webhook "unsubscribed"
  event booked of parcel = webhook "booked"
  event moved of parcel = webhook "moved"
  event cancelled of parcel = webhook "cancelled"
  action note(text: text, about?: text) = POST "/notes" { text, about } key request_id
  send = POST "/messages" { to: recipient.email, subject: message.subject }
}
system post "Outpost" uses outpost
message hello "Hello" via post category utility { subject "hello" body "Hello" }
message news "News" via post category marketing { subject "news" body "News" }
message offer "Offer" via post category marketing { subject "offer" body "Offer: https://shop.example.com/offer" }
`;

/** Whether a note, told of for the nth time (from 1), fails, by its text: `fails 2` does twice, `refused` for good. */
export function noteFails(text: string, times: number): boolean {
  const match = /fails (\d+)/.exec(text);
  return text.includes('refused') ? times === 1 : match !== null && times <= Number(match[1]);
}

export function outpost(): VendorStandIn {
  const told = new Map<string, number>();
  return {
    hosts: ['post.example.com', 'chat.example.com'],
    answer: (call) => {
      if (call.path !== '/notes') return { status: 200, body: { id: `m-${call.at}` } };
      const text = noteOf(call);
      const key = String(fields(call)['about']) + text;
      const times = (told.get(key) ?? 0) + 1;
      told.set(key, times);
      if (!noteFails(text, times)) return { status: 200, body: { id: `n-${call.at}` } };
      if (text.includes('refused')) return { status: 422, body: { message: 'no such note' } };
      return text.includes('later')
        ? { status: 429, headers: { 'retry-after': String(2 * 86_400) }, body: { message: 'too many' } }
        : { status: 503, body: { message: 'busy' } };
    },
  };
}

export function noteOf(call: VendorCall): string {
  return String(fields(call)['text'] ?? '');
}
