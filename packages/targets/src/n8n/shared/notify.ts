import { allSteps } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { expression, literal, member, object } from '../javascript/literal.ts';
import { called, httpRequest } from '../nodes.ts';
import { WorkflowBuilder, type GeneratedWorkflow } from '../workflow.ts';
import { naming } from './naming.ts';

/** The environment variable that holds a department's address. */
export function notifyVariable(department: string): string {
  return `NOTIFY_${department.toUpperCase()}`;
}

export function notifies(context: JourneyContext): boolean {
  return departments(context).length > 0;
}

/** Tells a department something about a customer. Nobody waits for it: a department that can't be told stops no customer. */
export function notifyWorkflow(context: JourneyContext): GeneratedWorkflow {
  const source = context.journey.source;
  const { name } = context.callee('notify');
  const flow = new WorkflowBuilder({
    key: [context.journey.id, 'notify'],
    name,
    file: context.fileName('notify'),
    role: 'notify',
    words: context.words,
    heading: {
      text: `## ${name}\n\n${context.words.notes.notify}`,
      source,
    },
  });
  const addresses = object(
    departments(context).map((id) => [id, `$env${member(notifyVariable(id), false)}`]),
  );
  const customer = '[$json.call.customer?.full_name, $json.call.customer?.phone, $json.call.customer?.email]';
  const about = naming(context, flow, source);
  const start = flow.add([], called(about('Called'), 'call'), true);
  flow.add(
    [start],
    httpRequest(
      about('Tell the department'),
      {
        method: 'POST',
        url: expression(`(${addresses})[$json.call.department]`),
        body: `Object({ text: $json.call.text + ${literal('\n')} + ${customer}.filter(Boolean).join(" · ") })`,
      },
      { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 3000 } },
    ),
    true,
  );
  return flow.build();
}

function departments({ automations }: JourneyContext): string[] {
  const named = automations.flatMap(({ automation }) =>
    [...allSteps(automation.steps)].flatMap((step) => (step.kind === 'notify' ? [step.department] : [])),
  );
  return [...new Set(named)].sort();
}
