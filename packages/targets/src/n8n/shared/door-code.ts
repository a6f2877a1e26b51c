import { COURSE_EVENTS, DOOR_EVENTS, OUTSIDE_THE_DOOR } from '@journey/model';
import type { JourneyContext } from '../context.ts';
import { literal } from '../javascript/literal.ts';
import { luxonDuration } from '../javascript/time.ts';

/**
 * A journey that takes only so many keeps where each customer stands to it among the dates. Who comes waits until the
 * clock ticks: only the tick lets anybody in, so that no two look at the same free place.
 */
export function isLimited({ journey }: JourneyContext): boolean {
  return journey.entryLimits.length > 0;
}

/** Inside the code of the course, before it starts anything: what the customer did last at the door. */
export function standingCode(context: JourneyContext): string {
  if (!isLimited(context)) return '';
  return `// Only so many are on the journey: who comes in waits for the clock to let them in, with what brought them.
const outside = ${literal([...OUTSIDE_THE_DOOR])};
const atDoor = ${literal([...DOOR_EVENTS])};
const standing = past.findLast((row) => atDoor.includes(row.name))?.name;
const isLetIn = name === ${literal(COURSE_EVENTS.entered)};
if (isLetIn) {
  const asked = parsed(past.findLast((row) => row.name === ${literal(COURSE_EVENTS.waits)})?.data);
  happens.splice(0, happens.length, ...(asked.names ?? []));
  event.data = asked.data ?? {};
  event.system = asked.system;
}
const isInside = isLetIn || standing === ${literal(COURSE_EVENTS.entered)};
`;
}

/** What stands before the starts of automations in the course: whoever isn't inside yet comes to the door. */
export function comesToDoorCode(context: JourneyContext): string {
  if (!isLimited(context)) return '';
  return `
} else if (!isInside && begins.some((begin) => begin.enters && !begin.refused)) {
  // Who waits already has come before.
  if (standing !== ${literal(COURSE_EVENTS.waits)}) {
    note(${literal(COURSE_EVENTS.waits)}, { data: JSON.stringify({ names: happens, data: event.data, system: event.system }) });
  }`;
}

/** Why an automation doesn't start for somebody who waits, or was turned away. */
export function outsideCode(context: JourneyContext): string {
  return isLimited(context) ? " ?? (!isLetIn && outside.includes(standing) ? 'not let in' : undefined)" : '';
}

/** Where the customer stands after all that happened, as a row among the dates; nothing where that is the same. */
export function placeCode(context: JourneyContext): string {
  if (!isLimited(context)) return '';
  return `
// Where the customer stands to the door now. \`entered\` is when they came in last.
const placeOf = () => {
  const last = rows.findLast((row) => atDoor.includes(row.name));
  if (!last || (ends.includes(last.name) && !standing)) return [];
  const entered = [...past, ...rows].findLast((row) => row.name === ${literal(COURSE_EVENTS.entered)})?.at;
  return [{
    key: 'door ' + journey + ' ' + contact, contact, journey, name: last.name, due: null,
    data: JSON.stringify({ since: event.at, entered, asked: event.key }),
  }];
};`;
}

/** In the clock: who of those that wait comes in, and who is turned away. One item each. */
export function doorCode(context: JourneyContext): string {
  const limits = context.journey.entryLimits.map(({ customers, per, overflow }) => ({
    customers,
    ...(per === undefined ? {} : { per: luxonDuration(per) }),
    drops: overflow === 'drop',
  }));
  return `const limits = ${literal(limits)};
const now = ${context.clock.now()};
const places = $input.all().map((item) => item.json).filter((row) => row.key?.startsWith('door ')).map((row) => ({ ...row, ...JSON.parse(row.data) }));
const isWithin = (per) => ({ entered }) => entered && DateTime.fromISO(entered, { zone: now.zone }).plus(per) > now;
const isInside = (place) => place.name === ${literal(COURSE_EVENTS.entered)};
const full = limits.map((limit) => ({ ...limit, taken: places.filter(limit.per ? isWithin(limit.per) : isInside).length }));
const decisions = [];
let admitted = 0;
for (const { contact, asked } of places.filter((place) => place.name === ${literal(COURSE_EVENTS.waits)}).sort((a, b) => a.since.localeCompare(b.since))) {
  const reached = full.filter(({ customers, taken }) => taken + admitted >= customers);
  if (reached.length === 0) admitted += 1;
  const event = reached.length === 0 ? ${literal(COURSE_EVENTS.entered)} : reached.some(({ drops }) => drops) ? ${literal(COURSE_EVENTS.turnedAway)} : undefined;
  if (event) decisions.push({ json: { event, contact, id: asked, data: {} } });
}
return decisions;`;
}
