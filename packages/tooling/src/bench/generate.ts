import type { JourneyModel } from '@journey/model';
import { findTarget } from '@journey/targets';
import { figure, type Figure } from './figure.ts';
import { open } from './open.ts';
import type { SourceFile } from './workspace.ts';

/** From the models to the workflows of so many journeys, held against copies of these models. */
export async function generateFigures(files: readonly SourceFile[], journeys: number): Promise<Figure[]> {
  const documents = await open(files);
  const models = documents.map((document) => document.compile()).filter((model) => model.journeys.length > 0);
  const target = findTarget('n8n');
  const [first] = models;
  if (target === undefined || first === undefined) throw new Error('There is nothing to generate.');
  const all = Array.from({ length: journeys }, (_, index) => models[index % models.length] ?? first);
  const timeOf = (work: (model: JourneyModel) => unknown): number => {
    const started = performance.now();
    all.forEach(work);
    return performance.now() - started;
  };
  target.generate(first);
  const generating = timeOf((model) => target.generate(model));
  const against = {
    kind: 'floor',
    what: 'copies of their models',
    samples: [timeOf((model) => structuredClone(model))],
  } as const;
  const name = `targets.generate-${journeys}`;
  return [figure({ name, unit: 'ms', samples: [generating], against })];
}
