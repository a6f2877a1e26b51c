import type { JourneyModel, LocalizedText, Message, MessageContent, TextPart } from '@journey/model';
import { joined, separated } from './marks.ts';

/** Whether the text is MJML, which no mail program shows as it is. */
export function isMjml(parts: readonly TextPart[]): boolean {
  return parts.some((part) => part.kind === 'text' && /<mjml[\s>]/i.test(part.value));
}

/**
 * The model with the HTML that MJML texts stand for, their variables where they were. A text that can't be rendered
 * stays as it is; targets say so. MJML is only loaded where there is some: it is as large as all else together.
 */
export async function withRenderedMail(model: JourneyModel): Promise<JourneyModel> {
  if (!model.messages.some((message) => contents(message).some(({ body }) => body.some(hasMjml))))
    return model;
  const { default: mjml2html } = await import('mjml-browser');
  const render: Render = (mjml) => {
    // There are no files to include here; MJML would leave a note of that in the mail.
    if (/<mj-include[\s>]/i.test(mjml)) return undefined;
    try {
      return mjml2html(mjml, { validationLevel: 'soft' }).html;
    } catch {
      return undefined;
    }
  };
  return { ...model, messages: model.messages.map((message) => rendered(message, render)) };
}

type Render = (mjml: string) => string | undefined;

function hasMjml({ parts }: LocalizedText): boolean {
  return isMjml(parts);
}

function contents(message: Message): readonly MessageContent[] {
  return [message, ...message.variants];
}

function rendered(message: Message, render: Render): Message {
  const bodies = (body: readonly LocalizedText[]): readonly LocalizedText[] =>
    body.map((text) => (hasMjml(text) ? { ...text, parts: renderedParts(text.parts, render) } : text));
  return {
    ...message,
    body: bodies(message.body),
    variants: message.variants.map((variant) => ({ ...variant, body: bodies(variant.body) })),
  };
}

function renderedParts(parts: readonly TextPart[], render: Render): readonly TextPart[] {
  const { text, mark } = joined(parts);
  const html = render(text);
  return html === undefined ? parts : separated(html, mark, parts);
}
