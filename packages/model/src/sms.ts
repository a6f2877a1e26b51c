// The default alphabet of GSM (3GPP TS 23.038, 6.2.1), and its extension, whose signs take two places each.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,\\-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\\f\\^{}\\\\\\[~\\]|€';
const IN_EXTENSION = new RegExp(`[${EXTENSION}]`, 'gu');
const FOREIGN = new RegExp(`[^${BASIC}${EXTENSION}]`, 'u');
const ALL_FOREIGN = new RegExp(FOREIGN, 'gu');

/** Signs that get into texts from word processors, and what says the same in the default alphabet. */
export const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u2022': '-',
  '\u00A0': ' ',
  '\u00B4': "'",
};

export interface SmsLength {
  /** How many SMS it takes. */
  readonly parts: number;
  /** In places of the alphabet: an emoji takes two. */
  readonly characters: number;
  /** How many of them one SMS holds. */
  readonly each: number;
}

/** How many SMS a text takes: 160 places in the default alphabet, 70 in Unicode, less the header where it is split. */
export function smsLength(text: string): SmsLength {
  const isBasic = !FOREIGN.test(text);
  const characters = text.length + (isBasic ? (text.match(IN_EXTENSION)?.length ?? 0) : 0);
  const [whole, split] = isBasic ? [160, 153] : [70, 67];
  return characters <= whole
    ? { parts: 1, characters, each: whole }
    : { parts: Math.ceil(characters / split), characters, each: split };
}

/** The signs of a text that the default alphabet lacks, each once. */
export function foreignSigns(text: string): string[] {
  return [...new Set(text.match(ALL_FOREIGN))];
}
