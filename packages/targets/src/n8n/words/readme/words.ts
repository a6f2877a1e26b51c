/** The sentences of the README, in one language. Names and code in them are the same in all. */
export interface ReadmeWords {
  title(journeys: string): string;
  generated(version: string): string;
  /** Above everything else, where the clock runs faster. */
  trial(start: string, factor: number): string;
  readonly environment: {
    readonly copy: string;
    readonly none: string;
    readonly named: string;
    readonly oneMachine: string;
    readonly workers: string;
    readonly already: string;
  };
  readonly credentials: {
    readonly title: string;
    readonly copy: string;
    readonly compose: string;
    readonly connect: string;
    readonly name: string;
    readonly type: string;
    readonly fields: string;
  };
  readonly workflows: {
    readonly title: string;
    readonly order: string;
    readonly then: string;
  };
  readonly addresses: {
    readonly title: string;
    readonly none: string;
    readonly whom: string;
    readonly event: string;
    readonly address: string;
    /** Stands in an address for where n8n is reached. */
    readonly host: string;
  };
  readonly kept: {
    readonly title: string;
    readonly where: string;
    readonly table: string;
    readonly holds: string;
    readonly events: string;
    readonly contacts: string;
    readonly runs: string;
    readonly dates: string;
    readonly aside: string;
    readonly manifest: string;
  };
  readonly promises: {
    readonly title: string;
    /** Each what is promised, and how. */
    readonly list: readonly (readonly [string, string])[];
  };
  readonly versions: {
    title(journey: string, version: number): string;
    readonly finish: string;
    readonly move: string;
  };
}
