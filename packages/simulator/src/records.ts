import type { Fields, HistoryEntry } from './history.ts';

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
