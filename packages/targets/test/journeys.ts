import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JourneyWorkspace } from '@journey/language';
import type { JourneyModel } from '@journey/model';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';

const EXAMPLE = fileURLToPath(
  new URL('../../../examples/match-meeting/match-meeting.journey', import.meta.url),
);

/** The worked example, from its source. */
export async function workedExample(): Promise<JourneyModel> {
  return compileFile(EXAMPLE);
}

/** A journey from its text; further files by their names. */
export async function compileText(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<JourneyModel> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-targets-'));
  try {
    for (const [name, content] of Object.entries({ ...others, 'main.journey': text })) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return await compileFile(join(folder, 'main.journey'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The connector library is read once for all tests of a file.
const workspace = new JourneyWorkspace(NodeFileSystem);

async function compileFile(file: string): Promise<JourneyModel> {
  const { documents } = await workspace.open([URI.file(file)]);
  const [document] = documents;
  if (document === undefined) throw new Error(`${file} can't be opened.`);
  return document.compile();
}

/** Systems that the small journeys of the tests send and act by. */
export const SYSTEMS = `
system landing "Landing page" uses form
system wa "WhatsApp" uses whatsapp { number: env WA_NUMBER_ID }
system mail "Mail" uses smoove
system crm "CRM" uses pipedrive
system calendar "Calendar" uses google_calendar
message hello "Hello" via wa category utility { template hello language en text "Hi {{customer.first_name}}" }
message news "News" via mail category marketing { subject "News" body "Hi {{customer.first_name}}" }
`;

/** A journey with one stage and one automation of these steps, begun by the landing page's form. */
export function journeyOf(steps: string, policy = ''): string {
  return `${SYSTEMS}
automation other "Other" (who: contact) {
  send hello to who
}
journey trial "Trial" {
  timezone "Asia/Jerusalem"
  ${policy}
  stage first "First" {
    automation only "Only" {
      on landing.signed_up as lead
      ${steps}
    }
  }
}
`;
}
