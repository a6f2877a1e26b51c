import { openWorkspace } from '@journey/language';
import { layoutJourney, renderSvg } from '@journey/map';
import type { JourneyModel } from '@journey/model';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { EXAMPLE } from '../example.ts';
import { projectPath } from '../paths.ts';
import { type Figure, figure } from './figure.ts';
import { open } from './open.ts';
import { timedInTurn } from './timed.ts';
import type { SourceFile } from './workspace.ts';

/** The model of the worked example. */
export async function exampleModel(): Promise<JourneyModel> {
  const file = URI.file(projectPath(`${EXAMPLE}/match-meeting.journey`));
  const { documents } = await openWorkspace(NodeFileSystem, [file]);
  const [document] = documents;
  if (!document) throw new Error('The worked example is not there.');
  return document.compile();
}

/** The model of the generated journey that is as large as a whole company's. */
export async function largeModel(files: readonly SourceFile[]): Promise<JourneyModel> {
  const documents = await open(files);
  const model = documents
    .map((document) => document.compile())
    .find(({ journeys }) => journeys.some(({ id }) => id === 'large'));
  if (!model) throw new Error('The workspace has no large journey.');
  return model;
}

/**
 * From the model to the picture of a large journey, the first time in a process and again, held against the least that
 * brings a model to a map: the copy that the editor hands over.
 */
export async function mapFigures(model: JourneyModel): Promise<Figure[]> {
  const begun = performance.now();
  const scene = layoutJourney(model, 'large');
  renderSvg(scene);
  const first = [performance.now() - begun];
  const [copying = [], layout = [], drawing = [], picture = []] = await timedInTurn([
    () => structuredClone(model),
    () => layoutJourney(model, 'large'),
    () => renderSvg(scene),
    () => renderSvg(layoutJourney(model, 'large')),
  ]);
  const floor = { kind: 'floor', what: 'a copy of the model', samples: copying } as const;
  return [
    figure({ name: 'map.layout', unit: 'ms', samples: layout, against: floor }),
    figure({ name: 'map.svg', unit: 'ms', samples: drawing, against: floor }),
    figure({ name: 'map.first-model-to-svg', unit: 'ms', samples: first, against: floor }),
    figure({ name: 'map.model-to-svg', unit: 'ms', samples: picture, against: floor }),
  ];
}
