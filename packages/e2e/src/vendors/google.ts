import { asText, type Json, type JsonFields } from '../json.ts';
import { fields, type VendorAnswer, type VendorStandIn } from './call.ts';
import { route, type Route } from './routes.ts';

/**
 * Google Calendar v3 and Google's token endpoint. `addEvent` puts an event there as if a person had, for
 * triggers that poll.
 */
export interface GoogleStandIn extends VendorStandIn {
  addEvent(event: JsonFields): void;
}

const calendar = '/calendar/v3/calendars/:calendar/events';

export function google(): GoogleStandIn {
  const events: JsonFields[] = [];
  const add = (given: JsonFields): JsonFields => {
    const now = new Date().toISOString();
    const event = {
      kind: 'calendar#event',
      id: `event${events.length + 1}`,
      status: 'confirmed',
      created: now,
      updated: now,
      ...given,
    };
    events.push(event);
    return event;
  };
  const change = (id: string, given: JsonFields): VendorAnswer => {
    const index = events.findIndex((event) => event['id'] === id);
    if (index < 0) return refusal(404, 'Not Found');
    const event = { ...events[index], ...given, updated: new Date().toISOString() };
    events[index] = event;
    return { status: 200, body: event };
  };
  const routes: readonly Route[] = [
    { method: 'POST', path: '/token', answer: () => ({ status: 200, body: freshToken() }) },
    {
      method: 'GET',
      path: '/calendar/v3/users/me/calendarList',
      answer: () => ({ status: 200, body: { kind: 'calendar#calendarList', items: [] } }),
    },
    { method: 'POST', path: calendar, answer: (call) => ({ status: 200, body: add(fields(call)) }) },
    {
      method: 'GET',
      path: calendar,
      answer: ({ query }) => ({
        status: 200,
        body: { kind: 'calendar#events', items: updatedSince(events, query['updatedMin']) },
      }),
    },
    {
      method: 'GET',
      path: `${calendar}/:event`,
      answer: (_call, { event = '' }) => {
        const found = events.find(({ id }) => id === event);
        return found === undefined ? refusal(404, 'Not Found') : { status: 200, body: found };
      },
    },
    {
      method: 'PATCH',
      path: `${calendar}/:event`,
      answer: (call, { event = '' }) => change(event, fields(call)),
    },
    {
      method: 'PUT',
      path: `${calendar}/:event`,
      answer: (call, { event = '' }) => change(event, fields(call)),
    },
    {
      method: 'DELETE',
      path: `${calendar}/:event`,
      answer: (_call, { event = '' }) => ({
        ...change(event, { status: 'cancelled' }),
        status: 204,
        body: null,
      }),
    },
  ];
  return {
    hosts: ['www.googleapis.com', 'oauth2.googleapis.com', 'accounts.google.com'],
    addEvent: (event) => void add(event),
    answer: (call) => {
      const open = call.path === '/token';
      if (!open && !call.headers['authorization']?.startsWith('Bearer '))
        return refusal(401, 'Invalid Credentials');
      return route(routes, call) ?? refusal(404, 'Not Found');
    },
  };
}

function updatedSince(events: readonly JsonFields[], since: string | undefined): JsonFields[] {
  return events.filter((event) => !since || asText(event['updated']) >= new Date(since).toISOString());
}

function freshToken(): Json {
  return { access_token: 'made-up-token', expires_in: 3599, token_type: 'Bearer', scope: '' };
}

function refusal(code: number, message: string): VendorAnswer {
  return {
    status: code,
    body: { error: { code, message, errors: [{ message, domain: 'global', reason: message }] } },
  };
}
