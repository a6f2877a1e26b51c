/** The colours of one stage: its arrow and the letters on it, its column's ground, its badges, its icons. */
export interface StageColours {
  readonly stage: string;
  readonly onStage: string;
  readonly ground: string;
  readonly badge: string;
  readonly accent: string;
}

export const COLOUR_NAMES = [
  'page',
  'wholeGround',
  'ink',
  'muted',
  'rule',
  'level',
  'guide',
  'quiet',
  'open',
  'card',
  'cardEdge',
  'strip',
  'bubble',
  'bubbleEdge',
  'painFill',
  'painInk',
  'opportunityFill',
  'opportunityInk',
  'noteFill',
  'truthFill',
  'truthInk',
  'breakingFill',
  'breakingInk',
  'markEdge',
  'face1',
  'face2',
  'face3',
  'face4',
  'face5',
  'onFace',
  'curveOther',
  'invalid',
  'onInvalid',
  'focus',
] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];

export interface Theme {
  readonly colours: Readonly<Record<ColourName, string>>;
  readonly stages: readonly StageColours[];
}

export const THEME_NAMES = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** Indigo, teal, magenta, amber, blue, green, violet, brick: neighbours differ in lightness for those who see few colours. */
const STAGE_HUES = ['#3f4fc4', '#00776d', '#b0246c', '#a34a00', '#0a67b8', '#3b7520', '#7439bd', '#b5372b'];
const LIGHTER_HUES = ['#a9b6ff', '#63d6c8', '#ff9fce', '#f5bd62', '#83c5ff', '#a3d880', '#cfb0ff', '#ffa899'];

const LIGHT_PAGE = '#f6f7f9';
const DARK_PAGE = '#14171c';

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    colours: {
      page: LIGHT_PAGE,
      wholeGround: '#eff1f4',
      ink: '#1b2330',
      muted: '#515c6d',
      rule: '#d3d8e0',
      level: '#e4e8ee',
      guide: '#c3cad5',
      quiet: '#8b96a6',
      open: '#bde3c7',
      card: '#ffffff',
      cardEdge: '#d9dee6',
      strip: '#f1f3f7',
      bubble: '#ffffff',
      bubbleEdge: '#ccd3dd',
      painFill: '#fdeceb',
      painInk: '#b3261e',
      opportunityFill: '#e7f5ea',
      opportunityInk: '#1d6f35',
      noteFill: '#e2e6ed',
      truthFill: '#fff3d1',
      truthInk: '#7d5200',
      breakingFill: '#fde4e1',
      breakingInk: '#a3190f',
      markEdge: 'none',
      face1: '#d64539',
      face2: '#e9843a',
      face3: '#e9b93b',
      face4: '#86bd4f',
      face5: '#3f9f58',
      onFace: '#17202b',
      curveOther: '#7a8698',
      invalid: '#c3261b',
      onInvalid: '#ffffff',
      focus: '#0b66b3',
    },
    stages: STAGE_HUES.map((hue) => ({
      stage: hue,
      onStage: '#ffffff',
      ground: mix(LIGHT_PAGE, hue, 0.055),
      badge: mix('#ffffff', hue, 0.12),
      accent: hue,
    })),
  },
  dark: {
    colours: {
      page: DARK_PAGE,
      wholeGround: '#1a1e24',
      ink: '#e8ecf2',
      muted: '#a7b1c0',
      rule: '#343b46',
      level: '#272d36',
      guide: '#4a5361',
      quiet: '#7c8797',
      open: '#2c5238',
      card: '#20252d',
      cardEdge: '#363e4a',
      strip: '#2a303a',
      bubble: '#272d37',
      bubbleEdge: '#4a5361',
      painFill: '#3b2223',
      painInk: '#ff9d94',
      opportunityFill: '#1d3325',
      opportunityInk: '#86d79b',
      noteFill: '#2a303a',
      truthFill: '#3a3018',
      truthInk: '#f3c866',
      breakingFill: '#42211f',
      breakingInk: '#ff9d94',
      markEdge: 'none',
      face1: '#e5675c',
      face2: '#ec9753',
      face3: '#e9c257',
      face4: '#9bcb6b',
      face5: '#5fbb78',
      onFace: '#12161c',
      curveOther: '#8c97a8',
      invalid: '#ff8a80',
      onInvalid: '#12161c',
      focus: '#83c5ff',
    },
    stages: LIGHTER_HUES.map((hue, index) => ({
      stage: mix(STAGE_HUES[index] ?? hue, DARK_PAGE, 0.12),
      onStage: '#ffffff',
      ground: mix(DARK_PAGE, hue, 0.05),
      badge: mix('#20252d', hue, 0.18),
      accent: hue,
    })),
  },
  contrast: {
    colours: {
      page: '#000000',
      wholeGround: '#000000',
      ink: '#ffffff',
      muted: '#ffffff',
      rule: '#ffffff',
      level: '#6b6b6b',
      guide: '#ffffff',
      quiet: '#a0a0a0',
      open: '#000000',
      card: '#000000',
      cardEdge: '#ffffff',
      strip: '#000000',
      bubble: '#000000',
      bubbleEdge: '#ffffff',
      painFill: '#000000',
      painInk: '#ffb3ab',
      opportunityFill: '#000000',
      opportunityInk: '#9df0b0',
      noteFill: '#000000',
      truthFill: '#000000',
      truthInk: '#ffd75e',
      breakingFill: '#000000',
      breakingInk: '#ffb3ab',
      markEdge: '#ffffff',
      face1: '#ff8a80',
      face2: '#ffb27a',
      face3: '#ffe27a',
      face4: '#c8f08f',
      face5: '#8ff0a4',
      onFace: '#000000',
      curveOther: '#ffffff',
      invalid: '#ff8a80',
      onInvalid: '#000000',
      focus: '#f5d90a',
    },
    stages: LIGHTER_HUES.map((hue) => ({
      stage: hue,
      onStage: '#000000',
      ground: '#000000',
      badge: '#000000',
      accent: hue,
    })),
  },
};

/** The colour between two, the given part of the way from the first to the second. */
function mix(from: string, to: string, part: number): string {
  const channel = (colour: string, index: number): number =>
    parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16);
  return `#${[0, 1, 2]
    .map((index) => Math.round(channel(from, index) * (1 - part) + channel(to, index) * part))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
