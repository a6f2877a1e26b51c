import { escapeXml } from '../svg/element.ts';
import { pageScript } from './page-script.ts';
import { renderSvg } from '../svg/render.ts';
import { VIEWS } from '../scene/views/registry.ts';
import type { Language } from '../scene/languages.ts';
import type { RenderOptions } from '../svg/render.ts';
import type { Scene } from '../scene/scene.ts';
import type { ViewId } from '../scene/views/registry.ts';

const WORDS: Readonly<
  Record<Language, Readonly<Record<'search' | 'larger' | 'smaller' | 'actual', string>>>
> = {
  en: { search: 'Search', larger: 'Larger', smaller: 'Smaller', actual: 'Actual size' },
  he: { search: 'חיפוש', larger: 'הגדלה', smaller: 'הקטנה', actual: 'גודל מקורי' },
  ar: { search: 'بحث', larger: 'تكبير', smaller: 'تصغير', actual: 'الحجم الأصلي' },
};

const STYLE = `
body{display:flex;flex-direction:column;height:100vh;margin:0;font-family:'Segoe UI','Noto Sans','Noto Sans Hebrew','Noto Sans Arabic',Arial,sans-serif;background:#f6f7f9;color:#1b2330}
header{flex:none;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 16px;background:#fff;border-block-end:1px solid #d3d8e0}
h1{font-size:16px;margin:0;margin-inline-end:12px}
button,input{font:inherit;font-size:14px;padding:5px 12px;border:1px solid #8a94a3;border-radius:6px;background:#fff;color:inherit}
[role=tab][aria-selected=true]{background:#3d4fb5;border-color:#3d4fb5;color:#fff}
button:focus-visible,input:focus-visible{outline:3px solid #0b66b3;outline-offset:1px}
main{flex:1;overflow:auto}
main svg{display:block}
.searching .jm-item:not(.jm-found){opacity:.35}
.searching .jm-item.jm-found,.searching .jm-found .jm-item{opacity:1}
@media print{header{display:none}body{height:auto}main{overflow:visible}}
`;

/** All views of a journey as one page that stands alone: it can be searched and zoomed, and asks the network for nothing. */
export function htmlPage(
  scenes: readonly { readonly view: ViewId; readonly scene: Scene; readonly options: RenderOptions }[],
): string {
  const [first] = scenes;
  if (!first) throw new Error('There is no picture for the page.');
  const { name, language, direction } = first.scene;
  const words = WORDS[language];
  const tab = (view: ViewId, index: number): string =>
    `<button type="button" role="tab" id="tab-${view}" aria-controls="view-${view}" aria-selected="${index === 0}" tabindex="${index === 0 ? 0 : -1}">${escapeXml(VIEWS[view].title[language])}</button>`;
  const panel = (view: ViewId, scene: Scene, options: RenderOptions, index: number): string =>
    `<section role="tabpanel" id="view-${view}" aria-labelledby="tab-${view}"${index === 0 ? '' : ' hidden'}>${renderSvg(scene, { ...options, suffix: `-${view}` })}</section>`;
  return `<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeXml(name)}</h1>
<div role="tablist">${scenes.map(({ view }, index) => tab(view, index)).join('')}</div>
<input type="search" placeholder="${words.search}" aria-label="${words.search}">
<button type="button" data-zoom="1.25" aria-label="${words.larger}">+</button>
<button type="button" data-zoom="0.8" aria-label="${words.smaller}">−</button>
<button type="button" data-zoom="0" aria-label="${words.actual}">1:1</button>
</header>
<main>
${scenes.map(({ view, scene, options }, index) => panel(view, scene, options, index)).join('\n')}
</main>
<script>(${pageScript.toString()})();</script>
</body>
</html>
`;
}
