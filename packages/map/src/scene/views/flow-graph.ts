import type { SourceRange, Step, StepKind, StepOf } from '@journey/model';
import { sayStep } from '../phrases/steps.ts';
import type { Speech } from '../phrases/speech.ts';
import type { IconName } from '../icons.ts';

/** An automation as what a flow graph draws: one after the other, side by side, round again, or the end. */
export interface FlowNode {
  /** As the steps are called on the map, within their automation. */
  readonly id: string;
  readonly icon: IconName;
  readonly text: string;
  readonly spoken: string;
  readonly source: SourceRange;
  /** The stage that it leads to. */
  readonly stage?: string;
  /** Whether the customer gets something. */
  readonly isSent: boolean;
  /** Whether nothing comes after it. */
  readonly isEnd: boolean;
  readonly then: FlowInside;
}

export type FlowInside =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sequence'; readonly nodes: readonly FlowNode[] }
  | { readonly kind: 'loop'; readonly nodes: readonly FlowNode[] }
  | { readonly kind: 'ways'; readonly ways: readonly Way[] };

export interface Way {
  readonly id: string;
  readonly label: string;
  readonly source: SourceRange;
  readonly nodes: readonly FlowNode[];
}

type Shape = 'step' | 'sequence' | 'loop' | 'ways' | 'end';

/** How each kind of step is drawn; a new kind doesn't compile without its row. */
const SHAPES: Readonly<Record<StepKind, Shape>> = {
  send: 'step',
  action: 'step',
  let: 'step',
  notify: 'step',
  run: 'step',
  move: 'step',
  wait: 'ways',
  at: 'sequence',
  if: 'ways',
  switch: 'ways',
  split: 'ways',
  parallel: 'ways',
  try: 'ways',
  repeat: 'loop',
  forEach: 'loop',
  stop: 'end',
  exit: 'end',
};

export function flowNodes(speech: Speech, steps: readonly Step[]): FlowNode[] {
  return steps.map((step) => {
    const { icon, text, spoken = text } = sayStep(speech, step);
    return {
      id: step.id,
      icon,
      text,
      spoken,
      source: step.source,
      isSent: step.kind === 'send',
      isEnd: SHAPES[step.kind] === 'end',
      then: insideOf(speech, step),
      ...(step.kind === 'move' ? { stage: step.stage } : {}),
    };
  });
}

function insideOf(speech: Speech, step: Step): FlowInside {
  const { inside = [] } = sayStep(speech, step);
  const shape = SHAPES[step.kind];
  if (shape === 'sequence' || shape === 'loop')
    return {
      kind: shape,
      nodes: flowNodes(
        speech,
        inside.flatMap(({ steps }) => steps),
      ),
    };
  if (shape !== 'ways' || inside.length === 0) return { kind: 'nothing' };
  const ways = inside.map(({ head, steps, source = step.source }, index) => ({
    id: `${step.id}/${index}`,
    label: head ?? speech.words[step.kind === 'try' ? 'works' : 'met'],
    source,
    nodes: flowNodes(speech, steps),
  }));
  const past = wayPast(speech, step);
  if (past === undefined) return { kind: 'ways', ways };
  const passing = { id: `${step.id}/past`, label: past, source: step.source, nodes: [] };
  return { kind: 'ways', ways: step.kind === 'wait' ? [passing, ...ways] : [...ways, passing] };
}

/** What the way is called that the source leaves out because nothing happens on it. */
function wayPast(speech: Speech, step: Step): string | undefined {
  const { words } = speech;
  switch (step.kind) {
    case 'wait':
      return words.inTime;
    case 'if':
    case 'switch':
      return hasOtherwise(step) ? undefined : words.otherwise;
    default:
      return undefined;
  }
}

function hasOtherwise(step: StepOf<'if' | 'switch'>): boolean {
  return step.otherwise !== undefined;
}
