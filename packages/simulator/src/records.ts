import type { Expression } from '@journey/model';
import { eventsCarrying } from '@journey/model';
import type { Scope } from './expression.ts';
import type { Fields, HistoryEntry } from './history.ts';

/** A customer's thing as its system says when it is asked, else as it last told of it. */
export function recordOf(
  { system, record }: Extract<Expression, { kind: 'record' }>,
  scope: Scope,
): Fields | undefined {
  const names = eventsCarrying(scope.model, system, record).map((event) => `${system}.${event}`);
  const asked = scope.lookUp(system, record);
  const told = [
    ...scope.kept.filter(({ name }) => names.includes(name)).map(({ data = {} }) => data),
    ...(isRecord(asked) && Object.keys(asked).length > 0 ? [asked] : []),
  ];
  const last = told.at(-1);
  return (
    last &&
    told.filter(({ id }) => id === last['id']).reduce<Fields>((known, one) => ({ ...known, ...one }), {})
  );
}

/**
 * Brings the records that a trigger brought to what their systems last reported of them.
 * @param bound by the variable that holds a record, the system it came from
 */
export function followRecords(
  variables: Record<string, unknown>,
  bound: Readonly<Record<string, string>>,
  since: readonly HistoryEntry[],
): void {
  for (const [name, system] of Object.entries(bound)) {
    for (const { name: event, data } of since) {
      const known = variables[name];
      if (!event.startsWith(`${system}.`) || !isRecord(known) || data?.['id'] === undefined) continue;
      if (known['id'] !== data['id']) continue;
      variables[name] = {
        ...known,
        ...data,
        ...(event === `${system}.cancelled` ? { cancelled: true } : {}),
      };
    }
  }
}

export function isCancelled(record: unknown): boolean {
  return isRecord(record) && record['cancelled'] === true;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
