import { describe, expect, it } from 'vitest';
import type { DueRule } from '../domain/procedure/due-rule.ts';
import type { Condition, DutyDefinition } from '../domain/procedure/duty-definition.ts';
import { national2025 } from './national-2025/index.ts';

/**
 * Typed from the duties page a second time, row by row, not from the code:
 * id | in | due | acute or variant | act | term | landing.
 */
const page = `
first-talk | N | 5 wd | | must | default | next
support-plan | N | 10 wd | | must | default | next
monthly-review | N | earliest of date nextMeetingOn, date nextReviewOn, 1 month | | must | must | previous
plan-revision | N | 5 wd | | must | default | next
profile-yearly | N | date nextUpdateBy else 12 month | | must | must | previous
involve-external | N | 2 month | acute immediate | recommended | recommended | previous
inform-manager | N+ | same day | | must | default | asIs
re-observe | N+ | 3 week | | recommended | default | next
profile-first | N+ | 10 wd | | must | default | next
plan-consent | N+ | 5 wd | | must | default | next
ask-administration | N+ | 2 wd | | must | default | next
forward-received | N+ | immediate | | must | must | asIs
adapt-support | N+ | 5 wd | | must | default | next
head-consult-board | N+ | 5 wd | | must | default | next
pmk-advice | N+ | 5 wd | | must | default | next
apply-opinion | N+ | 10 wd | | recommended | default | next
learning-alarm | N+ | immediate | | local | default | asIs
contact-parents-absence | N | same day | | law | law | asIs
absence-assessment | N | 5 wd | | law | default | next
absence-support-team | N | 5 wd | | recommended | default | next
parent-reports-absence | N+ | same day | | law | law | asIs
excused-abuse | N+ | 5 wd | | recommended | default | next
absence-rights-report | N+ | same day | | law | recommended | asIs
board-monitors-viis | N+ | 1 month | | law | default | next
board-bac | N+ | same day | | law | default | asIs
report-danger | N | immediate | acute immediate, same day by kind | law | law | asIs
danger-receipt | N | 1 wd | | must | default | next
report-staff-violence | N | immediate | | law | law | asIs
movement-limit-end | N | same day | | law | law | asIs
inform-parents-incident | N | immediate | | law | law | asIs
founder-emergency | N | immediate | | law | law | asIs
inform-founder-incident | N | 2 week | | law | recommended | next
remote-learning-end | N | 1 month | | law | law | previous
incident-report-head | N+ | immediate | | law | law | asIs
limit-decision | N+ | immediate | | law | law | asIs
search-refused | N+ | immediate | | law | law | asIs
search-found | N+ | immediate | | law | law | asIs
incident-plan | N+ | 10 wd | | law | default | next
incident-municipality | N+ | 5 wd | | law | default | next
incident-recurs | N+ | 5 wd | | must | default | next
emergency-help | N+ | immediate | | law | law | asIs
commission-decide | N | 1 month | | recommended | default | next
prevention-file | N | 10 wd | | law | default | next
bullying-follow-up | N | 2 week | open after 1 week | must | must | next
offence-report | N+ | same day | | recommended | default | asIs
offence-police | N+ | immediate | | must | must | asIs
police-more-info | N+ | date wantedBy | | must | agreed | next
commission-docs | N+ | date wantedBy else 10 wd | term default | recommended | agreed | next
commission-hearing | N+ | date date | | recommended | agreed | asIs
commission-inform | N+ | 5 wd | | local | default | next
bullying-stop | N+ | immediate | | must | must | asIs
bullying-chain | N+ | 2 wd | | must | default | next
violence-against-staff | N+ | same day | | recommended | default | asIs
violence-against-staff-founder | N+ | 2 wd | | recommended | default | next
violence-against-staff-support | N+ | 10 wd | | recommended | default | next
acknowledge-handover | N | 5 wd | | recommended | recommended | next
keep-supporting | N | not timed | | must | - | -
referral-supplement | N | date wantedBy | | must | agreed | next
complete-handover | N | 2 week | | must | must | next
evaluate | N | 2 week | | recommended | recommended | next
reply | N | 1 month | | recommended | recommended | next
feedback | N | 1 month | | local | default | next
consultation | N | 2 week | | recommended | recommended | next
board-assess | N | 10 wd | | must | default | next
breach-record | N | 72 hour | | law | law | asIs
undeliverable | N | 1 wd | | must | default | next
emergency-review | N | 5 wd | | must | default | next
correction | N | 5 wd | | local | default | next
sd-notify | N+ | same day | | law | law | asIs
consult-inform | N+ | 2 wd | | must | default | next
official-request | N+ | 1 month | | recommended | default | next
data-breach | N+ | 1 wd | | must | default | next
voc-resources | N+ | 5 wd | | recommended | default | next
sd-services | N+ | 10 wd | | law | default | next
sd-meeting | N+ | 10 wd | | recommended | default | next
sd-court | N+ | same day | | law | default | asIs
assistant-report | N+ | 1 month | | recommended | default | next
crisis-agreement | N+ | 1 wd | | recommended | default | next
rehab-plan | N+ | 5 wd | | recommended | default | next
npais-entry | N+ | 3 wd | | law | default | next
parent-term | N | date termOn | | law | agreed | next
court-warn-parent | N+ | not timed | | law | default | -
court-after-term | N+ | 5 wd | acute immediate, immediate by danger | law | default | next
court-tell-sd | N+ | 5 wd | | law | default | next
court-preventive-talk | N+ | 10 wd | | recommended | default | next
court-info | N+ | date wantedBy | | law | agreed | next
court-changes | N+ | 5 wd | | recommended | default | next
convene-group | N | 10 wd | acute immediate | must | default | next
group-action | N | date dueOn | | must | agreed | next
bac-support | N | 5 wd | | must | default | next
group-logistics | N+ | 2 wd | | must | default | next
group-pack | N+ | 3 wd before startsAt | | recommended | default | next
group-info | N+ | earliest of 2 wd before startsAt, date wantedBy | | must | default | next
group-manager | N+ | same day | | must | default | asIs
group-minutes | N+ | 5 wd | | must | default | next
bac-consult | N+ | 10 wd | | must | default | next
health-info | N+ | immediate | | law | law | asIs
health-mark | N+ | 5 wd | | law | default | next
health-mark-update | N+ | immediate | | law | law | asIs
transfer-check | N+ | 5 wd | | law | default | next
transfer-request | N+ | 5 wd | | law | default | next
transfer-answer | N+ | 10 wd | | law | default | next
transfer-file | N+ | 5 wd | | law | default | next
extern-order | N+ | 3 wd | | law | law | next
extern-plan | N+ | 1 month | | recommended | default | next
extern-exam | N+ | date examOn | | recommended | agreed | asIs
unreachable-parents | N | 3 wd | | recommended | default | next
parent-submission | N+ | 1 month | | law | law | next
viis-enrolment | N | on 5.9. | on 1.10. by schoolTypeCode | law | law | asIs
viis-enrolment-midyear | N | 2 week | | law | law | next
unregistered-children | N | 1 month | | law | default | next
strategic-group | N | end of to | | recommended | recommended | asIs
prevention-review | N | end of to | | recommended | recommended | asIs
wellbeing-screening | N | end of to | | recommended | recommended | asIs
rules-briefing | N | 3 week | | law | law | next
safety-inspection | N | 24 month | | law | law | previous
programme-report | N | end of to | | recommended | recommended | asIs
rights-indicators | N | end of to | | recommended | recommended | asIs
pmlp-data | N+ | earliest of on 1.1., on 1.4., on 1.7., on 1.10. | | law | law | asIs
ikvd-list | N+ | earliest of on 30.1., on 30.4., on 30.7., on 30.10. | | law | law | asIs
ikvd-year | N+ | 2 month | | law | default | next
absence-rules | N+ | 3 week | | law | default | next
authorised-persons | N+ | date startsOn else on 1.9. | | law | default | asIs
violence-measures-start | N+ | on 31.12. | | law | law | asIs
prevention-plan | N+ | on 30.9. | | recommended | default | asIs
board-plan | N+ | end of to | | recommended | default | asIs
training-yearly | N+ | end of to | | recommended | recommended | asIs
staff-training | N+ | end of to | | recommended | default | asIs
anonymous-channel | N+ | end of to | | must | default | asIs
internal-procedure | N+ | end of to | | recommended | default | asIs
needs-mapping | N+ | on 30.9. | end of to by to | recommended | default | asIs
local-options | N+ | end of to | | local | default | asIs
programme-progress | N+ | end of to | | recommended | agreed | asIs
programme-budget | N+ | on 31.12. | | recommended | default | asIs
situation-analysis | N+ | end of to | | law | default | asIs
ministry-proposals | N+ | end of to | | law | default | asIs
public-information | N+ | end of to | | law | default | asIs
group-report | N+ | end of to | | recommended | agreed | asIs
npais-oversight | N+ | end of to | | law | default | asIs
`;

