import type { Journey, Renaming } from '@journey/model';
import { literal, type Plain } from '../javascript/literal.ts';

/** What had another name when customers who are under way began, where they move to the present version. */
export function renamingsOf({ version }: Journey): readonly Renaming[] {
  return version?.underWay === 'move' ? (version.renamings ?? []) : [];
}

/**
 * JavaScript that reads what was kept under old names: `nowAt` the id of an automation, `placeNow` a place in a run, and
 * `renamed` a row of what happened, which keeps as `was` the key that vendors know. Nothing where nothing was renamed.
 */
export function renamingsCode(journey: Journey): string {
  const renamings = renamingsOf(journey);
  if (renamings.length === 0) return '';
  const names = (kind: Renaming['to']['kind']): Plain =>
    Object.fromEntries(renamings.flatMap(({ from, to }) => (to.kind === kind ? [[from, to.id]] : [])));
  return `// What bears another name since an earlier version.
const newNames = { automations: ${literal(names('automation'))}, stages: ${literal(names('stage'))}, messages: ${literal(names('message'))} };
const newNameIn = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);
const stageNow = (id) => (id.startsWith(${literal(`${journey.id}.`)}) && newNameIn(newNames.stages, id.slice(${journey.id.length + 1}))) || id;
const nowAt = (id) => {
  const parts = id.split('.');
  const stage = stageNow(parts.slice(0, -1).join('.'));
  return newNameIn(newNames.automations, parts.at(-1)) ?? [stage, parts.at(-1)].filter(Boolean).join('.');
};
const messageNow = (text) => text.replace(/^([a-z]+):([^/~]+)/, (whole, what, message) => what + ':' + (newNameIn(newNames.messages, message) ?? message));
const placeNow = (place) => (place.startsWith('send:') ? messageNow(place) : place);
const renamed = (row) => {
  const event = /^(.*)\\.(entered|left)$/.exec(row.name);
  const name = event ? stageNow(event[1]) + '.' + event[2] : messageNow(row.name);
  const isOfRun = row.run && row.key?.startsWith(row.run + '/');
  const key = isOfRun ? row.run + '/' + placeNow(row.key.slice(row.run.length + 1)) : row.key;
  const step = row.step && (row.name.startsWith('run.') ? nowAt(row.step) : placeNow(row.step));
  return { ...row, name, key, step, ...(key === row.key ? {} : { was: row.key }) };
};
`;
}

/** JavaScript for a list of rows as they are read now. */
export function asRenamed(journey: Journey, rows: string): string {
  return renamingsOf(journey).length === 0 ? rows : `${rows}.map(renamed)`;
}
