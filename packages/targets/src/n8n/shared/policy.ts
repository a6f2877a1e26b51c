import type { JourneyContext } from '../context.ts';
import { itemOf } from '../javascript/literal.ts';
import { called, choose, code, set } from '../nodes.ts';
import { findRows, insertRows, upsertRows } from '../tables.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';
import { policyCode } from './policy-code.ts';

export const POLICY_TITLE = 'Policy';

/**
 * Asked before every message and action and after every wait. Answers with the customer's state brought up to date;
 * with nothing at all where the run is over, so that nothing follows where it was asked.
 */
export function policyWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'policy'],
    name: context.callee('policy', POLICY_TITLE).name,
    file: context.fileName('policy'),
    role: 'policy',
    zone: context.zone,
    heading: {
      text: `## ${context.journey.label} · ${POLICY_TITLE}\nAsked before every message and action and after every wait: has the journey ended for this customer, was the step done before, and may a message go out now? Its last step gives nothing where the run is over.`,
      source,
    },
  });
  const about = (name: string): { name: string; source: typeof source } => ({
    name: flow.claimName(name),
    source,
  });
  const add = (after: Parameters<WorkflowBuilder['add']>[0], spec: Parameters<WorkflowBuilder['add']>[1]) =>
    flow.add(after, spec, true);

  const start = add([], called(about('Called'), 'call'));
  const call = `${itemOf(start.node)}.call`;
  const listens = add([start], choose(about('Is it a wait?'), 2, `$json.call.step.listen ? 0 : 1`));
  const wait = add(
    [listens],
    set(
      about('The wait'),
      `{ run: ${call}.run.id, contact: ${call}.contact, events: JSON.stringify(${call}.step.listen), url: ${call}.step.url }`,
    ),
  );
  const kept = add(
    [wait],
    upsertRows(about('Remember who waits'), 'waits', { column: 'run', value: '$json.run' }),
  );
  const customer = add(
    [{ ...listens, output: 1 }, kept],
    findRows(about('The customer'), 'contacts', { column: 'contact', value: `${call}.contact` }),
  );
  const past = add(
    [customer],
    findRows(about('What happened'), 'events', { column: 'contact', value: `${call}.contact` }),
  );
  const decision = add(
    [past],
    code(about('Decide'), policyCode(context, { called: start.node, customer: customer.node })),
  );
  const toNote = add([decision], choose(about('Anything to note?'), 2, '$json.row ? 0 : 1'));
  const row = add([toNote], set(about('The note'), '$json.row'));
  const noted = add([row], insertRows(about('Note it'), 'events'));
  add([noted, { ...toNote, output: 1 }], set(about('Answer'), itemOf(decision.node)));
  return flow.build();
}