const units = { workingDay: 'wd', hour: 'hour', day: 'day', week: 'week', month: 'month' } as const;

function dueText(rule: DueRule): string {
  switch (rule.kind) {
    case 'term':
      return `${rule.amount} ${units[rule.unit]}`;
    case 'sameDay':
      return 'same day';
    case 'immediate':
      return 'immediate';
    case 'notTimed':
      return 'not timed';
    case 'agreed':
      return rule.otherwise.kind === 'notTimed'
        ? `date ${rule.field}`
        : `date ${rule.field} else ${dueText(rule.otherwise)}`;
    case 'before':
      return `${rule.amount} ${units[rule.unit]} before ${rule.field}`;
    case 'fixedDate':
      return `on ${rule.day}.${rule.month}.`;
    case 'endOfPeriod':
      return `end of ${rule.field}`;
    case 'earliestOf':
      return `earliest of ${rule.rules.map(dueText).join(', ')}`;
  }
}

function landings(rule: DueRule): readonly string[] {
  switch (rule.kind) {
    case 'term':
      return [rule.landing];
    case 'agreed':
      return [rule.landing, ...landings(rule.otherwise)];
    case 'before':
      return ['next'];
    case 'earliestOf':
      return rule.rules.flatMap(landings);
    case 'notTimed':
      return [];
    case 'sameDay':
    case 'immediate':
    case 'fixedDate':
    case 'endOfPeriod':
      return ['asIs'];
  }
}

