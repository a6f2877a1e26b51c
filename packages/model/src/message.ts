import type { Expression } from './expression.ts';
import type { Parameter } from './connector.ts';
import type { Sourced } from './source.ts';

export const MESSAGE_CATEGORIES = ['marketing', 'utility', 'transactional', 'authentication'] as const;
export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** How a variable is shown: dates and times in the journey's zone and the message's language. */
export const TEXT_FILTERS = ['date', 'time', 'weekday', 'datetime', 'default'] as const;
export type TextFilter = (typeof TEXT_FILTERS)[number];

/** A piece of a message's text: letters as they are, or a variable such as `{{lead.first_name | default "friend"}}`. */
export type TextPart =
  | { readonly kind: 'text'; readonly value: string }
  | ({
      readonly kind: 'variable';
      /** `["lead", "first_name"]`; the first name is `customer`, a parameter, or a variable of the automation that sends. */
      readonly path: readonly string[];
      readonly filter?: { readonly name: TextFilter; readonly argument?: string };
    } & Sourced);

/** A text in one language; `language` is undefined where the message says only one. */
export interface LocalizedText extends Sourced {
  readonly language?: string;
  readonly parts: readonly TextPart[];
  /** The file the text came from, relative like a source's; its content is in `parts`. */
  readonly file?: string;
}

export type MessageButton = Sourced &
  (
    | { readonly kind: 'reply'; readonly label: string }
    | { readonly kind: 'url'; readonly label: string; readonly url: Expression }
    | { readonly kind: 'call'; readonly label: string; readonly phone: Expression }
  );

export type MessageHeader = Sourced &
  (
    | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
    | { readonly kind: 'image' | 'video' | 'document'; readonly file: string }
  );

/** What is sent. Which channel is its system's connector's. */
export interface Message extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly system: string;
  readonly category?: MessageCategory;
  readonly topic?: string;
  readonly parameters: readonly Parameter[];
  /** The vendor's approved template that carries the text (WhatsApp). */
  readonly template?: { readonly name: string; readonly language?: string } & Sourced;
  readonly languages: readonly string[];
  readonly fallbackLanguage?: string;
  readonly subject: readonly LocalizedText[];
  readonly body: readonly LocalizedText[];
  readonly header?: MessageHeader;
  readonly footer?: string;
  readonly buttons: readonly MessageButton[];
  readonly documentation?: string;
}
