import type { EventType, System } from '@journey/model';
import { literal } from '../javascript/literal.ts';

/**
 * The vendor's words for each field become the connector's. A response or a contact has an id of its own: it happens
 * once. A vendor may report several things in one call, and post a form, whose parts of parts are named \`data[email]\`.
 */
export function webhookCode(system: System, events: readonly EventType[]): string {
  const described = events.map((event) => ({
    name: event.name,
    is: event.webhook?.conditions ?? [],
    fields: mappingOf(event),
  }));
  return `const events = ${literal(described)};
const inForm = ([first, ...rest]) => first + rest.map((name) => '[' + name + ']').join('');
const at = (value, path) => path.reduce((part, name) => part?.[name], value) ?? value?.[inForm(path)];
return $input.all().flatMap(({ json }) => [json.body ?? Object()].flat().flatMap((body) => events
  .filter(({ is }) => is.every((each) => String(at(body, each.at)) === each.is))
  .map(({ name, fields }) => {
    const found = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, at(body, path)]));
    const { event_id: told, ...data } = found;
    if (body.consent !== undefined) data.consent = body.consent;
    const id = json.headers?.['x-event-id'] ?? body.event_id ?? (told === undefined ? data.id : data.id + ':' + told);
    return { json: { system: ${literal(system.id)}, event: name, id, data } };
  })));`;
}

/** Where in the payload each field is, and what says whom the event is about, which no field need hold. */
function mappingOf(event: EventType): Readonly<Record<string, readonly string[]>> {
  const fields = event.fields.map((field) => [field.name, pathOf(event, field.name)] as const);
  const others = event.webhook?.mapping.map(({ field, from }) => [field, from] as const) ?? [];
  return Object.fromEntries([...fields, ...others]);
}

function pathOf(event: EventType, field: string): readonly string[] {
  return event.webhook?.mapping.find((entry) => entry.field === field)?.from ?? [field];
}
