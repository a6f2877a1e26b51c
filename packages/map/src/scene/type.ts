/** How text is set: sizes and line heights in pixels of the map at its own scale. */
export interface TypeSpec {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: 'regular' | 'bold';
  readonly face: 'text' | 'code';
}

export const TYPE = {
  title: { size: 30, lineHeight: 38, weight: 'bold', face: 'text' },
  stage: { size: 17, lineHeight: 22, weight: 'bold', face: 'text' },
  lane: { size: 13, lineHeight: 18, weight: 'bold', face: 'text' },
  label: { size: 14, lineHeight: 19, weight: 'bold', face: 'text' },
  figure: { size: 22, lineHeight: 28, weight: 'bold', face: 'text' },
  body: { size: 13, lineHeight: 18, weight: 'regular', face: 'text' },
  small: { size: 12, lineHeight: 16, weight: 'regular', face: 'text' },
  code: { size: 11, lineHeight: 15, weight: 'regular', face: 'code' },
} as const satisfies Record<string, TypeSpec>;

export type TypeName = keyof typeof TYPE;
