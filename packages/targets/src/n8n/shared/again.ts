import { triggerNames } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { expression, literal } from '../javascript/literal.ts';
import { callWorkflow, choose, code, httpRequest, node, set, webhook } from '../nodes.ts';
import { deleteRows, findRows, upsertRows } from '../tables.ts';
import type { CredentialKind } from '../vendors/vendor.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';
import type { IntakeAddress } from './intake.ts';

/** What somebody calls these addresses with; nobody else may. */
const credential: CredentialKind = {
  type: 'httpHeaderAuth',
  fields: { name: 'X-Journey-Key', value: '<a long random text of your own>' },
};

/** What people do by hand: have what was put aside tried again, and start automations. */
export function againWorkflow(
  context: JourneyContext,
  credentials: Credentials,
): { readonly workflow: GeneratedWorkflow; readonly addresses: readonly IntakeAddress[] } {
  const { source } = context.journey;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'again'],
    name: context.callee('again').name,
    file: context.fileName('again'),
    role: 'again',
    zone: context.zone,
    heading: {
      text: `## ${context.journey.label} · ${context.words.titles.again}\nHas tried again what was put aside (table \`journey_set_aside\`): all of it, or what \`{"key"}\` names. Starts automations that are started by hand.`,
      source,
    },
  });
  const about = (name: string): { name: string; source: typeof source } => ({
    name: flow.claimName(name),
    source,
  });
  const signedIn = credentials.useOwn('Journey', credential);
  const addresses: IntakeAddress[] = [];
  const hook = (name: string, path: string, what: string): ReturnType<typeof flow.add> => {
    addresses.push({ path, what });
    const spec = webhook(about(name), path, 'headerAuth');
    return flow.add([], { ...spec, credentials: signedIn }, true);
  };

  const asked = hook('Try again', `${context.journey.id}/again`, 'try again what was put aside');
  const byHand = flow.add([], node(about('In n8n'), 'manualTrigger', 1, {}), true);
  const letters = flow.add(
    [asked, byHand],
    findRows(about('What was put aside'), 'aside', { column: 'journey', value: literal(context.journey.id) }),
    true,
  );
  const wanted = flow.add(
    [letters],
    code(
      about('What is meant'),
      `const key = $(${literal(asked.node)}).isExecuted ? $(${literal(asked.node)}).first().json.body?.key : undefined;
return $input.all().filter(({ json }) => json.key && (key === undefined || json.key === key));`,
    ),
    true,
  );
  const gone = flow.add(
    [wanted],
    deleteRows(about('It is not aside any more'), 'aside', { column: 'key', value: '$json.key' }),
    true,
  );
  const waits = flow.add([gone], choose(about('Does it wait?'), 2, '$json.url ? 0 : 1'), true);
  const lost = flow.add(
    [{ ...waits, output: 1 }],
    set(
      about('A run that was given up'),
      'Object({ run: $json.run, tries: null, due: DateTime.utc().minus({ hours: 1 }).toISO() })',
    ),
    true,
  );
  // The clock begins it again, as it does with every run that shows no life.
  flow.add([lost], upsertRows(about('May begin again'), 'runs', { column: 'run', value: '$json.run' }), true);
  flow.add(
    [waits],
    httpRequest(
      about('Have it tried'),
      { method: 'POST', url: expression('$json.url'), body: 'Object({ again: true })' },
      {
        settings: {
          onError: 'continueRegularOutput',
          retryOnFail: true,
          maxTries: 3,
          waitBetweenTries: 2000,
        },
      },
    ),
    true,
  );

  const start = (name: string, path: string, what: string, event: string): void => {
    const started = hook(name, path, what);
    const read = flow.add([started], code(about(`${name}: read`), startedCode(event)), true);
    flow.add(
      [read],
      callWorkflow(about(`${name}: events`), context.callee('events'), {
        input: 'event',
        javascript: '$json',
        wait: true,
        each: true,
      }),
      true,
    );
  };
  for (const { automation } of context.automations) {
    const trigger = automation.triggers.find((one) => one.kind === 'manual' && one.by === 'person');
    const [event = ''] = trigger === undefined ? [] : triggerNames(automation.id, trigger);
    const path = `${context.journey.id}/start/${automation.name}`;
    if (trigger !== undefined) {
      start(`Start ${automation.label}`, path, `start “${automation.label}” for a customer`, event);
    }
  }
  const isCalled = [
    ...context.automations.flatMap(({ automation }) => automation.triggers),
    ...context.journey.enter,
  ].some((one) => one.kind === 'manual' && one.by === 'program');
  if (isCalled) {
    start(
      'Call',
      `${context.journey.id}/call`,
      'call the journey for a customer',
      `called:${context.journey.id}`,
    );
  }
  return { workflow: flow.build(), addresses };
}

/** The body says who, by `email`, `phone` or `contact`, and whatever else the automation reads. */
function startedCode(event: string): string {
  return `return $input.all().flatMap(({ json }) => [json.body ?? []].flat().map((body) => ({ json: {
  event: ${literal(event)}, id: body.event_id, contact: body.contact, data: body,
  identities: [
    ...(body.email ? ['email:' + String(body.email).trim().toLowerCase()] : []),
    ...(body.phone ? ['phone:' + String(body.phone).replace(/\\D/g, '').replace(/^00/, '')] : []),
  ],
} })));`;
}
