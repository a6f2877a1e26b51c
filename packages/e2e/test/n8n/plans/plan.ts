/** Something that happens to a plan's customer, so many of the journey's days after the beginning. */
export interface PlannedEvent {
  readonly day: number;
  /** `bought`, `booked` … of the outpost; `opened:news` for what became of a message. */
  readonly name: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An automation with a customer of its own, for whom it is started. */
export interface Plan {
  readonly name: string;
  readonly steps: string;
  readonly events: readonly PlannedEvent[];
  /** What the event that starts it carries besides. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One journey with an automation for each plan: what starts it says which. */
export function journeyOf(plans: readonly Plan[]): string {
  const automations = plans.map(
    ({ name, steps }) => `
    automation ${name} "${name}" {
      on post.go as go where go.plan == "${name}"
      ${steps}
    }`,
  );
  return `
automation errand "Errand"(person: contact, what: text) {
  wait 1d
  post.note(text: what, about: person.email)
}

journey plans "Plans" {
  timezone "Asia/Jerusalem"
  exit on post.unsubscribed

  stage first "First" {${automations.join('\n')}
  }
  stage second "Second" {
    automation arrives "Arrives" {
      on second.entered
      post.note(text: "arrived", about: customer.email)
    }
  }
}
`;
}

export function emailOf(plan: Pick<Plan, 'name'>): string {
  return `${plan.name}@example.com`;
}
