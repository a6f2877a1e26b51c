import { findTarget } from '@journey/targets';
import { figure, type Figure } from './figure.ts';
import { open } from './open.ts';
import { timedInTurn } from './timed.ts';
import type { SourceFile } from './workspace.ts';

const JOURNEYS = 1000;

/** From the models to the workflows of a thousand journeys, held against the copies of these models. */
export async function generateFigures(files: readonly SourceFile[]): Promise<Figure[]> {
  const documents = await open(files);
  const models = documents
    .map((document) => document.compile())
    .filter(({ journeys }) => journeys.length > 0);
  const target = findTarget('n8n');
  if (target === undefined || models.length === 0) throw new Error('There is nothing to generate.');
  const thousand = Array.from({ length: JOURNEYS }, (_, index) => models[index % models.length]);
  const [copying = [], generating = []] = await timedInTurn([
    () => thousand.forEach((model) => structuredClone(model)),
    () =>
      thousand.forEach(
        (model) => model && target.generate(model, { journeys: model.journeys.map(({ id }) => id) }),
      ),
  ]);
  const against = { kind: 'floor', what: 'copies of their models', samples: copying } as const;
  return [figure({ name: 'targets.generate-1000', unit: 'ms', samples: generating, against })];
}
