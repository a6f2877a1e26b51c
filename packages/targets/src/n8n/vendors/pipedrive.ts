import { expression, itemOf, literal } from '../javascript/literal.ts';
import type { Automation, Step, StepOf, System } from '@journey/model';
import { allSteps, automationsOf, expressionsOf, partsOf } from '@journey/model';
import { choose, code, fork, httpRequest, node, set, type Described } from '../nodes.ts';
import type { Port } from '../workflow.ts';
import { lookedForBefore } from './made-before.ts';
import {
  type ActionMapping,
  type CredentialKind,
  type EventMapping,
  type VendorFlow,
  type VendorMapping,
} from './vendor.ts';

const API = 'https://api.pipedrive.com/api';
const credential: CredentialKind = { type: 'pipedriveApi', fields: { apiToken: '<PIPEDRIVE_API_TOKEN>' } };

const native = (how: string): Pick<ActionMapping, 'support' | 'how'> => ({ support: 'native', how });

/** n8n's Pipedrive nodes; HTTP only for what they can't ask: pipelines, a person's deals, an owner's address. */
export const pipedrive: VendorMapping = {
  connector: 'pipedrive',
  source: 'https://developers.pipedrive.com/docs/api/v1 and n8n’s nodes pipedrive 2, pipedriveTrigger 1.1',
  credential,
  actions: {
    create_person: {
      ...native('Pipedrive: search person, create person'),
      repeatable: true,
      build: (flow, after) => {
        const person = ensurePerson(flow, after, 'create_person');
        return flow.add([person], set(flow.named('result', 'create_person'), '{ result: $json }'));
      },
    },
    create_deal: {
      ...native('Pipedrive: search or create person, create deal'),
      repeatable: true,
      build: (flow, after) => {
        const person = ensurePerson(flow, after, 'create_deal');
        const stage = firstStage(flow, [person]);
        const args = `${flow.asked}.step.args`;
        const { isThere, isNew } = dealMadeBefore(flow, stage ?? person, person);
        const created = flow.call(
          isNew,
          node(flow.about('create_deal'), 'pipedrive', 2, {
            authentication: 'apiToken',
            resource: 'deal',
            operation: 'create',
            title: expression(`${args}.title`),
            associateWith: 'person',
            person_id: expression(`${itemOf(person.node)}.id`),
            additionalFields: {
              value: expression(`${args}.value?.amount ?? ${args}.value`),
              currency: expression(`${args}.value?.currency`),
              ...(stage === undefined ? {} : { stage_id: expression(`${itemOf(stage.node)}.id`) }),
            },
            rawCustomFieldKeys: true,
          }),
        );
        const deal = flow.add([created, isThere], set(flow.named('deal', 'create_deal'), '$json'));
        return dealResult(flow, deal, 'create_deal');
      },
    },
    find_deal: {
      ...native('Pipedrive: search person; HTTP Request: the person’s open deals'),
      repeatable: true,
      build: (flow, after) => {
        const found = searchPerson(flow, after, 'find_deal');
        const known = flow.add([found], fork(flow.named('person known?', 'find_deal'), '$json.id'));
        const deals = openDeals(flow, known, flow.about('find_deal'), '$json.id', 1);
        const newest = flow.add(
          [deals],
          set(flow.named('the newest', 'find_deal'), '$json.data?.[0] ?? Object()'),
        );
        const none = flow.add(
          [{ ...known, output: 1 }],
          set(flow.named('nobody', 'find_deal'), '{ result: null }'),
        );
        const result = dealResult(flow, newest, 'find_deal');
        return flow.add([result, none], set(flow.named('found', 'find_deal'), '$json'));
      },
    },
    update_deal: {
      ...native('Pipedrive: update deal'),
      repeatable: true,
      build: (flow, after) => {
        const args = `${flow.asked}.step.args`;
        const deal = flow.call(
          after,
          node(flow.about('update_deal'), 'pipedrive', 2, {
            authentication: 'apiToken',
            resource: 'deal',
            operation: 'update',
            dealId: expression(`${args}.deal.id`),
            updateFields: {
              title: expression(`${args}.title`),
              status: expression(`${args}.status`),
              value: expression(`${args}.value?.amount ?? ${args}.value`),
            },
            rawCustomFieldKeys: true,
          }),
        );
        return dealResult(flow, deal, 'update_deal');
      },
    },
    add_note: {
      ...native('Pipedrive: create note'),
      build: (flow, after) => {
        const args = `${flow.asked}.step.args`;
        const note = flow.call(
          after,
          node(flow.about('add_note'), 'pipedrive', 2, {
            authentication: 'apiToken',
            resource: 'note',
            operation: 'create',
            content: expression(`${args}.text`),
            additionalFields: { deal_id: expression(`${args}.deal?.id`) },
          }),
        );
        return flow.add([note], set(flow.named('result', 'add_note'), '{ result: null }'));
      },
    },
    add_activity: {
      ...native('Pipedrive: create activity'),
      build: (flow, after) => {
        const args = `${flow.asked}.step.args`;
        const activity = flow.call(
          after,
          node(flow.about('add_activity'), 'pipedrive', 2, {
            authentication: 'apiToken',
            resource: 'activity',
            operation: 'create',
            subject: expression(`${args}.subject`),
            done: false,
            type: expression(`${args}.kind ?? "task"`),
            additionalFields: {
              deal_id: expression(`${args}.deal?.id`),
              due_date: expression(`${args}.due ?? ${flow.context.clock.now()}.toISO()`),
            },
            rawCustomFieldKeys: true,
          }),
        );
        return flow.add([activity], set(flow.named('result', 'add_activity'), '{ result: null }'));
      },
    },
  },
  events: Object.fromEntries(
    ['deal_created', 'deal_updated', 'deal_won', 'deal_lost', 'deal_closed'].map((name) => [
      name,
      dealEvents(),
    ]),
  ),
};

