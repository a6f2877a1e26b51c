import type { AstNode, LangiumDocument } from 'langium';
import type { Channel, JourneyModel, Labelled, Persona, PointOfSale, StageModel } from '@journey/model';
import * as ast from '../generated/ast.ts';
import { isLibraryUri } from '../library/library.ts';
import { importedDocuments } from '../references/import-closure.ts';
import type { JourneyServices } from '../services.ts';
import { ConnectorCompiler } from './connectors.ts';
import { CompileContext, named, optional, translationsOf } from './context.ts';
import { ExpressionCompiler } from './expressions.ts';
import { FlowCompiler } from './flow.ts';
import { JourneyCompiler } from './journeys.ts';
import { MessageCompiler } from './messages.ts';
import { SimulationCompiler } from './simulation.ts';
import { refOf } from '../references/ref-of.ts';

/**
 * Compiles a document that was built (parsed, indexed, linked) to the journey model: its own journeys, and all that
 * they need from the files it imports and from the library. Broken parts are left out; the rest stands. Of what it
 * imports only what is wanted is taken.
 */
export function compileDocument(
  document: LangiumDocument,
  services: JourneyServices,
  isWanted: (imported: ast.Declaration) => boolean = () => true,
): JourneyModel {
  const context = new CompileContext(document, services);
  const expressions = new ExpressionCompiler(context);
  const connectors = new ConnectorCompiler(context, expressions);
  const flow = new FlowCompiler(context, expressions, connectors);
  const messages = new MessageCompiler(context, expressions, connectors);
  const journeys = new JourneyCompiler(context, expressions, flow);
  const simulation = new SimulationCompiler(context, expressions);

  const own = (document.parseResult.value as ast.File).declarations.filter(isNamed);
  const imported = importedDocuments(document, services)
    .flatMap(({ parseResult }) => (parseResult.value as ast.File).declarations)
    .filter((node) => isNamed(node) && isWanted(node));
  const declared = [...own, ...imported];
  const library = libraryFiles(services).flatMap(({ declarations }) => declarations);
  const all = [...declared, ...library];

  // The order matters in one way: what is compiled first marks what it uses, and only that is taken from the library.
  const model = {
    journeys: own.filter(ast.isJourney).map((node) => journeys.journey(node)),
    linkedJourneys: journeys.linked(own),
    messages: declared.filter(ast.isMessage).flatMap((node) => messages.message(node) ?? []),
    systems: declared.filter(ast.isSystem).flatMap((node) => connectors.system(node) ?? []),
    personas: declared.filter(ast.isPersona).map((node) => persona(node, context)),
    segments: declared.filter(ast.isSegment).flatMap((node) => {
      const condition = expressions.compile(node.condition);
      const id = context.id(node);
      return condition ? [{ id, label: context.label(node), condition, source: context.source(node) }] : [];
    }),
    environments: declared.filter(ast.isEnvironment).map((node) => ({
      id: context.id(node),
      systems: node.systems.flatMap(({ system, settings }) =>
        [refOf(system)].flatMap((target) =>
          target ? [{ id: context.id(target), settings: connectors.settings(settings) }] : [],
        ),
      ),
      source: context.source(node),
    })),
    automations: declared.filter(ast.isAutomation).map((node) => flow.automation(node)),
    assumptions: own.filter(ast.isAssumptionSet).flatMap((node) => simulation.assumptions(node) ?? []),
    scenarios: own.filter(ast.isScenario).flatMap((node) => simulation.scenario(node) ?? []),
  };
  const used = all.filter((node) => context.isUsed(node) || declared.includes(node));
  const usedConnectors = used.filter(ast.isConnector);
  const compiledConnectors = usedConnectors.map((node) => connectors.connector(node));
  return {
    ...model,
    connectors: compiledConnectors,
    records: [
      ...library.filter(ast.isRecord),
      ...declared.filter(ast.isRecord),
      ...usedConnectors.flatMap(({ members }) => members.filter(ast.isRecord)),
    ].map((node) => connectors.record(node)),
    ...places(all, context),
    stageModels: used.filter(ast.isStageModel).map((node) => stageModel(node, context)),
  };
}

// A declaration whose name is missing in a broken file can't be referred to.
function isNamed(node: ast.Declaration): boolean {
  return ast.isAssumptionSet(node) || ast.isScenario(node) || Boolean(node.name);
}

/** In one order, whatever was loaded first: the model must not depend on it. */
function libraryFiles(services: JourneyServices): ast.File[] {
  return services.shared.workspace.LangiumDocuments.all
    .filter(({ uri }) => isLibraryUri(uri))
    .toArray()
    .sort(({ uri: one }, { uri: other }) => (one.path < other.path ? -1 : 1))
    .map(({ parseResult }) => parseResult.value as ast.File);
}

function persona(node: ast.Persona, context: CompileContext): Persona {
  const texts = (kind: ast.PersonaText['kind']): string[] =>
    node.members
      .filter(ast.isPersonaText)
      .filter((member) => member.kind === kind)
      .map(({ text }) => text);
  return {
    id: context.id(node),
    label: context.label(node),
    ...optional('image', context.image(node.members.find(ast.isImage))),
    ...optional('role', texts('role')[0]),
    ...optional('description', texts('description')[0]),
    goals: texts('goal'),
    motivations: texts('motivation'),
    behaviours: texts('behaviour'),
    pains: texts('pain'),
    quotes: texts('quote'),
    ...context.documentation(node),
    source: context.source(node),
  };
}

/** Where, by whom and from what: of these the model holds only what something refers to. */
function places(
  all: readonly ast.Declaration[],
  context: CompileContext,
): Pick<JourneyModel, 'pointsOfSale' | 'channels' | 'departments' | 'dataSources'> {
  const pointsOfSale = all
    .filter(ast.isPointOfSale)
    .filter((node) => context.isUsed(node))
    .map((node) => pointOfSale(node, context));
  // Points of sale refer to channels: only now is it known which of those are.
  const used = all.filter((node) => context.isUsed(node));
  return {
    pointsOfSale,
    channels: used.filter(ast.isChannel).map((node) => channel(node, context)),
    departments: used.filter(ast.isDepartment).map((node) => labelled(node, context)),
    dataSources: used.filter(ast.isDataSource).map((node) => labelled(node, context)),
  };
}

type LabelledNode = AstNode & {
  readonly name: string;
  readonly label?: string;
  readonly translations: readonly ast.Translation[];
};

function labelled(node: LabelledNode, context: CompileContext): Labelled {
  return {
    id: context.id(node),
    label: context.label(node),
    translations: translationsOf(node.translations),
    source: context.source(node),
  };
}

function channel(node: ast.Channel, context: CompileContext): Channel {
  return { ...labelled(node, context), ...optional('presence', node.presence) };
}

function pointOfSale(node: ast.PointOfSale, context: CompileContext): PointOfSale {
  const place = refOf(node.channel);
  return { ...labelled(node, context), ...optional('channel', place && context.use(place)) };
}

function stageModel(node: ast.StageModel, context: CompileContext): StageModel {
  return {
    id: context.id(node),
    label: context.label(node),
    stages: named(node.stages).map((stage) => ({
      ...labelled(stage, context),
      id: stage.name,
      aliases: stage.aliases.map(({ name }) => name),
    })),
    source: context.source(node),
  };
}
