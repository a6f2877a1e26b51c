/** All names of zones that the machine lists; it takes some others too. */
let knownZones: ReadonlySet<string> | undefined;

export function listedZones(): ReadonlySet<string> {
  return (knownZones ??= new Set(Intl.supportedValuesOf('timeZone')));
}

/** Whether the text names a time zone. */
export function isTimezone(zone: string): boolean {
  // Building a formatter costs ten times as much as the list, which lacks only other names of the same zones.
  if (listedZones().has(zone) || zone === 'UTC') return true;
  // Engines take offsets and abbreviations too, which change their meaning with the season.
  if (!zone.includes('/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zone that a city names, or a zone in other letters: `Jerusalem`, `new york`, `europe/london`. */
export function zoneNamed(written: string): string | undefined {
  const wanted = written.trim().toLowerCase().replace(/[ -]+/g, '_');
  if (wanted === 'utc' || wanted === 'gmt') return 'UTC';
  return [...listedZones()].find((zone) => {
    const name = zone.toLowerCase();
    return name === wanted || name.endsWith(`/${wanted}`);
  });
}
