import { describe, expect, it } from 'vitest';
import { exportJourney, readActuals, TEXT_FORMATS } from '../src/index.ts';
import { parseCsv, writeCsv } from '../src/export/csv.ts';
import { firstJourney, openJourney } from './fixtures/journeys.ts';
import type { TextFormat } from '../src/index.ts';

const model = await openJourney('hebrew');
const request = { model, journey: firstJourney(model), name: 'meeting' };

function exported(format: TextFormat): string {
  return exportJourney(format, request)[0].text;
}

describe('a journey as', () => {
  it.each(['md', 'mmd', 'csv'] as const)('%s, as it was reviewed', async (format) => {
    const text = exported(format).replaceAll('\r\n', '\n');
    await expect(text).toMatchFileSnapshot(`baselines/hebrew.${format}.txt`);
  });

  it('Markdown brings its picture along', () => {
    const files = exportJourney('md', request);
    expect(files.map(({ name }) => name)).toEqual(['meeting.md', 'meeting.svg']);
    expect(files[0].text).toContain('![פגישת התאמה](meeting.svg)');
  });

  it('HTML is one page with every view, and asks the network for nothing', () => {
    const html = exported('html');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="he" dir="rtl">/);
    expect(html.match(/role="tabpanel"/g)).toHaveLength(4);
    expect(html).not.toMatch(/<(link|img|iframe)\b|src=|@import|url\((?!#)/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('JSON is the model', () => {
    expect(JSON.parse(exported('json'))).toEqual(model);
  });

  it('every format is named after the file that is asked for', () => {
    for (const format of Object.keys(TEXT_FORMATS) as TextFormat[])
      expect(exportJourney(format, request)[0].name).toBe(`meeting.${format}`);
  });
});

describe('CSV', () => {
  it('keeps commas, quotes and line ends in their cells', () => {
    const rows = [['a,b', 'say "yes"', 'two\nlines', '', 5]];
    expect(parseCsv(writeCsv(rows))).toEqual([['a,b', 'say "yes"', 'two\nlines', '', '5']]);
  });

  it('holds nothing that a spreadsheet would run', () => {
    expect(writeCsv([['=HYPERLINK("x")', '@now', -1]])).toBe('\uFEFF"\'=HYPERLINK(""x"")",\'@now,-1\r\n');
  });
});

describe('what was measured', () => {
  it('is read from CSV, with titles or without, and from JSON', () => {
    const expected = { leads_a_month: 1310.5, signup_rate: 23, cost_per_lead: 41, pace: 11 };
    const csv =
      'kpi,value,note\nleads_a_month,"1,310.5",\nsignup_rate,23%,May\ncost_per_lead,₪41,\npace,11d,\n';
    expect(readActuals(csv)).toEqual(expected);
    expect(readActuals(csv.slice(csv.indexOf('\n') + 1))).toEqual(expected);
    expect(
      readActuals('{"leads_a_month": 1310.5, "signup_rate": "23%", "cost_per_lead": "41", "pace": "1w4d"}'),
    ).toEqual(expected);
  });

  it('says which value is no number', () => {
    expect(() => readActuals('leads,12\nmeetings,many\n')).toThrow(
      'The value of "meetings" is no number: "many". Write 131, 23%, 41.50 or 11d.',
    );
    expect(() => readActuals('{ "leads": ')).toThrow('neither JSON nor CSV');
  });
});
