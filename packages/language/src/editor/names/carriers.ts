import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { sitesOf } from '../../references/sites.ts';
import type { JourneyEditorServices } from '../services.ts';

/**
 * What puts a declaration to use, as "go to implementation" understands it: for each kind, in which statements. What
 * only mentions it (an import, a condition, a measure) isn't listed.
 */
const CARRIERS: Readonly<Partial<Record<AstNode['$type'], readonly AstNode['$type'][]>>> = {
  /** Who sends it. */
  Message: ['Send'],
  /** Who runs it. */
  Automation: ['Run'],
  /** Who extends it, whose stage it is, who runs it. */
  Journey: ['Journey', 'Stage', 'Run'],
  /** What reacts to it. */
  EventType: ['EventTrigger', 'DateTrigger', 'Wait'],
  /** The steps and values that call it. */
  Action: ['ActionStep', 'Let'],
  /** The systems that use it. */
  Connector: ['System'],
  /** What is such a record, or extends it. */
  Record: ['Record', 'EventType'],
  /** The journeys that follow it. */
  StageModel: ['Journey'],
  /** The stages that play it. */
  ModelStage: ['Stage'],
  /** The journeys that keep to it. */
  Policy: ['Journey'],
  /** The journeys and touchpoints that are for them. */
  Persona: ['Journey', 'Touchpoint'],
  Segment: ['Journey', 'SegmentTrigger'],
  /** What moves customers there, and what begins when they come. */
  Stage: ['Move', 'EventTrigger'],
};

/** The statements that put the declaration to use, in the order of the index, each once. */
export function carriersOf(declaration: AstNode, services: JourneyEditorServices): AstNode[] {
  const wanted = CARRIERS[declaration.$type] ?? [];
  const found = sitesOf(declaration, services).flatMap(({ node }) => {
    const carrier = AstUtils.getContainerOfType(node, (each): each is AstNode => wanted.includes(each.$type));
    return carrier && carrier !== declaration ? [carrier] : [];
  });
  return [...new Set(found)];
}
