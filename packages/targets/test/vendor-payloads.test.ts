// What vendors report, shaped as their documentation shows it, and what of it the journey gets.
import { expect, test } from 'vitest';
import { findTarget } from '@journey/targets';
import type { N8nWorkflow } from '../src/n8n/workflow.ts';
import { compileText } from './journeys.ts';
import { connectorNamed, journeyWith } from './library-requests.ts';

const DANA = { email: 'dana@example.com', first_name: 'Dana', last_name: 'Levi', phone: '+972501234567' };

/** By connector and event: the body that is posted, and what is read of it. */
const REPORTS: Readonly<Record<string, readonly [body: unknown, events: readonly object[]]>> = {
  'hubspot, several at once': [
    [
      { eventId: 1, subscriptionType: 'deal.creation', objectId: 77, occurredAt: 1803484800000 },
      {
        eventId: 2,
        subscriptionType: 'deal.propertyChange',
        objectId: 77,
        propertyName: 'dealstage',
        propertyValue: 'closedwon',
      },
      { eventId: 3, subscriptionType: 'contact.deletion', objectId: 9 },
    ],
    [
      { event: 'deal_created', id: '77:1', data: { id: 77 } },
      { event: 'deal_updated', id: '77:2', data: { id: 77, stage: 'closedwon' } },
      { event: 'deal_won', id: '77:2', data: { id: 77, stage: 'closedwon' } },
    ],
  ],
  'activecampaign, as a form': [
    {
      type: 'deal_update',
      date_time: '2027-03-28T13:00:00',
      'deal[id]': '77',
      'deal[title]': 'Fitting',
      'deal[status]': '1',
      'deal[stage_title]': 'Signed',
      'deal[currency]': 'ils',
      'deal[contact_email]': DANA.email,
    },
    [
      { event: 'deal_updated', id: '77:2027-03-28T13:00:00', data: { title: 'Fitting', email: DANA.email } },
      { event: 'deal_won', id: '77', data: { status: '1', stage: 'Signed', email: DANA.email } },
    ],
  ],
  'stripe, a payment': [
    {
      id: 'evt_1',
      type: 'checkout.session.completed',
      data: {
        object: {
          id: 'cs_1',
          amount_total: 9900,
          currency: 'ils',
          customer: 'cus_1',
          customer_details: { email: DANA.email, name: 'Dana Levi', phone: DANA.phone },
        },
      },
    },
    [
      {
        event: 'paid',
        id: 'cs_1',
        data: { cents: 9900, currency: 'ils', email: DANA.email, full_name: 'Dana Levi' },
      },
    ],
  ],
  'stripe, a refusal that is told again': [
    {
      id: 'evt_2',
      type: 'invoice.payment_failed',
      data: { object: { id: 'in_1', customer_email: DANA.email, amount_due: 4500, currency: 'ils' } },
    },
    [{ event: 'payment_failed', id: 'in_1:evt_2', data: { cents: 4500, email: DANA.email } }],
  ],
  'calendly, a booking': [
    {
      event: 'invitee.created',
      payload: {
        uri: 'https://api.calendly.com/scheduled_events/E1/invitees/I1',
        email: DANA.email,
        name: 'Dana Levi',
        rescheduled: false,
        reschedule_url: 'https://calendly.com/reschedulings/I1',
        cancel_url: 'https://calendly.com/cancellations/I1',
        scheduled_event: {
          name: 'Fitting',
          start_time: '2027-03-28T13:00:00Z',
          end_time: '2027-03-28T14:00:00Z',
          location: { type: 'zoom', join_url: 'https://zoom.example.com/1' },
        },
      },
    },
    [
      {
        event: 'booked',
        data: {
          title: 'Fitting',
          start: '2027-03-28T13:00:00Z',
          email: DANA.email,
          link: 'https://zoom.example.com/1',
        },
      },
    ],
  ],
  'calendly, called off': [
    { event: 'invitee.canceled', payload: { uri: 'I1', email: DANA.email, rescheduled: false } },
    [{ event: 'cancelled', data: { email: DANA.email } }],
  ],
};

test.each(Object.entries(REPORTS))('%s', async (name, [body, expected]) => {
  expect(await read(name.replace(/,.*$/, ''), 'events', body)).toMatchObject(expected);
});

test('shopify, each topic at an address of its own', async () => {
  const order = {
    id: 450789469,
    name: '#1001',
    total_price: '99.00',
    currency: 'ILS',
    email: DANA.email,
    customer: { first_name: 'Dana', last_name: 'Levi' },
  };
  expect(await read('shopify', 'orders-create', order)).toMatchObject([
    { event: 'ordered', id: 450789469, data: { number: '#1001', total: '99.00', first_name: 'Dana' } },
  ]);
});

test('typeform, a form with hidden fields', async () => {
  const form_response = {
    token: 'T1',
    form_id: 'F1',
    hidden: { email: DANA.email },
    calculated: { score: 9 },
  };
  expect(await read('typeform', 'completed', { event_type: 'form_response', form_response })).toMatchObject([
    { event: 'completed', id: 'T1', data: { email: DANA.email, score: 9 } },
  ]);
});

test('brevo, who wants no more mail', async () => {
  const report = { event: 'unsubscribe', email: DANA.email, id: 1, camp_id: 2, ts_event: 1803484800 };
  expect(await read('brevo', 'unsubscribed', report)).toMatchObject([
    { event: 'unsubscribed', data: { email: DANA.email } },
  ]);
});

test('mailchimp, by n8n’s own trigger', async () => {
  const report = {
    type: 'unsubscribe',
    fired_at: '2027-03-28 13:00:00',
    'data[id]': 'm1',
    'data[email]': DANA.email,
    'data[merges][FNAME]': 'Dana',
  };
  expect(await read('mailchimp', undefined, report)).toMatchObject([
    {
      event: 'unsubscribed',
      id: 'm1:2027-03-28 13:00:00',
      data: { email: DANA.email, first_name: 'Dana' },
    },
  ]);
});

/** What the node that reads what is posted to that address makes of it. */
async function read(connector: string, address: string | undefined, body: unknown): Promise<unknown[]> {
  const model = await compileText(journeyWith(await connectorNamed(connector)));
  const files = findTarget('n8n')?.generate(model).files ?? [];
  const file = files.find(({ path }) => path.endsWith('intake.it.json'));
  const { nodes, connections }: N8nWorkflow = JSON.parse(file?.content ?? '{"nodes":[]}');
  const hook = nodes.find(({ parameters }) => parameters['path'] === `trial/it/${address ?? ''}`);
  const next = hook && connections[hook.name]?.['main']?.[0]?.[0]?.node;
  const code =
    nodes.find((node) => node.name === next) ??
    nodes.find(({ type }) => address === undefined && type.endsWith('.code'));
  const run = new Function('$input', String(code?.parameters['jsCode'])) as (input: {
    all(): { json: { body: unknown } }[];
  }) => { json: unknown }[];
  return run({ all: () => [{ json: { body } }] }).map(({ json }) => json);
}
