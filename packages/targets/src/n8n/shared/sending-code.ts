/**
 * Inside the policy's code: whether and when a message goes out. It works on `policy`, `past`, `state`, `now`, and
 * on `precedence`, and `zones`, functions for those of hours that are not the journey's.
 * @param patience for how long one that should have gone out by now is waited for, as Luxon takes it
 */
export function sendingCode(patience: string): string {
  return `/** Why this message is not sent to this customer, at all or before a moment; or nothing. */
const refusal = (message) => {
  const said = lastWord(message);
  const isMarketing = message.category === 'marketing';
  if (said && !said.yes && (said.topic || isMarketing || message.required)) return { why: 'consent withdrawn' };
  if (message.required && !said?.yes && !hasConsented(message)) return { why: 'no consent' };
  if (!isMarketing) return undefined;
  const reached = policy.caps.map((cap) => ({ cap, until: openAgain(cap) })).filter(({ until }) => until);
  const dropping = reached.find(({ cap }) => !cap.waits);
  const first = dropping ?? reached[0];
  if (!first) return undefined;
  const why = 'cap of ' + first.cap.messages + ' messages';
  return dropping ? { why } : { why, until: DateTime.max(...reached.map(({ until }) => until)) };
};
/** The moment from which a cap that is reached has room again. Each message counts for the cap's time after it. */
const openAgain = (cap) => {
  if (!counts(cap, step.message)) return undefined;
  // What has begun counts: two journeys that send at once must see each other.
  const ends = past
    .filter((row) => row.name.startsWith('begun:') && counts(cap, row.name.slice(6))
      && !past.some((later) => later.key === row.key && later.id > row.id && later.name.startsWith('failed:')))
    .map((row) => DateTime.fromISO(row.at, { zone: now.zoneName }).plus(cap.per))
    .filter((end) => end > now)
    .sort((a, b) => a - b);
  return ends[ends.length - cap.messages];
};
const counts = (cap, id) => {
  const message = policy.messages[id];
  return !cap.on || (message !== undefined && message[cap.on.kind] === cap.on.id);
};
/** The last that the customer said of everything or of the message's topic; nothing where they said nothing. */
const lastWord = (message) => {
  const saidBy = (signals, row) => signals.find((one) => (!one.topic || one.topic === message.topic) && one.on.includes(row.name) && one.where(parsed(row.data)));
  const wordOf = (row) => {
    const no = saidBy(signals.no, row);
    if (no) return { yes: false, topic: no.topic };
    const yes = saidBy(signals.yes, row);
    if (yes) return { yes: true, topic: yes.topic };
    if (row.name === policy.consented) return { yes: true, topic: null };
    const isUsual = policy.withdrawals.includes(row.name.split('.')[1] ?? '');
    return isUsual ? { yes: false, topic: null } : undefined;
  };
  for (const row of [...past].reverse()) {
    const word = wordOf(row);
    if (word) return word;
  }
};
const hasConsented = ({ category, topic }) => {
  const given = [state.customer?.consent].flat();
  return given.includes(true) || given.includes(category) || (topic !== null && given.includes(topic));
};

/** A message of a journey or automation with a higher priority that waits to be sent by now: it goes first, and uses up the cap. */
const givesWay = () => past.some((row) => {
  if (!row.name.startsWith('deferred:')) return false;
  const waits = parsed(row.data);
  return goesFirst(waits.precedence, precedence) && DateTime.fromISO(waits.until) <= now.plus({ minutes: 1 })
    && DateTime.fromISO(waits.until) > now.minus(${patience})
    && !past.some((later) => later.key === row.key && later.id > row.id);
});

const goesFirst = ([one, first], [other, second]) => (one === other ? first > second : one > other);

/** The first moment from \`from\` on that is in the hours, the policy's own for sending or others, and what stood in the way. */
const nextAllowed = (from, hours = policy) => {
  let moment = from;
  let why = null;
  for (let round = 0; round < 1000; round++) {
    const blocked = obstacle(moment, hours);
    if (!blocked) break;
    moment = blocked.end.setZone(from.zone);
    why = blocked.why;
  }
  return { moment, why };
};
const obstacle = (moment, hours) => {
  const quiet = within(hours.quiet, moment);
  if (quiet) return { end: quiet.end, why: 'quiet hours' };
  const closed = closedUntil(moment, hours);
  if (closed) return { end: closed, why: 'closed' };
  if (hours.windows.length === 0 || within(hours.windows, moment)) return undefined;
  const openings = hours.windows.flatMap((window) => spans(window, moment, 0, 8).map((span) => span.start));
  const next = openings.filter((start) => start > moment).sort((a, b) => a - b)[0];
  return next && { end: next, why: 'outside the sending hours' };
};
const within = (windows, moment) =>
  windows.flatMap((window) => spans(window, moment, -1, 0)).find((span) => span.start <= moment && moment < span.end);
/** The stretches of a daily window on the days from \`first\` to \`last\`, counted from the moment's own. */
const spans = (window, moment, first, last) => {
  const found = [];
  const today = inZoneOf(window, moment).startOf('day');
  for (let day = first; day <= last; day++) {
    const date = today.plus({ days: day });
    if (window.weekdays && !window.weekdays.includes(date.weekday)) continue;
    const start = clock(date, window.from);
    const end = clock(window.to <= window.from ? date.plus({ days: 1 }) : date, window.to);
    found.push({ start, end });
  }
  return found;
};
const clock = (date, minutes) =>
  minutes === 1440 ? date.plus({ days: 1 }).startOf('day')
    : date.set({ hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, millisecond: 0 });
const closedUntil = (moment, hours) => {
  for (const { date, yearly, ...time } of hours.closedDates) {
    const own = inZoneOf(time, moment);
    const today = own.toISODate();
    if (yearly ? date.slice(5) === today.slice(5) : date === today) return own.plus({ days: 1 }).startOf('day');
  }
  for (const week of hours.closedWeekly) {
    const today = inZoneOf(week, moment).startOf('day');
    for (let back = 0; back <= 7; back++) {
      const date = today.minus({ days: back });
      if (date.weekday !== week.from.weekday) continue;
      const start = clock(date, week.from.time);
      const days = (week.to.weekday - week.from.weekday + 7) % 7;
      const end = clock(date.plus({ days }), week.to.time);
      const last = end > start ? end : clock(date.plus({ days: 7 }), week.to.time);
      if (start <= moment && moment < last) return last;
    }
  }
  return undefined;
};
/** The moment in the zone that a time is meant in: its own, or the journey's. */
const inZoneOf = ({ zone }, moment) => (zone === undefined ? moment : moment.setZone(zones[zone]()));`;
}
