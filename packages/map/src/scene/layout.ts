import { byId } from '@journey/model';
import type { JourneyModel } from '@journey/model';
import { columnsOf, contentWidth } from './columns.ts';
import { journeyDirection, journeyLanguage } from './languages.ts';
import { mirror } from './mirror.ts';
import { speak } from './phrases/speech.ts';
import { VIEWS } from './views/registry.ts';
import type { LaneContext } from './lanes/lane.ts';
import type { Scene } from './scene.ts';
import type { ViewId, ViewOptions } from './views/registry.ts';

export interface LayoutOptions extends ViewOptions {
  /** Which picture of the journey; the journey map where nothing is said. */
  readonly view?: ViewId;
}

/**
 * A picture of one journey: where everything stands, what it says, and which text it came from. The same model always
 * gives the same scene.
 * @throws Error where the model has no journey of that id.
 */
export function layoutJourney(model: JourneyModel, journeyId: string, options: LayoutOptions = {}): Scene {
  const journey = byId(model.journeys, journeyId);
  if (!journey) throw new Error(`The model has no journey "${journeyId}".`);
  const speech = speak(model, options.language ?? journeyLanguage(journey));
  const base = journeyDirection(journey);
  const view = options.view ?? 'map';
  const folded = view === 'map' ? options.folded : undefined;
  const columns = columnsOf(journey, speech.words.wholeJourney, folded);
  const context: LaneContext = {
    journey,
    view: VIEWS[view].title[speech.language],
    columns,
    width: contentWidth(columns),
    speech,
    base,
    actuals: options.actuals ?? {},
  };
  const { nodes, width, height } = VIEWS[view].layout(context, options);
  return {
    journey: journey.id,
    name: journey.label,
    language: speech.language,
    direction: base,
    width,
    height: Math.ceil(height),
    children: base === 'rtl' ? mirror(nodes, width, speech.language) : nodes,
  };
}
