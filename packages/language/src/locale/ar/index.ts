import type { Texts } from '../texts.ts';
import { flowFindings } from './flow.ts';
import { keywords } from './keywords.ts';
import { mapFindings } from './map.ts';
import { messageFindings } from './messages.ts';
import { nameFindings } from './names.ts';
import { phrases } from './phrases.ts';
import { policyFindings } from './policy.ts';
import { senseFindings } from './sense.ts';
import { simulationFindings } from './simulation.ts';
import { textFindings } from './text.ts';

export const arabic: Texts = {
  findings: {
    ...textFindings,
    ...nameFindings,
    ...flowFindings,
    ...messageFindings,
    ...policyFindings,
    ...senseFindings,
    ...mapFindings,
    ...simulationFindings,
  },
  phrases,
  keywords,
};
