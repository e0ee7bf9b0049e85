/** The extract that is handed to a learner or the parents: when the case was looked at and what for. In Latvian. */
import type { AccessExtract } from '../../application/application.ts';
import { dayOf, type Instant, localTime } from '../../domain/time.ts';
import { escaped } from './html.ts';

const actWords: Readonly<Record<string, string>> = {
  'dossier.read': 'apskatīts gadījums',
  'facts.read': 'lasīts, kas noticis',
  readAccessLog: 'apskatīts, kas skatījies',
  printExtract: 'izdrukāts šāds izraksts',
  'learner.read': 'apskatīti izglītojamā dati',
  'learner.askedWork': 'jautāts, vai ar izglītojamo jau strādā',
  'learner.readLooks': 'apskatīts, kas skatījies izglītojamā datos',
};

const purposeWords: Readonly<Record<string, string>> = {
  case: 'darbs ar gadījumu',
  oversight: 'piekļuves uzraudzība',
};

/** HTML; every text from outside is escaped. Without sheet or script of its own, so that it prints anywhere. */
export function accessExtractPage({ caseNumber, learner, schoolName, madeAt, looks }: AccessExtract): string {
  const who = learner === null ? '' : `${learner.firstName} ${learner.lastName}, ${learner.className}. `;
  const rows = looks.map(
    ({ at, act, purpose, bySchool }) =>
      `<tr><td>${spoken(at)}</td><td>${escaped(actWords[act] ?? act)}</td><td>${escaped(
        purposeWords[purpose] ?? purpose,
      )}</td><td>${bySchool ? escaped(schoolName) : 'cita iestāde ¹'}</td></tr>`,
  );
  return [
    '<h1>Kas skatījies šajā gadījumā un izglītojamā datos</h1>',
    `<p>${escaped(who)}Gadījums ${escaped(caseNumber)}, ${escaped(schoolName)}. Sagatavots ${spoken(madeAt)}.</p>`,
    looks.length === 0
      ? '<p>Neviens nav skatījies.</p>'
      : `<table><thead><tr><th>Kad</th><th>Kas darīts</th><th>Nolūks</th><th>Kur</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    '<p class="soft">¹ Citas iestādes šeit nenosauc, kamēr tas nav izvērtēts: ziņa par to, kura iestāde iesaistīta, var',
    ' skart ziņotāju, citu personu vai izmeklēšanu. Izvērtējumu var lūgt skolas datu aizsardzības speciālistam.</p>',
    '<p class="soft">Pamats: Vispārīgās datu aizsardzības regulas 15. pants. Darbinieku vārdus izrakstā nenorāda; ar',
    ' jautājumu, vai kāds skatījies bez pamata, var vērsties pie skolas vadītāja vai datu aizsardzības speciālista.</p>',
  ].join('');
}

function spoken(at: Instant): string {
  const [year, month, day] = dayOf(at).split('-').map(Number);
  const { hour, minute } = localTime(at);
  return `${day}.${month}.${year}. plkst. ${hour}.${String(minute).padStart(2, '0')}`;
}
