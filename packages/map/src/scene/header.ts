import type { Journey, SourceRange } from '@journey/model';
import { TYPE } from './type.ts';
import { icon, paragraph, shift, stack } from './blocks.ts';
import { durationWords, windowWords } from './phrases/time.ts';
import { eventWords, onOutlets, segmentLabel } from './phrases/expression.ts';
import { item, text } from './lanes/lane.ts';
import { leftToRight } from './bidi.ts';
import { textWidth } from './measure.ts';
import { triggerWords } from './phrases/trigger.ts';
import type { Block } from './blocks.ts';
import type { IconName } from './icons.ts';
import type { LaneContext } from './lanes/lane.ts';
import type { SceneNode } from './scene.ts';
import type { Speech } from './phrases/speech.ts';

const CHIP = { height: 28, lead: 30, trail: 12, maxWidth: 520, gap: 8 };

/** What holds for the whole journey, in a few words. */
interface Fact {
  readonly id: string;
  readonly icon: IconName;
  readonly text: string;
  readonly source: SourceRange;
}

/** What the picture is, the journey's name, and what holds for all of it: its goal, its ways out, when nothing is sent. */
export function header(context: LaneContext, width: number): Block {
  const { journey } = context;
  const title = paragraph(journey.label, width, text(context, 'title', { maxLines: 2 }));
  const titleItem = item({
    id: journey.id,
    name: journey.label,
    source: journey.source,
    width,
    height: title.height,
    children: title.nodes,
  });
  const kind = paragraph(context.view, width, text(context, 'lane', { ink: 'accent', hue: 0, maxLines: 1 }));
  const named = stack([kind, { height: title.height, nodes: [titleItem] }], 2);
  return stack([named, chips(context, factsOf(context), width)], 12);
}

function factsOf(context: LaneContext): Fact[] {
  const { journey, speech } = context;
  const { policy } = journey;
  const { words } = speech;
  return [
    ...journey.goals.map((goal, index): Fact => {
      const events = speech.list(goalWords(speech, goal), 'or');
      const phrase = goal.within
        ? speech.fill(words.goalWithin, { goal: events, duration: durationWords(speech, goal.within) })
        : speech.fill(words.goal, { goal: events });
      return { id: `#goal:${index}`, icon: 'flag', text: phrase, source: goal.source };
    }),
    ...journey.exits.map((exit, index): Fact => ({
      id: `#exit:${index}`,
      icon: 'exit',
      text: speech.fill(words.leavesOn, { event: triggerWords(speech, exit) }),
      source: exit.source,
    })),
    ...policy.quietHours.map((window, index): Fact => ({
      id: `#quiet:${index}`,
      icon: 'moon',
      text: onOutlets(
        speech,
        window.on ?? [],
        speech.fill(words.quietHours, { window: windowWords(speech, window) }),
      ),
      source: window.source,
    })),
    ...policy.caps.map((cap, index): Fact => ({
      id: `#cap:${index}`,
      icon: 'gauge',
      text: capWords(context, cap),
      source: cap.source,
    })),
    ...zoneFact(journey),
  ];
}

function goalWords(speech: Speech, { events, segment }: Journey['goals'][number]): string[] {
  const joined = segment === undefined ? [] : [segmentLabel(speech, segment)];
  return [
    ...events.map((event) => eventWords(speech, event)),
    ...joined.map((label) => speech.fill(speech.words.joins, { segment: label })),
  ];
}

function capWords({ speech }: LaneContext, cap: Journey['policy']['caps'][number]): string {
  const { words } = speech;
  const phrase = speech.fill(words.cap, {
    messages: speech.plural(words.messages, cap.messages),
    duration: durationWords(speech, cap.per),
  });
  return onOutlets(speech, cap.on ? [cap.on] : [], phrase);
}

function zoneFact({ policy, source }: Journey): Fact[] {
  return policy.timezone === undefined
    ? []
    : [{ id: '#zone', icon: 'zone', text: leftToRight(policy.timezone), source }];
}

function chips(context: LaneContext, facts: readonly Fact[], width: number): Block {
  const nodes: SceneNode[] = [];
  let x = 0;
  let y = 0;
  for (const fact of facts) {
    const most = Math.min(CHIP.maxWidth, width) - CHIP.lead - CHIP.trail;
    const inner = Math.min(most, textWidth(fact.text, 'small'));
    const chipWidth = inner + CHIP.lead + CHIP.trail;
    if (x > 0 && x + chipWidth > width) {
      x = 0;
      y += CHIP.height + CHIP.gap;
    }
    nodes.push(chip(context, fact, { x, y, inner, width: chipWidth }));
    x += chipWidth + CHIP.gap;
  }
  return { height: facts.length === 0 ? 0 : y + CHIP.height, nodes };
}

function chip(
  context: LaneContext,
  fact: Fact,
  place: { readonly x: number; readonly y: number; readonly inner: number; readonly width: number },
): SceneNode {
  const words = paragraph(fact.text, place.inner, text(context, 'small', { maxLines: 1 }));
  return item({
    id: `${context.journey.id}${fact.id}`,
    name: fact.text,
    source: fact.source,
    x: place.x,
    y: place.y,
    width: place.width,
    height: CHIP.height,
    ground: { surface: 'chip', radius: CHIP.height / 2 },
    children: [
      icon(fact.icon, 10, (CHIP.height - 14) / 2, 14, 'muted'),
      ...shift(words.nodes, CHIP.lead, (CHIP.height - TYPE.small.lineHeight) / 2),
    ],
  });
}
