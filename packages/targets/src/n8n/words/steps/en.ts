import { formatDuration, WEEKDAYS } from '@journey/model';
import type { StepWords } from './words.ts';

/** Much as it stands in the source, which is made of English words. */
export const stepsInEnglish: StepWords = {
  wait: (time) => `wait ${time}`,
  waitUntil: (moment) => `wait until ${moment}`,
  waitFor: (condition) => `wait for ${condition}`,
  at: (moment) => `at ${moment}`,
  every: (duration) => `every ${duration}`,
  repeat: (every, until, atMost) =>
    ['repeat', every, until && `until ${until}`, atMost && `at most ${atMost} times`]
      .filter(Boolean)
      .join(' '),
  if: (condition) => `if ${condition}`,
  ifs: 'if',
  switch: 'switch',
  split: (shares) =>
    `split ${shares.map(({ percent, name = '', label = name }) => `${percent}% ${label}`.trim()).join(' / ')}`,
  forEach: (item) => `for each ${item}`,
  try: 'try',
  branch: (name) => `branch ${name}`,
  let: (name) => `let ${name}`,
  notify: (department) => `notify ${department}`,
  run: (label) => `run ${label}`,
  stop: 'stop',
  exit: 'exit',
  duration: formatDuration,
  businessDays: (days) => `${days} business days`,
  businessDay: 'weekday',
  weekdays: Object.fromEntries(WEEKDAYS.map((day) => [day, day])) as StepWords['weekdays'],
  hours: { sending: 'sending hours', business: 'business hours' },
  onDay: (clock, anchor) => `${clock} on day of ${anchor}`,
  before: (duration, anchor) => `${duration} before ${anchor}`,
  after: (duration, anchor) => `${duration} after ${anchor}`,
};
