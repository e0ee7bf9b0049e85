/** The setting in which a story's duties are computed: its own small municipality. */
import type { Story } from '../../contracts/story.ts';
import { storyDayOf } from '../../contracts/story-moments.ts';
import { DEFAULT_WORKING_HOURS, makeCalendar } from '../../domain/calendar/index.ts';
import type { DossierSetting, MunicipalitySetting } from '../../domain/duty/setting.ts';
import type { InstitutionKind } from '../../domain/procedure/party.ts';
import type { CalendarDay } from '../../domain/time.ts';

const municipalityId = 'municipality';

/** As long as the law gives a person's submission at most (rules of conduct 9). */
const replyCeilingMonths = 4;

/** The first institution of each kind serves the case; the learner's school comes before other schools. */
export function settingOfStory(story: Story): DossierSetting {
  const { parties, municipality } = story;
  const serving: Partial<Record<InstitutionKind, string>> = {};
  for (const { id, kind } of parties.institutions) {
    if (serving[kind] === undefined || id === parties.school) serving[kind] = id;
  }
  return {
    municipality: municipalityOf(story),
    homeInstitutionId: parties.school,
    classTeacherId: parties.classTeacher ?? null,
    serving,
    institutions: Object.fromEntries(
      parties.institutions.map(({ id, kind, hasActiveUser }) => [
        id,
        { kind, municipalityId, hasActiveUser: hasActiveUser ?? true },
      ]),
    ),
    institutionOfPerson: Object.fromEntries(
      parties.people.map(({ id, institutionId }) => [id, institutionId]),
    ),
    calendar: makeCalendar({ movedDaysOn: municipality.movedDaysOn ?? true }),
    calendarOf: {},
    workingHours: DEFAULT_WORKING_HOURS,
  };
}

function municipalityOf({ municipality, begins }: Story): MunicipalitySetting {
  const dayIn = (text: string): CalendarDay => {
    const day = storyDayOf(text, begins);
    if (day === null) throw new RangeError(`Not a day of a story: ${text}`);
    return day;
  };
  return {
    id: municipalityId,
    startDate: municipality.startDate === undefined ? null : dayIn(municipality.startDate),
    switchedOn: municipality.switchedOn ?? [],
    switchedOff: municipality.switchedOff ?? [],
    adoptedTerms: Object.fromEntries(
      Object.entries(municipality.adoptedTerms ?? {}).map(([dutyId, { documentNo, from, due }]) => [
        dutyId,
        { documentNo, from: dayIn(from), ...(due === undefined ? {} : { due }) },
      ]),
    ),
    escalation: municipality.escalation ?? null,
    replyCeilingMonths: municipality.replyCeilingMonths ?? replyCeilingMonths,
  };
}
