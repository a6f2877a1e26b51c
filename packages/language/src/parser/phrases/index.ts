import { CONDITION_PHRASES } from './conditions.ts';
import { PhraseFinder } from './phrase.ts';
import { SETTING_PHRASES } from './settings.ts';
import { STEP_PHRASES } from './steps.ts';
import { TIME_PHRASES } from './times.ts';

export { type FoundPhrase } from './phrase.ts';

/** Of phrases that fit the same place, the first is taken. */
export const phraseFinder = new PhraseFinder([
  ...TIME_PHRASES,
  ...CONDITION_PHRASES,
  ...SETTING_PHRASES,
  ...STEP_PHRASES,
]);
