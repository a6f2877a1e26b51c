import { allSteps, automationsOf, byId, type Journey, type JourneyModel, type Message } from '@journey/model';

/** The messages that the journey's automations send, each once. */
export function messagesSent(journey: Journey, model: JourneyModel): readonly Message[] {
  const steps = automationsOf(journey).flatMap(({ automation }) => [...allSteps(automation.steps)]);
  const messages = steps.flatMap((step) =>
    step.kind === 'send' ? (byId(model.messages, step.message) ?? []) : [],
  );
  return [...new Set(messages)];
}
