import { fork } from '../nodes.ts';
import type { Port } from '../workflow.ts';
import type { VendorFlow } from './vendor.ts';

/**
 * For a vendor that knows no repetition: where an earlier try may have made the thing, it is looked for first.
 * @param look gives the thing, with its `id`, or nothing with one
 */
export function lookedForBefore(
  flow: VendorFlow,
  after: readonly Port[],
  action: string,
  look: (from: Port) => Port,
): { readonly isThere: Port; readonly isNew: readonly Port[] } {
  const isAgain = flow.add(after, fork(flow.named('tried before?', action), isLaterTry(flow)));
  const found = look(isAgain);
  const isThere = flow.add([found], fork(flow.named('is it there?', action), '$json.id'));
  return {
    isThere,
    isNew: [
      { ...isAgain, output: 1 },
      { ...isThere, output: 1 },
    ],
  };
}

/** JavaScript for whether an earlier try may have done what is asked for, and n8n died or the vendor failed after it. */
function isLaterTry({ asked }: VendorFlow): string {
  return `${asked}.run.attempt > 0 || ${asked}.failures > 0`;
}
