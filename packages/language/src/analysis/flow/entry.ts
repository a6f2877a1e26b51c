import type { Journey, Trigger } from '@journey/model';
import type { ModelCheck } from '../check.ts';
import { same } from './expressions.ts';

/** What brings customers into a journey and takes them out of it in the same moment. */
export const checkEntriesAndEnds: ModelCheck = (model, find) => {
  for (const journey of model.journeys) {
    for (const enter of journey.enter) {
      if (journey.exits.some((exit) => sameCause(exit, enter)))
        find('enters-and-leaves', { what: 'exit' }, enter.source);
      else if (journey.goals.some((goal) => isReachedBy(goal, enter)))
        find('enters-and-leaves', { what: 'goal' }, enter.source);
    }
  }
};

/** A condition may tell the one from the other: only what has none surely comes together. */
function sameCause(end: Trigger, enter: Trigger): boolean {
  if (end.where) return false;
  if (end.kind === 'events' && enter.kind === 'events')
    return enter.events.every((event) => end.events.some((each) => same(each, event)));
  return (
    end.kind === 'segment' &&
    enter.kind === 'segment' &&
    end.segment === enter.segment &&
    end.change === enter.change
  );
}

function isReachedBy({ events, segment, where }: Journey['goals'][number], enter: Trigger): boolean {
  if (where) return false;
  if (enter.kind === 'segment') return enter.change === 'joins' && enter.segment === segment;
  return enter.kind === 'events' && enter.events.every((event) => events.some((each) => same(each, event)));
}
