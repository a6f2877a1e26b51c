import { describe, expect, test } from 'vitest';
import { fixed } from './support/fixes.ts';
import { findings, open } from './support/workspace.ts';

const CODES = /J08\d\d/;
const HEAD = `system crm uses pipedrive
system leads uses facebook_leads { page: env FB_PAGE_ID }
system survey uses questionpro { survey: env SURVEY_ID }
persona owner "Owner"
persona buyer "Buyer"
segment loyal where true
`;

/** The codes of this family that are found, but for hints on what a test leaves empty. */
async function codes(source: string): Promise<string[]> {
  return (await findings(HEAD + source))
    .map((line) => line.split(' ')[1] ?? '')
    .filter((code) => CODES.test(code) && code !== 'J0803');
}

/** What the first fix makes of the source; the finding must be gone from it. */
async function repaired(source: string, code: string): Promise<string> {
  const result = (await fixed(HEAD + source, code)).slice(HEAD.length);
  expect(await codes(result)).not.toContain(code);
  return result;
}

const touchpoint = (members: string, place = 'on web'): string =>
  `journey j { stage s { touchpoint t ${place} {\n${members}\n} } }`;
const kpi = (text: string): string => `journey j { stage s { kpi k = ${text} } }`;

describe('what functions of KPIs mean', () => {
  test('only shares are of something, and a rate always is', async () => {
    expect(await repaired(kpi('count(crm.deal_won of leads.submitted) per 30d'), 'J0825')).toBe(
      kpi('rate(crm.deal_won of leads.submitted) per 30d'),
    );
    expect(await codes(kpi('rate(crm.deal_won) per 30d'))).toEqual(['J0826']);
    expect(await codes(kpi('retention(crm.deal_won of leads.submitted, after: 30d) per month'))).toEqual([]);
    expect(await codes(kpi('churn(crm.deal_won of leads.submitted) per month'))).toEqual([]);
  });

  test('percentiles lie between the lowest and the highest', async () => {
    expect(await codes(kpi('percentile(crm.deal_won.value, 100%) per 30d'))).toEqual(['J0827']);
    expect(await codes(kpi('percentile(crm.deal_won.value, 99.9%) per 30d, target >= 10 ILS'))).toEqual([]);
  });

  test('what is better when it is lower has no lower bound', async () => {
    const churn = (target: string) => kpi(`churn(crm.deal_won) per year, target ${target}`);
    expect(await repaired(churn('>= 5%'), 'J0828')).toBe(churn('<= 5%'));
    expect(await repaired(churn('up'), 'J0828')).toBe(churn('down'));
    expect(await codes(churn('== 5%'))).toEqual([]);
    expect(await repaired(kpi('nps(survey.completed.score) per quarter, target < 40'), 'J0828')).toBe(
      kpi('nps(survey.completed.score) per quarter, target > 40'),
    );
  });

  test('units go through them', async () => {
    expect(await codes(kpi('clv(crm.deal_won.value) per 365d, target >= 20%'))).toEqual(['J0817']);
    expect(await codes(kpi('median(since(crm.deal_updated)), target >= 5 ILS'))).toEqual(['J0817']);
    expect(await codes(kpi('maximum(crm.deal_won.value) per 30d, target >= 5d'))).toEqual(['J0817']);
    expect(await codes(kpi('median(since(crm.deal_updated)), target <= 30d'))).toEqual([]);
    expect(
      await codes(
        'journey other { kpi won = count(crm.deal_won) per 30d }\njourney j { kpi k = other.won / 2, target >= 3d }',
      ),
    ).toEqual(['J0817']);
  });
});

describe('who and where', () => {
  test('a persona that the journey is not for is added to it', async () => {
    const map = (personas: string) =>
      `journey j { persona ${personas} stage s { pain "Slow" for buyer touchpoint t on web { emotion +1 for owner } } }`;
    expect(await codes(map('owner'))).toEqual(['J0823']);
    expect(await repaired(map('owner'), 'J0823')).toBe(map('owner, buyer'));
    expect(await codes('journey j { stage s { pain "Slow" for buyer } }')).toEqual([]);
  });

  test('a touchpoint is on the channel of its point of sale', async () => {
    const map = (place: string) =>
      `point of sale shop on store journey j { stage s { touchpoint t ${place} } }`;
    expect(await repaired(map('on web at shop'), 'J0824')).toBe(map('at shop'));
    expect(await codes(map('on store at shop'))).toEqual([]);
    expect(await codes(map('at shop { offline }'))).toEqual([]);
    expect(await codes(map('at shop { online }'))).toEqual(['J0807']);
  });
});

