import { environmentInEnglish } from './environment/en.ts';
import { readmeInEnglish } from './readme/en.ts';
import { stepsInEnglish } from './steps/en.ts';
import type { Words } from './words.ts';

export const en: Words = {
  titles: {
    setup: 'Setup',
    events: 'Events',
    policy: 'Policy',
    clock: 'Clock',
    again: 'By hand',
    notify: 'Notify',
    alarm: 'Alarm',
    winner: 'What works best',
  },
  incoming: 'in',
  asked: 'asked',
  node: (name) => name,
  notes: {
    setup:
      'Creates the tables that are missing, whenever n8n starts or this is published, and changes nothing else.',
    events:
      'Everything that happens comes in here: the customer is found, the event kept, stages, goal and exits noted, automations started, and runs that wait for it go on.',
    policy:
      'Asked before every message and action and around every wait: has the journey ended for this customer, was the step done before, and may a message go out now? It keeps how far the run has come. Its last step gives nothing where the run is over.',
    clock:
      'Once a minute: what has come due happens, and runs that n8n lost when it stopped begin again where they were.',
    again:
      'Has tried again what was put aside (table `journey_set_aside`): all of it, or what `{"key"}` names. Starts automations that are started by hand.',
    notify: 'Tells departments what they should know, each at its own address.',
    alarm: 'For trials with a time scale only.',
    winner:
      'Asked where a split finds its best branch, or a message its best variant: who was here before gets the same again, others the best once it is known. What it finds it keeps.',
    branch: 'A branch that waits for itself.',
    system: (system, journey) =>
      `What ${journey} has ${system} do. The policy is asked first: a message may have to wait, or not go out at all; nothing is done twice.`,
    intake: (system, journey) => `What ${system} reports to ${journey}.`,
    lookup: (system) =>
      `Asks ${system} for its record of a customer that conditions speak of, and keeps the answer. Where ${system} doesn’t answer, what it last told of counts.`,
  },
  addresses: {
    again: 'try again what was put aside',
    call: 'call the journey for a customer',
    start: (automation) => `start “${automation}” for a customer`,
  },
  steps: stepsInEnglish,
  environment: environmentInEnglish,
  readme: readmeInEnglish,
};
