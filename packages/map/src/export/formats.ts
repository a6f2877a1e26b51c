import { byId } from '@journey/model';
import type { Journey, JourneyModel } from '@journey/model';
import { htmlPage } from './html.ts';
import { journeyLanguage } from '../scene/languages.ts';
import { layoutJourney } from '../scene/layout.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { problemsByItem } from '../scene/find.ts';
import { renderSvg } from '../svg/render.ts';
import { speak } from '../scene/phrases/speech.ts';
import { touchpointTable } from './table.ts';
import { VIEW_IDS } from '../scene/views/registry.ts';
import { writeCsv } from './csv.ts';
import type { ImageSources } from '../images.ts';
import type { LayoutOptions } from '../scene/layout.ts';
import type { MapProblem } from '../protocol.ts';
import type { RenderOptions } from '../svg/render.ts';
import type { Scene } from '../scene/scene.ts';
import type { Speech } from '../scene/phrases/speech.ts';
import type { ThemeName } from '../svg/themes.ts';

export interface ExportRequest extends LayoutOptions {
  readonly model: JourneyModel;
  readonly journey: string;
  readonly problems?: readonly Pick<MapProblem, 'range' | 'message'>[];
  readonly theme?: ThemeName;
  /** What stands in the files of images; the frames of others are empty. */
  readonly images?: ImageSources;
  /** The name of the file that is written, without its folder and its ending: what it brings along is named after it. */
  readonly name: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

interface Material {
  readonly request: ExportRequest;
  readonly journey: Journey;
  readonly speech: Speech;
}

interface Format {
  /** What it is called where somebody chooses it. */
  readonly label: string;
  /** The file itself first, then what it brings along. */
  readonly write: (material: Material) => readonly [ExportedFile, ...ExportedFile[]];
}

/** Everything that a journey is exported as without a browser. Adding a format is adding a row. */
export const TEXT_FORMATS = {
  svg: { label: 'SVG', write: ({ request }) => [file(request, 'svg', picture(request))] },
  html: { label: 'HTML', write: ({ request }) => [file(request, 'html', page(request))] },
  md: {
    label: 'Markdown',
    write: ({ request, journey, speech }) => {
      const image = file(request, 'svg', picture(request));
      const text = markdown(speech, journey, encodeURI(image.name), request.actuals ?? {});
      return [file(request, 'md', text), image];
    },
  },
  mmd: {
    label: 'Mermaid',
    write: ({ request, journey, speech }) => [file(request, 'mmd', mermaid(speech, journey))],
  },
  csv: {
    label: 'CSV',
    write: ({ request, journey, speech }) => [
      file(request, 'csv', writeCsv(touchpointTable(speech, journey))),
    ],
  },
  json: {
    label: 'JSON',
    write: ({ request }) => [file(request, 'json', `${JSON.stringify(request.model, undefined, 2)}\n`)],
  },
} as const satisfies Record<string, Format>;

export type TextFormat = keyof typeof TEXT_FORMATS;

export function isTextFormat(name: string): name is TextFormat {
  return Object.hasOwn(TEXT_FORMATS, name);
}

/** @throws Error where the model has no journey of that id. */
export function exportJourney(
  format: TextFormat,
  request: ExportRequest,
): readonly [ExportedFile, ...ExportedFile[]] {
  const journey = byId(request.model.journeys, request.journey);
  if (!journey) throw new Error(`The model has no journey "${request.journey}".`);
  const speech = speak(request.model, request.language ?? journeyLanguage(journey));
  const { write }: Format = TEXT_FORMATS[format];
  return write({ request, journey, speech });
}

function file({ name }: ExportRequest, ending: string, text: string): ExportedFile {
  return { name: `${name}.${ending}`, text };
}

function picture(request: ExportRequest): string {
  const scene = layoutJourney(request.model, request.journey, request);
  return renderSvg(scene, renderOptions(request, scene));
}

function page(request: ExportRequest): string {
  return htmlPage(
    VIEW_IDS.map((view) => {
      const scene = layoutJourney(request.model, request.journey, { ...request, view });
      return { view, scene, options: renderOptions(request, scene) };
    }),
  );
}

function renderOptions(
  { problems = [], theme = 'light', images = {} }: ExportRequest,
  scene: Scene,
): RenderOptions {
  return { theme, images, problems: problemsByItem(scene, problems) };
}
