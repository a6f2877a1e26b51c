import { asText, isFields, isList, type Json, type JsonFields } from '../json.ts';
import type {
  NodeCatalogue,
  NodeDescription,
  NodeJson,
  OptionDescription,
  ParameterDescription,
} from './node-descriptions.ts';

/** What a value is judged by: the node that it belongs to, and where in it. */
interface Place {
  readonly catalogue: NodeCatalogue;
  readonly node: NodeJson;
  readonly description: NodeDescription;
  /** All the node's parameters with n8n's defaults filled in: conditions look at these. */
  readonly root: Json;
  /** `additionalFields.emails`, for the person who reads the finding. */
  readonly path: string;
}

/** Every parameter that n8n doesn't know, doesn't use here, or whose value it doesn't offer; and what is missing. */
export function parameterFindings(
  catalogue: NodeCatalogue,
  description: NodeDescription,
  node: NodeJson,
): string[] {
  const { helpers } = catalogue;
  const { properties } = description;
  const filled = helpers.getNodeParameters(properties, node.parameters, true, false, node, description) ?? {};
  const issues = helpers.getNodeParametersIssues(properties, { ...node, parameters: filled }, description);
  const place: Place = { catalogue, node, description, root: filled, path: '' };
  return [
    ...fieldFindings(place, properties, node.parameters, filled),
    ...Object.values(issues?.parameters ?? {}).flat(),
  ];
}

function fieldFindings(
  place: Place,
  properties: readonly ParameterDescription[],
  given: JsonFields,
  filled: JsonFields,
): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const at: Place = { ...place, path: place.path ? `${place.path}.${name}` : name };
    const known = properties.filter((property) => property.name === name);
    if (known.length === 0) return [`there is no parameter "${at.path}"`];
    const { helpers } = place.catalogue;
    const used = known.find((property) =>
      helpers.displayParameter({ ...filled, ...given }, property, place.node, place.description, place.root),
    );
    if (!used) return [`the parameter "${at.path}" is not used with these settings`];
    return valueFindings(at, used, value);
  });
}

function valueFindings(place: Place, property: ParameterDescription, value: Json): string[] {
  if (isExpression(value)) return [];
  switch (property.type) {
    case 'options':
      return offeredFindings(place, property, [value]);
    case 'multiOptions':
      return isList(value) ? offeredFindings(place, property, value) : [`"${place.path}" must be a list`];
    case 'boolean':
    case 'number':
      return typeof value === property.type ? [] : [`"${place.path}" must be a ${property.type}`];
    case 'collection':
      return isFields(value) ? fieldFindings(place, property.options ?? [], value, value) : wrongShape(place);
    case 'fixedCollection':
      return isFields(value) ? groupFindings(place, property, value) : wrongShape(place);
    case 'resourceLocator':
    case 'workflowSelector':
      return locatorFindings(place, property, value);
    case 'string':
    case 'dateTime':
      return value !== null && typeof value === 'object' && !isList(value) ? wrongShape(place) : [];
    default:
      return [];
  }
}

/** Values that n8n would ask the vendor for can't be judged here. */
function offeredFindings(place: Place, property: ParameterDescription, values: readonly Json[]): string[] {
  const { loadOptionsMethod, loadOptions } = property.typeOptions ?? {};
  if (loadOptionsMethod !== undefined || loadOptions !== undefined) return [];
  const offered = (property.options ?? []).map((option) => option.value);
  return values
    .filter((value) => !isExpression(value) && !offered.includes(value))
    .map(
      (value) => `"${place.path}" offers ${offered.map(asText).join(', ')}, and not ${JSON.stringify(value)}`,
    );
}

function groupFindings(place: Place, property: ParameterDescription, value: JsonFields): string[] {
  return Object.entries(value).flatMap(([name, content]) => {
    const at: Place = { ...place, path: `${place.path}.${name}` };
    const group: OptionDescription | undefined = property.options?.find((option) => option.name === name);
    if (!group) return [`there is no parameter "${at.path}"`];
    const several = property.typeOptions?.['multipleValues'] === true;
    if (several !== isList(content)) return [`"${at.path}" must ${several ? '' : 'not '}be a list`];
    return [content].flat().flatMap((entry) => {
      if (!isFields(entry)) return wrongShape(at);
      return fieldFindings(at, group.values ?? [], entry, { ...defaults(group.values ?? []), ...entry });
    });
  });
}

function locatorFindings(place: Place, property: ParameterDescription, value: Json): string[] {
  if (!isFields(value) || value['__rl'] !== true) return [`"${place.path}" must be a resource locator`];
  const modes = (property.modes ?? [{ name: 'id' }, { name: 'list' }]).map(({ name }) => name);
  return typeof value['mode'] === 'string' && modes.includes(value['mode'])
    ? []
    : [
        `"${place.path}" is found by ${modes.join(', ')}, and not by ${JSON.stringify(value['mode'] ?? null)}`,
      ];
}

function defaults(properties: readonly ParameterDescription[]): JsonFields {
  return Object.fromEntries(properties.map((property) => [property.name, property.default ?? null]));
}

function wrongShape(place: Place): string[] {
  return [`"${place.path}" has a value of another shape`];
}

function isExpression(value: Json): boolean {
  return typeof value === 'string' && value.startsWith('=');
}
