/** Writes a story's municipality with its institutions, people and school years, as the owner. */
import { openInstitutionYear } from '../../application/open-institution-year.ts';
import type { Story } from '../../contracts/story.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import type { Transaction } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import { type CalendarDay, calendarDay, dayOf, type Instant, instant } from '../../domain/time.ts';
import { settingOfStory } from '../preview/story-setting.ts';
import { storyId } from './story-ids.ts';

const longAgo = instant('2020-01-01T00:00:00.000Z');
const municipalityId = storyId('municipality of the story');

/** Institutions' school-year dossiers by the id of the institution. */
export type YearDossiers = ReadonlyMap<string, string>;

/** In the caller's transaction; mails go to the people in `language`, and digests begin after `now`. */
export async function writeMunicipality(
  tx: Transaction,
  story: Story,
  language: 'lv' | 'en',
  now: Instant,
): Promise<YearDossiers> {
  const { parties, municipality } = story;
  const { id: _, ...setting } = settingOfStory(story).municipality;
  const withUser = new Map(parties.institutions.map(({ id, hasActiveUser }) => [id, hasActiveUser ?? true]));
  await insertDirectory(tx, {
    municipalities: [
      {
        id: municipalityId,
        name: story.title.lv,
        movedDaysOn: municipality.movedDaysOn ?? true,
        workingHours: DEFAULT_WORKING_HOURS,
        createdAt: longAgo,
      },
    ],
    institutions: parties.institutions.map(({ id, kind, name }, index) => ({
      id: storyId(id),
      municipalityId,
      kind,
      name,
      createdAt: inOrder(index),
    })),
    persons: parties.people.map(({ id, name, institutionId }, index) => ({
      id: storyId(id),
      displayName: name,
      mail: `person-${index + 1}@simulate.example`,
      language,
      active: withUser.get(institutionId) ?? true,
      createdAt: longAgo,
    })),
    roleHolders: parties.people.flatMap(({ id, institutionId, roles }, index) =>
      roles.map((role) => ({
        id: storyId(`${id} ${institutionId} ${role}`),
        personId: storyId(id),
        institutionId: storyId(institutionId),
        role,
        fromAt: inOrder(index),
      })),
    ),
    settings: [
      {
        municipalityId,
        version: 1,
        // Who begins with the product in the middle of a school year is not chased for what came before (rules 15).
        setting: { ...setting, startDate: setting.startDate ?? dayOf(now) },
        createdAt: longAgo,
        createdBy: storyId(parties.people[0]?.id ?? ''),
      },
    ],
  });
  const years = new Map<string, string>();
  const year = schoolYearOf(dayOf(now));
  for (const { id } of parties.institutions) {
    const institutionId = storyId(id);
    const procedureId = story.procedure;
    years.set(
      institutionId,
      await openInstitutionYear(tx, { institutionId, municipalityId, procedureId, ...year }, now),
    );
  }
  return years;
}

/** The first institution of a kind serves the case, so that the order of the file counts. */
function inOrder(index: number): Instant {
  return instant(new Date(Date.parse(longAgo) + index * 1_000).toISOString());
}

/** Institutions begin their years on 1 September and end them on 31 August; classes end on 31 May. */
function schoolYearOf(day: CalendarDay): {
  readonly schoolYear: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
} {
  const calendarYear = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 9 ? calendarYear : calendarYear - 1;
  return {
    schoolYear: `${first}/${first + 1}`,
    startsOn: calendarDay(`${first}-09-01`),
    endsOn: calendarDay(`${first + 1}-05-31`),
  };
}
