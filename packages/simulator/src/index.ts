export { simulate, type Simulation, type SimulationOptions } from './simulate.ts';
export type { Customer } from './customers.ts';
export type { Fields, HistoryEntry, OccurringEvent } from './history.ts';
export type { Answer, Deed } from './surroundings.ts';
