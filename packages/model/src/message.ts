import type { ConsentBasis } from './consent.ts';
import type { Duration } from './time.ts';
import type { Engagement, EventReference, Expression } from './expression.ts';
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

/** Whether a mail's text is HTML or MJML rather than letters alone. */
export function isMarkup(text: string): boolean {
  return /<[a-z!/][^<>]*>/i.test(text);
}

/** Only the letters that every customer reads. */
export function fixedText(parts: readonly (TextPart | { readonly kind: 'variable' })[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');
}

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

/** What a customer gets. */
export interface MessageContent {
  /** The vendor's approved template that carries the text (WhatsApp). */
  readonly template?: { readonly name: string; readonly language?: string } & Sourced;
  /** An e-mail's subject, a push message's title. */
  readonly subject: readonly LocalizedText[];
  /** What an inbox shows behind an e-mail's subject: its preheader. */
  readonly preview: readonly LocalizedText[];
  readonly body: readonly LocalizedText[];
  readonly header?: MessageHeader;
  readonly footer?: string;
  readonly buttons: readonly MessageButton[];
  /** What a push message opens. */
  readonly link?: Expression;
}

/** One of several forms of a message, of which each customer always gets the same one. */
export interface MessageVariant extends Sourced, MessageContent {
  readonly name: string;
  /** 20 means that 20 % of the customers get it. */
  readonly share: number;
}

/** How the best variant is found, which from then on everybody gets. */
export interface MessageWinner extends Sourced {
  readonly by:
    | { readonly kind: 'engagement'; readonly engagement: Engagement }
    | { readonly kind: 'event'; readonly event: EventReference }
    | { readonly kind: 'kpi'; readonly kpi: string };
  /** How long the variants are compared; as long as the journey runs where nothing is said. */
  readonly after?: Duration;
  /** How many customers must have got each variant. */
  readonly atLeast: number;
}

/** What is sent. Which channel is its system's connector's. Where it has variants, its content is the first one's. */
export interface Message extends Sourced, MessageContent {
  readonly id: string;
  readonly label: string;
  readonly system: string;
  readonly category?: MessageCategory;
  readonly topic?: string;
  /** What the policy says of its topic or category where nothing is said. */
  readonly consent?: ConsentBasis;
  readonly parameters: readonly Parameter[];
  readonly languages: readonly string[];
  readonly fallbackLanguage?: string;
  /** None where everybody gets the same. */
  readonly variants: readonly MessageVariant[];
  readonly winner?: MessageWinner;
  readonly documentation?: string;
}

/** All that customers may get: the content of each variant, or the message's own. */
export function contentsOf(message: Message): readonly MessageContent[] {
  return message.variants.length > 0 ? message.variants : [message];
}
