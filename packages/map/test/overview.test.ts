import { describe, expect, it } from 'vitest';
import { overviewOf, partAt } from '../src/index.ts';
import { openJourney } from './fixtures/journeys.ts';

describe('the overview of a document’s journeys', () => {
  it('says what is felt in each stage, how much is in it, and what is wrong there', async () => {
    const model = await openJourney('hebrew');
    const [stage] = model.journeys[0]?.stages ?? [];
    if (!stage) throw new Error('There is no stage.');
    const inStage = { ...stage.source, start: { ...stage.source.start, line: stage.source.start.line + 1 } };
    const problems = [
      { range: inStage, severity: 'error' },
      { range: inStage, severity: 'warning' },
      { range: { ...inStage, file: 'messages.journey' }, severity: 'error' },
    ] as const;
    const [journey] = overviewOf(model, problems);
    expect(journey).toMatchObject({ label: 'פגישת התאמה', direction: 'rtl', errors: 1, warnings: 1 });
    expect(
      journey?.stages.map(({ label, feelings, touchpoints, automations, kpis, errors }) =>
        [label, feelings.join(' '), touchpoints, automations, kpis, errors].join(' | '),
      ),
    ).toEqual([
      'מודעות | 1 0 0 | 3 | 1 | 2 | 1',
      'שקילה | 1 -1 | 2 | 1 | 1 | 0',
      'רכישה | 2 -1 | 2 | 2 | 2 | 0',
      'שימור | 1 | 1 | 1 | 1 | 0',
      'נאמנות | 2 | 1 | 1 | 1 | 0',
    ]);
  });

  it('knows in which journey and stage a place stands', async () => {
    const model = await openJourney('english');
    const journeys = overviewOf(model, []);
    const [trial, second] = model.journeys;
    const stage = trial?.stages[1];
    if (!stage || !second) throw new Error('Something is missing.');
    expect(partAt(journeys, 'english.journey', stage.source.start)).toEqual({
      journey: 'trial',
      stage: 'trial.trial_end',
    });
    expect(partAt(journeys, 'english.journey', second.source.start)).toEqual({ journey: 'second' });
    expect(partAt(journeys, 'other.journey', second.source.start)).toBeUndefined();
    expect(partAt(journeys, 'english.journey', { line: 0, character: 0 })).toBeUndefined();
  });
});
