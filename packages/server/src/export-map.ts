import { exportJourney, isTextFormat } from '@journey/map';
import { PrintProblem, printSvg, WIDEST_PRINT } from '@journey/map/node';
import type { MapExportParams, MapExportResult, ModelSnapshot } from './protocol.ts';

/** Writes one journey of a document in the format that is asked for. */
export async function exportMap(
  { model, problems }: ModelSnapshot,
  { journey, format, name, actuals = {} }: MapExportParams,
): Promise<MapExportResult> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const request = { model, journey, name, actuals, problems: errors };
  if (isTextFormat(format)) {
    const files = exportJourney(format, request);
    return {
      kind: 'files',
      files: files.map((file) => ({ name: file.name, content: file.text, encoding: 'utf8' })),
    };
  }
  try {
    const [picture] = exportJourney('svg', { ...request, widest: WIDEST_PRINT });
    const content = (await printSvg(picture.text, format)).toString('base64');
    return { kind: 'files', files: [{ name: `${name}.${format}`, content, encoding: 'base64' }] };
  } catch (error) {
    if (error instanceof PrintProblem) return { kind: 'problem', message: error.message };
    throw error;
  }
}
