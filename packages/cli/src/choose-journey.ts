import type { OpenedDocument } from '@journey/language';
import type { Journey, JourneyModel } from '@journey/model';
import { shownPath } from './files.ts';
import { UsageError } from './usage-error.ts';

/** A journey with the model that it is part of. */
export interface FoundJourney {
  readonly document: OpenedDocument;
  readonly model: JourneyModel;
  readonly journey: Journey;
}

/** The journeys that the documents themselves declare: not those of files they import. */
export function journeysIn(documents: readonly OpenedDocument[]): FoundJourney[] {
  return documents.flatMap((document) => {
    const model = document.compile();
    const own = document.uri.fsPath.replaceAll('\\', '/').split('/').at(-1);
    return model.journeys
      .filter((journey) => journey.source.file === own)
      .map((journey) => ({ document, model, journey }));
  });
}

/**
 * The journeys with that name, or all where none is asked for.
 * @throws {UsageError} where there is none.
 */
export function namedJourneys(
  found: readonly FoundJourney[],
  name: string | undefined,
): readonly FoundJourney[] {
  if (found.length === 0) throw new UsageError('No journey is declared there, only what journeys use.');
  if (name === undefined) return found;
  const named = found.filter(({ journey }) => journey.id === name);
  if (named.length > 0) return named;
  throw new UsageError(`There is no journey "${name}"; there ${namesOf(found)}.`);
}

/**
 * The one journey that is meant.
 * @throws {UsageError} where there are several to choose from.
 */
export function oneJourney(found: readonly FoundJourney[], name: string | undefined): FoundJourney {
  const [first, second] = namedJourneys(found, name);
  if (first && !second) return first;
  const places = found.map(({ document }) => shownPath(document.uri.fsPath));
  if (name !== undefined)
    throw new UsageError(`Several files declare "${name}": ${places.join(', ')}; name one file.`);
  throw new UsageError(`Say which with --journey: there ${namesOf(found)}.`);
}

function namesOf(found: readonly FoundJourney[]): string {
  return `${found.length === 1 ? 'is' : 'are'} ${found.map(({ journey }) => journey.id).join(', ')}`;
}