describe('stages', () => {
  test('that the model has and the journey lacks are added where they belong, in the language of the journey', async () => {
    const journey = `journey j "מסע" {
  model five_stage // the usual one
  persona owner

  /** First. */
  stage consideration "שקילה" {
    touchpoint t "נקודה" on web
  }
  stage purchase "רכישה"
  stage loyalty "נאמנות" // the end
}
`;
    expect(await codes(journey)).toEqual(['J0801']);
    expect(await repaired(journey, 'J0801')).toBe(`journey j "מסע" {
  model five_stage // the usual one
  persona owner
  stage awareness "מודעות"

  /** First. */
  stage consideration "שקילה" {
    touchpoint t "נקודה" on web
  }
  stage purchase "רכישה"
  stage retention "שימור"
  stage loyalty "נאמנות" // the end
}
`);
  });

  test('of a model are all added to a journey that has none', async () => {
    expect(await repaired('journey j {\n  model buyer\n}\n', 'J0801')).toBe(
      'journey j {\n  model buyer\n  stage awareness "Awareness"\n  stage consideration "Consideration"\n  stage decision "Decision"\n  stage purchase "Purchase"\n  stage post_purchase "Post-purchase experience"\n}\n',
    );
  });

  test('may be played under other names, and a journey may show a small part of its model', async () => {
    const stages = 'stage awareness stage engagement stage sale as conversion stage retention stage loyalty';
    expect(await codes(`journey j { model five_stage ${stages} }`)).toEqual([]);
    expect(await codes('journey j { model five_stage stage retention stage loyalty }')).toEqual([]);
    expect(await codes('journey j { stage anything stage goes }')).toEqual([]);
  });

  test('come in the order of their model', async () => {
    const rest = 'stage retention stage loyalty';
    expect(
      await codes(
        `journey j { model five_stage stage consideration stage awareness stage purchase ${rest} }`,
      ),
    ).toEqual(['J0802']);
  });

  test('play each stage of the model once', async () => {
    const stages =
      'stage awareness stage consideration stage nurture as engagement stage purchase stage retention stage loyalty';
    expect(await codes(`journey j { model five_stage ${stages} }`)).toEqual(['J0804']);
  });

  test('hold something, or another journey', async () => {
    const empty = async (text: string): Promise<boolean> =>
      (await findings(HEAD + text)).some((line) => line.includes('J0803'));
    expect(await empty('journey j { stage s }')).toBe(true);
    expect(await empty('journey k { stage t { pain "Slow" } }\njourney j { stage s journey k }')).toBe(false);
  });

  test('are what a journey is made of', async () => {
    expect(await codes('journey j { }')).toEqual(['J0805']);
    expect(await codes('journey j { automation a { manually stop } }')).toEqual([]);
    expect(await codes('journey k { stage s }\njourney j extends k { }')).toEqual([]);
  });
});

describe('labels', () => {
  test('are missed where the others are in another script', async () => {
    expect(await codes('journey j "מסע" { stage one "ראשון" stage two }')).toEqual(['J0810']);
    expect(await codes('journey מסע "מסע" { stage one "ראשון" stage שני }')).toEqual([]);
    expect(await codes('journey j "Trip" { stage one "First" stage two }')).toEqual([]);
    expect(
      await repaired('journey j "מסע" { model five_stage stage awareness "מודעות" stage loyalty }', 'J0810'),
    ).toContain('stage loyalty "נאמנות"');
  });

  test('are not empty', async () => {
    expect(await repaired('journey j { stage s " " { pain "Slow" } }', 'J0811')).toBe(
      'journey j { stage s { pain "Slow" } }',
    );
  });

  test('tell parts of one kind apart', async () => {
    expect(await codes('journey j { stage a "One" stage b "One" }')).toEqual(['J0812']);
    expect(
      await codes(
        'journey j { stage a "One" { touchpoint t "Form" on web } stage b "Two" { touchpoint u "Form" on web } }',
      ),
    ).toEqual([]);
    expect(
      await codes(
        'journey j { stage a { touchpoint t "Form" on web kpi k "Form" = count(crm.deal_won) per 30d } }',
      ),
    ).toEqual([]);
  });
});

