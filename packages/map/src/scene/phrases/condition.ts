import type { Branch } from '@journey/model';
import { expressionWords } from './expression.ts';
import type { Condition } from '../../walk/walk.ts';
import type { Speech } from './speech.ts';

type Kind = Condition['kind'];

const WORDING: {
  readonly [K in Kind]: (speech: Speech, condition: Extract<Condition, { kind: K }>) => string;
} = {
  if: (speech, { condition }) =>
    speech.fill(speech.words.if, { condition: expressionWords(speech, condition) }),
  otherwise: (speech) => speech.words.otherwise,
  split: (speech, { percent, branch }) => splitWords(speech, percent, branch),
  timeout: (speech) => speech.words.timeout,
  failure: (speech) => speech.words.onFailure,
  repeat: (speech) => speech.words.repeat,
};

/** When it happens at all, in words. */
export function conditionWords<K extends Kind>(
  speech: Speech,
  condition: Extract<Condition, { kind: K }>,
): string {
  const kind: K = condition.kind;
  return WORDING[kind](speech, condition);
}

/** "50% · story" */
export function splitWords(speech: Speech, percent: number, branch: NamedBranch): string {
  return [speech.percent(percent), branchWords(speech, branch) ?? '']
    .filter((part) => part !== '')
    .map((part) => speech.fill('{part}', { part }))
    .join(' · ');
}

type NamedBranch = Pick<Branch, 'name' | 'label'>;

/** What a branch is called; undefined where it has no name. */
export function branchWords(speech: Speech, { name, label }: NamedBranch): string | undefined {
  return label ?? (name === undefined ? undefined : speech.readable(name));
}
