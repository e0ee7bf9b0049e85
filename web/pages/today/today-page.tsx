/** Everyone's first page: what I must do now, and beside it what others owe me (design, principle 5). */
import {
  Anchor,
  Badge,
  Button,
  Grid,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type CSSProperties, memo, type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { DutyMore } from '../../parts/duty-more.tsx';
import { DutyRow } from '../../parts/duty-row.tsx';
import { HowTo } from '../../parts/how-to.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ContactButton } from '../../parts/quick-contact/contact-button.tsx';
import { SettleButton } from '../../parts/settle-button.tsx';
import { TakeButton } from '../../parts/taking.tsx';
import { isShared } from '../../parts/taking-acts.ts';
import { Tour } from '../../parts/tour/tour.tsx';
import { isQuickContact } from '../../parts/ways-to-settle.ts';
import { type DutyView, openDutiesQuery } from '../../requests/duties.ts';
import { groupDuties, inLists } from './group-duties.ts';
import classes from './today-page.module.css';
import { useRowKeys } from './use-row-keys.ts';

type Column = 'mine' | 'owedToMe';

/** As many as fill several screens. */
const rowsAtOnce = 100;

export function TodayPage() {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [shown, setShown] = useState<Column>('mine');
  const { account } = useSession();
  const { data: mine } = useInfiniteQuery(openDutiesQuery('mine'));
  // A child's safety comes before everything else on the page.
  const danger = mine?.some(({ duty }) => duty.danger) === true;
  const tour = !account.tourSeen && mine !== undefined && <Tour />;
  useRowKeys();
  return (
    <Stack gap={narrow ? 2 : 'sm'}>
      <VisuallyHidden component="h1">{t('today.title')}</VisuallyHidden>
      {!danger && tour}
      {narrow ? (
        <>
          <SegmentedControl
            fullWidth
            value={shown}
            onChange={(value) => setShown(value === 'owedToMe' ? 'owedToMe' : 'mine')}
            data={[
              { value: 'mine', label: t('duty.mine') },
              { value: 'owedToMe', label: t('duty.waiting') },
            ]}
          />
          <Duties key={shown} side={shown} titled />
        </>
      ) : (
        <Grid gap="xl">
          <Grid.Col span={7}>
            <Duties side="mine" />
          </Grid.Col>
          <Grid.Col span={5}>
            <Duties side="owedToMe" />
          </Grid.Col>
        </Grid>
      )}
      {danger && tour}
    </Stack>
  );
}

type DutiesProps = {
  readonly side: Column;
  /** What is shown is said already, by the switch above it. */
  readonly titled?: boolean;
};

function Duties({ side, titled = false }: DutiesProps) {
  const { t } = useTranslation();
  const own = useSearch({ from: '/inside/' }).kas === 'mani' && side === 'mine';
  const { data, error, isPaused, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    openDutiesQuery(side, own),
  );
  const title = t(side === 'mine' ? 'duty.mine' : 'duty.waiting');
  const whose = side === 'mine' && data !== undefined && <Whose own={own} duties={data} />;
  return (
    <section aria-label={title} className={classes.side}>
      {titled ? (
        <>
          <VisuallyHidden component="h2">{title}</VisuallyHidden>
          <div className={data?.length === 0 ? undefined : classes.whose}>{whose}</div>
        </>
      ) : (
        <Group gap="xs" mb={4}>
          <Title order={2}>{title}</Title>
          {data !== undefined && (
            <Badge
              variant="light"
              color="gray"
              c="inherit"
              aria-label={t('today.count', { count: data.length })}
            >
              {data.length}
              {hasNextPage ? '+' : ''}
            </Badge>
          )}
          {whose}
        </Group>
      )}
      {content()}
    </section>
  );

  function content(): ReactNode {
    if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
    if (data === undefined) return isPaused ? <Text c="dimmed">{t('today.noNetwork')}</Text> : <Waiting />;
    if (data.length === 0) return <Nothing side={side} own={own} />;
    return (
      <>
        <Groups all={data} side={side} />
        {hasNextPage && (
          <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('duty.moreDuties')}
          </Button>
        )}
      </>
    );
  }
}

