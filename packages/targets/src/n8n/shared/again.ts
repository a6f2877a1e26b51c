import { triggerNames } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import type { Credentials } from '../credentials.ts';
import { expression, literal } from '../javascript/literal.ts';
import { callWorkflow, choose, code, httpRequest, node, set, webhook, type Described } from '../nodes.ts';
import { deleteRows, findRows, upsertRows } from '../tables.ts';
import type { CredentialKind } from '../vendors/vendor.ts';
import type { Words } from '../words/index.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';
import type { IntakeAddress } from './intake.ts';
import { naming } from './naming.ts';

/** What somebody calls these addresses with; nobody else may. */
const credential = ({ environment }: Words): CredentialKind => ({
  type: 'httpHeaderAuth',
  fields: { name: 'X-Journey-Key', value: `<${environment.ownSecret}>` },
});

/** What people do by hand: have what was put aside tried again, and start automations. */
export function againWorkflow(
  context: JourneyContext,
  credentials: Credentials,
): { readonly workflow: GeneratedWorkflow; readonly addresses: readonly IntakeAddress[] } {
  const { words } = context;
  const { source } = context.journey;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'again'],
    name: context.callee('again').name,
    file: context.fileName('again'),
    role: 'again',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${context.callee('again').name}\n\n${words.notes.again}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const signedIn = credentials.useOwn('Journey', credential(words));
  const addresses: IntakeAddress[] = [];
  const hook = (described: Described, path: string, what: string): ReturnType<typeof flow.add> => {
    addresses.push({ path, what });
    const spec = webhook(described, path, 'headerAuth');
    return flow.add([], { ...spec, credentials: signedIn }, true);
  };

  const asked = hook(about('Try again'), `${context.journey.id}/again`, words.addresses.again);
  const byHand = flow.add([], node(about('By hand, in the editor'), 'manualTrigger', 1, {}), true);
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

  const start = (described: Described, of: string, path: string, what: string, event: string): void => {
    const started = hook(described, path, what);
    const read = flow.add([started], code(about('read', of), startedCode(event)), true);
    flow.add(
      [read],
      callWorkflow(about('to the events', of), context.callee('events'), {
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
    if (trigger === undefined) continue;
    const { label } = automation;
    start(about('start by hand', label), label, path, words.addresses.start(label), event);
  }
  const isCalled = [
    ...context.automations.flatMap(({ automation }) => automation.triggers),
    ...context.journey.enter,
  ].some((one) => one.kind === 'manual' && one.by === 'program');
  if (isCalled) {
    const { id } = context.journey;
    const name = words.node('Call by a program');
    start(about('Call by a program'), name, `${id}/call`, words.addresses.call, `called:${id}`);
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
