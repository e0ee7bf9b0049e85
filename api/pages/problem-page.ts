/** What a problem's `type` leads to: the kind of problem in both languages, and what to do. */
import type { ProblemCode } from '../../contracts/problem.ts';
import { problemEntries } from '../problems/api-problem.ts';
import { escaped } from './html.ts';

/** HTML of one kind of problem. */
export function problemPage(code: ProblemCode): string {
  const { status, title, detail } = problemEntries[code];
  return [
    `<h1>${escaped(title.lv)}</h1><p>${escaped(detail.lv)}</p>`,
    `<section lang="en"><h2>${escaped(title.en)}</h2><p>${escaped(detail.en)}</p></section>`,
    `<p class="soft"><code>${code}</code> · HTTP ${status} · <a href="/problems">/problems</a></p>`,
  ].join('');
}

/** HTML of the list of all kinds. */
export function problemList(): string {
  const rows = (Object.keys(problemEntries) as readonly ProblemCode[])
    .map((code) => {
      const { status, title } = problemEntries[code];
      return `<tr><td>${status}</td><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${escaped(title.lv)}</td><td lang="en">${escaped(title.en)}</td></tr>`;
    })
    .join('');
  return `<h1>Ko nozīmē atteikumi</h1><table><thead><tr><th>HTTP</th><th>Kods</th><th>Latviski</th><th lang="en">English</th></tr></thead><tbody>${rows}</tbody></table>`;
}
