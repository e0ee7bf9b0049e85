/** For somebody with forty cases: last seen, next step, waiting for whom (rules of conduct 26). */
import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Select,
  Skeleton,
  Stack,
  Tabs,
  Text,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CaseRow, CaseRows } from '../../parts/case-row.tsx';
import { shortDayWords } from '../../parts/day-words.ts';
import { HowTo } from '../../parts/how-to.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ContactButton } from '../../parts/quick-contact/contact-button.tsx';
import { type MyCase, myCasesQuery } from '../../requests/my-cases.ts';
import { takenOverQuery } from '../../requests/running.ts';
import { arrange, choices, type MyCasesSearch, orders } from './arrange.ts';
import { WeekPlanner } from './week-planner.tsx';

const route = getRouteApi('/inside/mani-gadijumi');

export function MyCasesPage() {
  const { t } = useTranslation();
  const { skats } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="sm">
      <Title order={1}>{t('myCases.title')}</Title>
      <Tabs
        value={skats ?? 'saraksts'}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({
            search: (before) => {
              const { skats: _, ...others } = before;
              return chosen === 'nedela' ? { ...others, skats: 'nedela' } : others;
            },
          })
        }
      >
        <Tabs.List className="no-print">
          <Tabs.Tab value="saraksts">{t('myCases.tabs.list')}</Tabs.Tab>
          <Tabs.Tab value="nedela">{t('myCases.tabs.week')}</Tabs.Tab>
        </Tabs.List>
        <TakenOverNote />
        <Tabs.Panel value="saraksts" pt="sm">
          <CaseList />
        </Tabs.Panel>
        <Tabs.Panel value="nedela" pt="sm">
          <WeekPlanner />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** What came with cases that ran before the product has no day yet, and stands in no list until it has one (R 15). */
function TakenOverNote() {
  const { t } = useTranslation();
  const { data } = useQuery(takenOverQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Alert variant="light" mt="sm" p="xs" role="status">
      {t('myCases.takenOver', { count: data.items.length })}{' '}
      <Anchor component={Link} to="/parnemtie" c="inherit" underline="always">
        {t('takenOver.link')}
      </Anchor>
    </Alert>
  );
}

function CaseList() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(myCasesQuery);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        {data !== undefined && (
          <Badge variant="light" color="gray" c="inherit" tt="none">
            {t('myCases.count', { count: data.items.length })}
          </Badge>
        )}
        <Filters search={search} />
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && (
        <Skeleton height={200} role="status" aria-label={t('shell.loading')} />
      )}
      {data !== undefined && <Cases all={data.items} search={search} />}
      {data?.more === true && <Text size="sm">{t('myCases.moreThere')}</Text>}
    </Stack>
  );
}

function Filters({ search }: { readonly search: MyCasesSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { kartot = 'solis', radit } = search;
  return (
    <Group gap="sm" className="no-print">
      <Select
        label={t('myCases.sort')}
        data={orders.map((order) => ({ value: order, label: t(`myCases.sorts.${order}`) }))}
        value={kartot}
        allowDeselect={false}
        w={170}
        onChange={(value) => {
          const order = orders.find((one) => one === value);
          if (order !== undefined) void navigate({ search: (before) => ({ ...before, kartot: order }) });
        }}
      />
      <Select
        label={t('myCases.show')}
        data={(['visi', ...choices] as const).map((one) => ({
          value: one,
          label: t(`myCases.shows.${one}`),
        }))}
        value={radit ?? 'visi'}
        allowDeselect={false}
        w={170}
        onChange={(value) => {
          const choice = choices.find((one) => one === value);
          void navigate({
            search: (before) => {
              const { radit: _, ...others } = before;
              return choice === undefined ? others : { ...others, radit: choice };
            },
          });
        }}
      />
    </Group>
  );
}

function Cases({ all, search }: { readonly all: readonly MyCase[]; readonly search: MyCasesSearch }) {
  const { t } = useTranslation();
  const shown = arrange(all, search);
  if (all.length === 0)
    return (
      <Stack gap={4} py="lg">
        <Text fw={600}>{t('myCases.none')}</Text>
        <Text c="dimmed">{t('myCases.noneHint')}</Text>
        <HowTo page="gadijuma-vaditajs" />
      </Stack>
    );
  if (shown.length === 0) return <Text py="lg">{t('myCases.noneSuch')}</Text>;
  return (
    <CaseRows>
      {shown.map((one) => (
        <Row key={one.dossierId} one={one} />
      ))}
    </CaseRows>
  );
}

function Row({ one }: { readonly one: MyCase }) {
  const { t } = useTranslation();
  const { dossierId, learner, lastSeen } = one;
  const text =
    lastSeen === null
      ? t('myCases.never')
      : `${t(`myCases.seens.${lastSeen.what}`)}, ${shortDayWords(lastSeen.day)}`;
  return (
    <CaseRow
      one={one}
      beside={{ heading: t('myCases.seen'), text }}
      act={(name) =>
        learner !== null && (
          <Group gap={4} wrap="nowrap">
            <Button
              component={Link}
              to={`/lietas/${dossierId}/lapa`}
              size="compact-sm"
              variant="subtle"
              aria-label={t('talkSheet.linkOf', { name })}
            >
              {t('talkSheet.link')}
            </Button>
            <ContactButton dossierId={dossierId} learner={learner} />
          </Group>
        )
      }
    />
  );
}
