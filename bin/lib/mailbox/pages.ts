/** The inbox as pages: plain HTML, no script, usable by keyboard and on a phone. */
import type { StoredMail } from './mail-store.ts';

export type ListPage = {
  readonly mails: readonly StoredMail[];
  /** What was searched for, as typed. */
  readonly to: string;
  /** How many mails match, and how many there are. */
  readonly matching: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly recipients: readonly string[];
};

export function listPage(list: ListPage): string {
  const body = list.mails.length === 0 ? emptyState(list) : mailTable(list);
  return document(
    'Demonstrācijas pastkastīte',
    `<h1>Demonstrācijas pastkastīte</h1>
<p class="quiet">Šeit nonāk visas sistēmas vēstules. Tās paliek šajā datorā un nevienam netiek nosūtītas.</p>
<form class="search" action="/" method="get" role="search">
<label for="to">Saņēmējs</label>
<div class="line"><input id="to" name="to" type="search" maxlength="254" value="${escape(list.to)}" list="recipients" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="adrese vai tās daļa">
<button type="submit">Meklēt</button></div>
<datalist id="recipients">${list.recipients.map((address) => `<option value="${escape(address)}"></option>`).join('')}</datalist>
</form>
${body}`,
  );
}

function emptyState({ to, total }: ListPage): string {
  if (total === 0)
    return `<div class="empty"><p><strong>Vēstuļu vēl nav.</strong></p>
<p class="quiet">Pirmās pienāks, kad kādam pienākumam tuvosies termiņš vai tiks pierakstīts jauns notikums.</p>
<p><a class="button" href="/">Pārbaudīt vēlreiz</a></p></div>`;
  return `<div class="empty"><p><strong>Saņēmējam “${escape(to)}” vēstuļu nav.</strong></p>
<p><a class="button" href="/">Rādīt visas</a></p></div>`;
}

function mailTable(list: ListPage): string {
  return `<p class="bar"><span class="quiet">${escape(countWords(list.matching))}, jaunākās augšā</span>
<a href="${escape(listUrl(list.to, list.page))}">Atjaunot</a>${list.to === '' ? '' : ' <a href="/">Rādīt visas</a>'}</p>
<table class="mails">
<thead><tr><th scope="col">Temats</th><th scope="col">Kam</th><th scope="col">Laiks</th></tr></thead>
<tbody>
${list.mails.map(mailRow).join('\n')}
</tbody>
</table>
${pager(list)}`;
}

function mailRow(mail: StoredMail): string {
  return `<tr><td class="subject"><a href="/vestule/${mail.id}">${escape(mail.subject === '' ? '(bez temata)' : mail.subject)}</a></td>
<td class="to">${escape(mail.to.join(', ')).replaceAll('@', '<wbr>@')}</td><td class="time">${time(mail.date ?? mail.receivedAt)}</td></tr>`;
}

function pager({ page, pages, to }: ListPage): string {
  if (pages < 2) return '';
  const newer = page > 1 ? `<a rel="prev" href="${escape(listUrl(to, page - 1))}">Jaunākas</a>` : '';
  const older = page < pages ? `<a rel="next" href="${escape(listUrl(to, page + 1))}">Vecākas</a>` : '';
  return `<nav class="bar" aria-label="Lapas">${newer}<span class="quiet">${page}. lapa no ${pages}</span>${older}</nav>`;
}

function listUrl(to: string, page: number): string {
  const query = new URLSearchParams();
  if (to !== '') query.set('to', to);
  if (page > 1) query.set('lapa', String(page));
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}

export type MailPage = {
  readonly mail: StoredMail;
  readonly text: string | null;
  readonly hasHtml: boolean;
  readonly newer: number | null;
  readonly older: number | null;
};

export function mailPage({ mail, text, hasHtml, newer, older }: MailPage): string {
  const html = hasHtml
    ? `<h2>Kā redz saņēmējs</h2>
<iframe src="/vestule/${mail.id}/html" title="Vēstules saturs" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`
    : '';
  return document(
    mail.subject,
    `<nav class="bar" aria-label="Vēstules"><a href="/">Visas vēstules</a>${newer === null ? '' : `<a rel="prev" href="/vestule/${newer}">Jaunāka</a>`}${older === null ? '' : `<a rel="next" href="/vestule/${older}">Vecāka</a>`}</nav>
<h1>${escape(mail.subject === '' ? '(bez temata)' : mail.subject)}</h1>
<dl>
<dt>Kam</dt><dd>${mail.to.map((address) => `<a href="${escape(listUrl(address, 1))}">${escape(address)}</a>`).join(', ')}</dd>
<dt>No</dt><dd>${escape(mail.from)}</dd>
<dt>Laiks</dt><dd>${time(mail.date ?? mail.receivedAt)}</dd>
<dt>Saņemta</dt><dd>${time(mail.receivedAt)} pēc datora pulksteņa</dd>
<dt>Message-ID</dt><dd class="code">${escape(mail.messageId ?? 'nav')}</dd>
</dl>
${html}
<h2>Teksta variants</h2>
<pre>${text === null ? '(nav)' : withLinks(text)}</pre>
<p><a href="/vestule/${mail.id}/avots">Neapstrādāts avots</a></p>`,
  );
}

export function problemPage(title: string, advice: string): string {
  return document(
    title,
    `<h1>${escape(title)}</h1><p>${escape(advice)}</p><p><a class="button" href="/">Visas vēstules</a></p>`,
  );
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="lv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · Termiņsargs</title>
<link rel="stylesheet" href="/stils.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const PLURAL = new Intl.PluralRules('lv');

function countWords(count: number): string {
  const rule = PLURAL.select(count);
  return `${count} ${rule === 'one' ? 'vēstule' : rule === 'zero' ? 'vēstuļu' : 'vēstules'}`;
}

const MOMENT = new Intl.DateTimeFormat('lv-LV', {
  timeZone: 'Europe/Riga',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function time(iso: string): string {
  return `<time datetime="${escape(iso)}">${escape(MOMENT.format(new Date(iso)))}</time>`;
}

/** Web addresses become links; everything is escaped first, so that a link holds no mark-up. */
function withLinks(text: string): string {
  return escape(text).replace(
    /https?:\/\/[^\s<>&]+/g,
    (url) => `<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`,
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
