import { TYPE } from '../scene/type.ts';
import { COLOUR_NAMES, THEMES } from './themes.ts';
import type { ColourName, StageColours, Theme, ThemeName } from './themes.ts';
import type { Surface } from '../scene/scene.ts';

/** Fonts that have Latin, Hebrew and Arabic letters, the most legible that each system brings first. */
const TEXT_FONTS =
  "'Segoe UI', 'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Arabic', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
const CODE_FONTS = "'Cascadia Code', Menlo, Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";

/** Where the colours of a stylesheet come from: written out, or from the page's variables. */
interface Palette {
  readonly colour: (name: ColourName) => string;
  readonly stage: (index: number, name: keyof StageColours) => string;
}

interface Look {
  readonly fill?: ColourName | 'none';
  readonly stroke?: ColourName;
  readonly rest?: string;
}

const FILLED = 'none';
const LOOKS: Readonly<Record<Exclude<Surface, 'stage' | 'stageNumber' | 'bar'>, Look>> = {
  page: { fill: 'page' },
  column: { fill: 'wholeGround' },
  card: { fill: 'card', stroke: 'cardEdge' },
  strip: { fill: 'strip' },
  chip: { fill: 'card', stroke: 'cardEdge' },
  bubble: { fill: 'bubble', stroke: 'bubbleEdge' },
  pain: { fill: 'painFill', stroke: 'markEdge' },
  opportunity: { fill: 'opportunityFill', stroke: 'markEdge' },
  note: { fill: 'noteFill', stroke: 'markEdge' },
  truth: { fill: 'truthFill', stroke: 'markEdge' },
  breaking: { fill: 'breakingFill', stroke: 'markEdge' },
  face1: { fill: 'face1', stroke: 'page', rest: 'stroke-width:3' },
  face2: { fill: 'face2', stroke: 'page', rest: 'stroke-width:3' },
  face3: { fill: 'face3', stroke: 'page', rest: 'stroke-width:3' },
  face4: { fill: 'face4', stroke: 'page', rest: 'stroke-width:3' },
  face5: { fill: 'face5', stroke: 'page', rest: 'stroke-width:3' },
  rule: { fill: 'rule' },
  guide: { fill: 'guide' },
  level: { fill: 'level' },
  curve: { fill: FILLED, rest: 'stroke-width:5;stroke-linecap:round;stroke-linejoin:round' },
  // In a PDF, Linux's viewers show a gradient's own opacity as none.
  curveArea: { rest: 'opacity:.26' },
  way: { fill: FILLED, stroke: 'guide', rest: 'stroke-width:3;stroke-linecap:round' },
  bulletTrack: { fill: 'strip', stroke: 'markEdge' },
  bulletActual: { fill: 'muted' },
  bulletReached: { fill: 'face5' },
  bulletMissed: { fill: 'face1' },
  bulletTarget: { fill: 'ink' },
  bulletBaseline: { fill: 'muted' },
  openHours: { fill: 'open', stroke: 'markEdge' },
  quietHours: { fill: 'quiet' },
  closedHours: { fill: 'muted' },
  flowEdge: {
    fill: FILLED,
    stroke: 'guide',
    rest: 'stroke-width:2;stroke-linecap:round;stroke-linejoin:round',
  },
  flowBack: {
    fill: FILLED,
    stroke: 'guide',
    rest: 'stroke-width:2;stroke-dasharray:4 4;stroke-linecap:round',
  },
  flowEnd: { fill: 'muted' },
  curveOther: { fill: FILLED, stroke: 'curveOther', rest: 'stroke-width:2;stroke-dasharray:6 5' },
};

const INKS: Readonly<Record<string, ColourName>> = {
  ink: 'ink',
  muted: 'muted',
  onMark: 'onInvalid',
  onFace: 'onFace',
  pain: 'painInk',
  opportunity: 'opportunityInk',
  truth: 'truthInk',
  breaking: 'breakingInk',
};

