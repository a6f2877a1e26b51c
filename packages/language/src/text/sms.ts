// The default alphabet of GSM (3GPP TS 23.038, 6.2.1), and its extension, whose signs take two places each.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENSION = new Set('\f^{}\\[~]|€');

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
  const signs = Array.from(text);
  const isBasic = signs.every((sign) => BASIC.has(sign) || EXTENSION.has(sign));
  const characters = isBasic
    ? signs.reduce((sum, sign) => sum + (EXTENSION.has(sign) ? 2 : 1), 0)
    : text.length;
  const [whole, split] = isBasic ? [160, 153] : [70, 67];
  return characters <= whole
    ? { parts: 1, characters, each: whole }
    : { parts: Math.ceil(characters / split), characters, each: split };
}

/** The signs of a text that the default alphabet lacks, each once. */
export function foreignSigns(text: string): string[] {
  return [...new Set(text)].filter((sign) => !BASIC.has(sign) && !EXTENSION.has(sign));
}
