/** The rows of duties that a municipality switches, and whether a draft of its settings is one (rules of conduct 7). */
import type { StoredSetting } from '../../db/schema/directory.ts';
import type { MunicipalitySetting } from '../../domain/duty/setting.ts';
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { ApplicationRefusal } from '../application.ts';
import type { OfferedDuty, SetUpDraft } from './set-up.ts';

const ranks: Readonly<Record<string, number>> = { law: 0, must: 1, recommended: 2, local: 3 };

/** Acts of law and `must` first; the starter set before what is only offered. */
export function offeredDuties(
  procedures: readonly Procedure[],
  setting: Pick<MunicipalitySetting, 'switchedOn' | 'switchedOff'>,
): readonly OfferedDuty[] {
  return procedures
    .flatMap(({ id: procedureId, duties }) =>
      duties.map((duty) => ({
        procedureId,
        id: duty.id,
        title: duty.title,
        force: duty.force,
        starterSet: duty.offer === 'on',
        on:
          duty.offer === 'on' ? !setting.switchedOff.includes(duty.id) : setting.switchedOn.includes(duty.id),
        fixed: duty.danger === true,
        adoptable: duty.force.term === 'default',
        sources: duty.sources,
      })),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ force, starterSet }: OfferedDuty): number {
  return (ranks[force.act] ?? 4) * 2 + (starterSet ? 0 : 1);
}

/** What is wrong with a draft, or null. */
export function draftFault(procedures: readonly Procedure[], draft: SetUpDraft): ApplicationRefusal | null {
  const known = new Map(procedures.flatMap(({ duties }) => duties).map((duty) => [duty.id, duty]));
  const listed = [
    ...draft.switchedOn.map((id, index) => ({ id, path: `switchedOn[${index}]` })),
    ...draft.switchedOff.map((id, index) => ({ id, path: `switchedOff[${index}]` })),
    ...Object.keys(draft.adoptedTerms).map((id) => ({ id, path: `adoptedTerms.${id}` })),
  ];
  for (const { id, path } of listed) {
    if (!known.has(id)) return { refused: 'dutyRowUnknown', path };
  }
  const off = draft.switchedOff.findIndex((id) => known.get(id)?.danger === true);
  if (off >= 0) return { refused: 'dangerAlwaysOn', path: `switchedOff[${off}]` };
  for (const id of Object.keys(draft.adoptedTerms)) {
    if (known.get(id)?.force.term !== 'default')
      return { refused: 'termNotOpen', path: `adoptedTerms.${id}` };
  }
  const years = draft.schoolYears.findIndex(
    ({ starts, ends, breaks }) =>
      ends <= starts || breaks.some(({ from, until }) => until < from || from < starts || until > ends),
  );
  return years < 0 ? null : { refused: 'periodInvalid', path: `schoolYears[${years}]` };
}

/** What is stored of a draft. A term that protects a child stays a ceiling whatever length was adopted. */
export function settingOf(procedures: readonly Procedure[], draft: SetUpDraft): StoredSetting {
  const known = new Map(procedures.flatMap(({ duties }) => duties).map((duty) => [duty.id, duty]));
  const adoptedTerms = Object.fromEntries(
    Object.entries(draft.adoptedTerms).map(([id, term]) => [id, withCeiling(term, known.get(id))]),
  );
  const { movedDaysOn: _moved, workingHours: _hours, ...rest } = draft;
  return { ...rest, adoptedTerms };
}

function withCeiling(
  term: SetUpDraft['adoptedTerms'][string],
  definition: DutyDefinition | undefined,
): SetUpDraft['adoptedTerms'][string] {
  const protects = definition?.due.kind === 'term' && definition.due.ceiling === true;
  return protects && term.due?.kind === 'term' ? { ...term, due: { ...term.due, ceiling: true } } : term;
}
