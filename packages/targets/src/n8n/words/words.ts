import type { EnvironmentWords } from './environment/words.ts';
import type { NodeName } from './nodes/en.ts';
import type { ReadmeWords } from './readme/words.ts';
import type { StepWords } from './steps/words.ts';

/** The workflows that a journey has once. */
type PerWorkflow = Readonly<
  Record<'setup' | 'events' | 'policy' | 'clock' | 'again' | 'notify' | 'alarm' | 'winner', string>
>;

/** What generated workflows say besides the journey's own words, in one language. */
export interface Words {
  /** Of the workflows that a journey has once. */
  readonly titles: PerWorkflow;
  /** After a system's label: the workflow that takes in what it reports. */
  readonly incoming: string;
  /** After a system's label: the workflow that asks it for its records of a customer. */
  readonly asked: string;
  /** The name of a node that no line of the journey names. */
  node(name: NodeName): string;
  /** On the canvas, below the title: what a workflow does. */
  readonly notes: PerWorkflow & {
    readonly branch: string;
    system(system: string, journey: string): string;
    intake(system: string, journey: string): string;
    lookup(system: string): string;
  };
  /** What an address is called for. */
  readonly addresses: {
    readonly again: string;
    readonly call: string;
    start(automation: string): string;
  };
  readonly steps: StepWords;
  readonly environment: EnvironmentWords;
  readonly readme: ReadmeWords;
}
