import type { JourneyContext } from '../context.ts';
import { itemOf, literal } from '../javascript/literal.ts';
import { called, choose, code, set } from '../nodes.ts';
import { findRows, insertRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type NodeSpec, type Port } from '../workflow.ts';
import { naming } from './naming.ts';
import { departureCode, standingOfSplitCode } from './winner-code.ts';

/**
 * Asked where a split finds its best branch. Answers with the customer's state and `way`, the number of the branch; what
 * was found once is kept among the events, as is who took which branch.
 */
export function winnerWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: context.versionKey('winner'),
    name: context.callee('winner').name,
    file: context.fileName('winner'),
    role: 'winner',
    zone: context.zone,
    words: context.words,
    heading: { text: `## ${context.callee('winner').name}\n\n${context.words.notes.winner}`, source },
  });
  const about = naming(context, flow, source);
  const add = (after: readonly Port[], spec: NodeSpec): Port => flow.add(after, spec, true);
  const once = { executeOnce: true } as const;
  const own = { column: 'journey', value: literal(context.journey.id) };

  const start = add([], called(about('Called'), 'call'));
  const asked = `${itemOf(start.node)}.call.step`;
  const before = add(
    [start],
    findRows(about('Was this one here before?'), 'events', { column: 'key', value: `${asked}.key` }),
  );
  const kept = add(
    [before],
    findRows(about('Is the best known?'), 'events', { column: 'key', value: `${asked}.split` }, once),
  );
  const nodes = { called: start.node, before: before.node, kept: kept.node };
  const standing = add([kept], code(about('How it stands'), standingOfSplitCode(context, nodes)));
  const split = itemOf(standing.node);
  const learns = add([standing], choose(about('Is it still learning?'), 2, '$json.learns ? 0 : 1'));
  const taken = add(
    [learns],
    findRows(about('Who took which branch'), 'events', [own, { column: 'name', value: `${split}.took` }]),
  );
  const measures = add(
    [taken],
    code(
      about('What they are measured by'),
      `const { events } = ${split};\nreturn (events.length > 0 ? events : ['']).map((name) => ({ json: { name } }));`,
    ),
  );
  const reached = add(
    [measures],
    findRows(about('What has happened to whom'), 'events', [own, { column: 'name', value: '$json.name' }]),
  );
  const departure = add(
    [reached, { ...learns, output: 1 }],
    code(
      about('Which branch?'),
      departureCode(context, {
        ...nodes,
        standing: standing.node,
        taken: taken.node,
        reached: reached.node,
      }),
      { settings: once },
    ),
  );
  const isNew = add(
    [departure],
    choose(about('Is there anything to keep?'), 2, '$json.rows.length > 0 ? 0 : 1'),
  );
  const rows = add(
    [isNew],
    code(about('The rows'), `return ${itemOf(departure.node)}.rows.map((json) => ({ json }));`),
  );
  const noted = add([rows], insertRows(about('Note it'), 'events'));
  add([noted, { ...isNew, output: 1 }], {
    ...set(
      about('Answer'),
      `{ ...${itemOf(start.node)}.call, step: undefined, way: ${itemOf(departure.node)}.way }`,
    ),
    settings: once,
  });
  return flow.build();
}
