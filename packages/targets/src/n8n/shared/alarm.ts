import type { JourneyContext } from '../context.ts';
import { expression, itemOf } from '../javascript/literal.ts';
import { called, httpRequest, waitUntil } from '../nodes.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';
import { naming } from './naming.ts';

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
    words: context.words,
    heading: {
      text: `## ${context.callee('alarm').name}\n\n${context.words.notes.alarm}`,
      source,
    },
  });
  const about = naming(context, flow, source);
  const start = flow.add([], called(about('Called'), 'call'), true);
  const wait = flow.add([start], waitUntil(about('Until then'), '$json.call.at'), true);
  flow.add(
    [wait],
    httpRequest(
      about('Wake the run'),
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
    true,
  );
  return flow.build();
}
