/** A moment as a zone's calendar and clocks show it. Months and days count from 1; weekday 0 is Sunday. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether it is the name of a time zone. */
export function isZone(name: string): boolean {
  try {
    format(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks in the zone show at that moment. */
export function localTime(moment: number, zone: string): LocalTime {
  const shown = new Date(moment + offsetAt(moment, zone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
    weekday: shown.getUTCDay(),
  };
}

/**
 * The moment at which clocks in the zone show that; amounts outside their range carry over. A time that clocks skip
 * is as much later; of one that they show twice it is the one with the offset that held at `near`.
 */
export function momentAt(local: Omit<LocalTime, 'weekday'>, zone: string, near: number): number {
  const { year, month, day, hour, minute, second, millisecond } = local;
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const before = offsetAt(near, zone);
  const first = offsetAt(wanted - before, zone);
  if (first === before) return wanted - before;
  const again = offsetAt(wanted - first, zone);
  return wanted - (again === first ? first : Math.min(first, again));
}

/**
 * Reads an ISO 8601 date or date and time. One without an offset is a time in the zone.
 * @returns undefined where the text is none
 */
export function readMoment(text: string, zone: string): number | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part || 0));
  const local = {
    year: year ?? 0,
    month: month ?? 1,
    day: day ?? 1,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
    millisecond: Number((match[7] ?? '').padEnd(3, '0')),
  };
  const shown = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
    local.millisecond,
  );
  const offset = match[8];
  if (offset === undefined) return momentAt(local, zone, shown);
  if (offset === 'Z') return shown;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return shown - (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = Object.fromEntries(
    format(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const seconds = Math.floor(moment / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}
