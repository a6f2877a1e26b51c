import { spawnSync } from 'node:child_process';
import { aptProgram } from './apt-program.ts';

/** Without them Hebrew and Arabic are rows of boxes in every screenshot. */
export const fonts = aptProgram({
  name: 'fonts',
  purpose: 'pictures with Hebrew and Arabic in them',
  packages: ['fontconfig', 'fonts-noto-core'],
  find: fontForHebrewAndArabic,
  otherwise: 'install fonts that have Hebrew and Arabic letters (for example Noto Sans) and try again.',
});

/**
 * A font file, if the machine has a font for each script beside DejaVu, which comes with every Linux and sets
 * Arabic badly. Other systems bring good fonts of their own.
 */
function fontForHebrewAndArabic(): string | undefined {
  if (process.platform !== 'linux') return process.execPath;
  const files = ['he', 'ar'].map(fontFor);
  return files.every((file) => file !== undefined) ? files[0] : undefined;
}

function fontFor(language: string): string | undefined {
  const list = spawnSync('fc-list', [`:lang=${language}`, 'file'], { encoding: 'utf8' });
  if (list.status !== 0) return undefined;
  const files = list.stdout.split('\n').map((line) => line.split(':')[0] ?? '');
  return files.find((file) => file !== '' && !file.includes('DejaVu'));
}
