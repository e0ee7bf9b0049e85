/** The setting of a case of the demo, as the product makes it from the directory, for tests without a database. */
import { makeCalendar } from '../../../domain/calendar/index.ts';
import type { DossierSetting } from '../../../domain/duty/setting.ts';
import type { InstitutionKind } from '../../../domain/procedure/party.ts';
import { demoId } from '../demo-id.ts';
import { demoMunicipality } from '../municipality.ts';
import { type DemoPerson, demoPeople } from '../people.ts';
import type { ResolvedCase } from '../resolve-case.ts';

export const demoCalendar = makeCalendar({ movedDaysOn: demoMunicipality.movedDaysOn });

/** Where several institutions are of one kind (the schools), the case's own serves it. */
export function settingOf({ homeInstitutionId, classTeacherId }: ResolvedCase): DossierSetting {
  const { institutions, setting, workingHours } = demoMunicipality;
  const people: readonly DemoPerson[] = demoPeople;
  const municipalityId = demoId(demoMunicipality.id);
  const staffed = new Set(people.flatMap(({ posts }) => posts.map((post) => demoId(post.institution))));
  const ids = institutions.map(({ id, kind }) => ({ id: demoId(id), kind }));
  const serving: Partial<Record<InstitutionKind, string>> = {};
  for (const { id, kind } of ids) serving[kind] ??= id;
  const home = ids.find(({ id }) => id === homeInstitutionId);
  if (home !== undefined) serving[home.kind] = home.id;
  return {
    municipality: { id: municipalityId, ...setting },
    homeInstitutionId,
    classTeacherId,
    serving,
    institutions: Object.fromEntries(
      ids.map(({ id, kind }) => [id, { kind, municipalityId, hasActiveUser: staffed.has(id) }]),
    ),
    institutionOfPerson: Object.fromEntries(
      people.map(({ id, posts }) => [demoId(id), demoId(posts[0].institution)]),
    ),
    calendar: demoCalendar,
    calendarOf: {},
    workingHours,
  };
}
