import { fileURLToPath } from 'node:url';
import {
  questionPro,
  smoove,
  type GoogleStandIn,
  type MetaStandIn,
  type VendorStandIn,
} from '../vendors/index.ts';
import { pipedriveAccount } from './pipedrive-account.ts';
import type { TrialOptions } from './trial.ts';

export const EXAMPLE = fileURLToPath(
  new URL('../../../../examples/match-meeting/match-meeting.journey', import.meta.url),
);
export const ZONE = 'Asia/Jerusalem';
export const SECRET = 'made-up-app-secret';

/** Everything that the worked example needs to run: vendors, names and secrets, all made up. */
export function matchMeeting(
  facebook: MetaStandIn,
  agenda: GoogleStandIn,
): Pick<TrialOptions, 'file' | 'vendors' | 'environment' | 'credentials'> & {
  readonly vendors: readonly VendorStandIn[];
} {
  return {
    file: EXAMPLE,
    vendors: [pipedriveAccount(), facebook, agenda, smoove(), questionPro()],
    environment: {
      FB_PAGE_ID: 'page-1',
      FB_FORM_ID: 'form-1',
      WA_NUMBER_ID: '111',
      MEETINGS_CALENDAR_ID: 'meetings@example.com',
      QUESTIONPRO_SURVEY_ID: '555',
    },
    credentials: {
      pipedriveApi: { apiToken: 'made-up' },
      whatsAppApi: { accessToken: 'made-up', businessAccountId: '1' },
      httpBearerAuth: { token: 'made-up' },
      httpHeaderAuth: { value: 'made-up' },
      googleCalendarOAuth2Api: oauth({ clientId: 'made-up', clientSecret: 'made-up' }),
      facebookLeadAdsOAuth2Api: oauth({ clientId: 'app-1', clientSecret: SECRET }),
    },
  };
}

function oauth(app: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return {
    ...app,
    oauthTokenData: {
      access_token: 'made-up',
      refresh_token: 'made-up',
      token_type: 'Bearer',
      expires_in: 3599,
    },
  };
}
