import { expect, test } from 'vitest';
import type { JourneyModel } from '@journey/model';
import { open, type Files } from './support/workspace.ts';

/** The model of the first file, which has no errors. */
async function modelOf(files: Files | string): Promise<JourneyModel> {
  const document = await open(files);
  expect(document.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
  return document.compile();
}

test('a map without automations is a journey like any other', async () => {
  const model = await modelOf(`system poll uses questionpro { survey: env SURVEY_ID }
persona shopper "קונה" { role "Shopper" motivation "A gift" behaviour "Compares prices" }
point of sale herzl "הרצל 5" on store
data source exit_poll "Poll at the door"
journey j "מסע" {
  persona shopper
  stage shop "בחנות" {
    owner sales
    question "Do they have my size?" for shopper
    touchpoint till "קופה" at herzl by store_staff {
      quote "Again a form?" for shopper
      motivation "Wants to go home"
      behaviour "Pays by phone"
      backstage "The stock is updated" by operations, finance
      evidence "214 answers" from poll on 2027-03-31
      evidence "At the door" from exit_poll
      evidence "Three visits" from mystery_shopper
      evidence "Everybody says so"
    }
  }
}`);
  const [stage] = model.journeys[0]?.stages ?? [];
  expect(stage).toMatchObject({
    owner: 'sales',
    questions: [{ text: 'Do they have my size?', persona: 'shopper' }],
    touchpoints: [
      {
        channel: 'store',
        presence: 'offline',
        pointOfSale: 'herzl',
        quotes: [{ text: 'Again a form?', persona: 'shopper' }],
        motivations: [{ text: 'Wants to go home' }],
        behaviours: [{ text: 'Pays by phone' }],
        backstage: [{ text: 'The stock is updated', departments: ['operations', 'finance'] }],
        evidence: [
          { text: '214 answers', origin: { kind: 'system', id: 'poll' }, date: '2027-03-31' },
          { text: 'At the door', origin: { kind: 'dataSource', id: 'exit_poll' } },
          { text: 'Three visits', origin: { kind: 'dataSource', id: 'mystery_shopper' } },
          { text: 'Everybody says so' },
        ],
      },
    ],
  });
  expect(model.personas[0]).toMatchObject({
    role: 'Shopper',
    motivations: ['A gift'],
    behaviours: ['Compares prices'],
  });
  expect(model.pointsOfSale).toMatchObject([{ id: 'herzl', label: 'הרצל 5', channel: 'store' }]);
  // The poll is sent by e-mail, says its connector.
  expect(model.channels.map(({ id }) => id)).toEqual(['email', 'store']);
  expect(model.dataSources.map(({ id }) => id)).toEqual(['exit_poll', 'mystery_shopper']);
});
