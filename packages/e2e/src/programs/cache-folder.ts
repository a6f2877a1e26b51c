import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the real programs live: outside the checkout, so that a fresh clone doesn't install gigabytes again.
 * `JOURNEY_REAL_CACHE` names another place.
 */
export function realCacheFolder(): string {
  const { JOURNEY_REAL_CACHE, XDG_CACHE_HOME } = process.env;
  return JOURNEY_REAL_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'journey-real');
}
