import { say } from '@journey/language';
import { exportJourney, isTextFormat, WIDEST_PRINT } from '@journey/map';
import type { Machine } from './machine.ts';
import type { MapExportParams, MapExportResult, ModelSnapshot } from './protocol.ts';

/**
 * Writes one journey of a document in the format that is asked for.
 * @param machine prints the pictures; without it there are none but SVG
 */
export async function exportMap(
  { model, problems }: ModelSnapshot,
  { journey, format, name, actuals = {}, images = {} }: MapExportParams,
  machine: Machine | undefined,
): Promise<MapExportResult> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const request = { model, journey, name, actuals, images, problems: errors };
  if (isTextFormat(format)) {
    const files = exportJourney(format, request);
    return {
      kind: 'files',
      files: files.map((file) => ({ name: file.name, content: file.text, encoding: 'utf8' })),
    };
  }
  if (!machine) {
    const message = say`PNG and PDF can't be written in a browser: export SVG or HTML here, or use VS Code on a computer.`;
    return { kind: 'problem', message };
  }
  const [picture] = exportJourney('svg', { ...request, widest: WIDEST_PRINT });
  const printed = await machine.print(picture.text, format);
  if (printed.kind === 'problem') return printed;
  return {
    kind: 'files',
    files: [{ name: `${name}.${format}`, content: printed.content, encoding: 'base64' }],
  };
}
