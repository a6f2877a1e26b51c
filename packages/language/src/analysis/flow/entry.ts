import { byId, partsOf, type Journey, type JourneyModel, type Trigger } from '@journey/model';
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

/** Segments that ask who is in them. */
export const checkSegments: ModelCheck = (model, find) => {
  for (const { id, source } of model.segments) {
    const circle = circleFrom([id], model);
    if (circle) find('segment-in-itself', { circle: circle.join(' → ') }, source);
  }
};

/** The way from the first segment of the path back to it. */
function circleFrom(path: readonly string[], model: JourneyModel): readonly string[] | undefined {
  const condition = byId(model.segments, path.at(-1))?.condition;
  const asked = condition
    ? [...partsOf(condition)].flatMap((part) => (part.kind === 'segment' ? part.segment : []))
    : [];
  if (path[0] !== undefined && asked.includes(path[0])) return [...path, path[0]];
  for (const next of asked.filter((id) => !path.includes(id))) {
    const circle = circleFrom([...path, next], model);
    if (circle) return circle;
  }
  return undefined;
}

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
