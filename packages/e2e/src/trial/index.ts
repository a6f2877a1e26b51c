// A generated journey in a real n8n, with vendors that are stand-ins: what suites and measurements start.
export { BY_HAND_PATH, workflowByHand } from './by-hand.ts';
export { matchMeeting } from './match-meeting.ts';
export { startingAt, startTrial, type Trial } from './trial.ts';
export { executionCount } from '../n8n/executions.ts';
export { until } from '../process/until.ts';
export { google, meta } from '../vendors/index.ts';
