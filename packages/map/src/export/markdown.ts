import { automationsOf } from '@journey/model';
import type { Automation, Journey, Kpi } from '@journey/model';
import { actualWords, measureOf } from '../scene/phrases/measure.ts';
import { stepLines } from '../scene/phrases/steps.ts';
import { targetWords, windowWords } from '../scene/phrases/kpi.ts';
import { touchpointTable } from './table.ts';
import { triggerWords } from '../scene/phrases/trigger.ts';
import { withoutIsolates } from '../scene/bidi.ts';
import type { Actuals } from '../scene/phrases/measure.ts';
import type { Speech } from '../scene/phrases/speech.ts';

/** Columns of the touchpoints' table that a page has room for. */
const SHOWN = [0, 1, 3, 5, 6, 10, 11];

/** A page about a journey: its picture, its touchpoints, its automations in words, its KPIs. */
export function markdown(speech: Speech, journey: Journey, picture: string, actuals: Actuals): string {
  const [titles = [], ...rows] = touchpointTable(speech, journey).map((row) =>
    SHOWN.map((index) => String(row[index] ?? '')),
  );
  const kpis = [
    ...journey.kpis,
    ...journey.stages.flatMap((stage) => [
      ...stage.kpis,
      ...stage.touchpoints.flatMap((touchpoint) => touchpoint.kpis),
    ]),
  ];
  const parts = [
    `# ${line(journey.label)}`,
    ...(journey.documentation === undefined ? [] : [line(journey.documentation)]),
    `![${line(journey.label)}](${picture})`,
    ...(rows.length === 0 ? [] : [table(titles, rows)]),
    ...automationsOf(journey).map(({ automation }) => automationPart(speech, automation)),
    ...(kpis.length === 0 ? [] : [kpiTable(speech, kpis, actuals)]),
  ];
  return `${withoutIsolates(parts.join('\n\n'))}\n`;
}

function automationPart(speech: Speech, automation: Automation): string {
  const triggers = automation.triggers.map((trigger) =>
    speech.fill(speech.words.when, { event: triggerWords(speech, trigger) }),
  );
  const steps = stepLines(speech, automation.steps).map(
    ({ depth, spoken }) => `${'  '.repeat(depth)}- ${line(spoken)}`,
  );
  return [`## ${line(automation.label)}`, triggers.map(line).join('\n'), steps.join('\n')].join('\n\n');
}

function kpiTable(speech: Speech, kpis: readonly Kpi[], actuals: Actuals): string {
  const { words } = speech;
  const titles = [words.measureTitle, words.formula, words.window, words.target, words.actual];
  const rows = kpis.map((kpi) => {
    const { actual } = measureOf(kpi, actuals);
    return [
      kpi.label,
      `\`${kpi.formulaText.replaceAll('`', "'")}\``,
      windowWords(speech, kpi),
      targetWords(speech, kpi),
      actual === undefined ? '' : actualWords(speech, kpi, actual),
    ];
  });
  return table(titles, rows);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => line(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [write(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(write)].join('\n');
}

/** On one line, and with nothing that Markdown takes for markup of its own. */
function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([<>*_[\]\\])/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`))
    .trim();
}
