import { define, didYouMean, quoted } from './define.ts';

const connector = (...members: readonly string[]): string =>
  `connector shop "Shop" {\n  ${members.join('\n  ')}\n}`;
const BASE = 'base "https://api.example.com"';

/** J0430 to J0439: connectors that people write, and environments. */
export const connectorDiagnostics = {
  'base-address': define<{ address: string }>({
    code: 'J0430',
    severity: 'warning',
    message: ({ address }) =>
      `The base address ${quoted(address)} should begin with https://: what goes there is about people.`,
    help: {
      what: 'The address that a connector’s requests start with is no full one, or not a secure one.',
      why: 'Requests would fail, or names and addresses of customers would go over the net for anybody to read.',
      wrong: connector('base "api.example.com"', 'action ring() = POST "/ring"'),
      right: connector(BASE, 'action ring() = POST "/ring"'),
    },
  }),
  'request-without-base': define<{ path: string }>({
    code: 'J0431',
    severity: 'error',
    message: ({ path }) =>
      `Nobody knows where ${quoted(path)} is: say base "https://…" in the connector, or write the whole address here.`,
    help: {
      what: 'A connector has requests and no base address.',
      why: 'The path of a request is behind the base address.',
      wrong: connector('action ring() = POST "/ring"'),
      right: connector(BASE, 'action ring() = POST "/ring"'),
    },
  }),
  'unknown-limit': define<{ part: string; known: string; suggestion: string | undefined }>({
    code: 'J0432',
    severity: 'error',
    message: ({ part, known, suggestion }) =>
      `Messages have no part ${quoted(part)}; limits are of ${known}.${didYouMean(suggestion)}`,
    help: {
      what: 'A connector limits the length of a part that messages do not have.',
      why: 'Nothing would be checked against it.',
      wrong: connector('channel sms', 'limit bdy 160 characters'),
      right: connector('channel sms', 'limit body 160 characters'),
    },
  }),
  'unknown-report': define<{ word: string; known: string; suggestion: string | undefined }>({
    code: 'J0433',
    severity: 'error',
    message: ({ word, known, suggestion }) =>
      `Of a message a system can report ${known}; not ${quoted(word)}.${didYouMean(suggestion)}`,
    help: {
      what: 'A connector reports something of messages that journeys cannot ask for.',
      why: 'It would be left out.',
      wrong: connector('channel email', 'reports open'),
      right: connector('channel email', 'reports opened'),
    },
  }),
  'unknown-hole': define<{ name: string; known: string; suggestion: string | undefined }>({
    code: 'J0434',
    severity: 'error',
    message: ({ name, known, suggestion }) =>
      `This address says {${name}}, which is neither given here nor a setting; there is ${known}.${didYouMean(suggestion)}`,
    help: {
      what: 'The address of a request has a hole for something that the request does not have.',
      why: 'The request would go to another place than meant.',
      wrong: connector(BASE, 'action find(id: text) = GET "/orders/{order}"'),
      right: connector(BASE, 'action find(id: text) = GET "/orders/{id}"'),
    },
  }),
  'unknown-mapping': define<{ field: string; event: string; suggestion: string | undefined }>({
    code: 'J0435',
    severity: 'error',
    message: ({ field, event, suggestion }) =>
      `The event ${quoted(event)} has no field ${quoted(field)}.${didYouMean(suggestion)}`,
    help: {
      what: 'A webhook says where in its payload a field is that the event does not have.',
      why: 'Nobody could read the value.',
      wrong: connector('event ordered { total: money } = webhook "ordered" { totl: data.total }'),
      right: connector('event ordered { total: money } = webhook "ordered" { total: data.total }'),
    },
  }),
  'default-of-other-kind': define<{ name: string; wanted: string; given: string }>({
    code: 'J0436',
    severity: 'error',
    message: ({ name, wanted, given }) => `${quoted(name)} is ${wanted}, but its default is ${given}.`,
    help: {
      what: 'The default of a parameter is of another kind than the parameter.',
      why: 'Wherever nothing is given, the wrong kind of value would be used.',
      wrong:
        'system mail uses smoove\nmessage hi(visits: number = "none") via mail { subject "Hi" body "{{visits}}" }',
      right:
        'system mail uses smoove\nmessage hi(visits: number = 0) via mail { subject "Hi" body "{{visits}}" }',
    },
  }),
  'set-twice': define<{ what: string; line: number }>({
    code: 'J0437',
    severity: 'warning',
    message: ({ what, line }) => `${quoted(what)} is set in line ${line} already; keep one of the two.`,
    help: {
      what: 'A system or an environment sets the same thing twice.',
      why: 'Nobody could say which of the two counts.',
      wrong:
        'system crm uses pipedrive { pipeline: "Leads", pipeline: "Deals" }\nenvironment staging { system crm { pipeline: "Test" } }',
      right:
        'system crm uses pipedrive { pipeline: "Leads" }\nenvironment staging { system crm { pipeline: "Test" } }',
    },
  }),
  'environment-changes-nothing': define<{ name: string }>({
    code: 'J0438',
    severity: 'hint',
    message: ({ name }) =>
      `The environment ${quoted(name)} changes nothing; say which system is set up otherwise in it.`,
    help: {
      what: 'An environment sets nothing.',
      why: 'What is generated for it would use the accounts of real customers.',
      wrong: 'environment staging { }',
      right:
        'system crm uses pipedrive { pipeline: "Leads" }\nenvironment staging { system crm { pipeline: "Test" } }',
    },
  }),
  'unknown-result': define<{ field: string; action: string; suggestion: string | undefined }>({
    code: 'J0439',
    severity: 'error',
    message: ({ field, action, suggestion }) =>
      `What ${quoted(action)} gives has no field ${quoted(field)}.${didYouMean(suggestion)}`,
    help: {
      what: 'A request says where in the vendor’s answer a field is that the action’s result does not have.',
      why: 'Nobody could read the value. What an action gives stands behind its `->`, and is a record.',
      wrong: connector(
        BASE,
        'record order { total: money }',
        'action find(id: text) -> order = GET "/orders/{id}" gives { totl: data.total }',
      ),
      right: connector(
        BASE,
        'record order { total: money }',
        'action find(id: text) -> order = GET "/orders/{id}" gives { total: data.total }',
      ),
    },
  }),
};
