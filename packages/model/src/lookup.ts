import type { ActionType } from './connector.ts';
import { connectorOf, type JourneyModel } from './model.ts';

/** An action by which a system can be asked for a customer's record, and the parameter that takes the customer. */
export interface Lookup {
  readonly action: ActionType;
  readonly parameter: string;
}

/**
 * Actions that take a person, need nothing else, give such a record and change nothing: they are named `find_…`, or
 * read by `GET`.
 */
export function lookupsOf(model: JourneyModel, system: string, record: string): readonly Lookup[] {
  const connector = connectorOf(model, system);
  return (connector?.actions ?? []).flatMap((action) => {
    const [parameter, ...others] = action.parameters;
    const { returns } = action;
    if (parameter === undefined || others.some(({ optional }) => !optional)) return [];
    if (parameter.type.kind !== 'record' || parameter.type.record !== 'contact') return [];
    if (returns?.kind !== 'record' || returns.record !== `${connector?.id}.${record}`) return [];
    return readsOnly(action) ? [{ action, parameter: parameter.name }] : [];
  });
}

function readsOnly({ name, request }: ActionType): boolean {
  return request?.method === 'GET' || name.startsWith('find_');
}