describe('touchpoints', () => {
  test('have one emotion for each persona', async () => {
    expect(await codes(touchpoint('emotion +1\nemotion -1 for buyer\nemotion 0 for owner'))).toEqual([]);
    expect(await codes(touchpoint('emotion +1 for buyer\nemotion -1 for buyer'))).toEqual(['J0806']);
    expect(await repaired(touchpoint('emotion +1\nemotion -1'), 'J0806')).toBe(touchpoint('emotion +1'));
  });

  test('are where their channel is', async () => {
    expect(await codes(touchpoint('online'))).toEqual([]);
    expect(await codes(touchpoint('offline', ''))).toEqual([]);
    expect(await codes(touchpoint('online', 'on crm'))).toEqual([]);
    expect(await codes(touchpoint('offline', 'on leads'))).toEqual(['J0807']);
    expect(await repaired(touchpoint('pain "Slow"\noffline'), 'J0807')).toBe(touchpoint('pain "Slow"'));
  });

  test('show images that are files, of kinds that a map can show, and one each', async () => {
    expect(await codes(touchpoint('image "https://example.com/ad.png"'))).toEqual(['J0839']);
    expect(await codes(touchpoint('image "./ad.psd" "The ad"'))).toEqual(['J0838']);
    expect(await codes(touchpoint('image "./no-such-image.JPEG"'))).toEqual(['J0837']);
    expect(await codes(touchpoint('image "ad.psd"\nimage "ad.psd"'))).toEqual(['J0838', 'J0813', 'J0838']);
    expect(await codes('persona p { image "p.psd" image "p.psd" }')).toContain('J0813');
    expect((await open(touchpoint('image'))).compile().journeys[0]?.stages[0]?.touchpoints).toHaveLength(1);
    for (const word of ['photo', 'picture', 'screenshot', 'imag', 'תמונה', 'صورة'])
      expect(await repaired(touchpoint(`${word} "https://a.example/b.png"`), 'J0106'), word).toBe(
        touchpoint('image "https://a.example/b.png"'),
      );
  });

  test('and journeys name everybody once', async () => {
    expect(await repaired('journey j { persona owner, buyer, owner stage s }', 'J0808')).toBe(
      'journey j { persona owner, buyer stage s }',
    );
    expect(await codes('journey j { segment loyal, loyal stage s }')).toEqual(['J0808']);
    expect(await repaired(touchpoint('pain "Slow"', 'on web by sales, sales for owner'), 'J0809')).toBe(
      touchpoint('pain "Slow"', 'on web by sales for owner'),
    );
  });

  test('say once what counts once', async () => {
    expect(await codes(touchpoint('pain "Slow"\npain "Dear"\nmoment of truth\nbreak point'))).toEqual([]);
    expect(await repaired(touchpoint('moment of truth\nmoment of truth "Really"'), 'J0813')).toBe(
      touchpoint('moment of truth'),
    );
    expect(await repaired(kpi('count(crm.deal_won) per 30d, target >= 3, target >= 5'), 'J0813')).toBe(
      kpi('count(crm.deal_won) per 30d, target >= 3'),
    );
  });
});

