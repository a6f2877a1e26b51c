/**
 * Writes src/scene/metrics-table.ts from fonts that are installed:
 * `node --conditions=source packages/map/test/generate-metrics.ts [FOLDER OF DEJAVU SANS]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printMetrics, readAdvances } from '../src/build/font-metrics.ts';
import type { Advances } from '../src/build/font-metrics.ts';

const folder = process.argv[2] ?? '/usr/share/fonts/truetype/dejavu';

function advancesOf(file: string): Advances {
  const bytes = readFileSync(join(folder, file));
  return readAdvances(new Uint8Array(bytes).buffer);
}

writeFileSync(
  new URL('../src/scene/metrics-table.ts', import.meta.url),
  printMetrics({ regular: advancesOf('DejaVuSans.ttf'), bold: advancesOf('DejaVuSans-Bold.ttf') }),
);
