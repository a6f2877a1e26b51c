import type { Expression, SourceRange } from '@journey/model';
import type { RecordOfSystem } from '../facts.ts';
import type { Clock } from './clock.ts';

/** What names in an expression stand for in the JavaScript that it becomes. */
export interface Scope {
  /** JavaScript for the item that carries the customer's state: `$json` in a node's parameter. */
  readonly state: string;
  readonly clock: Clock;
  /** IANA name; undefined for n8n's own zone. */
  readonly zone: string | undefined;
  /** 1 is Monday, as Luxon counts. */
  readonly workdays: readonly number[];
  /** JavaScript for a system's setting. */
  setting(system: string, name: string): string;
  /** JavaScript for what a connector's request is given: `message`, `recipient`, a parameter. */
  given(name: string): string;
  /** JavaScript for whether the customer belongs to the segment. */
  segment(id: string): string;
  /** JavaScript for the thing that a trigger came with, where the expression means that one of the system's records. */
  record?(expression: RecordOfSystem): string | undefined;
  /** JavaScript for what is known of the customer beyond their run; undefined where nothing tells of it. */
  fact(expression: Expression): string | undefined;
  /** JavaScript for whether `event`, one of several, is one for which the condition holds. */
  where(condition: Expression): string;
  /** Whether fields of an event are those of `event`, which is judged by itself. */
  readonly isJudged?: boolean;
  /** Says that something can't be expressed; the JavaScript returned stands in its place. */
  unsupported(what: string, source: SourceRange): string;
}