describe('KPIs', () => {
  test.each([
    'count(crm.deal_won) / count(leads.submitted), target >= 20%',
    'count(crm.deal_won) / count(leads.submitted), target >= 0.2',
    'sum(leads.spend) / count(leads.submitted), target <= 35 ILS, baseline 44 ILS',
    'count(crm.deal_won) per month, target >= 5, baseline 3',
    'sum(leads.spend) / count(crm.deal_won) / 2, target <= 100 ILS',
    'median(leads.submitted -> crm.deal_won), target <= 14d, baseline 3w',
    'nps(survey.completed.score) per quarter, target >= -20, baseline -35',
    'churn(crm.deal_won) per 365d, target <= 5%, baseline 7%',
    'average(survey.completed.score) per 30d, target up',
    'rate(crm.deal_won of leads.submitted) per 30d, target >= 100%',
    'count(crm.deal_won) per 30d, target >= 40, baseline 31',
    'sum(leads.spend) / sum(crm.deal_won.value), target <= 20%',
  ])('%s', async (text) => {
    expect(await codes(kpi(text))).toEqual([]);
  });

  test.each([
    ['count(crm.deal_won) - count(crm.deal_lost), target >= 3', 'J0814'],
    ['churn(crm.deal_won), target <= 5%', 'J0815'],
    ['nps(survey.completed.score) per quarter, target >= 140', 'J0816'],
    ['nps(survey.completed.score) per quarter, target >= -101', 'J0816'],
    ['csat(survey.completed.score) per quarter, target >= 101%', 'J0816'],
    ['count(crm.deal_won) per 30d, target <= -1', 'J0816'],
    ['rate(crm.deal_won of leads.submitted) per 30d, target >= 45', 'J0817'],
    ['count(crm.deal_won) per 30d, target >= 45 ILS', 'J0817'],
    ['sum(leads.spend) per 30d, target <= 14d', 'J0817'],
    ['median(leads.submitted -> crm.deal_won), target <= 10%', 'J0817'],
    ['count(crm.deal_won) per 30d, target >= 5, baseline 7%', 'J0817'],
    ['median(leads.submitted -> crm.deal_won), target <= 14d, baseline 1w', 'J0818'],
    ['rate(leads.submitted of leads.submitted) per 30d', 'J0819'],
    ['(count(crm.deal_won)) / count( crm.deal_won )', 'J0819'],
    ['k + 1', 'J0820'],
    ['"often"', 'J0822'],
  ])('%s: %s', async (text, code) => {
    expect(await codes(kpi(text))).toEqual([code]);
  });

  test('are put right', async () => {
    expect(await repaired(kpi('count(crm.deal_won), target >= 3'), 'J0814')).toBe(
      kpi('count(crm.deal_won) per 30d, target >= 3'),
    );
    expect(await repaired(kpi('retention(crm.deal_won)'), 'J0815')).toBe(
      kpi('retention(crm.deal_won) per 30d'),
    );
    expect(await repaired(kpi('rate(crm.deal_won of leads.submitted), target >= 45'), 'J0817')).toBe(
      kpi('rate(crm.deal_won of leads.submitted), target >= 45%'),
    );
    expect(await repaired(kpi('nps(survey.completed.score) per 30d, target >= 45%'), 'J0817')).toBe(
      kpi('nps(survey.completed.score) per 30d, target >= 45'),
    );
    expect(await repaired(kpi('count(crm.deal_won) per 30d, target >= 3, baseline 5'), 'J0818')).toBe(
      kpi('count(crm.deal_won) per 30d, target >= 5, baseline 3'),
    );
    expect(await repaired(kpi('crm.deal_won per 30d'), 'J0822')).toBe(kpi('count(crm.deal_won) per 30d'));
  });

  test('do not go round in a circle', async () => {
    const two = 'journey j { stage s { kpi a = b * 2 kpi b = a / 2 kpi c = a } }';
    expect(await codes(two)).toEqual(['J0820', 'J0820']);
    expect(
      await codes(
        'journey j { stage s { kpi a = b + b kpi b = c / 2 kpi c = count(crm.deal_won) per 30d } }',
      ),
    ).toEqual([]);
    expect(
      await codes('journey j { stage s { kpi nps = nps(survey.completed.score) per 30d kpi b = nps / 2 } }'),
    ).toEqual([]);
  });

  test('do not measure the same twice, unless over another time', async () => {
    const other = (window: string): string =>
      `journey j {\n  stage s {\n    kpi a = count(crm.deal_won) per 30d\n    kpi b = count(crm.deal_won) per ${window}\n  }\n}`;
    expect(await codes(other('7d'))).toEqual([]);
    expect(await repaired(other('30d'), 'J0821')).toBe(
      'journey j {\n  stage s {\n    kpi a = count(crm.deal_won) per 30d\n  }\n}',
    );
  });
});

test.each(['kpi k =', 'kpi k = count(', 'kpi = 3', 'touchpoint', 'touchpoint t { emotion', 'kpi k = 3 /'])(
  'what is still being written is left alone: %s',
  async (text) => {
    await expect(codes(`journey j { model five_stage stage s { ${text} } stage`)).resolves.toBeDefined();
  },
);
