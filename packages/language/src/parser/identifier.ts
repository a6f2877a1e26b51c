/** The last code unit that the ranges below take sign by sign: the end of the NKo block. */
export const EXACT_UP_TO = 0x7ff;

/** What names begin with, of Latin, Greek, Cyrillic, Hebrew, Arabic and their neighbours: `_` and all letters. */
const LETTERS =
  String.raw`\u0041-\u005a\u005f\u0061-\u007a\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6` +
  String.raw`\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee\u0370-\u0374\u0376-\u0377\u037a-\u037d` +
  String.raw`\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f` +
  String.raw`\u0531-\u0556\u0559\u0560-\u0588\u05d0-\u05ea\u05ef-\u05f2\u0620-\u064a\u066e-\u066f\u0671-\u06d3` +
  String.raw`\u06d5\u06e5-\u06e6\u06ee-\u06ef\u06fa-\u06fc\u06ff\u0710\u0712-\u072f\u074d-\u07a5` +
  String.raw`\u07b1\u07ca-\u07ea\u07f4-\u07f5\u07fa`;

/** What names go on with, of the same scripts: `_`, letters, marks and digits. */
const LETTERS_MARKS_DIGITS =
  String.raw`\u0030-\u0039\u0041-\u005a\u005f\u0061-\u007a\u00aa\u00b2-\u00b3\u00b5\u00b9-\u00ba` +
  String.raw`\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee` +
  String.raw`\u0300-\u0374\u0376-\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1` +
  String.raw`\u03a3-\u03f5\u03f7-\u0481\u0483-\u052f\u0531-\u0556\u0559\u0560-\u0588\u0591-\u05bd\u05bf` +
  String.raw`\u05c1-\u05c2\u05c4-\u05c5\u05c7\u05d0-\u05ea\u05ef-\u05f2\u0610-\u061a\u0620-\u0669\u066e-\u06d3` +
  String.raw`\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06fc\u06ff\u0710-\u074a\u074d-\u07b1\u07c0-\u07f5\u07fa` +
  String.raw`\u07fd`;

/** The scripts beyond, block by block; surrogates stand for the scripts outside the basic plane. */
const FURTHER_SCRIPTS = String.raw`\u0800-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u302f\u3031-\udfff\uf900-\ufd3d\ufd50-\ufdff\ufe70-\ufefc`;

/**
 * The grammar's pattern for names, as ranges of code units. Chevrotain picks a token by its first character, which it
 * can't tell from a Unicode property: with the property it would try every token at every place. The ranges are written
 * out because to work them out takes longer than to read an everyday journey.
 */
export const IDENTIFIER = new RegExp(
  `[${LETTERS}${FURTHER_SCRIPTS}][${LETTERS_MARKS_DIGITS}${FURTHER_SCRIPTS}]*`,
);
