import { TYPE } from '../scene/type.ts';
import type { TypeName } from '../scene/type.ts';

/** The classes of what looks alike, each written once. */
class Looks {
  private readonly known = new Map<string, string[]>();
  private readonly write: (name: string) => string;

  constructor(write: (name: string) => string) {
    this.write = write;
  }

  of(name: string, hue = -1): string {
    let hues = this.known.get(name);
    if (!hues) this.known.set(name, (hues = []));
    return (hues[hue + 1] ??= this.write(name) + (hue < 0 ? '' : ` jm-h${hue}`));
  }
}

/** Of boxes and paths. */
export const SURFACES = new Looks((surface) => `jm-s-${surface}`);
/** Of icons. */
export const SIGNS = new Looks((ink) => `jm-icon jm-k-${ink}`);
export const LETTERS = Object.fromEntries(
  Object.keys(TYPE).map((type) => [type, new Looks((ink) => `jm-t-${type} jm-i-${ink}`)]),
) as Record<TypeName, Looks>;
