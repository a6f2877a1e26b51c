import fc from 'fast-check';
import type { Plan } from './plan.ts';

const MESSAGES = ['hello', 'news', 'offer'] as const;

const send = fc.constantFrom(...MESSAGES).map((message) => `send ${message}`);
const wait = fc.constantFrom('wait 1d', 'wait 2d');
const condition = fc.constantFrom(
  'post.bought',
  'opened(news)',
  'clicked(offer)',
  'go.color == "red"',
  'not post.bought and go.color != "red"',
  'opened(hello) or post.bought',
);

/** Steps at most so deep inside each other. */
function steps(depth: number, most: number): fc.Arbitrary<string> {
  return fc.array(step(depth), { minLength: 1, maxLength: most }).map((lines) => lines.join('\n'));
}

function step(depth: number): fc.Arbitrary<string> {
  const simple = fc.oneof({ weight: 3, arbitrary: send }, { weight: 2, arbitrary: wait });
  if (depth === 0) return simple;
  const inner = steps(depth - 1, 2);
  return fc.oneof(
    simple,
    fc
      .tuple(fc.constantFrom('post.bought', 'opened(news)'), fc.constantFrom('1d', '2d'), inner)
      .map(([event, time, late]) => `wait for ${event} up to ${time} { timeout { ${late} } }`),
    fc.tuple(condition, inner, inner).map(([test, yes, no]) => `if ${test} { ${yes} } else { ${no} }`),
    fc
      .tuple(condition, inner, inner)
      .map(([test, yes, no]) => `switch { when ${test} { ${yes} } otherwise { ${no} } }`),
    fc.tuple(inner, inner).map(([one, two]) => `split { 50% one { ${one} } 50% two { ${two} } }`),
    fc
      .tuple(condition, send)
      .map(([test, deed]) => `repeat every 1d until ${test}, at most 2 times { ${deed} }`),
    send.map((deed) => `for each one in ["a", "b"] { ${deed} }`),
    fc.tuple(inner, inner).map(([one, two]) => `parallel { branch { ${one} } branch { ${two} } }`),
    condition.map((test) => `if ${test} { stop }`),
    condition.map((test) => `if ${test} { exit }`),
  );
}

const event = fc.record({
  day: fc.integer({ min: 0, max: 4 }).map((day) => day + 0.5),
  name: fc.constantFrom('bought', 'opened:news', 'opened:hello', 'clicked:offer'),
});

/** So many plans, the same for the same seed. */
export function randomPlans(seed: number, count: number): readonly Plan[] {
  const plan = fc.record({
    steps: steps(2, 3),
    events: fc.array(event, { maxLength: 2 }),
    color: fc.constantFrom('red', 'blue'),
  });
  return fc.sample(plan, { seed, numRuns: count }).map(({ steps: text, events, color }, index) => ({
    name: `random_${index}`,
    steps: text,
    events: [...events].sort((a, b) => a.day - b.day),
    data: { color },
  }));
}
