import { chromium } from 'playwright-core';
const [out,width,scale,...svgs]=process.argv.slice(2);
import { readFileSync } from 'node:fs';
const b=await chromium.launch({executablePath:process.env.CHROME,args:['--no-sandbox','--disable-gpu']});
const p=await b.newPage({viewport:{width:Number(width),height:800}});
const html='<body style="margin:0;background:#888;display:flex;flex-wrap:wrap;gap:10px;align-items:flex-start">'+svgs.map(f=>{const s=readFileSync(f,'utf8');const w=/viewBox="0 0 ([\d.]+)/.exec(s)?.[1]??900;return `<img style="width:${Number(w)*Number(scale)}px" src="data:image/svg+xml;base64,${Buffer.from(s).toString('base64')}">`}).join('')+'</body>';
await p.setContent(html);await p.waitForTimeout(500);
await p.screenshot({path:out,fullPage:true});
await b.close();
