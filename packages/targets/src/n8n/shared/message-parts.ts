import { contentsOf, type Message } from '@journey/model';
import { isMjml } from '../../mail/render.ts';
import type { JourneyContext } from '../context.ts';

/** Says what of a message n8n sends otherwise than it is written, or can't send at all. */
export function reportMessage({ findings }: JourneyContext, message: Message): void {
  for (const { body } of contentsOf(message)) {
    for (const { parts, source } of body) {
      if (!isMjml(parts)) continue;
      const text = `The MJML of "${message.id}" can't be turned into HTML, and nobody could read it as it is: mend its tags, and write out what it includes.`;
      findings.report('target-message-unsupported', text, source);
    }
  }
  for (const variant of message.variants) {
    if (variant.template === undefined) continue;
    const text = `n8n sends one template for "${message.id}": write a message for each template, and a split that sends them.`;
    findings.report('target-message-unsupported', text, variant.source);
  }
  if (message.winner?.after !== undefined && message.winner.by.kind === 'kpi') {
    const text = `n8n doesn't choose the winner of "${message.id}" by a KPI: it goes on sending all variants in their shares. Take the event that the KPI counts.`;
    findings.report('target-message-part-ignored', text, message.winner.source);
  }
  const { link } = message;
  if (link !== undefined && link.kind !== 'text') {
    const text = `n8n takes the link of "${message.id}" only as a text: write the address itself.`;
    findings.report('target-message-part-ignored', text, link.source);
  }
}