/** The person with that address or number, created where there is none; the last node's item is the person. */
function ensurePerson(flow: VendorFlow, after: readonly Port[], action: string): Port {
  const found = searchPerson(flow, after, action);
  const person = `${flow.asked}.step.args.person`;
  const ways = `$json.id ? 0 : ${person}.email && ${person}.phone ? 1 : ${person}.email ? 2 : 3`;
  const known = flow.add([found], choose(flow.named('person known?', action), 4, ways));
  const way = (output: number): readonly Port[] => [{ ...known, output }];
  return flow.add(
    [
      known,
      createPerson(flow, way(1), flow.named('new person', action), ['email', 'phone']),
      createPerson(flow, way(2), flow.named('new person, by e-mail', action), ['email']),
      createPerson(flow, way(3), flow.named('new person, by phone', action), ['phone']),
    ],
    set(flow.named('person', action), `{ ...${person}, id: $json.id }`),
  );
}

/** Pipedrive refuses an address or number that is empty, so there is a node for each that may be there. */
function createPerson(
  flow: VendorFlow,
  after: readonly Port[],
  about: Described,
  known: readonly ('email' | 'phone')[],
): Port {
  const person = `${flow.asked}.step.args.person`;
  const email = { value: expression(`${person}.email`), primary: true, label: 'work' };
  const phone = { value: expression(`${person}.phone`), primary: true, label: 'mobile' };
  return flow.call(
    after,
    node(about, 'pipedrive', 2, {
      authentication: 'apiToken',
      resource: 'person',
      operation: 'create',
      name: expression(`${person}.full_name || ${person}.first_name || ${person}.email || ${person}.phone`),
      additionalFields: {
        ...(known.includes('email') ? { emails: { emailProperties: [email] } } : {}),
        ...(known.includes('phone') ? { phones: { phoneProperties: [phone] } } : {}),
      },
      rawCustomFieldKeys: true,
    }),
  );
}

function searchPerson(flow: VendorFlow, after: readonly Port[], action: string): Port {
  const person = `${flow.asked}.step.args.person`;
  return flow.call(
    after,
    node(
      flow.named('search person', action),
      'pipedrive',
      2,
      {
        authentication: 'apiToken',
        resource: 'person',
        operation: 'search',
        term: expression(`${person}.email || ${person}.phone`),
        exactMatch: true,
        returnAll: false,
        limit: 1,
        additionalFields: { fields: ['email', 'phone'] },
      },
      { settings: { alwaysOutputData: true } },
    ),
  );
}

/** The first stage of the pipeline that the system names; undefined where it names none. */
function firstStage(flow: VendorFlow, after: readonly Port[]): Port | undefined {
  if (flow.context.settingValue(flow.system.id, 'pipeline') === undefined) return undefined;
  const name = flow.context.scope('$json').setting(flow.system.id, 'pipeline');
  const authentication = { kind: 'predefined', type: 'pipedriveApi' } as const;
  const pipelines = flow.call(
    after,
    httpRequest(flow.named('pipelines', 'create_deal'), {
      method: 'GET',
      url: `${API}/v2/pipelines`,
      authentication,
    }),
  );
  const stages = flow.call(
    [pipelines],
    httpRequest(flow.named('stages', 'create_deal'), {
      method: 'GET',
      url: `${API}/v2/stages`,
      query: [
        {
          name: 'pipeline_id',
          value: expression(`$json.data.find((pipeline) => pipeline.name === ${name})?.id`),
        },
      ],
      authentication,
    }),
  );
  return flow.add(
    [stages],
    set(
      flow.named('first stage', 'create_deal'),
      '{ id: [...($json.data ?? [])].sort((a, b) => a.order_nr - b.order_nr)[0]?.id }',
    ),
  );
}

/**
 * Pipedrive knows no repetition: where an earlier try may have made the deal, an open one of the person with that title
 * is looked for first.
 */
