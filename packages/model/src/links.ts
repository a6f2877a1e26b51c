import { eventName } from './course.ts';
import type { EventReference } from './expression.ts';

/**
 * Links of messages, as they are written and as a system reports that one of them was clicked. The reported address may
 * hold more: what systems append to find out where a visitor came from.
 */

/** An address as it is compared: its host in small letters, its letters readable. */
export function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/^[a-z]+:\/\/[^/?#]*/i, (host) => host.toLowerCase())
    .replace(/(?:%[0-9a-f]{2})+/gi, readable);
}

function readable(letters: string): string {
  try {
    return decodeURI(letters);
  } catch {
    return letters;
  }
}

/**
 * The source of a regular expression that fits a {@link plainAddress} where that is the link: the same place, with at
 * least the link's parameters. What stands for a variable fits anything; `http` is `https`.
 */
export function linkPattern(link: string): string {
  const [address = '', part] = plainAddress(link).split(/#(.*)/s);
  const [place = '', query = ''] = address.split(/\?(.*)/s);
  const parameters = query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => `(?=[^#]*[?&]${literally(parameter)}(?:[&#]|$))`);
  const where = literally(place.replace(/\/$/, '')).replace(/^https?:/, 'https?:');
  const end = part === undefined ? '(?:[?#]|$)' : `(?:\\?[^#]*)?#${literally(part)}$`;
  return `^${parameters.join('')}${where}/?${end}`;
}

/** Whether the address that was reported is that link. */
export function isLink(link: string, address: string): boolean {
  return new RegExp(linkPattern(link)).test(plainAddress(address));
}

/** That one link of a message was clicked: an event of its own besides the click. */
export interface LinkClick {
  /** The click, whatever the link: `clicked:offer`. */
  readonly of: string;
  /** `clicked:offer https://shop.example.com`. */
  readonly name: string;
  readonly link: string;
}

/** The clicks among events that are about one link alone. */
export function linkClicks(events: readonly EventReference[]): readonly LinkClick[] {
  return events.flatMap((event) => {
    if (event.kind !== 'engagement' || event.link === undefined) return [];
    const { link, ...click } = event;
    return [{ of: eventName(click), name: eventName(event), link }];
  });
}

function literally(text: string): string {
  return text
    .split(/\{\{[^{}]*\}\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('[^?&#]*');
}
