import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '@journey/language';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { figure, median } from '../src/bench/figure.ts';
import { generateWorkspace } from '../src/bench/workspace.ts';

describe('the workspace that is measured', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generateWorkspace(7, 60_000)).toEqual(generateWorkspace(7, 60_000));
    expect(generateWorkspace(7, 60_000)).not.toEqual(generateWorkspace(8, 60_000));
  });

  it('is about as large as asked for', () => {
    const bytes = generateWorkspace(7, 200_000).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeGreaterThanOrEqual(200_000);
    expect(bytes).toBeLessThan(230_000);
  });

  it('has no errors', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const files = generateWorkspace(7, 60_000);
    for (const { path, text } of files) writeFileSync(join(folder, path), text);
    const uris = files.map(({ path }) => URI.file(join(folder, path)));
    const { documents } = await openWorkspace(NodeFileSystem, uris);
    const errors = documents.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === 1),
    );
    expect(errors).toEqual([]);
  });
});

describe('a figure', () => {
  it('is the median, beside what it is held against', () => {
    const against = { kind: 'floor', what: 'nothing', samples: [2, 1, 3, 100] } as const;
    expect(figure({ name: 'x', unit: 'ms', samples: [30, 10, 500], against })).toEqual({
      name: 'x',
      unit: 'ms',
      value: 30,
      against: { kind: 'floor', what: 'nothing', value: 2.5 },
      ratio: 12,
      samples: 3,
    });
  });

  it('has no value without samples', () => {
    expect(median([])).toBeNaN();
  });
});
