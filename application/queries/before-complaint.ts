/** What stands before a complaint about a late duty, and what of it is done (rules of conduct 14). */
import { randomUUID } from 'node:crypto';
import { logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import { loadDossier } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { contactsOf } from '../../db/repositories/institutions.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { institutionOfSide } from '../../documents/words/sides.ts';
import { may } from '../../domain/access/may.ts';
import { type Facts, factsOf } from '../../domain/dossier/facts.ts';
import { computeDossier } from '../../domain/duty/compute-duties.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { recipientsOf, type StaffDirectory } from '../../domain/duty/recipients.ts';
import { addresseeOf } from '../../domain/escalation/addressee.ts';
import { type Mark, beforeComplaint as preparationOf } from '../../domain/escalation/before-complaint.ts';
import { draftsOf, isAbout, names } from '../../domain/escalation/drafts.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, BeforeComplaintView, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { loadContext } from '../dossier-context.ts';

/** For whoever reads the case; the look is logged. */
export async function beforeComplaint(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
  dutyKey: string,
): Promise<Result<BeforeComplaintView>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const relations = isUuid(dossierId) ? await relationsTo(tx, dossierId) : [];
    const dossier = may('readCase', relations).decision === 'deny' ? null : await loadDossier(tx, dossierId);
    if (dossier === null) return refused({ refused: 'notFound', path: '' });
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      ...actor,
      dossierId,
      act: 'facts.read',
      purpose: 'case',
    });
    const events = await loadEvents(tx, dossierId);
    const context = await loadContext(tx, dossier, events, now);
    const computed = computeDossier(context.procedure, events, context.setting);
    const duty = computed.duties.find(({ key }) => key === dutyKey);
    if (duty === undefined) return refused({ refused: 'notFound', path: 'dutyKey' });
    const excluded = computed.state.excludedPersonIds;
    const done = preparationOf(duty, { ...computed, setting: context.setting });
    const named = await namesOf(tx, [...done.asked, ...done.calls, ...done.accounts]);
    const mark = ({ at, by }: Mark) => ({ at, byName: named.get(by) ?? null });
    return {
      ok: true,
      value: {
        skipped: done.skipped,
        held: duty.held,
        receiver: await receiverOf(tx, duty, { staff: context.staff, excluded, now }),
        goesTo: await institutionNamed(tx, addresseeOf(duty, context.staff, excluded)),
        delivery: done.delivery,
        asked: done.asked.map(mark),
        calls: done.calls.map(({ resultCode, ...call }) => ({ ...mark(call), resultCode })),
        accounts: done.accounts.map(mark),
        draft: draftOf(computed.facts, duty),
        windowUntil: done.window?.day ?? null,
        filed: isFiled(computed.facts, duty),
        missing: done.missing,
        mayGo: done.mayGoFrom !== null && done.mayGoFrom <= now && !duty.held && duty.settled === null,
      },
    };
  });
}

async function namesOf(tx: Transaction, marks: readonly Mark[]): Promise<ReadonlyMap<string, string>> {
  const persons = await loadPersons(tx, [...new Set(marks.map(({ by }) => by))].filter(isUuid));
  return new Map([...persons].map(([id, { displayName }]) => [id, displayName]));
}

type Around = {
  readonly staff: StaffDirectory;
  readonly excluded: readonly string[];
  readonly now: Instant;
};

/** Who owes, with the head's number to ring; a head who must not know is passed by, to the next one outside. */
async function receiverOf(
  tx: Transaction,
  duty: Duty,
  { staff, excluded, now }: Around,
): Promise<BeforeComplaintView['receiver']> {
  const id = institutionOfSide(duty.owedBy);
  const institution = id === null ? undefined : (await loadInstitutions(tx, [id])).get(id);
  if (institution === undefined) return null;
  const { id: institutionId, name } = institution;
  const all = await contactsOf(tx, [institutionId], ['head', 'principal'], now);
  const heads = all.filter(({ personId }) => !excluded.includes(personId));
  if (heads.length > 0 || all.length === 0) {
    const numbers = heads.map((head) => ({ name: head.name, phone: head.phone }));
    return { id: institutionId, name, heads: numbers, headsElsewhere: null };
  }
  const head = { party: 'person', role: 'head', institutionId, personId: null } as const;
  const outside = recipientsOf([{ as: 'head', to: head }], staff, excluded);
  const persons = await loadPersons(
    tx,
    outside.map(({ personId }) => personId),
  );
  const elsewhere = (await institutionNamed(tx, outside[0]?.institutionId ?? null))?.name ?? null;
  const numbers = [...persons.values()].map(({ displayName, phone }) => ({ name: displayName, phone }));
  return { id: institutionId, name, heads: numbers, headsElsewhere: elsewhere };
}

async function institutionNamed(tx: Transaction, id: string | null): Promise<BeforeComplaintView['goesTo']> {
  const institution = id === null ? undefined : (await loadInstitutions(tx, [id])).get(id);
  return institution === undefined ? null : { id: institution.id, name: institution.name };
}

function draftOf(facts: Facts, duty: Duty): BeforeComplaintView['draft'] {
  const draft = draftsOf(facts).find((one) => isAbout(one, duty));
  return draft === undefined ? null : { complaintId: draft.complaintId, at: draft.draftedAt };
}

/** By its own draft, or by naming the duty. */
function isFiled(facts: Facts, duty: Duty): boolean {
  const drafts = draftsOf(facts).filter((one) => isAbout(one, duty));
  return factsOf(facts, 'complaint.filed').some(
    ({ event: { data } }) =>
      names(data.dutyIds ?? [], duty) || drafts.some(({ complaintId }) => complaintId === data.complaintId),
  );
}
