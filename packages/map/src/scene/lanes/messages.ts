import { allSteps, byId } from '@journey/model';
import type { Message } from '@journey/model';
import { GAP, innerWidth } from '../columns.ts';
import { iconAndText, inset, masonry, paragraph, stack } from '../blocks.ts';
import { cellLane, item, spoken, text } from './lane.ts';
import { contentOf, messageIcon } from '../phrases/message.ts';
import { systemLabel } from '../phrases/expression.ts';
import type { Block } from '../blocks.ts';
import type { Column } from '../columns.ts';
import type { Content } from '../phrases/message.ts';
import type { LaneBuilder, LaneContext } from './lane.ts';

const PADDING = 11;
const WIDTHS = { minWidth: 180, maxWidth: 560, gap: GAP };

/** What customers read in each stage: every message that its automations send, once, with how it begins. */
export const messages: LaneBuilder = (context) => {
  const read = new Map<string, Content>();
  return cellLane((_context, column) =>
    masonry(messagesOf(context, column), innerWidth(column), WIDTHS, (message, width) => {
      // One message is sent in many stages, and is read once.
      const content = read.get(message.id) ?? contentOf(context.speech, message);
      read.set(message.id, content);
      return card(context, column, message, content, width);
    }),
  )(context);
};

function messagesOf({ speech }: LaneContext, column: Column): Message[] {
  const sent = column.automations.flatMap(({ steps }) =>
    [...allSteps(steps)].flatMap((step) => (step.kind === 'send' ? [step.message] : [])),
  );
  return [...new Set(sent)].flatMap((id) => byId(speech.model.messages, id) ?? []);
}

function card(
  context: LaneContext,
  column: Column,
  message: Message,
  { subject, body }: Content,
  width: number,
): Block {
  const { speech } = context;
  const inner = width - 2 * PADDING;
  const content = inset(
    stack(
      [
        iconAndText(
          messageIcon(speech, message.id),
          message.label,
          inner,
          text(context, 'small', { ink: 'muted', iconInk: 'accent', maxLines: 2, hue: column.hue }),
        ),
        paragraph(subject, inner, text(context, 'lane', { maxLines: 2 })),
        paragraph(body, inner, text(context, 'small', { maxLines: 3 })),
      ],
      5,
    ),
    PADDING,
    9,
  );
  return {
    height: content.height,
    nodes: [
      item({
        id: `${column.id}#message:${message.id}`,
        name: spoken([
          speech.fill(speech.words.send, {
            message: message.label,
            system: systemLabel(speech, message.system),
          }),
          subject,
          body,
        ]),
        source: message.source,
        width,
        height: content.height,
        ground: { surface: 'bubble', radius: 12 },
        children: content.nodes,
      }),
    ],
  };
}