/** The stylesheet of a standing picture, its colours written out so that every viewer knows them. */
export function pictureStylesheet(name: ThemeName): string {
  const theme = THEMES[name];
  return rules(
    {
      colour: (colour) => theme.colours[colour],
      stage: (index, part) => theme.stages[index]?.[part] ?? theme.colours.ink,
    },
    theme.stages.length,
    TEXT_FONTS,
    CODE_FONTS,
  );
}

/** The stylesheet of the webview: the editor's own colours where it has them, in whichever theme it shows. */
export function webviewStylesheet(): string {
  return [
    themeVariables(),
    rules(
      {
        colour: (colour) => `var(--jm-${colour})`,
        stage: (index, part) => `var(--jm-stage${index}-${part})`,
      },
      THEMES.light.stages.length,
      `var(--vscode-font-family, ${TEXT_FONTS})`,
      `var(--vscode-editor-font-family, ${CODE_FONTS})`,
    ),
    ...stageGrounds('jm-ground'),
  ].join('\n');
}

/** The colours of the overview in the side bar: those of the map, in whichever theme the editor shows. */
export function overviewStylesheet(): string {
  const faces = ([1, 2, 3, 4, 5] as const).flatMap((face) => [
    `.jo-face${face}{background:var(--jm-face${face})}`,
    `.jm-s-face${face}{fill:var(--jm-face${face})}`,
  ]);
  return [themeVariables(), ...faces, ...stageGrounds('jo-h')].join('\n');
}

/** Grounds in the stages' colours, each with the letters' colour on it, for what is no picture. */
function stageGrounds(name: string): string[] {
  return THEMES.light.stages.map(
    (_, index) =>
      `.${name}${index}{background:var(--jm-stage${index}-stage);color:var(--jm-stage${index}-onStage)}`,
  );
}

function themeVariables(): string {
  const { light, dark, contrast } = THEMES;
  return [
    `:root{${variables(light, EDITOR_COLOURS)}}`,
    `.vscode-dark{${variables(dark, EDITOR_COLOURS)}}`,
    `.vscode-high-contrast{${variables(contrast, { ...EDITOR_COLOURS, ...DARK_CONTRAST })}}`,
    `.vscode-high-contrast-light{${variables(light, { ...EDITOR_COLOURS, ...LIGHT_CONTRAST })}}`,
  ].join('\n');
}

/** The editor's variables that stand for a colour of the map. */
const EDITOR_COLOURS: Partial<Record<ColourName, string>> = {
  page: '--vscode-editor-background',
  ink: '--vscode-editor-foreground',
  card: '--vscode-editorWidget-background',
  cardEdge: '--vscode-editorWidget-border',
  focus: '--vscode-focusBorder',
};

/** Nothing but lines tells parts apart where the editor asks for high contrast on black. */
const DARK_CONTRAST: Partial<Record<ColourName, string>> = { card: '--vscode-editor-background' };

/** What isn't the editor's own but a little lighter or darker than that: by so much ink, on the page or on a card. */
const SHADES: Partial<Record<ColourName, readonly [ground: 'page' | 'card', percent: number]>> = {
  wholeGround: ['page', 3],
  bubble: ['card', 3],
  strip: ['card', 6],
  noteFill: ['page', 9],
};

/** Edges are as dark as the letters where the editor asks for high contrast on white. */
const LIGHT_CONTRAST: Partial<Record<ColourName, string>> = {
  muted: '--vscode-editor-foreground',
  cardEdge: '--vscode-contrastBorder',
  bubbleEdge: '--vscode-contrastBorder',
  markEdge: '--vscode-contrastBorder',
  rule: '--vscode-contrastBorder',
  guide: '--vscode-contrastBorder',
};

