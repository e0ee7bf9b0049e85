/** What waits for the institution's answer, and what it waits for (design, principle 1: “Inbox”). */
import {
  Button,
  Group,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { worksForWhole } from '../../../contracts/office.ts';
import { useSession } from '../../app/session.ts';
import { HowTo } from '../../parts/how-to.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { referralsQuery } from '../../requests/referrals.ts';
import { useRowKeys } from '../today/use-row-keys.ts';
import { type InboxFilter, inboxFilterOf, questionOf } from './inbox-filter.ts';
import classes from './inbox-page.module.css';
import { ReferralRow } from './referral-row.tsx';
import { SendReferral } from './send-referral.tsx';
import { useReferralWords } from './use-referral-words.ts';

export function InboxPage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/inside/iesutne' });
  const navigate = useNavigate({ from: '/iesutne' });
  const change = (part: Record<string, string | undefined>) =>
    void navigate({ search: inboxFilterOf({ ...filter, ...part }), replace: true });
  useRowKeys('#content [data-row]');
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={1}>{t('inbox.title')}</Title>
        <SendReferral />
      </Group>
      <Filters filter={filter} onChange={change} />
      <Referrals
        filter={filter}
        onClear={() => void navigate({ search: filter.gaida === undefined ? {} : { gaida: filter.gaida } })}
      />
    </Stack>
  );
}

type FilterProps = {
  readonly filter: InboxFilter;
  readonly onChange: (part: Record<string, string | undefined>) => void;
};

function Filters({ filter, onChange }: FilterProps) {
  const { t } = useTranslation();
  const { kinds } = useReferralWords();
  const [typed, setTyped] = useState(filter.numurs ?? '');
  const search = useDebouncedCallback((numurs: string) => onChange({ numurs }), 300);
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={t('inbox.waitsLabel')}
        value={filter.gaida ?? 'mus'}
        onChange={(gaida) => onChange({ gaida })}
        data={(['mus', 'citus', 'neviens'] as const).map((value) => ({
          value,
          label: t(`inbox.waits.${value}`),
        }))}
      />
      <Select
        aria-label={t('inbox.side')}
        value={filter.puse ?? 'all'}
        allowDeselect={false}
        onChange={(puse) => onChange({ puse: puse ?? undefined })}
        data={(['all', 'sanemtie', 'nosutitie'] as const).map((value) => ({
          value,
          label: t(`inbox.sides.${value}`),
        }))}
      />
      <Select
        aria-label={t('inbox.kind')}
        value={filter.veids ?? ''}
        allowDeselect={false}
        onChange={(veids) => onChange({ veids: veids === '' ? undefined : (veids ?? undefined) })}
        data={[
          { value: '', label: t('inbox.anyKind') },
          ...kinds.map(({ code, label }) => ({ value: code, label })),
        ]}
      />
      <TextInput
        aria-label={t('inbox.caseNumber')}
        placeholder={t('inbox.caseNumber')}
        inputMode="numeric"
        maxLength={20}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function Referrals({ filter, onClear }: { readonly filter: InboxFilter; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    referralsQuery(questionOf(filter)),
  );
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Stack gap="xs" role="status" aria-label={t('shell.loading')}>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={52} />
        ))}
      </Stack>
    );
  }
  if (data.length === 0) return <Nothing filter={filter} onClear={onClear} />;
  return (
    <>
      <ul className={classes.list}>
        {data.map((referral) => (
          <ReferralRow key={`${referral.dossierId} ${referral.referralId}`} referral={referral} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shell.more')}
        </Button>
      )}
    </>
  );
}

function Nothing({ filter, onClear }: { readonly filter: InboxFilter; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const whole = useSession().institution.roles.some(worksForWhole);
  const { gaida = 'mus', puse, veids, numurs } = filter;
  if (puse !== undefined || veids !== undefined || numurs !== undefined) {
    return (
      <Stack gap="xs" py="lg" align="start">
        <Text fw={600}>{t('inbox.nothingFits')}</Text>
        <Button variant="default" onClick={onClear}>
          {t('inbox.showAll')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap={4} py="lg">
      <Text fw={600}>{t(whole ? `inbox.empty.${gaida}` : `inbox.emptyOwn.${gaida}`)}</Text>
      <Text c="dimmed">{t(`inbox.emptyHint.${gaida}`)}</Text>
      <HowTo page="iesutne" />
    </Stack>
  );
}
