import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../application/application.ts';
import { bootInProcess, freshWrite, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { danger, handover, mailsTo, openCase, record, riga, risk, sweepAt, valueOf } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
});

/** Everything that somebody can ask about a dossier, and what comes of it. */
async function everythingAsked(actor: Actor, dossierId: string) {
  const { application } = product;
  const page = { limit: 50 };
  const [read, facts, write, dossiers, duties] = [
    await application.readDossier(actor, dossierId),
    await application.listFacts(actor, dossierId, page),
    await application.recordFacts(actor, dossierId, [risk], freshWrite()),
    valueOf(await application.listDossiers(actor, {}, page)),
    valueOf(await application.listDuties(actor, { dossierId }, page)),
  ];
  return {
    read: read.ok ? 'found' : read.refused,
    facts: facts.ok ? 'found' : facts.refused,
    write: write.ok ? 'found' : write.refused,
    listed: dossiers.items.some(({ id }) => id === dossierId),
    duties: duties.items.length,
  };
}

const nothing = { read: 'notFound', facts: 'notFound', write: 'notFound', listed: false, duties: 0 };

it('somebody without a relation to a case finds the same as if there were none (section 3, access)', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  for (const actor of [place.otherTeacher, place.onCall, place.socialHead]) {
    expect(await everythingAsked(actor, dossierId)).toEqual(nothing);
  }
  expect(await everythingAsked(place.teacher, randomUUID())).toEqual(nothing);
  const unknown = { personId: randomUUID(), institutionId: place.school };
  expect(await everythingAsked(unknown, dossierId)).toEqual(nothing);
  expect((await everythingAsked(place.teacher, dossierId)).read).toBe('found');
});

it('an administrator of the school sees what is owed by when, and nothing that happened (mission, duties 7)', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  const seen = await everythingAsked(place.schoolAdministrator, dossierId);
  expect(seen).toMatchObject({ read: 'found', facts: 'notFound', write: 'notYourAct', listed: true });
  expect(seen.duties).toBeGreaterThan(0);
  const read = await product.application.readDossier(place.schoolAdministrator, dossierId);
  expect(read).toMatchObject({ value: { view: 'deadlines', learner: null } });
});

it('a receiver sees the case from the moment it is told, and not before (anchors 3.7)', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  expect((await everythingAsked(place.socialWorker, dossierId)).read).toBe('notFound');
  await record(product, place.teacher, dossierId, handover(place));
  expect((await everythingAsked(place.socialWorker, dossierId)).read).toBe('found');
});

it('an excluded person finds no trace, the principal too, and what they would be told of danger goes outside (R 3)', async () => {
  const { personId } = place.principal;
  const { dossierId } = await openCase(product, place, [
    { ...danger, data: { excludedPersonIds: [personId, place.onCall.personId] } },
  ]);
  expect(await everythingAsked(place.principal, dossierId)).toEqual(nothing);
  for (const time of ['10:30', '12:00', '23:00']) await sweepAt(product, `2026-11-20T${time}`);
  await sweepAt(product, '2026-11-21T00:00');
  const told = await product.sql<{ person: string; name: string }[]>`
    select distinct recipient_person as person, name from notice where dossier_id = ${dossierId}
    and urgency = 'danger' order by name`;
  const toldTo = (name: string) => told.flatMap((row) => (row.name === name ? [row.person] : [])).sort();
  expect(told.map(({ person }) => person)).not.toContain(personId);
  expect(told.map(({ person }) => person)).not.toContain(place.onCall.personId);
  expect(toldTo('late')).toEqual([place.teacher.personId, place.founderHead.personId].sort());
  expect(mailsTo(product, place.founderHead).length).toBeGreaterThanOrEqual(1);
});

it('excluded later, somebody who took part is cut off at once (R 3)', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  expect((await everythingAsked(place.principal, dossierId)).read).toBe('found');
  await record(product, place.teacher, dossierId, {
    type: 'person.excluded',
    data: { personId: place.principal.personId, groundCode: 'relative' },
  });
  expect(await everythingAsked(place.principal, dossierId)).toEqual(nothing);
});
