import { comparisonOfMessage, type Message } from '@journey/model';
import { drawFor } from '../javascript/draw.ts';
import { itemOf, literal, object } from '../javascript/literal.ts';
import { callWorkflow } from '../nodes.ts';
import type { VendorFlow } from '../vendors/vendor.ts';
import type { Port } from '../workflow.ts';

/** Where a message's variant is known. */
interface Drawn {
  readonly after: readonly Port[];
  /** JavaScript for its number among the message's variants. */
  readonly variant: string;
}

/**
 * Draws the variant that a customer gets, always the same one, by the shares; asks which it is where the best of them is
 * to be found.
 */
export function drawVariant(vendor: VendorFlow, message: Message, after: readonly Port[]): Drawn {
  const { context, asked } = vendor;
  const salt = `message:${message.id}`;
  const draw = drawFor(`${asked}.contact + ${literal(salt)}`);
  const comparison = comparisonOfMessage(message);
  if (comparison === undefined) {
    let bound = 0;
    const bounds = message.variants.map(({ share }) => (bound += share * 100));
    return { after, variant: `((draw) => ${literal(bounds)}.findIndex((bound) => draw < bound))(${draw})` };
  }
  const question = object([
    ['id', `${asked}.step.id`],
    ['split', literal(comparison.name)],
    ['by', `${asked}.contact`],
    ['key', `${literal(`${comparison.name} `)} + ${asked}.contact`],
    ['draw', draw],
  ]);
  const chosen = vendor.add(
    after,
    callWorkflow(vendor.named('variant', message.label, message.source), context.callee('winner'), {
      input: 'call',
      javascript: `{ ...${asked}, step: ${question} }`,
      wait: true,
    }),
  );
  return { after: [chosen], variant: `${itemOf(chosen.node)}.way` };
}
