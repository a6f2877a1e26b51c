import { COURSE_EVENTS } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { callWorkflow, choose, code, node, set } from '../nodes.ts';
import { deleteRows, findRows, upsertRows } from '../tables.ts';
import type { NodeName } from '../words/index.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type NodeSpec, type Port } from '../workflow.ts';
import { anniversariesCode, looksAtAll, lostCode, scheduleCode, tickCode } from './clock-code.ts';
import { doorCode, isLimited } from './door-code.ts';
import { overdue } from './runs.ts';
import { naming, type Naming } from './naming.ts';

/**
 * Ticks once a minute: moments that have come and schedules that come round are events, and runs that were lost begin
 * again where they were.
 */
export function clockWorkflow(context: JourneyContext): GeneratedWorkflow {
  const { clock, journey } = context;
  const { source } = journey;
  const flow = new WorkflowBuilder({
    key: [journey.id, 'clock'],
    name: context.callee('clock').name,
    file: context.fileName('clock'),
    role: 'clock',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${context.callee('clock').name}\n\n${context.words.notes.clock}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const add = (after: readonly Port[], spec: NodeSpec): Port => flow.add(after, spec, true);
  const tellEvents = (name: NodeName, after: Port, event: string): Port =>
    add([after], {
      ...callWorkflow(about(name), context.callee('events'), {
        input: 'event',
        javascript: event,
        wait: true,
        each: true,
      }),
      settings: { alwaysOutputData: true },
    });
  const once = { executeOnce: true } as const;
  const own = { column: 'journey', value: literal(journey.id) };

  const expression = clock.scaled ? '*/10 * * * * *' : '0 * * * * *';
  const start = add(
    [],
    node(about('Every minute'), 'scheduleTrigger', 1.4, {
      rule: { interval: [{ field: 'cronExpression', expression }] },
    }),
  );
  const before = add(
    [start],
    findRows(about('The last tick'), 'dates', { column: 'key', value: literal(`clock ${journey.id}`) }),
  );
  const tick = add([before], code(about('Tick'), tickCode(context, before.node)));
  const due = add(
    [tick],
    findRows(about('What is due'), 'dates', [own, { column: 'due', condition: 'lte', value: '$json.due' }]),
  );
  const isDue = add([due], choose(about('Anything due?'), 2, '$json.key ? 0 : 1'));
  const happened = tellEvents(
    'It happens',
    isDue,
    '{ event: $json.name, contact: $json.contact, id: $json.key + " " + $json.due, data: JSON.parse($json.data) }',
  );
  const keys = add(
    [happened],
    code(about('What has happened'), `return $(${literal(due.node)}).all();`, { settings: once }),
  );
  const gone = add([keys], deleteRows(about('It is over'), 'dates', { column: 'key', value: '$json.key' }));
  let last: readonly Port[] = [gone, { ...isDue, output: 1 }];
  if (looksAtAll(context)) last = lookAtAll(context, { about, add, tellEvents, before: before.node }, last);
  if (isLimited(context)) last = openDoor(context, { about, add, tellEvents, before: before.node }, last);
  last = beginAgain(context, { about, add, tellEvents, before: before.node }, tick.node, last);
  const ticked = add(last, {
    ...set(about('The tick'), `{ ...${itemOf(tick.node)}, ticked: undefined }`),
    settings: once,
  });
  add([ticked], upsertRows(about('Keep the tick'), 'dates', { column: 'key', value: '$json.key' }));
  return flow.build();
}

interface ClockParts {
  readonly about: Naming;
  readonly add: (after: readonly Port[], spec: NodeSpec) => Port;
  readonly tellEvents: (name: NodeName, after: Port, event: string) => Port;
  /** The node that gave the last tick. */
  readonly before: string;
}

/** Runs that show no life begin again where they were; one that comes no further is put aside. */
function beginAgain(
  context: JourneyContext,
  { about, add }: ClockParts,
  tick: string,
  after: readonly Port[],
): readonly Port[] {
  const { clock, journey } = context;
  const own = { column: 'journey', value: literal(journey.id) };
  const once = { executeOnce: true } as const;
  const late = { column: 'due', condition: 'lte', value: overdue(clock.scaled) } as const;
  const silent = add(after, findRows(about('Who shows no life?'), 'runs', [own, late], once));
  const { version } = journey;
  const other = {
    column: 'version',
    condition: 'neq',
    value: literal(String(version?.number ?? 1)),
  } as const;
  const older =
    version?.underWay === 'move'
      ? add([silent], findRows(about('Who is on another version?'), 'runs', [own, other], once))
      : undefined;
  const nodes = { tick, overdue: silent.node, ...(older === undefined ? {} : { moved: older.node }) };
  const settings = { executeOnce: true, alwaysOutputData: true } as const;
  const lost = add(
    [older ?? silent],
    code(about('Begin again'), lostCode(context, nodes), { settings: { alwaysOutputData: true } }),
  );
  const isLost = add([lost], choose(about('Anybody?'), 2, '$json.row ? 0 : 1'));
  const attempt = add([isLost], set(about('The next attempt'), '$json.row'));
  const kept = add(
    [attempt],
    upsertRows(about('Keep the attempt'), 'runs', { column: 'run', value: '$json.run' }),
  );
  const all = `$(${literal(lost.node)}).all()`;
  const givenUp = add(
    [kept],
    code(
      about('Who is given up?'),
      `return ${all}.flatMap(({ json }) => (json.aside ? [{ json: json.aside }] : []));`,
      { settings },
    ),
  );
  const isGivenUp = add([givenUp], choose(about('Is anybody?'), 2, '$json.key ? 0 : 1'));
  const aside = add(
    [isGivenUp],
    upsertRows(about('Put it aside'), 'aside', { column: 'key', value: '$json.key' }),
  );
  const runs = add(
    [aside, { ...isGivenUp, output: 1 }],
    code(about('The runs'), `return ${all}.filter(({ json }) => json.workflow);`, { settings }),
  );
  const isRun = add([runs], choose(about('Does any begin?'), 2, '$json.workflow ? 0 : 1'));
  const begun = add(
    [isRun],
    callWorkflow(about('Begin'), '$json.workflow', {
      input: 'call',
      javascript: '$json.call',
      wait: false,
      each: true,
    }),
  );
  return [begun, { ...isRun, output: 1 }, { ...isLost, output: 1 }];
}

/** Who waits comes in where there is room. Nobody else lets anybody in. */
function openDoor(
  context: JourneyContext,
  { about, add, tellEvents }: ClockParts,
  after: readonly Port[],
): readonly Port[] {
  const own = { column: 'journey', value: literal(context.journey.id) };
  const waiting = { column: 'name', value: literal(COURSE_EVENTS.waits) };
  const once = { executeOnce: true } as const;
  const asking = add(after, findRows(about('Who waits at the door?'), 'dates', [own, waiting], once));
  const isAsked = add([asking], choose(about('Anybody there?'), 2, '$json.key ? 0 : 1'));
  const places = add([isAsked], findRows(about('Who is inside?'), 'dates', own, once));
  const decided = add(
    [places],
    code(about('Who comes in?'), doorCode(context), { settings: { alwaysOutputData: true } }),
  );
  const isDecided = add([decided], choose(about('Does anybody?'), 2, '$json.contact ? 0 : 1'));
  const told = tellEvents('They come in, or are turned away', isDecided, '$json');
  return [told, { ...isDecided, output: 1 }, { ...isAsked, output: 1 }];
}

/** What the calendar brings about concerns every customer that is known. */
function lookAtAll(
  context: JourneyContext,
  { about, add, tellEvents, before }: ClockParts,
  after: readonly Port[],
): readonly Port[] {
  const rounds = add(
    after,
    code(about('What comes round'), scheduleCode(context, before), {
      settings: { executeOnce: true, alwaysOutputData: true },
    }),
  );
  const isRound = add([rounds], choose(about('Does anything?'), 2, '$json.name ? 0 : 1'));
  const everybody = add(
    [isRound],
    findRows(
      about('Everybody'),
      'contacts',
      { column: 'contact', condition: 'neq', value: '""' },
      { executeOnce: true },
    ),
  );
  const each = add(
    [everybody],
    code(
      about('For each'),
      `${anniversariesCode(context)}
return $(${literal(rounds.node)}).all().flatMap(({ json }) => $input.all().filter(({ json: row }) => {
  if (!row.contact) return false;
  const at = DateTime.fromISO(json.at, { zone: ${literal(context.zone ?? 'local')} });
  const run = { customer: row.data ? JSON.parse(row.data) : {}, vars: {}, seen: [] };
  return anniversaries[json.name]?.(run, at) ?? true;
}).map((item) => ({ json: { ...json, contact: item.json.contact } })));`,
    ),
  );
  const told = tellEvents(
    'It comes round',
    each,
    '{ event: $json.name, contact: $json.contact, id: $json.at, silent: $json.silent, data: Object() }',
  );
  return [told, { ...isRound, output: 1 }];
}
