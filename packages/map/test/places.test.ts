import { describe, expect, it } from 'vitest';
import { layoutJourney } from '../src/index.ts';
import { nextPlace, placesOf } from '../src/webview/places.ts';
import { firstJourney, openJourney } from './fixtures/journeys.ts';
import type { Arrow } from '../src/webview/places.ts';

describe('walking the map by arrow keys', () => {
  it('goes where the eye goes, in a map that reads from the right', async () => {
    const model = await openJourney('hebrew');
    const places = placesOf(layoutJourney(model, firstJourney(model)));
    const go = (from: string, arrow: Arrow): string | undefined => {
      const place = places.get(from);
      return place && nextPlace(places.values(), place, arrow)?.id;
    };
    expect(go('match_meeting.awareness.facebook_ad', 'ArrowLeft')).toBe('match_meeting.awareness.banner');
    expect(go('match_meeting.awareness.banner', 'ArrowRight')).toBe('match_meeting.awareness.facebook_ad');
    const [card, image] = [
      'match_meeting.awareness.facebook_ad',
      'match_meeting.awareness.facebook_ad#image',
    ];
    expect(go(card, 'ArrowDown')).toBe(image);
    expect(go(image, 'ArrowDown')).toBe('match_meeting.awareness.facebook_ad#emotion');
    expect(go('match_meeting.purchase', 'ArrowLeft')).toBe('match_meeting.retention');
    expect(go('match_meeting', 'ArrowUp')).toBeUndefined();
  });

  it('reaches every item from the first', async () => {
    for (const file of ['hebrew', 'arabic', 'english'] as const) {
      const model = await openJourney(file);
      const places = placesOf(layoutJourney(model, firstJourney(model)));
      const arrows: Arrow[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
      const reached = new Set<string>();
      const waiting = [...places.values()].slice(0, 1);
      for (let place = waiting.pop(); place; place = waiting.pop()) {
        if (reached.has(place.id)) continue;
        reached.add(place.id);
        for (const arrow of arrows) {
          const next = nextPlace(places.values(), place, arrow);
          if (next) waiting.push(next);
        }
      }
      expect([...places.keys()].filter((id) => !reached.has(id))).toEqual([]);
    }
  });
});
