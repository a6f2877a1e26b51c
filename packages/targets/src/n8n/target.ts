import type { Journey, JourneyModel } from '@journey/model';
import { allSteps, byId, connectorOf } from '@journey/model';
import type { GenerateOptions, GeneratedFile, GenerationResult, StepCoverage, Target } from '../target.ts';
import { n8nCapabilities, supportOf } from './capabilities.ts';
import { createContext, reportingSystems, type JourneyContext } from './context.ts';
import { Credentials } from './credentials.ts';
import { Findings } from './findings.ts';
import { outputFiles } from './output/files.ts';
import { alarmWorkflow } from './shared/alarm.ts';
import { againWorkflow } from './shared/again.ts';
import { automationWorkflows } from './shared/automation.ts';
import { clockWorkflow } from './shared/clock.ts';
import { eventsWorkflow } from './shared/events.ts';
import { intakeWorkflow, type Intake, type IntakeAddress } from './shared/intake.ts';
import { lookupWorkflows } from './shared/lookup.ts';
import { notifies, notifyWorkflow } from './shared/notify.ts';
import { policyWorkflow } from './shared/policy.ts';
import { setupWorkflow } from './shared/setup.ts';
import { systemWorkflow } from './shared/system.ts';
import { comparisonsOf } from './shared/winner-code.ts';
import { winnerWorkflow } from './shared/winner.ts';
import type { Words } from './words/index.ts';
import type { GeneratedWorkflow } from './workflow.ts';

/** n8n 2: workflows to import, which keep their state in n8n's own data tables. */
export const n8n: Target = {
  id: 'n8n',
  label: 'n8n',
  capabilities: n8nCapabilities,
  generate,
};

/** What was generated of one journey. */
export interface GeneratedJourney {
  readonly journey: Journey;
  readonly workflows: readonly GeneratedWorkflow[];
  readonly words: Words;
  readonly addresses: readonly IntakeAddress[];
  readonly variables: readonly string[];
}

function generate(model: JourneyModel, options: GenerateOptions = {}): GenerationResult {
  const findings = new Findings();
  checkOptions(model, options, findings);
  const credentials = new Credentials();
  const journeys = model.journeys
    .filter(({ id }) => options.journeys === undefined || options.journeys.includes(id))
    .map((journey) => {
      const context = createContext(model, journey, options, findings);
      return { context, generated: generateJourney(context, credentials) };
    });
  const withWorkflows = journeys.filter(({ generated }) => generated.workflows.length > 0);
  const files: readonly GeneratedFile[] =
    withWorkflows.length === 0
      ? []
      : outputFiles(
          withWorkflows.map(({ generated }) => generated),
          credentials,
          options,
        );
  const coverage = journeys.flatMap(({ context }) => coverageOf(context));
  return { files, findings: findings.all(), coverage };
}

function generateJourney(context: JourneyContext, credentials: Credentials): GeneratedJourney {
  reportWhatIsLeftOut(context);
  const intakes = reportingSystems(context).flatMap((system) => {
    const connector = connectorOf(context.model, system.id);
    const intake = connector && intakeWorkflow(context, credentials, system, connector);
    return intake === undefined ? [] : [intake];
  });
  // A journey that is a map only needs nothing of n8n.
  const isMapOnly = context.automations.length === 0 && intakes.length === 0;
  const { journey, words } = context;
  if (isMapOnly) return { journey, words, workflows: [], addresses: [], variables: [] };
  const again = againWorkflow(context, credentials);
  const workflows = workflowsOf(context, credentials, intakes, again.workflow);
  return {
    journey,
    words,
    workflows,
    addresses: [...intakes.flatMap((intake) => intake.addresses), ...again.addresses],
    variables: [...context.variables].sort(),
  };
}

/** In the order in which they are published: what is called comes before what calls it. */
function workflowsOf(
  context: JourneyContext,
  credentials: Credentials,
  intakes: readonly Intake[],
  again: GeneratedWorkflow,
): GeneratedWorkflow[] {
  return [
    setupWorkflow(context),
    policyWorkflow(context),
    ...(comparisonsOf(context).length > 0 ? [winnerWorkflow(context)] : []),
    ...(context.clock.scaled ? [alarmWorkflow(context)] : []),
    ...(notifies(context) ? [notifyWorkflow(context)] : []),
    ...context.systemsUsed.flatMap((system) => {
      const connector = connectorOf(context.model, system.id);
      return connector === undefined ? [] : [systemWorkflow(context, credentials, system, connector)];
    }),
    ...lookupWorkflows(context, credentials),
    eventsWorkflow(context),
    ...context.automations.flatMap((planned) => automationWorkflows(context, planned)),
    clockWorkflow(context),
    again,
    ...intakes.map((intake) => intake.workflow),
  ];
}

function coverageOf(context: JourneyContext): StepCoverage[] {
  return context.automations.flatMap(({ automation }) =>
    [...allSteps(automation.steps)].map((step) => ({
      automation: automation.id,
      step: step.id,
      support: supportOf(context.model, step),
      source: step.source,
    })),
  );
}

/** Each part of the policy that the workflows don't act by is said. */
function reportWhatIsLeftOut(context: JourneyContext): void {
  const { journey, findings, automations } = context;
  if (journey.policy.timezone === undefined && automations.length > 0) {
    const text = 'No time zone is stated, so n8n’s own counts, whatever it is; write `timezone "…"`.';
    findings.report('target-policy-ignored', text, journey.source);
  }
}

function checkOptions(model: JourneyModel, options: GenerateOptions, findings: Findings): void {
  const [somewhere] = model.journeys;
  if (somewhere === undefined) return;
  for (const id of options.journeys ?? []) {
    if (byId(model.journeys, id) !== undefined) continue;
    const known = model.journeys.map((journey) => journey.id).join(', ');
    findings.report(
      'target-unknown-journey',
      `There is no journey "${id}" here; there is: ${known}.`,
      somewhere.source,
    );
  }
  if (options.environment !== undefined && byId(model.environments, options.environment) === undefined) {
    const known = model.environments.map((environment) => environment.id).join(', ') || 'none';
    const text = `There is no environment "${options.environment}" here; there is: ${known}.`;
    findings.report('target-unknown-environment', text, somewhere.source);
  }
}
