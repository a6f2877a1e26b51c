import type { EventType } from '@journey/model';
import { expression } from '../javascript/literal.ts';
import { byId, code, httpRequest, literal, node, set } from '../nodes.ts';
import type { Parameters, Port } from '../workflow.ts';
import { lookedForBefore } from './made-before.ts';
import { type CredentialKind, type EventMapping, type VendorFlow, type VendorMapping } from './vendor.ts';

const credential: CredentialKind = {
  type: 'googleCalendarOAuth2Api',
  fields: { clientId: '<Google client id>', clientSecret: '<Google client secret>' },
};

/** The connector's event by what n8n's trigger calls it. */
const TRIGGERS = {
  booked: 'eventCreated',
  moved: 'eventUpdated',
  cancelled: 'eventCancelled',
  started: 'eventStarted',
  ended: 'eventEnded',
} as const;

/** n8n's Google Calendar nodes. The trigger asks Google once a minute. */
export const googleCalendar: VendorMapping = {
  connector: 'google_calendar',
  source:
    'https://developers.google.com/calendar/api/v3/reference/events and n8n’s nodes googleCalendar 1.3, googleCalendarTrigger 1',
  credential,
  actions: {
    add_reminder: {
      support: 'native',
      how: 'Google Calendar: create event',
      repeatable: true,
      build: (flow, after) => {
        const args = `${flow.asked}.step.args`;
        const start = `(${args}.at ? DateTime.fromISO(${args}.at) : ${flow.context.clock.now()})`;
        const { isThere, isNew } = madeBefore(flow, after);
        const created = flow.call(
          isNew,
          node(flow.about('add_reminder'), 'googleCalendar', 1.3, {
            resource: 'event',
            operation: 'create',
            calendar: calendarOf(flow),
            start: expression(`${start}.toISO()`),
            end: expression(`${start}.plus({ minutes: 30 }).toISO()`),
            useDefaultReminders: true,
            additionalFields: {
              id: expression(ownEventId(flow)),
              summary: expression(`${args}.title`),
              description: expression(`${args}.notes ?? ""`),
              attendees: expression(`${args}.owner ? [${args}.owner] : []`),
            },
          }),
        );
        return flow.add(
          [created, isThere],
          set(
            flow.named('result', 'add_reminder'),
            '{ result: { id: $json.id, title: $json.summary, start: $json.start?.dateTime, end: $json.end?.dateTime, link: $json.htmlLink } }',
          ),
        );
      },
    },
  },
  events: Object.fromEntries(
    Object.entries(TRIGGERS).map(([event, triggerOn]) => [event, calendarEvent(triggerOn)]),
  ),
};

/** Google takes the digits of base 32 for an id. What is marked so came from here, and is nobody's meeting. */
const OWN = 'jrn';

/** From the deed's key, so that a repetition names the same event. */
function ownEventId(flow: VendorFlow): string {
  return `${literal(OWN)} + [...${flow.asked}.key].map((sign) => sign.codePointAt(0).toString(16).padStart(2, "0")).join("")`;
}

/** Where an earlier try may have made the event, it is looked for first. */
function madeBefore(flow: VendorFlow, after: readonly Port[]): ReturnType<typeof lookedForBefore> {
  const calendar =
    flow.context.settingValue(flow.system.id, 'calendar') === undefined
      ? literal('primary')
      : flow.context.scope('$json').setting(flow.system.id, 'calendar');
  const events = `"https://www.googleapis.com/calendar/v3/calendars/" + encodeURIComponent(${calendar}) + "/events/"`;
  return lookedForBefore(flow, after, 'add_reminder', (from) =>
    flow.call(
      [from],
      httpRequest(flow.named('made before', 'add_reminder'), {
        method: 'GET',
        url: expression(`${events} + ${ownEventId(flow)}`),
        authentication: { kind: 'predefined', type: 'googleCalendarOAuth2Api' },
        options: { response: { response: { neverError: true } } },
      }),
    ),
  );
}

function calendarEvent(triggerOn: string): EventMapping {
  return {
    support: 'native',
    how: `Google Calendar Trigger: ${triggerOn}`,
    group: 'calendar',
    build: (flow, events) => events.map((event) => oneTrigger(flow, event)),
  };
}

function oneTrigger(flow: VendorFlow, event: EventType): ReturnType<VendorFlow['add']> {
  const triggerOn = Object.entries(TRIGGERS).find(([name]) => name === event.name)?.[1] ?? 'eventCreated';
  const trigger = flow.call(
    [],
    node(flow.about(`Google Calendar: ${event.name}`), 'googleCalendarTrigger', 1, {
      pollTimes: { item: [{ mode: 'everyMinute' }] },
      calendarId: calendarOf(flow),
      triggerOn,
      options: {},
    }),
  );
  return flow.add(
    [trigger],
    code(flow.named('the meeting', event.name), meetingCode(flow.system.id, event.name)),
  );
}

/** The account's own calendar where the system names none; n8n offers that one only as an entry of its list. */
function calendarOf(flow: VendorFlow): Parameters {
  const value = flow.context.settingValue(flow.system.id, 'calendar');
  if (value === undefined) return { __rl: true, mode: 'list', value: 'primary' };
  return byId(expression(flow.context.scope('$json').setting(flow.system.id, 'calendar')));
}

/** The customer is the first guest who is not the calendar's owner. A link is looked for where people put one. */
function meetingCode(system: string, event: string): string {
  return `return $input.all().filter(({ json }) => !String(json.id).startsWith(${literal(OWN)})).map(({ json }) => {
  const guest = (json.attendees ?? []).find((one) => !one.self && !one.organizer && !one.resource) ?? json.attendees?.[0];
  const id = [json.id, ${literal(event)}, ${event === 'moved' ? 'json.updated' : 'json.start?.dateTime ?? json.start?.date'}].join(':');
  return { json: { system: ${literal(system)}, event: ${literal(event)}, id, data: {
    id: json.id, title: json.summary, start: json.start?.dateTime ?? json.start?.date, end: json.end?.dateTime ?? json.end?.date,
    email: guest?.email, location: json.location,
    link: json.hangoutLink ?? json.conferenceData?.entryPoints?.[0]?.uri ?? json.location?.match(/https?:\\S+/)?.[0],
  } } };
});`;
}
