import type { JourneyContext } from '../context.ts';
import { expression, itemOf } from '../javascript/literal.ts';
import { called, httpRequest, waitUntil } from '../nodes.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';

/**
 * Ends a wait for an event at its time. n8n looks only once a minute for such waits whose end is near, which a clock
 * that runs faster can't bear; so this is generated with a time scale only.
 */
export function alarmWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'alarm'],
    name: context.callee('alarm').name,
    file: context.fileName('alarm'),
    role: 'alarm',
    zone: context.zone,
    heading: {
      text: `## ${context.journey.label} · ${context.words.titles.alarm}\nFor trials with a time scale only.`,
      source,
    },
  });
  const start = flow.add([], called({ name: 'Called', source }, 'call'));
  const wait = flow.add([start], waitUntil({ name: 'Until then', source }, '$json.call.at'));
  flow.add(
    [wait],
    httpRequest(
      { name: 'Wake the run', source },
      { method: 'POST', url: expression(`${itemOf(start.node)}.call.url`), body: 'Object({ woken: false })' },
      {
        settings: {
          onError: 'continueRegularOutput',
          retryOnFail: true,
          maxTries: 2,
          waitBetweenTries: 1000,
        },
      },
    ),
  );
  return flow.build();
}
