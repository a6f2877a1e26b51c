import type { JourneyContext } from '../context.ts';
import { asksWhoIsUnderWay } from '../facts.ts';
import { itemOf } from '../javascript/literal.ts';
import { called, choose, code, set } from '../nodes.ts';
import { deleteRows, findRows, insertRows, upsertRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow, type Port } from '../workflow.ts';
import { claimCode, policyCode, settleCode } from './policy-code.ts';
import { listens, runKey } from './runs.ts';
import { naming } from './naming.ts';

/**
 * Asked before every message and action and around every wait. Answers with the customer's state brought up to date;
 * with nothing at all where the run is over, so that nothing follows where it was asked.
 */
export function policyWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: context.versionKey('policy'),
    name: context.callee('policy').name,
    file: context.fileName('policy'),
    role: 'policy',
    zone: context.zone,
    words: context.words,
    heading: {
      text: `## ${context.callee('policy').name}\n\n${context.words.notes.policy}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const add = (after: Parameters<WorkflowBuilder['add']>[0], spec: Parameters<WorkflowBuilder['add']>[1]) =>
    flow.add(after, spec, true);

  const start = add([], called(about('Called'), 'call'));
  const call = `${itemOf(start.node)}.call`;
  const byContact = { column: 'contact', value: `${call}.contact` };
  const run = add([start], findRows(about('The run'), 'runs', { column: 'run', value: runKey(call) }));
  const customer = add([run], findRows(about('The customer'), 'contacts', byContact));
  const runs = asksWhoIsUnderWay(context.facts)
    ? add([customer], findRows(about('Runs under way'), 'runs', byContact, { executeOnce: true }))
    : undefined;
  const past = add(
    [runs ?? customer],
    findRows(about('What happened'), 'events', byContact, runs === undefined ? {} : { executeOnce: true }),
  );
  const decision = add(
    [past],
    code(
      about('Decide'),
      policyCode(context, {
        called: start.node,
        run: run.node,
        customer: customer.node,
        ...(runs === undefined ? {} : { runs: runs.node }),
      }),
    ),
  );
  const decided = itemOf(decision.node);
  const which = add(
    [decision],
    choose(
      about('What now?'),
      5,
      '$json.over ? ($json.kept ? 0 : 1) : $json.row ? 2 : $json.step.listen?.length ? 4 : 3',
    ),
  );
  const forgotten = add(
    [{ ...which, output: 1 }],
    deleteRows(about('Forget the run'), 'runs', { column: 'run', value: runKey(call) }),
  );
  add([which, forgotten], code(about('Nothing follows'), 'return [];'));
  const note = add([{ ...which, output: 2 }], set(about('The note'), '$json.row'));
  const noted = add([note], insertRows(about('Note it'), 'events'));
  const settled = add([noted], code(about('Let others be seen'), settleCode()));
  const same = add(
    [settled],
    findRows(about('Who was first?'), 'events', { column: 'key', value: '$json.key' }),
  );
  const claimed = add(
    [same],
    code(about('Claim'), claimCode({ decision: decision.node, noted: noted.node })),
  );
  /**
   * What happens between a look at what happened and the note that the run listens would wake nobody: it looks once
   * more after that note, as the events workflow looks for who listens after it has kept an event.
   */
  const addListening = (from: Port): Port => {
    const listening = add([from], set(about('What it listens for'), `${decided}.keep`));
    const noted = add(
      [listening],
      upsertRows(about('It listens'), 'runs', { column: 'run', value: '$json.run' }),
    );
    const since = add([noted], findRows(about('What happened meanwhile'), 'events', byContact));
    const compared = add([since], code(about('Did anything?'), meanwhileCode(past.node)));
    const again = add([compared], choose(about('Look again?'), 2, '$json.anything ? 0 : 1'));
    flow.loop([again], past.node);
    return { ...again, output: 1 };
  };
  const progress = add([{ ...which, output: 3 }, claimed], set(about('How far'), `${decided}.keep`));
  const kept = add(
    [progress],
    upsertRows(about('Keep how far'), 'runs', { column: 'run', value: '$json.run' }),
  );
  const isUpToDate = listens(context) ? [addListening({ ...which, output: 4 })] : [];
  const answer = `$(${JSON.stringify(claimed.node)}).isExecuted ? ${itemOf(claimed.node)} : ${decided}`;
  add([kept, ...isUpToDate], set(about('Answer'), `{ ...(${answer}), keep: undefined, row: undefined }`));
  return flow.build();
}

/** Whether more is known of the customer than when the run was decided about. */
function meanwhileCode(past: string): string {
  return `const known = (items) => items.filter(({ json }) => json.id !== undefined).length;
return [{ json: { anything: known($input.all()) > known($(${JSON.stringify(past)}).all()) } }];`;
}
