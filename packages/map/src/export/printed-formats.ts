/** What a journey is exported as by a browser that prints its picture. */
export const PRINTED_FORMATS = ['png', 'pdf'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

/** A map that would be wider, in pixels, is printed in several rows of stages. */
export const WIDEST_PRINT = 8_000;
