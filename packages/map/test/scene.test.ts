import { describe, expect, it } from 'vitest';
import { layoutJourney, renderSvg } from '../src/index.ts';
import { withoutIsolates } from '../src/scene/bidi.ts';
import { groupsOf } from '../src/scene/scene.ts';
import { firstJourney, JOURNEY_FILES, openJourney } from './fixtures/journeys.ts';
import { sceneText } from './fixtures/scene-text.ts';
import type { Actuals, Language } from '../src/index.ts';
import type { JourneyFile } from './fixtures/journeys.ts';
import type { GroupNode, Scene } from '../src/scene/scene.ts';

async function sceneOf(file: JourneyFile): Promise<Scene> {
  const model = await openJourney(file);
  return layoutJourney(model, firstJourney(model));
}

function groupById(scene: Scene, id: string): GroupNode {
  const found = [...groupsOf(scene.children)].find((group) => group.id === id);
  if (!found) throw new Error(`The scene has no ${id}.`);
  return found;
}

function textsOf(group: GroupNode): string[] {
  return group.children.flatMap((node) =>
    node.kind === 'text' ? [node.text] : node.kind === 'group' ? textsOf(node) : [],
  );
}

describe('the journey map', () => {
  for (const file of Object.keys(JOURNEY_FILES) as JourneyFile[]) {
    it(`stands where it was reviewed: ${file}`, async () => {
      const scene = await sceneOf(file);
      await expect(sceneText(scene)).toMatchFileSnapshot(`baselines/${file}.scene.txt`);
      await expect(renderSvg(scene)).toMatchFileSnapshot(`baselines/${file}.svg`);
    });
  }

  it('reads from the right in Hebrew: stages, touchpoints and lane titles', async () => {
    const scene = await sceneOf('hebrew');
    const left = (id: string): number => groupById(scene, id).x;
    expect(scene.direction).toBe('rtl');
    expect(scene.language).toBe('he');
    const stages = ['awareness', 'consideration', 'purchase', 'retention', 'loyalty'];
    const xs = stages.map((stage) => left(`match_meeting.${stage}#stage`));
    expect(xs).toEqual([...xs].sort((one, other) => other - one));
    expect(left('match_meeting.awareness.facebook_ad')).toBeGreaterThan(
      left('match_meeting.awareness.banner'),
    );
    const lane = groupById(scene, '#lane:touchpoints');
    const title = lane.children.find((node) => node.kind === 'text');
    expect(title?.kind === 'text' && title.x).toBeGreaterThan(lane.width - 60);
  });

  it('reads from the left in English, and says the journey that belongs to no stage last', async () => {
    const scene = await sceneOf('english');
    expect(scene.direction).toBe('ltr');
    const stages = ['trial.trial_start#stage', 'trial.trial_end#stage', 'trial#whole#stage'];
    const xs = stages.map((id) => groupById(scene, id).x);
    expect(xs).toEqual([...xs].sort((one, other) => one - other));
  });

  it('shows all automations of the worked example with their timing in words', async () => {
    const scene = await sceneOf('hebrew');
    const steps = (id: string): string =>
      textsOf(groupById(scene, `${id}#card`))
        .join('\n')
        .replace(/[\u2066-\u2069]/gu, '');
    const nurture = steps('match_meeting.consideration.nurture');
    expect(nurture).toContain('המתנה: יומיים');
    expect(nurture).toContain('עד 3 ימים');
    expect(nurture).toContain('50% · סיפור');
    const meeting = steps('match_meeting.purchase.meeting');
    expect(meeting).toContain('יום לפני הפגישה');
    expect(meeting).toContain('בשעה 08:00 ביום של הפגישה');
    expect(steps('match_meeting.purchase.follow_up')).toMatch(/כל 3 ימים[^]*לכל\s+היותר 6 פעמים/u);
  });

  it('shows the lanes that are asked for, in that order, and leaves empty ones out', async () => {
    const model = await openJourney('english');
    const scene = layoutJourney(model, firstJourney(model), { lanes: ['kpis', 'touchpoints'] });
    const lanes = [...groupsOf(scene.children)]
      .filter(({ id }) => /^#lane:\w+$/.test(id))
      .map(({ id }) => id);
    expect(lanes).toEqual(['#lane:kpis', '#lane:touchpoints']);
    const second = layoutJourney(model, 'second');
    expect(
      [...groupsOf(second.children)].filter(({ id }) => /^#lane:\w+$/.test(id)).map(({ id }) => id),
    ).toEqual(['#lane:touchpoints', '#lane:channels']);
  });

  it('shows what was measured beside its target, as a bullet chart', async () => {
    const model = await openJourney('hebrew');
    const actuals = { leads_a_month: 131, cost_per_lead: 41, 'match_meeting.consideration.signup_rate': 23 };
    const scene = layoutJourney(model, firstJourney(model), { actuals });
    const bars = (id: string): string[] =>
      groupById(scene, id).children.flatMap((node) => (node.kind === 'box' ? [node.surface] : []));
    expect(bars('match_meeting.awareness.leads_a_month')).toEqual([
      'bulletTrack',
      'bulletReached',
      'bulletTarget',
    ]);
    expect(bars('match_meeting.awareness.cost_per_lead')).toContain('bulletMissed');
    expect(textsOf(groupById(scene, 'match_meeting.consideration.signup_rate')).join(' ')).toContain('23%');
    expect(bars('match_meeting.loyalty.recommendations')).toEqual([]);
  });

  for (const view of ['flow', 'timeline', 'kpis'] as const) {
    for (const file of ['hebrew', 'english'] as const) {
      it(`has a ${view} that stands where it was reviewed: ${file}`, async () => {
        const model = await openJourney(file);
        const scene = layoutJourney(model, firstJourney(model), { view, actuals: { leads_a_month: 131 } });
        await expect(sceneText(scene)).toMatchFileSnapshot(`baselines/${file}.${view}.scene.txt`);
      });
    }
  }

  it('turns the sign of a question round in Arabic, whose question mark looks the other way', async () => {
    const model = await openJourney('hebrew');
    const signs = (language: Language) =>
      [...groupsOf(layoutJourney(model, firstJourney(model), { language }).children)].flatMap(
        ({ children }) =>
          children.flatMap((node) =>
            node.kind === 'icon' && node.icon === 'question' ? [node.flipped ?? false] : [],
          ),
      );
    expect(new Set(signs('ar'))).toEqual(new Set([true]));
    expect(new Set(signs('he'))).toEqual(new Set([false]));
  });

  it('says what a department is told as it reads it, with what stands for a value', async () => {
    const model = await openJourney('english');
    const said = 'Tell Technical support: “The CRM does not know {full name}”';
    for (const view of ['map', 'flow'] as const) {
      const { children } = layoutJourney(model, 'trial', { view });
      const texts = [...groupsOf(children)].map((group) => withoutIsolates(textsOf(group).join(' ')));
      expect(texts).toContainEqual(said);
    }
  });

  it('says which part of a moment a message shows', async () => {
    const scene = await sceneOf('hebrew');
    const message = groupById(scene, 'match_meeting.purchase#message:meeting_details');
    expect(withoutIsolates(textsOf(message).join(' '))).toContain('ב{יום בשבוע}, {תאריך} בשעה {שעה}');
  });

  it('leaves a column of the KPIs out that says nothing of any', async () => {
    const model = await openJourney('english');
    const titles = (actuals: Actuals) =>
      layoutJourney(model, 'trial', { view: 'kpis', actuals }).children.flatMap((node) =>
        node.kind === 'text' ? [node.text] : [],
      );
    expect(titles({})).toEqual(['Measure', 'Formula', 'Window', 'Target']);
    expect(titles({ payback: 40 })).toEqual(['Measure', 'Formula', 'Window', 'Target', 'Actual']);
  });

  it('says what a journey does not have yet rather than show nothing', async () => {
    const model = await openJourney('english');
    const said = (['flow', 'timeline', 'kpis'] as const).map((view) => {
      const { children } = layoutJourney(model, 'second', { view });
      return children.flatMap((node) => (node.kind === 'text' ? [node.text] : [])).join(' ');
    });
    expect(said).toEqual([
      'This journey has no automations yet.',
      'This journey sends no messages yet.',
      'This journey has no KPIs yet.',
    ]);
  });

  it('shows one automation alone where it is asked for', async () => {
    const model = await openJourney('hebrew');
    const automation = 'match_meeting.purchase.meeting';
    for (const view of ['flow', 'timeline'] as const) {
      const scene = layoutJourney(model, firstJourney(model), { view, automation });
      const automations = [...groupsOf(scene.children)].filter(({ id }) =>
        /\.(meeting|capture|nurture)$/.test(id),
      );
      expect(automations.map(({ id }) => id)).toEqual([automation]);
    }
  });

  it('says what is asked for where the model has no such journey', async () => {
    const model = await openJourney('english');
    expect(() => layoutJourney(model, 'third')).toThrow('The model has no journey "third".');
  });
});