function variables(theme: Theme, editor: Partial<Record<ColourName, string>>): string {
  const colours = COLOUR_NAMES.map((name) => {
    const own = theme.colours[name];
    const variable = editor[name];
    if (variable !== undefined) return `--jm-${name}:var(${variable}, ${own})`;
    return `--jm-${name}:${shade(name, theme) ?? own}`;
  });
  const stages = theme.stages.flatMap((stage, index) =>
    Object.entries({ ...stage, ...tints(stage, theme) }).map(
      ([part, colour]) => `--jm-stage${index}-${part}:${colour}`,
    ),
  );
  return [...colours, ...stages].join(';');
}

/** A colour between the editor's ground and its letters; undefined for those that are the theme's own. */
function shade(name: ColourName, { colours }: Theme): string | undefined {
  const [ground, percent] = SHADES[name] ?? [];
  if (ground === undefined || colours[name] === colours.page) return undefined;
  return `color-mix(in srgb, var(--jm-ink) ${percent}%, var(--jm-${ground}))`;
}

/** A stage's grounds are mixed with the editor's own, whatever that is; plain ones stay plain. */
function tints({ accent, ground }: StageColours, { colours }: Theme): Partial<StageColours> {
  if (ground === colours.page) return {};
  return {
    ground: `color-mix(in srgb, ${accent} 6%, var(--jm-page))`,
    badge: `color-mix(in srgb, ${accent} 14%, var(--jm-card))`,
  };
}

function rules(palette: Palette, stageCount: number, textFonts: string, codeFonts: string): string {
  const { colour, stage } = palette;
  const hues = Array.from({ length: stageCount }, (_, index) => [
    `.jm-s-column.jm-h${index}{fill:${stage(index, 'ground')}}`,
    `.jm-s-stage.jm-h${index}{fill:${stage(index, 'stage')}}`,
    `.jm-s-stageNumber.jm-h${index}{fill:${stage(index, 'badge')}}`,
    `.jm-s-bar.jm-h${index}{fill:${stage(index, 'accent')}}`,
    `.jm-i-accent.jm-h${index}{fill:${stage(index, 'accent')}}`,
    `.jm-k-accent.jm-h${index}{stroke:${stage(index, 'accent')}}`,
  ]);
  return [
    `text{font-family:${textFonts}}`,
    ...Object.entries(TYPE).map(([name, { size, weight, face }]) => {
      const family = face === 'code' ? `;font-family:${codeFonts}` : '';
      return `.jm-t-${name}{font-size:${size}px;font-weight:${weight === 'bold' ? 600 : 400}${family}}`;
    }),
    ...Object.entries(INKS).flatMap(([ink, name]) => [
      `.jm-i-${ink}{fill:${colour(name)}}`,
      `.jm-k-${ink}{stroke:${colour(name)}}`,
    ]),
    `.jm-i-onStage{fill:${stage(0, 'onStage')}}`,
    `.jm-k-onStage{stroke:${stage(0, 'onStage')}}`,
    '.jm-icon{fill:none;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}',
    ...Object.entries(LOOKS).map(([surface, look]) => `.jm-s-${surface}{${lookOf(look, palette)}}`),
    ...hues.flat(),
    ...['1', '3', '5'].map((face) => `.jm-stop${face}{stop-color:${colour(`face${face}` as ColourName)}}`),
    `.jm-frame{fill:none;stroke:none;stroke-width:2}`,
    `.jm-invalid>.jm-frame{stroke:${colour('invalid')};stroke-dasharray:5 3}`,
    `.jm-badge{fill:${colour('invalid')}}`,
  ].join('\n');
}

function lookOf({ fill, stroke, rest }: Look, { colour }: Palette): string {
  const paint = (name: ColourName | 'none'): string => (name === 'none' ? 'none' : colour(name));
  return [
    ...(fill === undefined ? [] : [`fill:${paint(fill)}`]),
    ...(stroke === undefined ? [] : [`stroke:${paint(stroke)}`]),
    ...(rest === undefined ? [] : [rest]),
  ].join(';');
}