/** The distinct notes on the acute rule, on variants and on a later opening. */
function variantText(duty: DutyDefinition): string {
  const notes = [
    ...(duty.dueIfAcute === undefined ? [] : [`acute ${dueText(duty.dueIfAcute)}`]),
    ...(duty.variants ?? []).flatMap(({ due, where: [first] }) =>
      due === undefined || first === undefined ? [] : [`${dueText(due)} by ${fieldsOf(first).join()}`],
    ),
    ...(duty.variants ?? []).flatMap(({ force }) => (force === undefined ? [] : [`term ${force.term}`])),
    ...(duty.opensAfter === undefined ? [] : [`open after ${dueText(duty.opensAfter)}`]),
  ].map((note) => note.replace('by kindCode', 'by kind'));
  return [...new Set(notes)].join(', ');
}

function line(duty: DutyDefinition): string {
  const { id, offer, due, force } = duty;
  const landing = [...new Set(landings(due))].join('/') || '-';
  const inSet = offer === 'on' ? 'N' : 'N+';
  return [id, inSet, dueText(due), variantText(duty), force.act, force.term ?? '-', landing]
    .join(' | ')
    .replace('|  |', '| |');
}

function fieldsOf(condition: Condition): readonly string[] {
  if ('not' in condition) return fieldsOf(condition.not);
  return 'field' in condition ? [condition.field] : [];
}

const { duties, steps, thresholds } = national2025;
const ids = duties.map(({ id }) => id);

