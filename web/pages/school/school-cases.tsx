/** The open cases of the school as far as the person may see them: who leads, what comes next, who is waited for. */
import { Badge, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { CaseRow, CaseRows } from '../../parts/case-row.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { classOverviewQuery } from '../../requests/class-overview.ts';
import { schoolCasesQuery } from '../../requests/my-cases.ts';
import { arrange } from '../my-cases/arrange.ts';

const route = getRouteApi('/inside/skola');

export function SchoolCases() {
  const { t } = useTranslation();
  const { institution } = useSession();
  const { klase } = route.useSearch();
  const { data, error, refetch } = useQuery(schoolCasesQuery(institution.id, klase));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <ChooseClass classId={klase} />
        {data !== undefined && (
          <Badge variant="light" color="gray" c="inherit" tt="none">
            {t('myCases.count', { count: data.items.length })}
          </Badge>
        )}
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && (
        <Skeleton height={200} role="status" aria-label={t('shell.loading')} />
      )}
      {data?.items.length === 0 && (
        <Text py="lg">{t(klase === undefined ? 'school.noClasses' : 'school.cases.noneInClass')}</Text>
      )}
      <CaseRows>
        {arrange(data?.items ?? [], {}).map((one) => (
          <CaseRow
            key={one.dossierId}
            one={one}
            beside={{
              heading: t('school.cases.manager'),
              text: one.managerName ?? t('school.cases.noManager'),
            }}
          />
        ))}
      </CaseRows>
      {data?.more === true && <Text size="sm">{t('school.cases.more')}</Text>}
    </Stack>
  );
}

/** Classes with something open; the address says which one is chosen. */
function ChooseClass({ classId }: { readonly classId: string | undefined }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { institution } = useSession();
  const { data } = useQuery(classOverviewQuery(institution.id));
  const classes = (data ?? []).flatMap(({ classId: value, name }) =>
    value === null ? [] : [{ value, label: name }],
  );
  return (
    <Select
      label={t('school.columns.class')}
      placeholder={t('school.cases.allClasses')}
      data={classes}
      value={classId ?? null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('school.cases.allClasses') }}
      nothingFoundMessage={t('administration.nothingFound')}
      w={200}
      onChange={(klase) =>
        void navigate({
          search: { skats: 'gadijumi', ...(klase === null ? {} : { klase }) },
          resetScroll: false,
        })
      }
    />
  );
}
