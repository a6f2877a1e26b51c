import type { TimeScale } from '../../target.ts';
import { literal } from './literal.ts';

/** The one place that knows what time it is in generated workflows, and how long anything really takes. */
export interface Clock {
  /** JavaScript for the moment now, a Luxon DateTime in the zone. */
  now(zone?: string): string;
  /** JavaScript for the true instant at which this clock will show `moment`, as ISO text. */
  trueInstant(moment: string): string;
  readonly scaled: boolean;
}

/** @param zone IANA name, or undefined for n8n's own. */
export function createClock(zone: string | undefined, scale: TimeScale | undefined): Clock {
  const inZone = (moment: string, other: string | undefined): string => {
    if (other !== undefined) return `${moment}.setZone(${other})`;
    return zone === undefined ? moment : `${moment}.setZone(${literal(zone)})`;
  };
  if (scale === undefined) {
    return {
      scaled: false,
      now: (other) => inZone('$now', other),
      trueInstant: (moment) => `${moment}.toISO()`,
    };
  }
  const start = Date.parse(scale.start);
  return {
    scaled: true,
    now: (other) =>
      inZone(`DateTime.fromMillis(${start} + (Date.now() - ${start}) * ${scale.factor})`, other),
    trueInstant: (moment) =>
      `DateTime.fromMillis(${start} + (${moment}.toMillis() - ${start}) / ${scale.factor}).toISO()`,
  };
}