describe('national-2025 against the duties page', () => {
  it('every row has its list, term, landing and both forces as the page says (sections 2 and 5)', () => {
    expect(duties.map(line).sort()).toEqual(page.trim().split('\n').sort());
  });
  it('the starter set has the 32 core rows, the 6 product rows and 10 of the calendar (sections 2, 5, 8)', () => {
    const on = duties.filter(({ offer }) => offer === 'on').map(({ id }) => id);
    const everywhere = [
      'danger-receipt',
      'referral-supplement',
      'breach-record',
      'undeliverable',
      'emergency-review',
      'correction',
    ];
    const calendar = steps.find(({ id }) => id === 'school-year')?.duties ?? [];
    const ofCalendar = on.filter((id) => calendar.includes(id) || id === 'viis-enrolment-midyear');
    expect(on.filter((id) => everywhere.includes(id))).toHaveLength(6);
    expect(ofCalendar).toHaveLength(10);
    expect(on).toHaveLength(32 + 6 + 10);
  });
  it('no id stands twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('danger are the rows of 2.3 with landing asIs, and sd-notify (R 1)', () => {
    expect(ids.filter((id) => duties.find((one) => one.id === id)?.danger === true).sort()).toEqual(
      [
        'report-danger',
        'report-staff-violence',
        'incident-report-head',
        'limit-decision',
        'movement-limit-end',
        'search-refused',
        'search-found',
        'inform-parents-incident',
        'founder-emergency',
        'emergency-help',
        'sd-notify',
      ].sort(),
    );
  });
  it('every duty keeps its source and a title in both languages', () => {
    for (const { id, sources, title, note } of duties) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(
        sources.every((source) => /^(K|S|A|V|B|R|Cabinet|Child|Orphan|law|architecture)\b/u.test(source)),
        id,
      ).toBe(true);
      expect(
        [title.lv, title.en, note?.lv ?? 'x', note?.en ?? 'x'].every((text) => text.length > 0),
        id,
      ).toBe(true);
    }
    expect(new Set(duties.map(({ title }) => title.lv)).size).toBe(duties.length);
  });
  it('what people confirm first is marked: thresholds that only propose (R 16)', () => {
    expect(duties.filter(({ proposed }) => proposed).map(({ id }) => id)).toEqual([
      'absence-support-team',
      'unreachable-parents',
    ]);
    expect(thresholds.filter(({ legal }) => !legal).map(({ starts }) => starts)).toEqual([
      'absence-support-team',
      'unreachable-parents',
    ]);
  });
  it('duties of the family and of outside courts and police have a follower (R 19)', () => {
    const owed = duties.filter(
      ({ owedBy }) =>
        owedBy.party === 'family' || (owedBy.party === 'institution' && owedBy.at === 'orphansCourt'),
    );
    expect(owed.map(({ id }) => id).sort()).toEqual(
      [
        'plan-consent',
        'parent-reports-absence',
        'health-info',
        'parent-term',
        'court-warn-parent',
        'court-after-term',
        'court-tell-sd',
        'court-preventive-talk',
      ].sort(),
    );
    expect(owed.every(({ follower }) => follower !== undefined)).toBe(true);
  });
});

describe('thresholds', () => {
  it('20 lessons >=, more than 3 study days, over 10 days a month, the 3rd attempt (K table 10, annex 2, table 1; R 16)', () => {
    expect(
      thresholds.map(({ operator, amount, unit, per, schoolKind, legal }) =>
        [operator, amount, unit, per, schoolKind, legal].join(' '),
      ),
    ).toEqual([
      '>= 20 lesson semester school true',
      '> 3 studyDay semester preschool true',
      '> 10 day month any false',
      '>= 3 attempt row any false',
    ]);
  });
  it('each starts a duty of the procedure and says since when it holds', () => {
    for (const { starts, from } of thresholds) {
      expect(ids).toContain(starts);
      expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }
  });
});

describe('steps (section 1, K 4.2 table 4)', () => {
  it('every duty belongs to exactly one step, and every step names only duties that exist', () => {
    expect(steps.flatMap((step) => step.duties).sort()).toEqual([...ids].sort());
  });
  it('three levels; every step is entered from another or at any time', () => {
    const reached = new Set(steps.flatMap(({ next }) => next.flatMap(({ to }) => to)));
    expect(new Set(steps.map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
    expect(
      steps.filter(({ id, anyTime }) => anyTime !== true && !reached.has(id)).map(({ id }) => id),
    ).toEqual(['concern']);
    expect([...reached].every((id) => steps.some((step) => step.id === id))).toBe(true);
  });
  it('danger, absence and incident stand beside the levels at any time', () => {
    for (const id of ['danger', 'absence', 'incident']) {
      expect(steps.find((step) => step.id === id)?.anyTime).toBe(true);
    }
  });
  it('the ladder: head after 1 wd, waiting side after 3, proposal after 5 (section 4)', () => {
    expect(national2025.escalation).toEqual({ head: 1, waitingSide: 3, propose: 5 });
  });
});
