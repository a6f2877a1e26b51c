import type { EventReference } from '@journey/model';

/** The name by which an event is recorded and looked for in the table of events. */
export function eventName(event: EventReference): string {
  switch (event.kind) {
    case 'event':
      return `${event.system}.${event.event}`;
    case 'stageEvent':
      return `${event.stage}.${event.event}`;
    case 'engagement':
      return `${event.engagement}:${event.message}`;
  }
}

/** What the workflows themselves record of a journey's course; no system can report an event so named. */
export const COURSE_EVENTS = {
  goal: 'journey.goal_reached',
  exit: 'journey.exited',
  started: 'run.started',
  refused: 'run.refused',
} as const;
