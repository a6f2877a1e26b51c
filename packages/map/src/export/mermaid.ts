import type { Journey } from '@journey/model';
import { departmentLabel } from '../scene/phrases/steps.ts';
import type { Speech } from '../scene/phrases/speech.ts';

/** Mermaid's score for each feeling, from −2 to +2; neutral where nobody says. */
const score = (feeling = 0): number => feeling + 3;

/** A user journey as Mermaid draws it: stages as sections, touchpoints as tasks with how they feel and who meets the customer. */
export function mermaid(speech: Speech, journey: Journey): string {
  const stages = journey.stages.flatMap((stage) => [
    `  section ${plain(stage.label)}`,
    ...stage.touchpoints.map(({ label, emotions, departments }) => {
      const who = departments.map((id) => plain(departmentLabel(speech, id))).join(', ');
      return `    ${plain(label)}: ${score(emotions[0]?.value)}${who === '' ? '' : `: ${who}`}`;
    }),
  ]);
  return ['journey', `  title ${plain(journey.label)}`, ...stages, ''].join('\n');
}

/** Mermaid has no way to write these in a label: they would end it, or begin a comment. */
function plain(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/[:;#]|%%/g, (sign) => ({ ':': '꞉', ';': ',', '#': '＃' })[sign] ?? '')
    .trim();
}
