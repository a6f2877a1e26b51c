import { XmlPen } from './element.ts';
import { drawScene } from './draw.ts';
import { pictureStylesheet } from './stylesheet.ts';
import type { DrawOptions } from './draw.ts';
import type { Scene } from '../scene/scene.ts';
import type { ThemeName } from './themes.ts';

export interface RenderOptions extends Pick<DrawOptions, 'problems' | 'suffix' | 'images'> {
  readonly theme?: ThemeName;
}

/** The scene as one self-contained SVG file. */
export function renderSvg(scene: Scene, { theme = 'light', ...options }: RenderOptions = {}): string {
  const { width, height, name, language, direction } = scene;
  const pen = new XmlPen();
  pen.open('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    // Programs that only know SVG 1.1 follow no other reference.
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'graphics-document document',
    'aria-label': name,
    lang: language,
    direction,
  });
  pen.leaf('title', {}, name);
  pen.leaf('style', {}, pictureStylesheet(theme));
  drawScene(pen, scene, options);
  pen.close();
  return `${pen.xml()}\n`;
}
