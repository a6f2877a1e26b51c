/** What a journey is exported as by a browser that prints its picture. */
export const PRINTED_FORMATS = ['png', 'pdf'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];
