/** The few pages the API serves itself: no scripts, one style sheet in the page, nothing from elsewhere. */
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { allowStyle } from '../plugins/security-headers.ts';

const style = `
:root{color-scheme:light dark;--ink:#1d2523;--soft:#5a6763;--line:#d5dcda;--accent:#0f5f56;--paper:#fff;--tint:#f3f6f5}
@media (prefers-color-scheme:dark){:root{--ink:#e6ecea;--soft:#a3b0ac;--line:#3a4542;--accent:#6cc5b8;--paper:#161b1a;--tint:#1f2624}}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 16px 64px;max-width:60rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.75rem;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{margin-bottom:.25rem}
a{color:var(--accent)}code,pre{font:14px/1.45 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
pre{overflow-x:auto;padding:12px;border:1px solid var(--line);border-radius:6px;background:var(--tint)}
table{border-collapse:collapse;width:100%}th,td{padding:4px 12px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
details{margin:.5rem 0}summary{cursor:pointer}.soft{color:var(--soft)}.method{font-weight:600;color:var(--accent)}
@media print{details{display:block}}
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Sends a page. `body` is HTML; texts in it have gone through `escaped`. */
export function sendPage(reply: FastifyReply, lang: 'lv' | 'en', title: string, body: string): FastifyReply {
  allowStyle(reply, styleHash);
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', lang)
    .send(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head><body>${body}</body></html>`,
    );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
