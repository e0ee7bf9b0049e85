/** The HTML: tables and inline styles for old mail programs, a style sheet on top for dark mode and narrow screens. */
import type { MailLanguage } from './notice-input.ts';
import type { NoticeModel, NoticeRow } from './notice-model.ts';
import { escapeHtml } from './plain-line.ts';

const FONT = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;";
const INK = '#1b2a2f';
const QUIET = '#4d5b61';
const LINE = '#d5dcde';
const ACCENT = '#0b5d5b';
const LATE = '#8f1d1d';
const PASSED = '#6a4a00';

const STYLE_SHEET = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0}
a{color:${ACCENT}}
@media (max-width:520px){
.page{padding:0!important}.sheet{border-radius:0!important;border-left:0!important;border-right:0!important}
.pad{padding-left:16px!important;padding-right:16px!important}
.what,.go{display:block!important;width:auto!important;text-align:left!important}
.what{padding-bottom:0!important}.go{padding-top:10px!important;border-top:0!important}
.go a{display:block!important;text-align:center!important;padding:12px 16px!important}
}
@media (prefers-color-scheme:dark){
.page{background:#12191b!important}.sheet{background:#1a2326!important;border-color:#35444a!important}
.ink{color:#e6edee!important}.quiet{color:#a9b8bd!important}.rule{border-color:#35444a!important}
.late{color:#ffb3ab!important}.passed{color:#f0cf85!important}.accent,.foot a{color:#86d5cd!important}
.go a{background:#86d5cd!important;color:#0c1f1f!important;border-color:#86d5cd!important}
.train{background:#3b2f00!important;color:#ffe9a8!important;border-color:#8a6d00!important}
.danger{background:#4a1111!important;border-color:#ff8a80!important}
.danger p{color:#ffe4e1!important}.danger a{background:#ffd9d4!important;color:#4a1111!important}
}`.replaceAll('\n', '');

/** A whole document; nothing is loaded from anywhere. */
export function noticeHtml(model: NoticeModel, language: MailLanguage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(model.headline)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body style="margin:0;padding:0;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#eef2f2;padding:24px 12px;">
<tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;background:#ffffff;border:1px solid ${LINE};border-radius:6px;">
${training(model)}<tr><td class="pad" style="padding:24px 28px 4px;text-align:left;">
<p class="accent" style="margin:0 0 12px;${FONT}font-size:14px;line-height:20px;font-weight:600;color:${ACCENT};">Termiņsargs</p>
<h1 class="ink" style="margin:0;${FONT}font-size:22px;line-height:29px;font-weight:600;color:${INK};">${unbroken(escapeHtml(model.headline))}</h1>
<p class="quiet" style="margin:8px 0 0;${FONT}font-size:14px;line-height:20px;color:${QUIET};">${escapeHtml(model.addressed)}</p>
</td></tr>
${dangerBox(model)}<tr><td class="pad" style="padding:12px 28px 8px;">
<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;text-align:left;">
${model.rows.map(row).join('\n')}
</table>${more(model)}
</td></tr>
<tr><td class="pad foot rule" style="padding:16px 28px 24px;border-top:1px solid ${LINE};text-align:left;">
${footer(model)}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** A case number stays on one line. */
function unbroken(html: string): string {
  return html.replace(/\b\d{4}-\d{4,}\b/g, '<span style="white-space:nowrap;">$&</span>');
}

function training({ training }: NoticeModel): string {
  if (training === null) return '';
  return `<tr><td class="pad train" style="padding:10px 28px;background:#fff1c2;border-bottom:1px solid #e0bf4a;color:#4a3a00;text-align:left;${FONT}font-size:14px;line-height:20px;"><strong>${escapeHtml(training.mark)}.</strong> ${escapeHtml(training.note)}</td></tr>
`;
}

function dangerBox({ danger }: NoticeModel): string {
  if (danger === null) return '';
  const title =
    danger.title === null
      ? ''
      : `<p style="margin:0 0 4px;${FONT}font-size:18px;line-height:24px;font-weight:700;color:#6d1010;">${escapeHtml(danger.title)}</p>`;
  return `<tr><td class="pad" style="padding:16px 28px 4px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="danger" style="padding:16px;background:#fdeceb;border:2px solid ${LATE};border-radius:6px;text-align:left;">${title}<p style="margin:0 0 12px;${FONT}font-size:16px;line-height:24px;color:#6d1010;">${escapeHtml(danger.text)}</p><a href="tel:110" style="display:inline-block;padding:10px 18px;background:${LATE};color:#ffffff;border-radius:6px;text-decoration:none;${FONT}font-size:16px;line-height:20px;font-weight:600;">${escapeHtml(danger.call)}</a></td></tr></table></td></tr>
`;
}

function row(row: NoticeRow): string {
  const small = `margin:6px 0 0;${FONT}font-size:13px;line-height:19px;`;
  return `<tr>
<td class="what rule" style="padding:14px 12px 14px 0;border-top:1px solid ${LINE};vertical-align:top;">
<p class="quiet" style="margin:0;${FONT}font-size:13px;line-height:19px;color:${QUIET};">${escapeHtml(row.caseWords)}</p>
<p class="ink" style="margin:2px 0 0;${FONT}font-size:16px;line-height:22px;font-weight:600;color:${INK};">${escapeHtml(row.title)}</p>
${due(row)}${state(row)}<p class="quiet" style="${small}color:${QUIET};">${escapeHtml(row.owedBy)} · ${escapeHtml(row.owedTo)}</p>${row.why === '' ? '' : `\n<p class="quiet" style="${small}color:${QUIET};">${escapeHtml(row.why)}</p>`}
</td>
<td class="go rule" width="132" style="padding:14px 0;border-top:1px solid ${LINE};vertical-align:top;text-align:right;"><a href="${escapeHtml(row.url)}" aria-label="${escapeHtml(`${row.button}: ${row.caseWords}`)}" style="display:inline-block;padding:9px 14px;background:${ACCENT};border:1px solid ${ACCENT};color:#ffffff;border-radius:6px;text-decoration:none;white-space:nowrap;${FONT}font-size:14px;line-height:20px;font-weight:600;">${escapeHtml(row.button)}</a></td>
</tr>`;
}

/** Late, passed and today each have a sign and a word, never colour alone. */
function due(row: NoticeRow): string {
  const style = `margin:6px 0 0;${FONT}font-size:14px;line-height:20px;`;
  if (row.lateness !== null) {
    const [name, colour] = row.lateness.binding ? ['late', LATE] : ['passed', PASSED];
    return `<p class="${name}" style="${style}font-weight:600;color:${colour};"><span aria-hidden="true">●&nbsp;</span>${escapeHtml(row.due)} – ${escapeHtml(row.lateness.words)}</p>
`;
  }
  const sign = row.dueToday ? '<span aria-hidden="true">○&nbsp;</span>' : '';
  return `<p class="ink" style="${style}${row.dueToday ? 'font-weight:600;' : ''}color:${INK};">${sign}${escapeHtml(row.due)}</p>
`;
}

function state(row: NoticeRow): string {
  if (row.state === null) return '';
  return `<p class="ink" style="margin:2px 0 0;${FONT}font-size:14px;line-height:20px;${row.danger ? 'font-weight:600;' : ''}color:${INK};">${escapeHtml(row.state)}</p>
`;
}

function more({ more }: NoticeModel): string {
  if (more === null) return '';
  return `
<p class="rule ink" style="margin:0;padding:14px 0;border-top:1px solid ${LINE};text-align:left;${FONT}font-size:14px;line-height:20px;color:${INK};">${escapeHtml(more.words)} · <a class="accent" href="${escapeHtml(more.url)}" style="color:${ACCENT};">${escapeHtml(more.link)}</a></p>`;
}

function footer(model: NoticeModel): string {
  const style = `margin:0 0 8px;${FONT}font-size:13px;line-height:19px;color:${QUIET};`;
  const { settings } = model;
  return `<p class="quiet" style="${style}">${escapeHtml(model.whyMail)} ${model.reasons.map(escapeHtml).join(' ')}</p>
<p class="quiet" style="${style}">${escapeHtml(settings.words)} <a href="${escapeHtml(settings.url)}" style="color:${ACCENT};">${escapeHtml(settings.link)}</a></p>
<p class="quiet" style="${style}">${model.closing.map(escapeHtml).join(' ')}</p>`;
}
