/**
 * The school at a glance: its classes, answers that others owe it past their time, with the way up (rules of conduct
 * 14), and its open cases.
 */
import { Button, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { HowTo } from '../../parts/how-to.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { stalledQuery } from '../../requests/school.ts';
import { ClassTable } from './class-table.tsx';
import { SchoolCases } from './school-cases.tsx';
import classes from './school-page.module.css';
import { StalledAnswer } from './stalled-answer.tsx';

const route = getRouteApi('/inside/skola');

export function SchoolPage() {
  const { t } = useTranslation();
  const { skats } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="sm">
      <Title order={1}>{t('school.title')}</Title>
      <Tabs
        value={skats ?? 'parskats'}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({ search: chosen === 'gadijumi' ? { skats: 'gadijumi' as const } : {} })
        }
      >
        <Tabs.List>
          <Tabs.Tab value="parskats">{t('school.tabs.overview')}</Tabs.Tab>
          <Tabs.Tab value="gadijumi">{t('school.tabs.cases')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="parskats" pt="sm">
          <Overview />
        </Tabs.Panel>
        <Tabs.Panel value="gadijumi" pt="sm">
          <SchoolCases />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Overview() {
  const { t } = useTranslation();
  const { institution } = useSession();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    stalledQuery(institution.id),
  );
  return (
    <Stack gap="sm">
      <ClassTable />
      <section aria-labelledby="stalled">
        <Title order={2} id="stalled">
          {t('school.stalled')}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('school.stalledHint')}
        </Text>
        {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
        {data === undefined && error === null && (
          <Stack gap="xs" role="status" aria-label={t('shell.loading')}>
            {[1, 2, 3].map((row) => (
              <Skeleton key={row} height={44} />
            ))}
          </Stack>
        )}
        {data?.length === 0 && (
          <Stack gap={4} py="lg">
            <Text fw={600}>{t('school.none')}</Text>
            <Text c="dimmed">{t('school.noneHint')}</Text>
            <HowTo page="direktors" />
          </Stack>
        )}
        <ul className={classes.list}>
          {data?.map((view) => (
            <StalledAnswer key={`${view.dossierId} ${view.duty.key}`} view={view} />
          ))}
        </ul>
        {hasNextPage && (
          <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('duty.moreDuties')}
          </Button>
        )}
      </section>
    </Stack>
  );
}
