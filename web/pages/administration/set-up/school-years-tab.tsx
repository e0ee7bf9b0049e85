import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import type { SetUpDraft } from '../../../requests/set-up.ts';
import type { TabProps } from './set-up-section.tsx';

type Year = SetUpDraft['schoolYears'][number];
type Break = Year['breaks'][number];

/** School years with their breaks: hints about plans in a break come from here. */
export function SchoolYearsTab({ draft, change }: TabProps) {
  const { t } = useTranslation();
  const { schoolYears } = draft;
  const put = (years: readonly Year[]) => change({ ...draft, schoolYears: years });
  const putYear = (place: number, year: Year) =>
    put(schoolYears.map((one, index) => (index === place ? year : one)));
  return (
    <Stack maw={860}>
      {schoolYears.length === 0 && <Text>{t('administration.setUp.years.none')}</Text>}
      {schoolYears.map((year, place) => (
        <Fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a year is told by its place while its days are typed
          key={place}
          legend={t('administration.setUp.years.legend', {
            year: `${year.starts.slice(0, 4)}/${year.ends.slice(0, 4)}`,
          })}
        >
          <Stack>
            <Group align="flex-end">
              <DayInput
                label={t('administration.setUp.years.starts')}
                value={year.starts}
                required
                withAsterisk={false}
                onChange={(starts) => putYear(place, { ...year, starts })}
              />
              <DayInput
                label={t('administration.setUp.years.ends')}
                value={year.ends}
                required
                withAsterisk={false}
                onChange={(ends) => putYear(place, { ...year, ends })}
              />
              <Button
                variant="default"
                ml="auto"
                onClick={() => put(schoolYears.filter((_one, index) => index !== place))}
              >
                {t('administration.setUp.years.remove')}
              </Button>
            </Group>
            <Breaks
              breaks={year.breaks}
              put={(breaks) => putYear(place, { ...year, breaks })}
              starts={year.starts}
            />
          </Stack>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => put([...schoolYears, yearAfter(schoolYears.at(-1))])}>
          {t('administration.setUp.years.add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Breaks(props: {
  readonly breaks: readonly Break[];
  readonly starts: string;
  readonly put: (breaks: readonly Break[]) => void;
}) {
  const { t } = useTranslation();
  const { breaks, starts, put } = props;
  const putOne = (place: number, one: Break) =>
    put(breaks.map((before, index) => (index === place ? one : before)));
  return (
    <>
      {breaks.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a break is told by its place while its name is typed
        <Group key={place} align="flex-end" gap="xs">
          <TextInput
            label={t('administration.setUp.years.nameLv')}
            w={170}
            value={one.name.lv}
            onChange={(event) =>
              putOne(place, { ...one, name: { ...one.name, lv: event.currentTarget.value } })
            }
          />
          <TextInput
            label={t('administration.setUp.years.nameEn')}
            w={170}
            value={one.name.en}
            onChange={(event) =>
              putOne(place, { ...one, name: { ...one.name, en: event.currentTarget.value } })
            }
          />
          <DayInput
            label={t('administration.from')}
            w={130}
            value={one.from}
            required
            withAsterisk={false}
            onChange={(from) => putOne(place, { ...one, from })}
          />
          <DayInput
            label={t('administration.until')}
            w={130}
            value={one.until}
            required
            withAsterisk={false}
            onChange={(until) => putOne(place, { ...one, until })}
          />
          <Button
            variant="default"
            aria-label={t('administration.setUp.years.removeBreakOf', { name: one.name.lv })}
            onClick={() => put(breaks.filter((_before, index) => index !== place))}
          >
            {t('administration.setUp.years.removeBreak')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => put([...breaks, { name: { lv: '', en: '' }, from: starts, until: starts }])}
        >
          {t('administration.setUp.years.addBreak')}
        </Button>
      </Group>
    </>
  );
}

/** From the first of September to the end of May, the year after the last one that is there. */
function yearAfter(last: Year | undefined): Year {
  const first = last === undefined ? new Date().getFullYear() : Number(last.starts.slice(0, 4)) + 1;
  return { starts: `${first}-09-01`, ends: `${first + 1}-05-31`, breaks: [] };
}
