import type { JourneyContext } from '../context.ts';
import { expression, itemOf, literal } from '../javascript/literal.ts';
import { called, callWorkflow, choose, code, httpRequest } from '../nodes.ts';
import { findRows, insertRows, upsertRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type NodeSpec, type Port } from '../workflow.ts';
import { isLimited } from './door-code.ts';
import { courseCode } from './course-code.ts';
import { contactFields, customerCode, identityCode, identityRowsCode, mergeCode } from './identify-code.ts';
import { callLookups, systemsAskedByCourse } from './lookup.ts';
import { naming } from './naming.ts';
import { listeners, listens } from './runs.ts';

/** Where everything that happens comes in: finds the customer, keeps the event, starts runs and wakes those that wait. */
export function eventsWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'events'],
    name: context.callee('events').name,
    file: context.fileName('events'),
    role: 'events',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${context.callee('events').name}\n\n${context.words.notes.events}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const add = (after: readonly Port[], spec: NodeSpec): Port => flow.add(after, spec, true);

  const start = add([], called(about('Something happened'), 'event'));
  const who = add([start], code(about('Who is it?'), identityCode(context, start.node)));
  const found = add(
    [who],
    findRows(about('Known by that'), 'identities', { column: 'key', value: '$json.key' }),
  );
  const customer = add([found], code(about('The customer'), customerCode(who.node)));
  const contact = `${itemOf(customer.node)}.contact`;
  const known = add(
    [customer],
    findRows(about('What is known'), 'contacts', { column: 'contact', value: contact }),
  );
  const merged = add(
    [known],
    code(
      about('What is new'),
      mergeCode({ identities: who.node, customer: customer.node }, contactFields(context)),
      {
        settings: { alwaysOutputData: true },
      },
    ),
  );
  const isKnown = add([merged], choose(about('Is it a customer?'), 2, '$json.contact ? 0 : 1'));
  const kept = add(
    [isKnown],
    upsertRows(about('Keep the customer'), 'contacts', { column: 'contact', value: '$json.contact' }),
  );
  const identities = add(
    [kept],
    code(
      about('Known by'),
      identityRowsCode({ identities: who.node, customer: customer.node, known: merged.node }),
    ),
  );
  const linked = add(
    [identities],
    upsertRows(about('Keep by what'), 'identities', { column: 'key', value: '$json.key' }),
  );
  const asked = callLookups(context, about, systemsAskedByCourse(context), [linked], add, {
    contact,
    customer: `JSON.parse(${itemOf(merged.node)}.data)`,
  });
  const past = add(
    [...asked, { ...isKnown, output: 1 }],
    findRows(
      about('What happened before'),
      'events',
      { column: 'contact', value: contact },
      { executeOnce: true },
    ),
  );
  const waiting = add(
    [past],
    findRows(about('Runs under way'), 'runs', { column: 'contact', value: contact }, { executeOnce: true }),
  );
  const nodes = { identities: who.node, customer: customer.node, known: merged.node, past: past.node };
  const follows = add([waiting], code(about('What follows'), courseCode(context, nodes)));
  const part = (name: string): string =>
    `return (${itemOf(follows.node)}.${name} ?? []).map((json) => ({ json }));`;
  const settings = { alwaysOutputData: true, executeOnce: true } as const;
  const isRow = '$json.run ? 0 : 1';
  const runs = add(
    [follows],
    code(about('The runs'), part('runs'), { settings: { alwaysOutputData: true } }),
  );
  const anyRun = add([runs], choose(about('Any run?'), 2, isRow));
  const keptRuns = add(
    [anyRun],
    upsertRows(about('Keep the runs'), 'runs', { column: 'run', value: '$json.run' }),
  );
  let last: readonly Port[] = [keptRuns, { ...anyRun, output: 1 }];
  if (hasDates(context)) {
    const dates = add(last, code(about('The dates'), part('dates'), { settings }));
    const anyDate = add([dates], choose(about('Any date?'), 2, '$json.key ? 0 : 1'));
    const keptDates = add(
      [anyDate],
      upsertRows(about('Keep the dates'), 'dates', { column: 'key', value: '$json.key' }),
    );
    last = [keptDates, { ...anyDate, output: 1 }];
  }
  if (context.journey.stages.some((stage) => stage.nestedJourney !== undefined)) {
    const arrivals = add(last, code(about('The arrivals'), part('arrivals'), { settings }));
    const anyArrival = add([arrivals], choose(about('Any arrival?'), 2, '$json.workflow ? 0 : 1'));
    const arrived = add([anyArrival], {
      ...callWorkflow(about('To the other journey'), '$json.workflow', {
        input: 'event',
        javascript: '$json.event',
        wait: true,
        each: true,
      }),
      settings: { alwaysOutputData: true },
    });
    last = [arrived, { ...anyArrival, output: 1 }];
  }
  // The event comes last: what is kept makes a repetition nothing, so all that n8n can't make good must be done by then.
  const rows = add(last, code(about('The rows'), part('rows'), { settings: { executeOnce: true } }));
  const keptRows = add([rows], insertRows(about('Keep what happened'), 'events'));
  // Who has begun to listen meanwhile has not seen the event, and is not among those who were to be woken.
  const listening = listens(context)
    ? add(
        [keptRows],
        findRows(
          about('Who listens by now?'),
          'runs',
          { column: 'contact', value: contact },
          { executeOnce: true },
        ),
      )
    : undefined;
  const next = add(
    [listening ?? keptRows],
    code(about('Start and wake'), startCode(context, follows.node, listening !== undefined), {
      settings: { executeOnce: true },
    }),
  );
  const which = add([next], choose(about('Which?'), 2, '["start", "wake"].indexOf($json.what)'));
  add(
    [which],
    callWorkflow(about('Start the automation'), '$json.workflow', {
      input: 'call',
      javascript: '$json.call',
      wait: false,
      each: true,
    }),
  );
  add(
    [{ ...which, output: 1 }],
    httpRequest(
      about('Wake the run'),
      { method: 'POST', url: expression('$json.url'), body: 'Object({ woken: true })' },
      {
        settings: {
          onError: 'continueRegularOutput',
          retryOnFail: true,
          maxTries: 4,
          waitBetweenTries: 1500,
        },
      },
    ),
  );
  return flow.build();
}

/** What to start and whom to wake, one item each. */
function startCode({ journey }: JourneyContext, follows: string, isAsked: boolean): string {
  const wakes = isAsked
    ? `const underWay = $input.all().map((item) => item.json).filter((row) => row.journey === ${literal(journey.id)});
const listening = ${listeners('underWay', 'names')};
const wakes = [...known.filter(({ run }) => !listening.some((row) => row.run === run)), ...listening];`
    : 'const wakes = known;';
  return `const { starts, names, wakes: known } = ${itemOf(follows)};
${wakes}
return [
  ...wakes.map(({ url }) => ({ json: { what: 'wake', url } })),
  ...starts.map((json) => ({ json: { what: 'start', ...json } })),
];`;
}

function hasDates(context: JourneyContext): boolean {
  const { journey, automations } = context;
  if (isLimited(context)) return true;
  return [...journey.enter, ...automations.flatMap(({ automation }) => automation.triggers)].some(
    ({ kind }) => kind === 'date',
  );
}
