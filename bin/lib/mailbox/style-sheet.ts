/** The look of the inbox: the product's neutral greys and its green-blue accent, light and dark. */
export const STYLE_SHEET = `:root{color-scheme:light dark;--page:#eef2f2;--sheet:#fff;--ink:#1b2a2f;--quiet:#4d5b61;--line:#d5dcde;--accent:#0b5d5b;--on-accent:#fff;--hover:#e6eeee}
@media (prefers-color-scheme:dark){:root{--page:#12191b;--sheet:#1a2326;--ink:#e6edee;--quiet:#a9b8bd;--line:#35444a;--accent:#86d5cd;--on-accent:#0c1f1f;--hover:#222e32}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/24px 'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif}
main{max-width:960px;margin:24px auto;padding:24px 28px;background:var(--sheet);border:1px solid var(--line);border-radius:6px}
h1{margin:0 0 4px;font-size:24px;line-height:32px;font-weight:600;overflow-wrap:anywhere}
h2{margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:600}
p{margin:0 0 12px}
.quiet{color:var(--quiet)}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
label{display:block;margin-bottom:4px;font-weight:600}
.search{margin:16px 0}
.line{display:flex;gap:8px}
input{flex:1;min-width:0;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--quiet);border-radius:6px}
button,.button{display:inline-block;min-height:44px;padding:10px 18px;font:inherit;line-height:24px;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:6px;text-decoration:none;cursor:pointer}
.bar{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;margin:0 0 12px}
nav.bar{margin:12px 0}
.empty{padding:32px 0;text-align:center}
table{width:100%;border-collapse:collapse}
th{padding:8px;text-align:left;font-size:14px;color:var(--quiet);border-bottom:1px solid var(--line)}
td{padding:10px 8px;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:hover{background:var(--hover)}
.subject a{font-weight:600;text-decoration:none}
.subject a:hover{text-decoration:underline}
.to,.time{font-size:14px}
.to{color:var(--quiet);overflow-wrap:break-word}
.time{color:var(--quiet);white-space:nowrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0 0}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.code{font-family:ui-monospace,Consolas,monospace;font-size:14px}
iframe{width:100%;height:75vh;min-height:480px;border:1px solid var(--line);border-radius:6px;background:var(--sheet)}
pre{margin:0 0 12px;padding:16px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:6px;font:14px/21px ui-monospace,Consolas,monospace}
@media (max-width:640px){
main{margin:0;padding:16px;border-width:0;border-radius:0}
thead{position:absolute;clip-path:inset(50%)}
tr{display:block;padding:10px 0;border-bottom:1px solid var(--line)}
td{display:block;padding:2px 0;border:0}
dl{grid-template-columns:1fr}dt{margin-top:8px}
}
`;