function dealMadeBefore(flow: VendorFlow, after: Port, person: Port): ReturnType<typeof lookedForBefore> {
  return lookedForBefore(flow, [after], 'create_deal', (from) => {
    const deals = openDeals(
      flow,
      from,
      flow.named('open deals', 'create_deal'),
      `${itemOf(person.node)}.id`,
      20,
    );
    const same = `$json.data?.find((deal) => deal.title === ${flow.asked}.step.args.title) ?? Object()`;
    return flow.add([deals], set(flow.named('made before', 'create_deal'), same));
  });
}

/** A person's open deals, the newest first. */
function openDeals(flow: VendorFlow, after: Port, about: Described, person: string, limit: number): Port {
  return flow.call(
    [after],
    httpRequest(about, {
      method: 'GET',
      url: `${API}/v2/deals`,
      query: [
        { name: 'person_id', value: expression(person) },
        { name: 'status', value: 'open' },
        { name: 'sort_by', value: 'add_time' },
        { name: 'sort_direction', value: 'desc' },
        { name: 'limit', value: String(limit) },
      ],
      authentication: { kind: 'predefined', type: 'pipedriveApi' },
    }),
  );
}

/** Ends with the deal as the connector describes it, its owner's address only where the journey asks for it. */
function dealResult(flow: VendorFlow, deal: Port, action: string): Port {
  const person = literal(`${flow.system.id}.person:`);
  const shape = (of: string, owner: string): string =>
    `${of}.id === undefined ? { result: null } : { identities: [${person} + (${of}.person_id?.value ?? ${of}.person_id)], ` +
    `result: { id: ${of}.id, title: ${of}.title, status: ${of}.status, value: ${of}.value == null ? null : ` +
    `{ amount: ${of}.value, currency: ${of}.currency }, stage: ${of}.stage_id, owner: ${owner} } }`;
  if (!asksForOwner(flow, action))
    return flow.add([deal], set(flow.named('result', action), shape('$json', 'undefined')));
  const owner = flow.call(
    [deal],
    httpRequest(flow.named('owner', action), {
      method: 'GET',
      url: expression(`"${API}/v1/users/" + ($json.owner_id ?? $json.user_id?.id ?? $json.user_id ?? "me")`),
      authentication: { kind: 'predefined', type: 'pipedriveApi' },
    }),
  );
  return flow.add([owner], set(flow.named('result', action), shape(itemOf(deal.node), '$json.data?.email')));
}

function asksForOwner(flow: VendorFlow, action: string): boolean {
  return automationsOf(flow.context.journey).some(({ automation }) =>
    usesOwner(automation, flow.system, action),
  );
}

function usesOwner(automation: Automation, system: System, action: string): boolean {
  const steps = [...allSteps(automation.steps)];
  const isOf = (step: Step): step is StepOf<'action'> =>
    step.kind === 'action' && step.system === system.id && step.action === action;
  const deals = new Set(steps.flatMap((step) => (isOf(step) && step.as ? [step.as] : [])));
  return steps
    .flatMap(expressionsOf)
    .flatMap((value) => [...partsOf(value)])
    .some(
      (part) =>
        part.kind === 'field' &&
        part.field === 'owner' &&
        part.of.kind === 'variable' &&
        deals.has(part.of.name),
    );
}

/** Won, lost and closed are changes of a deal's status. The trigger serves all of a journey's deal events at once. */
function dealEvents(): EventMapping {
  return {
    support: 'native',
    how: 'Pipedrive Trigger: deals',
    group: 'deals',
    build: (flow, events) => {
      const trigger = flow.call(
        [],
        node(
          flow.about('Pipedrive'),
          'pipedriveTrigger',
          1.1,
          { authentication: 'apiToken', incomingAuthentication: 'none', action: '*', entity: 'deal' },
          { webhook: true },
        ),
      );
      return [
        flow.add(
          [trigger],
          code(
            flow.named('What happened to the deal'),
            dealEventCode(
              flow,
              events.map(({ name }) => name),
            ),
          ),
        ),
      ];
    },
  };
}

function dealEventCode(flow: VendorFlow, wanted: readonly string[]): string {
  return `const wanted = ${literal(wanted)};
return $input.all().flatMap(({ json }) => {
  const body = json.body ?? json;
  const deal = body.data ?? body.current;
  const before = body.previous ?? null;
  if (!deal) return [];
  const isNew = ['create', 'added'].includes(body.meta?.action);
  const changedTo = (status) => deal.status === status && (isNew || (before && before.status !== undefined && before.status !== status));
  const happened = {
    deal_created: isNew, deal_updated: !isNew, deal_won: changedTo('won'), deal_lost: changedTo('lost'),
    deal_closed: changedTo('won') || changedTo('lost'),
  };
  const person = deal.person_id?.value ?? deal.person_id;
  const delivery = body.meta?.id ?? deal.id + ':' + (deal.update_time ?? deal.status);
  return wanted.filter((name) => happened[name]).map((event) => ({ json: {
    system: ${literal(flow.system.id)}, event, id: delivery,
    identities: person ? [${literal(`${flow.system.id}.person:`)} + person] : [],
    data: { id: deal.id, title: deal.title, status: deal.status, value: deal.value, stage: deal.stage_id },
  } }));
});`;
}
