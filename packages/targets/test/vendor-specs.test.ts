// What is asked of vendors, against the descriptions of their interfaces that they publish. Those may not be passed on,
// so that these tests run only where they are at hand: see the README.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { requestsOf, type MadeRequest } from './library-requests.ts';

const SPECS = fileURLToPath(new URL('../../../../shared/specs/', import.meta.url));

interface Described {
  readonly file: string;
  /** What of a request's address stands before the paths of the description. */
  readonly base: RegExp;
}

const VENDORS: Readonly<Record<string, readonly Described[]>> = {
  activecampaign: [{ file: 'activecampaign/activecampaign-v3.json', base: /^.*\/api\/3/ }],
  brevo: [{ file: 'brevo/swagger_definition.yml', base: /^.*\/v3/ }],
  hubspot: ['lists', 'sequences', 'subscriptions'].map((name) => ({
    file: `hubspot/${name}.json`,
    base: /^https:\/\/[^/]*/,
  })),
  klaviyo: [{ file: 'klaviyo/stable.json', base: /^https:\/\/[^/]*/ }],
  mailchimp: [{ file: 'mailchimp/mailchimp.com.json', base: /^.*\/3\.0/ }],
};

/** Requests that no description at hand has: HubSpot's CRM objects. */
const UNDESCRIBED = [
  'hubspot.save_person',
  'hubspot.set_lifecycle_stage',
  'hubspot.create_deal',
  'hubspot.find_deal',
  'hubspot.update_deal',
  'hubspot.add_note',
  'hubspot.add_activity',
];

type Schema = { readonly [key: string]: unknown };
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly { readonly in?: string; readonly schema?: Schema }[];
}
interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

describe.skipIf(!existsSync(SPECS))('the vendors’ own descriptions agree with what is asked of them', () => {
  test.each(Object.entries(VENDORS))('%s', async (name, described) => {
    const unknown: string[] = [];
    const wrong: string[] = [];
    for (const request of await requestsOf(name)) {
      const found = described
        .map(({ file, base }) => ({ specification: read(file), path: pathOf(request, base) }))
        .map(({ specification, path }) => ({
          specification,
          operation: operationAt(specification, path, request),
        }))
        .find(({ operation }) => operation !== undefined);
      if (found?.operation === undefined) unknown.push(request.name);
      else wrong.push(...misfits(found.specification, found.operation, request));
    }
    expect(unknown).toEqual(UNDESCRIBED.filter((request) => request.startsWith(`${name}.`)));
    expect(wrong).toEqual([]);
  });
});

function read(file: string): Specification {
  const text = readFileSync(`${SPECS}${file}`, 'utf8');
  // Brevo's is indented as YAML doesn't allow, and means what it seems to.
  return (file.endsWith('.json') ? JSON.parse(text) : parseDocument(text).toJS()) as Specification;
}

function pathOf({ url }: MadeRequest, base: RegExp): string {
  return url.replace(base, '').replace(/\?.*$/, '');
}

function operationAt({ paths }: Specification, path: string, { method }: MadeRequest): Operation | undefined {
  const fits = (template: string): boolean =>
    new RegExp(`^${template.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path);
  return Object.entries(paths)
    .filter(([template]) => fits(template))
    .map(([, methods]) => methods[method.toLowerCase()])
    .find((operation) => operation !== undefined);
}

function misfits(specification: Specification, operation: Operation, { name, body }: MadeRequest): string[] {
  const schema =
    Object.values(operation.requestBody?.content ?? {})[0]?.schema ??
    operation.parameters?.find((parameter) => parameter.in === 'body')?.schema;
  if (schema === undefined) return [];
  // Vendors read numbers that are written as texts. What they say of formats, their own examples don't keep to.
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });
  const whole = plain({ ...specification, ...schema }, true) as Schema;
  const validate = ajv.compile(whole);
  validate(structuredClone(body));
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${name} ${instancePath} ${message ?? ''}`,
  );
}

/** A schema of OpenAPI 2 and 3 as JSON Schema has it; what has no properties of its own may have no others. */
function plain(value: unknown, isRoot = false): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value !== 'object' || value === null) return value;
  const {
    paths: _paths,
    nullable: _nullable,
    example: _example,
    discriminator: _kind,
    ...rest
  } = value as Schema;
  const { exclusiveMinimum, exclusiveMaximum, ...others } = rest;
  const kept = Object.fromEntries(Object.entries(others).map(([key, part]) => [key, plain(part)]));
  const isObject = typeof others['properties'] === 'object' && others['additionalProperties'] === undefined;
  return {
    ...kept,
    ...(typeof exclusiveMinimum === 'number' ? { exclusiveMinimum } : {}),
    ...(typeof exclusiveMaximum === 'number' ? { exclusiveMaximum } : {}),
    ...(isObject && !isRoot && Object.keys(others['properties'] as object).length > 0
      ? { additionalProperties: false }
      : {}),
  };
}
