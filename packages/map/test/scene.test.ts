import { describe, expect, it } from 'vitest';
import { layoutJourneyMap, renderSvg } from '../src/index.ts';
import { groupsOf } from '../src/scene/scene.ts';
import { firstJourney, JOURNEY_FILES, openJourney } from './fixtures/journeys.ts';
import { sceneText } from './fixtures/scene-text.ts';
import type { JourneyFile } from './fixtures/journeys.ts';
import type { GroupNode, Scene } from '../src/scene/scene.ts';

async function sceneOf(file: JourneyFile): Promise<Scene> {
  const model = await openJourney(file);
  return layoutJourneyMap(model, firstJourney(model));
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
    expect(nurture).toContain('50% · story');
    const meeting = steps('match_meeting.purchase.meeting');
    expect(meeting).toContain('יום לפני הפגישה');
    expect(meeting).toContain('בשעה 08:00 ביום של הפגישה');
    expect(steps('match_meeting.purchase.follow_up')).toMatch(/כל 3 ימים[^]*לכל\s+היותר 6 פעמים/u);
  });

  it('shows the lanes that are asked for, in that order, and leaves empty ones out', async () => {
    const model = await openJourney('english');
    const scene = layoutJourneyMap(model, firstJourney(model), { lanes: ['kpis', 'touchpoints'] });
    const lanes = [...groupsOf(scene.children)]
      .filter(({ id }) => /^#lane:\w+$/.test(id))
      .map(({ id }) => id);
    expect(lanes).toEqual(['#lane:kpis', '#lane:touchpoints']);
    const second = layoutJourneyMap(model, 'second');
    expect(
      [...groupsOf(second.children)].filter(({ id }) => /^#lane:\w+$/.test(id)).map(({ id }) => id),
    ).toEqual(['#lane:touchpoints']);
  });

  it('says what is asked for where the model has no such journey', async () => {
    const model = await openJourney('english');
    expect(() => layoutJourneyMap(model, 'third')).toThrow('The model has no journey "third".');
  });
});