/** Where several may do what the institution owes: everything, or what the person has taken on. */
function Whose({ own, duties }: { readonly own: boolean; readonly duties: readonly DutyView[] }) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const navigate = useNavigate({ from: '/' });
  if (!own && !duties.some(({ duty }) => isShared(duty, institution.id))) return null;
  return (
    <Button.Group aria-label={t('today.whose')} my={2}>
      {(['visi', 'mani'] as const).map((kas) => (
        <Button
          key={kas}
          size="compact-sm"
          variant={own === (kas === 'mani') ? 'light' : 'default'}
          aria-pressed={own === (kas === 'mani')}
          onClick={() => void navigate({ search: kas === 'mani' ? { kas } : {}, replace: true })}
        >
          {t(`today.whoseOptions.${kas}`)}
        </Button>
      ))}
    </Button.Group>
  );
}

type GroupsProps = { readonly all: readonly DutyView[]; readonly side: Column };

/** Where very many are there already, the first of them stand at once, and the others follow when they are drawn. */
function Groups({ all, side }: GroupsProps) {
  const { t } = useTranslation();
  const drawn = useDeferredValue(all, all.slice(0, rowsAtOnce));
  return groupDuties(drawn).map(({ group, duties }) => (
    <section key={group} aria-label={t(`duty.groups.${group}`)}>
      <h3 className={classes.group} data-group={group}>
        {t(`duty.groups.${group}`)} <span className={classes.count}>{duties.length}</span>
        {group === 'takenOver' && side === 'mine' && (
          <Anchor component={Link} to="/parnemtie" size="sm" ml="sm">
            {t('takenOver.link')}
          </Anchor>
        )}
      </h3>
      {inLists(duties).map((some, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list is nothing but its place, the rows have keys
        <ul key={index} className={classes.list} style={{ '--rows': some.length } as CSSProperties}>
          {some.map((view) => (
            <Row key={`${view.dossierId} ${view.duty.key}`} view={view} side={side} />
          ))}
        </ul>
      ))}
    </section>
  ));
}

/** Drawn again only where the duty has changed: more of them below, or one that is settled, cost what they are. */
const Row = memo(function Row({ view, side }: { readonly view: DutyView; readonly side: Column }) {
  return side === 'mine' ? (
    <DutyRow
      view={view}
      other="to"
      action={<SettleButton view={view} />}
      more={<DutyMore view={view} />}
      beside={
        <>
          <span className={classes.wide}>
            <TakeButton view={view} />
          </span>
          <Contact view={view} />
        </>
      }
    />
  ) : (
    <DutyRow view={view} other="by" />
  );
});

/** The quick note of a contact with the parents; where a contact is what is owed, its own button opens it. */
function Contact({ view: { duty, dossierId, learner } }: { readonly view: DutyView }) {
  if (learner === null || isQuickContact(duty)) return null;
  return <ContactButton dossierId={dossierId} learner={learner} />;
}

function Nothing({ side, own }: { readonly side: Column; readonly own: boolean }) {
  const { t } = useTranslation();
  if (own)
    return (
      <Stack gap={4} py="lg">
        <Text fw={600}>{t('today.nothingOwn')}</Text>
        <Text c="dimmed">{t('today.nothingOwnHint')}</Text>
      </Stack>
    );
  return (
    <Stack gap={4} py="lg">
      <Text fw={600}>{t(side === 'mine' ? 'today.nothingMine' : 'today.nothingWaiting')}</Text>
      <Text c="dimmed">{t(side === 'mine' ? 'today.nothingMineHint' : 'today.nothingWaitingHint')}</Text>
      <HowTo page="sodien" />
    </Stack>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('shell.loading')}>
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}
